#pragma once

#include <QWidget>

#include "ui/session/session.h"

class QAction;
class QLabel;
class QListWidget;

namespace rudolph {

class CaseStudies;

/// The runs of the shelf, to choose the one whose cases are looked at, and the folder that they are
/// in.
class CaseRunList : public QWidget {
    Q_OBJECT

public:
    /// `refresh`: the action that reads the folder again.
    CaseRunList(Session* session, CaseStudies* studies, QAction* refresh,
                QWidget* parent = nullptr);

    /// As the shelf has them now.
    void showRuns();
    /// Marks the run that is open.
    void markOpened();

private:
    void chooseFolder();

    Session* session_;
    CaseStudies* studies_;
    QListWidget* list_;
    QLabel* folder_;
};

}  // namespace rudolph
