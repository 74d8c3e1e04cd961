#pragma once

#include "ui/parts/message_panel.h"

namespace rudolph {

class Photographs;

/// One line above the first photographs that a person opens: that there is a better face detector,
/// and a button that gets it. Once dismissed it does not come again.
class DetectorHint : public NoticeBar {
    Q_OBJECT

public:
    /// `photos` must outlive the hint.
    explicit DetectorHint(Photographs* photos, QWidget* parent = nullptr);

signals:
    void wanted();

private:
    void showOrHide();

    Photographs* photos_;
};

}  // namespace rudolph
