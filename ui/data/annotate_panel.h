#pragma once

#include <QWidget>

#include "core/dataset/dataset.h"

class QButtonGroup;
class QLabel;
class QPlainTextEdit;

namespace rudolph {

class GuidePanel;

/// What one needs beside the picture while annotating: the face's state and note, what to do about
/// a network's proposal, the guide, and the model that helps.
class AnnotatePanel : public QWidget {
    Q_OBJECT

public:
    explicit AnnotatePanel(QWidget* parent = nullptr);

    /// `place` says which of the picture's faces it is: "face 2 of 3"; empty when it is the only
    /// one.
    void setFace(const Sample& face, const LandmarkScheme& scheme, const QString& place);
    /// No face is chosen.
    void clear();
    /// Short: what the next click does.
    void setHint(const QString& hint);
    void focusNote();
    /// Says noteEdited() when the note has changed and the person is still in it.
    void commitNote();

    GuidePanel* guide() { return guide_; }
    /// The buttons of a network's help, which the page makes.
    void addNetworkTools(QWidget* tools);

signals:
    void stateChosen(rudolph::FaceState state);
    /// The note was changed and the person has left it.
    void noteEdited(const QString& note);
    /// By a key; the focus is to go on.
    void noteLeft();
    /// What to do with the network's proposal.
    void accepted();
    void rejected();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    QWidget* makeStates();
    QWidget* makeProposal();

    QLabel* name_;
    QLabel* place_;
    QButtonGroup* states_;
    QPlainTextEdit* note_;
    QString note_shown_;
    QWidget* proposal_;
    QLabel* proposed_by_;
    QLabel* hint_;
    GuidePanel* guide_;
};

}  // namespace rudolph
