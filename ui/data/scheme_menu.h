#pragma once

#include <QMenu>

namespace rudolph {

class Session;

/// The landmark schemes that the open faces may have, the way to the editor of schemes, and how
/// their files count pixels where that has to be asked. Filled whenever it opens.
class SchemeMenu : public QMenu {
    Q_OBJECT

public:
    /// `session` must outlive it.
    SchemeMenu(Session* session, QWidget* parent);

private:
    void fill();

    Session* session_;
};

}  // namespace rudolph
