#pragma once

#include <QWidget>

class QProgressBar;
class QToolButton;

namespace rudolph {

class Activities;
class Activity;

/// What goes on in the background, in the status bar and so on every page: the thing that began
/// last, how far it is, a button that cancels it, and how many more there are. A click on its words
/// leads to the page that shows it; with several, to a menu of them.
class ActivityBar : public QWidget {
    Q_OBJECT

public:
    explicit ActivityBar(Activities* activities, QWidget* parent = nullptr);

signals:
    /// The person wants to see the page of an activity.
    void chosen(const rudolph::Activity* activity);

private:
    void show();
    void choose();

    Activities* activities_;
    QToolButton* text_;
    QProgressBar* progress_;
    QToolButton* cancel_;
};

}  // namespace rudolph
