#pragma once

#include <QTimer>

#include "ui/parts/page.h"
#include "ui/photos/photographs.h"

class QStackedWidget;

namespace rudolph {

class DetectorHint;
class MessagePanel;
class NoticeBar;
class PhotoChoices;
class PhotoDetails;
class PhotoHeader;
class PhotoListPanel;
class PhotoLive;
class PhotoSaveDialog;
class PhotoStage;
class Session;

/// Keypoints on a person's own photographs, videos and camera: finds the faces, draws the points,
/// and says how sure the model is. Boxes can be drawn and dragged, and the points follow; two
/// models can be compared; results are saved or handed to the annotator. Nothing leaves the
/// machine.
class PhotoPage : public Page {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit PhotoPage(Session* session, QWidget* parent = nullptr);

    QString title() const override { return tr("Photos"); }
    QString icon() const override { return QStringLiteral("photos"); }
    QString guideChapter() const override { return QStringLiteral("photos"); }
    PageActions* actions() const override { return actions_; }
    QString statusLine() const override;
    bool wantsFiles() const override { return true; }
    QVariantMap state() const override;
    void restore(const QVariantMap& state) override;
    void takeFiles(const QStringList& paths) override { photos_->add(paths); }

    /// Other ways to detect, predict and read, before anything was added: for tests.
    void setTools(const PhotoTools& tools);
    Photographs& photos() { return *photos_; }
    /// Nothing waits or is being looked at.
    bool isSettled() const;

protected:
    void showEvent(QShowEvent* event) override;
    void hideEvent(QHideEvent* event) override;

private:
    MessagePanel* makeEmptyState();
    QWidget* makeWork();
    QWidget* makeToolBar();
    QWidget* makeMiddle();
    QWidget* makeRight();
    void connectActions();
    void connectViewActions();
    void connectPhotographs();
    void connectEditing();
    void connectLive();

    void openPhotographs();
    void openFolder();
    void removeSelected();
    void save();
    void annotate();
    void annotateFrames();
    void showCamera(bool on);
    void notice(const QString& text, PhotoNotice what);
    void showModels();
    void showCurrent();
    void showEntry();
    /// To the next face (1) or the one before (-1), if need be in another photograph.
    void walk(int step);
    void showState();
    void updateActions();

    Photographs* photos_;
    PageActions* actions_;
    // Before what is below them, as the Tab key goes by the order in which they were made.
    NoticeBar* notice_;
    DetectorHint* hint_;
    QStackedWidget* states_;
    QStackedWidget* middle_ = nullptr;
    PhotoHeader* header_ = nullptr;
    PhotoListPanel* list_ = nullptr;
    PhotoStage* stage_ = nullptr;
    PhotoLive* live_ = nullptr;
    PhotoDetails* details_ = nullptr;
    PhotoChoices* choices_ = nullptr;
    Session* session_;
    bool taking_frame_ = false;
    QTimer summary_timer_;
};

}  // namespace rudolph
