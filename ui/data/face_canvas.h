#pragma once

#include <QAction>
#include <QList>
#include <QWidget>

class QLabel;
class QToolBar;

namespace rudolph {

class FaceView;
class MenuButton;
class PageActions;
class Session;

/// The photograph of the Data page with its tool bar: what shows it in another way, and, while one
/// annotates, what edits it.
class FaceCanvas : public QWidget {
    Q_OBJECT

public:
    /// Adds the actions of the picture to those of the page. `session` must outlive it.
    FaceCanvas(Session* session, PageActions* actions, QWidget* parent);

    /// When all actions of the page are there.
    void fillToolBar();
    void setAnnotating(bool on);
    /// Opens the menu of schemes.
    void chooseScheme();

    FaceView* view() { return view_; }

private:
    void addActions();
    void addEditingTools();
    void showCursor(QPointF at);
    void nameScheme();

    Session* session_;
    PageActions* actions_;
    FaceView* view_;
    QToolBar* tools_;
    QList<QAction*> editing_tools_;  ///< in the tool bar, only while one annotates
    MenuButton* scheme_;
    QLabel* cursor_;
    bool annotating_ = false;
};

}  // namespace rudolph
