#pragma once

#include <QWidget>

class QLabel;

namespace rudolph {

class PageActions;

/// Above the photographs: what opens and saves, and what has become of all of them.
class PhotoHeader : public QWidget {
    Q_OBJECT

public:
    explicit PhotoHeader(const PageActions& actions, QWidget* parent = nullptr);

    void setSummary(const QString& text);

private:
    QLabel* summary_;
};

}  // namespace rudolph
