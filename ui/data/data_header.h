#pragma once

#include <QWidget>

class QLabel;

namespace rudolph {

class PageActions;
class Session;

/// What is open, in one line, between the buttons that open something else and those that save it,
/// write it somewhere else or train on it.
class DataHeader : public QWidget {
    Q_OBJECT

public:
    /// `session` must outlive it.
    DataHeader(Session* session, const PageActions* actions, QWidget* parent);

    /// Empty while nothing is open.
    QString summary() const;

signals:
    void summaryChanged();

private:
    void followDocument();
    void refresh();
    QString describe() const;

    Session* session_;
    QLabel* summary_;
};

}  // namespace rudolph
