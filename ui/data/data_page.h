#pragma once

#include "ui/parts/page.h"

class QSplitter;
class QStackedWidget;

namespace rudolph {

class AnnotatePanel;
class Annotator;
class DataHeader;
class FindingReview;
class DataStates;
class FaceCanvas;
class NetworkHelp;
class NetworkTools;
class NoticeBar;
class SampleDetails;
class SampleListPanel;
class TrainThenFit;
class Session;
class ShownFace;

/// Shows the faces of the session's document and edits them: the list with filters and problems on
/// the left, the chosen face in the middle, and on the right what is known of it and how a network
/// gets it or, while annotating, what one needs for that.
class DataPage : public Page {
    Q_OBJECT

public:
    /// `session` must outlive the page.
    explicit DataPage(Session* session, QWidget* parent = nullptr);
    ~DataPage() override;

    QString title() const override;
    QString icon() const override { return QStringLiteral("data"); }
    QString guideChapter() const override;
    PageActions* actions() const override { return actions_; }
    QString statusLine() const override;
    QVariantMap state() const override;
    void restore(const QVariantMap& state) override;
    void whenClosable(const std::function<void()>& next) override;

    bool isAnnotating() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

private:
    void addFileActions();
    void addEditActions();
    void makeAnnotating();
    void makeReview();
    void showFailure(const QString& what, const QString& advice);
    void layOut();
    void followSession();
    void followOpener();
    void chooseFolder();
    void chooseList();
    void offerPictures();
    void exportFaces();
    void focusFilter();
    void setAnnotating(bool on);
    void showDocument();
    void letDocumentGo();
    void updateActions();
    void fillFacesMenu(QMenu* menu, const std::vector<int>& faces);
    void fillCanvasMenu(const QPoint& at);

    Session* session_;
    PageActions* actions_;
    DataHeader* header_ = nullptr;
    NoticeBar* notice_;
    NoticeBar* pictures_notice_;  ///< asks for the folder of a list's pictures
    SampleListPanel* list_;
    FaceCanvas* canvas_;
    AnnotatePanel* annotate_panel_;
    NetworkHelp* help_;
    FindingReview* review_ = nullptr;
    TrainThenFit* train_then_fit_;
    Annotator* annotator_ = nullptr;
    NetworkTools* network_tools_ = nullptr;
    SampleDetails* details_;
    ShownFace* shown_ = nullptr;
    QStackedWidget* right_;
    QSplitter* splitter_;
    DataStates* states_ = nullptr;
};

}  // namespace rudolph
