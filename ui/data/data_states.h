#pragma once

#include <QElapsedTimer>
#include <QStackedWidget>

class QProgressBar;
class QPushButton;

namespace rudolph {

class ImportAssistant;
class MessagePanel;
class PageActions;
class Session;

/// What the Data page shows: its work, or, in its place, what it is for while nothing is open, how
/// far it is while something is being opened, what went wrong, or the assistant where a recipe
/// would help.
class DataStates : public QStackedWidget {
    Q_OBJECT

public:
    /// `session` must outlive it.
    DataStates(Session* session, const PageActions* actions, QWidget* work, QWidget* parent);

    /// The assistant on what is open, or on what could not be opened; else it asks.
    void askForRecipe();
    /// Nothing is open, and it says what one can do.
    bool isEmpty() const;
    bool isAssisting() const;

private:
    MessagePanel* makeEmpty(const PageActions* actions);
    MessagePanel* makeBusy();
    MessagePanel* makeBroken(const PageActions* actions);
    void showState();
    void leaveAssistant();
    void showProgress();
    void offerKept(const QString& dataset);

    Session* session_;
    QWidget* work_;
    QPushButton* kept_;  ///< opens what has unsaved edits
    QString kept_path_;
    QProgressBar* progress_;
    QElapsedTimer since_start_;  ///< of the stage that the progress bar shows
    MessagePanel* empty_;
    MessagePanel* busy_;
    MessagePanel* broken_;
    ImportAssistant* assistant_;
    bool assisting_ = false;  ///< the person asked for the assistant
};

}  // namespace rudolph
