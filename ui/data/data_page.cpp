#include "ui/data/data_page.h"

#include <QDragEnterEvent>
#include <QDropEvent>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>
#include <filesystem>

#include "ui/base/dropped_paths.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/annotator.h"
#include "ui/data/data_header.h"
#include "ui/data/data_states.h"
#include "ui/data/export_dialog.h"
#include "ui/data/face_canvas.h"
#include "ui/data/finding_review.h"
#include "ui/data/network_help.h"
#include "ui/data/network_tools.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/data/save_dialogs.h"
#include "ui/data/shown_face.h"
#include "ui/data/train_then_fit.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/session/data_opener.h"
#include "ui/session/document_saver.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/remember_sizes.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kDataMargin = 12;
constexpr int kSampleListWidth = 280;
constexpr int kDetailsWidth = 280;
constexpr auto kChosenFace = "face";

}  // namespace

DataPage::DataPage(Session* session, QWidget* parent)
    : Page(parent), session_(session), actions_(new PageActions(this)) {
    setAcceptDrops(true);
    addFileActions();
    layOut();
    new SaveDialogs(session_, this);
    followSession();
    followOpener();
    session_->keptEdits().lookFor(Settings().get(settings::kRecentDatasets));
    showDocument();
}

DataPage::~DataPage() {
    session_->disconnect(this);
    list_->disconnect(shown_);
    letDocumentGo();
}

QString DataPage::title() const {
    return tr("Data");
}

QString DataPage::guideChapter() const {
    if (states_->isEmpty())
        return QStringLiteral("first-steps");
    return isAnnotating() && !states_->isAssisting() ? QStringLiteral("annotate")
                                                     : QStringLiteral("your-own-data");
}

QString DataPage::statusLine() const {
    return header_->summary();
}

QVariantMap DataPage::state() const {
    annotate_panel_->commitNote();
    return {{kChosenFace, list_->currentSample().value_or(-1)}};
}

void DataPage::restore(const QVariantMap& state) {
    if (session_->document() == nullptr)
        return;
    if (const int face = state.value(kChosenFace, -1).toInt(); face >= 0)
        list_->selectSample(face);
}

void DataPage::whenClosable(const std::function<void()>& next) {
    session_->saver().whenSafe(next);
}

void DataPage::addFileActions() {
    actions_->add(
        {{.id = "data/open-folder",
          .text = tr("&Open a folder of faces…"),
          .keys = {Qt::CTRL | Qt::Key_O},
          .tip = tr("Open a folder of photographs, with or without their points"),
          .section = tr("Data"),
          .run = [this] { session_->navigation().chooseFaces(); },
          .scope = KeyScope::Window},
         {.id = "data/open-list",
          .text = tr("Open a &list of faces…"),
          .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_O},
          .tip = tr("Open a list of faces (dlib XML, CSV, COCO, YOLO) or a project"),
          .run = [this] { chooseList(); },
          .scope = KeyScope::Window},
         {.id = "data/recipe",
          .text = tr("Open with a &recipe…"),
          .tip = tr("Say yourself how faces are read: what belongs together, which numbers are x "
                    "and y"),
          .run =
              [this] {
                  session_->navigation().show(StudioPage::Data);
                  states_->askForRecipe();
              },
          .scope = KeyScope::Window},
         {.id = "data/demo-faces",
          .text = tr("Make &demo faces"),
          .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_D},
          .tip = tr("Make 240 drawn faces with exact points, to try everything with"),
          .run = [this] { session_->opener().openDemoFaces(); },
          .scope = KeyScope::Window},
         {.id = "data/save",
          .text = tr("Save"),
          .keys = {QKeySequence::Save},
          .tip = tr("Save the edits in the files that the faces came from"),
          .run = [this] { session_->saver().save(); }},
         {.id = "data/save-project",
          .text = tr("Save as a project…"),
          .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_S},
          .tip = tr("Save everything in one file that refers to the pictures; their own files stay "
                    "as they are"),
          .run = [this] { session_->saver().askForProject(); }},
         {.id = "data/export",
          .text = tr("Export…"),
          .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_E},
          .tip = tr("Write the faces in another format"),
          .run = [this] { exportFaces(); }},
         {.id = "data/inspect",
          .text = tr("Look for wrong annotations"),
          .keys = {Qt::Key_F5},
          .tip = tr("Look again for points that are probably wrong"),
          .run = [this] { session_->opener().inspect(); }},
         {.id = "data/filter",
          .text = tr("Filter"),
          .keys = {QKeySequence::Find},
          .tip = tr("Filter the faces by name"),
          .run = [this] { focusFilter(); }}});
    // On buttons, which stand below what they are about.
    actions_->at("data/open-folder")->setIconText(tr("Open a folder…"));
    actions_->at("data/open-list")->setIconText(tr("Open a list…"));
    actions_->at("data/recipe")->setIconText(tr("With a recipe…"));
}

void DataPage::addEditActions() {
    actions_->add({{.id = "annotate/toggle",
                    .text = tr("Annotate"),
                    .keys = {Qt::Key_E},
                    .tip = tr("Edit points and boxes with the mouse and the keys"),
                    .section = tr("Annotate"),
                    .checkable = true},
                   {.id = "annotate/scheme",
                    .text = tr("Choose a scheme"),
                    .keys = {Qt::Key_Y},
                    .tip = tr("Which points a face has"),
                    .run = [this] { canvas_->chooseScheme(); }},
                   {.id = "network/choose",
                    .text = tr("Choose a network"),
                    .keys = {Qt::Key_K},
                    .tip = tr("Which network helps with annotating"),
                    .section = tr("Network"),
                    .run = [this] { network_tools_->chooseNetwork(); }}});
    actions_->addUndo("annotate/undo", "annotate/redo", tr("Annotate"));
    connect(actions_->at("annotate/toggle"), &QAction::toggled, this, &DataPage::setAnnotating);
}

void DataPage::layOut() {
    // Made in the order in which Tab goes through them.
    header_ = new DataHeader(session_, actions_, this);
    notice_ = new NoticeBar(this);
    pictures_notice_ = new NoticeBar(this);
    pictures_notice_->setObjectName("pictures notice");
    QPushButton* where = pictures_notice_->actionButton();
    where->setObjectName("pictures folder");
    where->setText(tr("Folder of the pictures…"));
    where->show();
    connect(where, &QPushButton::clicked, this, [this] {
        askForFolder(
            this, {.title = tr("The folder with the pictures"), .purpose = "faces"},
            [this](const QString& folder) { session_->opener().readWithPictures(folder); });
    });
    list_ = new SampleListPanel(this);
    canvas_ = new FaceCanvas(session_, actions_, this);
    addEditActions();
    makeAnnotating();
    canvas_->fillToolBar();
    details_ = new SampleDetails(this);
    shown_ = new ShownFace(session_, {list_, canvas_->view(), annotator_, details_}, this);
    makeReview();
    connect(actions_->at("picture/box"), &QAction::toggled, shown_, &ShownFace::setBoxShown);
    shown_->setBoxShown(actions_->at("picture/box")->isChecked());

    right_ = new QStackedWidget(this);
    right_->addWidget(details_);
    right_->addWidget(annotate_panel_);
    right_->setMinimumWidth(220);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->setObjectName("data splitter");
    splitter_->addWidget(list_);
    splitter_->addWidget(canvas_);
    splitter_->addWidget(right_);
    splitter_->setHandleWidth(kDataMargin);
    list_->setMinimumWidth(240);
    splitter_->setCollapsible(1, false);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({kSampleListWidth, 3 * kSampleListWidth, kDetailsWidth});
    rememberSizes(splitter_, "data_page");

    auto* work = new QWidget(this);
    auto* column =
        makeColumn(work, kDataMargin, {kDataMargin, kDataMargin, kDataMargin, kDataMargin});
    column->addWidget(header_);
    column->addWidget(notice_);
    column->addWidget(pictures_notice_);
    column->addWidget(review_);
    column->addWidget(splitter_, 1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    states_ = new DataStates(session_, actions_, work, this);
    all->addWidget(states_);
}

void DataPage::makeAnnotating() {
    annotate_panel_ = new AnnotatePanel(this);
    help_ = new NetworkHelp(session_, this);
    annotator_ = new Annotator(
        {canvas_->view(), annotate_panel_, help_, actions_, &session_->navigation()}, this);
    train_then_fit_ = new TrainThenFit(session_, help_, this);
    actions_->add({{.id = "network/train-fit",
                    .text = tr("Train on what is marked, then fit the rest"),
                    .keys = {Qt::CTRL | Qt::SHIFT | Qt::Key_J},
                    .tip = tr("A network learns from the faces that have points and then proposes "
                              "those of the others, while you go on marking"),
                    .section = tr("Network"),
                    .run = [this] { train_then_fit_->start(); }}});
    // On buttons, which stand in a narrow panel.
    actions_->at("network/train-fit")->setIconText(tr("Train, then fit the rest"));
    actions_->at("network/suggest")->setIconText(tr("Suggest the next"));
    connect(train_then_fit_, &TrainThenFit::changed, this, &DataPage::updateActions);
    connect(train_then_fit_, &TrainThenFit::failed, this, &DataPage::showFailure);
    network_tools_ = new NetworkTools(help_, actions_, annotate_panel_);
    annotate_panel_->addNetworkTools(network_tools_);
    connect(annotator_, &Annotator::faceWanted, list_, &SampleListPanel::selectSample);
    connect(annotator_, &Annotator::nextWanted, list_, &SampleListPanel::selectNext);
    annotator_->setQueue([this](int face) { return list_->isSuggested(face); });
    connect(annotator_, &Annotator::nextProposalWanted, this, [this] {
        if (list_->isSuggested(shown_->index())) {
            if (!list_->selectNextSuggestion())
                session_->navigation().report(
                    tr("All suggested faces are marked: suggest more, or train on them."));
        } else if (!list_->selectNextProposal())
            session_->navigation().report(tr("No proposal of a network is left in the list."));
    });
    connect(annotator_, &Annotator::previousWanted, list_, &SampleListPanel::selectPrevious);
    connect(list_, &SampleListPanel::faceMenuRequested, this, &DataPage::fillFacesMenu);
    FaceView* view = canvas_->view();
    view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(view, &QWidget::customContextMenuRequested, this, &DataPage::fillCanvasMenu);

    connect(help_, &NetworkHelp::failed, this, &DataPage::showFailure);
    connect(help_, &NetworkHelp::suggested, list_, &SampleListPanel::setSuggestions);
    connect(list_, &SampleListPanel::suggestionsWanted, help_, &NetworkHelp::suggest);
    connect(help_, &NetworkHelp::disagreementsFound, list_, &SampleListPanel::setDisagreements);
}

void DataPage::makeReview() {
    review_ = new FindingReview(help_, &session_->navigation(), this);
    actions_->add({{.id = "data/review",
                    .text = tr("Go through what was found"),
                    .keys = {Qt::Key_F6},
                    .tip = tr("Show what an inspection and a comparison with a network have found, "
                              "one after the other, each with a fix to accept"),
                    .section = tr("Data"),
                    .run = [this] { review_->start(); }},
                   {.id = "data/review-skip",
                    .text = tr("Skip the finding"),
                    .keys = {Qt::Key_S},
                    .run = [this] { review_->skip(); }}});
    connect(list_, &SampleListPanel::reviewRequested, review_, &FindingReview::start);
    connect(help_, &NetworkHelp::disagreementsFound, review_, &FindingReview::setDisagreements);
    connect(review_, &FindingReview::faceWanted, this, [this](int face, int point) {
        setAnnotating(true);
        list_->showFinding(face, point);
        canvas_->view()->setFocus();
    });
    connect(review_, &FindingReview::changed, this, [this] {
        shown_->setFix(review_->fix());
        annotator_->setFixedFace(review_->fix() ? review_->face() : -1);
        updateActions();
    });
    connect(annotator_, &Annotator::fixAccepted, review_, &FindingReview::accept);
}

void DataPage::showFailure(const QString& what, const QString& advice) {
    notice_->setText(advice.isEmpty() ? what : what + '\n' + advice);
}

void DataPage::followSession() {
    connect(header_, &DataHeader::summaryChanged, this, &Page::statusLineChanged);
    connect(&session_->navigation(), &Navigation::facesWanted, this, &DataPage::chooseFolder);
    connect(session_, &Session::documentAboutToClose, this, &DataPage::letDocumentGo);
    connect(session_, &Session::datasetChanged, this, &DataPage::showDocument);
    connect(session_, &Session::modifiedChanged, this, &DataPage::updateActions);
    connect(&session_->saver(), &DocumentSaver::savingChanged, this, &DataPage::updateActions);
    connect(&session_->saver(), &DocumentSaver::aboutToSave, annotate_panel_,
            &AnnotatePanel::commitNote);
    connect(&session_->keptEdits(), &KeptEdits::warned, this,
            [this](const QString& text) { notice_->setText(text); });
}

void DataPage::followOpener() {
    DataOpener* opener = &session_->opener();
    connect(list_, &SampleListPanel::inspectRequested, opener, &DataOpener::inspect);
    connect(opener, &DataOpener::changed, this, [this, opener] {
        list_->setInspecting(opener->stage() == DataOpener::Stage::Checking ||
                             opener->stage() == DataOpener::Stage::Inspecting);
    });
    connect(opener, &DataOpener::opened, this, [this] {
        if (session_->document()->dataset().format == DatasetFormat::Pictures)
            setAnnotating(true);
        list_->focusList();
    });
    connect(opener, &DataOpener::checked, this, [this] {
        if (session_->document()->faceCount() > 0)
            return;
        list_->showProblems();
        offerPictures();
    });
    connect(opener, &DataOpener::inspected, list_, &SampleListPanel::setInspected);
    connect(opener, &DataOpener::faceFound, this, [this](int index) {
        list_->selectSample(index);
        setAnnotating(true);
    });
    connect(opener, &DataOpener::faceMissing, this, [this](const QString& id) {
        notice_->setText(tr("“%1” is not among these faces any more").arg(id));
    });
}

void DataPage::chooseFolder() {
    askForFolder(this, {.title = tr("Open a folder of faces"), .purpose = "faces"},
                 [this](const QString& folder) { session_->opener().open(folder); });
}

void DataPage::chooseList() {
    session_->navigation().show(StudioPage::Data);
    askForFile(this,
               {.title = tr("Open a list of faces"),
                .purpose = "faces",
                .filter = tr("Lists of faces (*.rudolph *.xml *.csv *.json *.yaml);;"
                             "All files (*)")},
               [this](const QString& file) { session_->opener().open(file); });
}

void DataPage::offerPictures() {
    const Dataset& dataset = session_->document()->dataset();
    int left_out = 0;
    for (const Problem& problem : dataset.problems)
        left_out += problem.left_out;
    const bool is_list = !std::filesystem::is_directory(dataset.source);
    if (is_list && left_out > 0)
        pictures_notice_->setText(
            tr("%Ln faces of this list are left out. If their pictures lie "
               "somewhere else, say where.",
               nullptr, left_out));
}

void DataPage::exportFaces() {
    if (session_->document() == nullptr)
        return;
    annotate_panel_->commitNote();
    auto* dialog = new ExportDialog(session_->dataset(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &ExportDialog::exported, this, [this](const QString& path) {
        session_->navigation().report(tr("Exported %1").arg(path));
    });
    dialog->open();
}

void DataPage::focusFilter() {
    QList<int> sizes = splitter_->sizes();
    if (sizes.first() == 0) {
        sizes.first() = kSampleListWidth;
        splitter_->setSizes(sizes);
    }
    list_->focusFilter();
}

bool DataPage::isAnnotating() const {
    return actions_->at("annotate/toggle")->isChecked();
}

void DataPage::setAnnotating(bool on) {
    actions_->at("annotate/toggle")->setChecked(on);
    AnnotationDocument* document = session_->document();
    if (on && document != nullptr && document->scheme().size() == 0)
        document->setScheme(builtin_scheme("ibug-68"));
    right_->setCurrentWidget(on ? static_cast<QWidget*>(annotate_panel_)
                                : static_cast<QWidget*>(details_));
    annotator_->setActive(on);
    shown_->refresh();
    canvas_->setAnnotating(on);
}

void DataPage::letDocumentGo() {
    actions_->followStack(nullptr);
    annotator_->setDocument(nullptr);
    train_then_fit_->setDocument(nullptr);
    review_->setDocument(nullptr);
    list_->setDocument(nullptr, {});
}

void DataPage::showDocument() {
    AnnotationDocument* document = session_->document();
    canvas_->view()->setMessage({});
    notice_->setText({});
    pictures_notice_->setText({});
    annotator_->setDocument(document);
    train_then_fit_->setDocument(document);
    review_->setDocument(document);
    list_->setDocument(document, session_->split());
    shown_->followDocument();
    actions_->followStack(document != nullptr ? document->undoStack() : nullptr);
    updateActions();
}

void DataPage::updateActions() {
    const AnnotationDocument* document = session_->document();
    const bool saving = session_->saver().isSaving();
    const bool modified = document != nullptr && document->isModified();
    actions_->at("data/save")->setEnabled(modified && !saving);
    actions_->at("data/save-project")->setEnabled(document != nullptr && !saving);
    for (const char* id : {"annotate/toggle", "data/export", "data/inspect", "data/review",
                           "annotate/scheme", "network/choose"})
        actions_->at(id)->setEnabled(document != nullptr);
    actions_->at("data/review-skip")->setEnabled(review_->isUnderWay());
    actions_->at("network/train-fit")
        ->setEnabled(document != nullptr && !train_then_fit_->isUnderWay());
}

void DataPage::fillFacesMenu(QMenu* menu, const std::vector<int>& faces) {
    annotator_->fillFacesMenu(menu, faces);
    const AnnotationDocument* document = session_->document();
    QStringList ids;
    for (const int face : faces)
        ids << QString::fromStdString(document->face(face).id);
    session_->watchedFaces().fillMenu(menu, toQString(document->dataset().source), ids);
}

void DataPage::fillCanvasMenu(const QPoint& at) {
    if (session_->document() == nullptr || shown_->index() < 0)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(actions_->at("annotate/toggle"));
    if (isAnnotating())
        annotator_->fillMenu(menu);
    menu->popup(canvas_->view()->mapToGlobal(at));
}

void DataPage::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPaths(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DataPage::dropEvent(QDropEvent* event) {
    const QString path = droppedPaths(event->mimeData()).value(0);
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    session_->opener().open(path);
}

}  // namespace rudolph
