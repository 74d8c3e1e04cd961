// How the data page is put together; what it does is in data_page.cpp.
#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "ui/canvas/face_view.h"
#include "ui/data/annotate_panel.h"
#include "ui/data/annotator.h"
#include "ui/data/data_page.h"
#include "ui/data/network_help.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/session/scheme_store.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kPageMargin = 12;
constexpr int kListWidth = 280;
constexpr int kDetailsWidth = 280;
constexpr int kProgressWidth = 460;

QToolButton* toolButton(QAction* action, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton* addTool(QToolBar* tools, QAction* action) {
    tools->addAction(action);
    auto* button = qobject_cast<QToolButton*>(tools->widgetForAction(action));
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void addButton(MessagePanel* panel, QAction* action) {
    QPushButton* button = panel->addButton(action->text());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

/// Below the panel's buttons, above the space at its end.
void addBelow(MessagePanel* panel, QWidget* widget) {
    auto* column = qobject_cast<QVBoxLayout*>(panel->layout());
    column->insertWidget(column->count() - 1, widget, 0, Qt::AlignHCenter);
}

}  // namespace

QAction* DataPage::addPageAction(const QString& text, const QKeySequence& key, const QString& tip) {
    auto* action = new QAction(text, this);
    action->setShortcut(key);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    action->setToolTip(
        key.isEmpty() ? tip
                      : QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    addAction(action);
    return action;
}

void DataPage::makeActions() {
    open_folder_ = addPageAction(tr("Open a folder…"), QKeySequence(Qt::CTRL | Qt::Key_O),
                                 tr("Open a folder of photographs, with or without their points"));
    open_list_ = addPageAction(tr("Open a list…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_O),
                               tr("Open a list of faces (dlib XML, CSV, COCO, YOLO) or a project"));
    demo_faces_ =
        addPageAction(tr("Make demo faces"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                      tr("Make 240 drawn faces with exact points, to try everything with"));
    filter_ = addPageAction(tr("Filter"), QKeySequence::Find, tr("Filter the faces by name"));
    fit_ = addPageAction(tr("Fit"), QKeySequence(Qt::Key_F), tr("Show the whole picture"));
    zoom_in_ = addPageAction(tr("Zoom in"), QKeySequence(Qt::Key_Plus), tr("Zoom in"));
    zoom_in_->setIconText(QStringLiteral("+"));
    zoom_out_ = addPageAction(tr("Zoom out"), QKeySequence(Qt::Key_Minus), tr("Zoom out"));
    zoom_out_->setIconText(QStringLiteral("−"));
    lines_ = addPageAction(tr("Lines"), QKeySequence(Qt::Key_L),
                           tr("Join the points by the scheme's lines"));
    numbers_ =
        addPageAction(tr("Numbers"), QKeySequence(Qt::Key_N), tr("Show the points' numbers"));
    box_ = addPageAction(tr("Show box"), QKeySequence(Qt::Key_B), tr("Show the face's box"));
    for (QAction* action : {lines_, numbers_, box_})
        action->setCheckable(true);
    connect(open_folder_, &QAction::triggered, this, &DataPage::chooseFolder);
    connect(open_list_, &QAction::triggered, this, &DataPage::chooseFile);
    connect(demo_faces_, &QAction::triggered, this, &DataPage::makeDemoFaces);
    makeEditActions();
}

QWidget* DataPage::makeHeader() {
    auto* header = new QWidget(this);
    auto* open = new QToolButton(header);
    open->setText(tr("Open"));
    open->setToolTip(tr("Open other faces"));
    open->setPopupMode(QToolButton::InstantPopup);
    open->setIcon(themedIcon("open"));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setFocusPolicy(Qt::StrongFocus);
    auto* menu = new QMenu(open);
    open->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        menu->addActions({open_folder_, open_list_, demo_faces_});
        fillRecent(menu);
    });
    summary_ = new QLabel(header);
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* save = toolButton(save_, header);
    auto* write = toolButton(export_, header);
    auto* train = new QPushButton(tr("Train on these faces"), header);
    train->setToolTip(tr("Go to the training page with what is open here"));
    connect(train, &QPushButton::clicked, this, &DataPage::trainRequested);

    auto* row = new QHBoxLayout(header);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(open);
    row->addWidget(summary_, 1);
    row->addWidget(save);
    row->addWidget(write);
    row->addWidget(train);
    return header;
}

void DataPage::fillRecent(QMenu* menu) {
    const QStringList recent = Settings().get(settings::kRecentDatasets);
    if (recent.isEmpty())
        return;
    menu->addSection(tr("Recent"));
    for (const QString& path : recent) {
        QString name = QFileInfo(path).fileName();
        QAction* action = menu->addAction(name.replace('&', QStringLiteral("&&")));
        action->setToolTip(QDir::toNativeSeparators(path));
        connect(action, &QAction::triggered, this, [this, path] { openPath(path); });
    }
    menu->setToolTipsVisible(true);
}

QWidget* DataPage::makeCanvas() {
    auto* canvas = new QWidget(this);
    view_ = new FaceView;
    view_->setObjectName("face");
    cursor_ = new QLabel(canvas);
    cursor_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    cursor_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    cursor_->setToolTip(tr("The cursor's place in the picture, in pixels"));

    annotate_panel_ = new AnnotatePanel(this);
    help_ = new NetworkHelp(session_, this);
    annotator_ = new Annotator(view_, annotate_panel_, help_, this);
    schemes_ = new SchemeStore(QString(), this);
    // It has a menu for what does not fit.
    auto* tools = new QToolBar(canvas);
    tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    tools->setIconSize({16, 16});
    addTool(tools, annotate_)->setAutoRaise(false);
    addEditingTools(tools);
    for (QAction* action : {fit_, zoom_out_, zoom_in_, lines_, numbers_, box_})
        addTool(tools, action);
    // Its own picture is black, also on dark ground.
    if (auto* rest = tools->findChild<QToolButton*>("qt_toolbar_ext_button"))
        rest->setIcon(themedIcon("down"));
    makeNetworkTools();
    auto* row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(tools);
    row->addWidget(cursor_, 1);
    auto* column = new QVBoxLayout(canvas);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(row);
    column->addWidget(view_, 1);

    connect(fit_, &QAction::triggered, view_, &FaceView::fit);
    connect(zoom_in_, &QAction::triggered, view_, &FaceView::zoomIn);
    connect(zoom_out_, &QAction::triggered, view_, &FaceView::zoomOut);
    connect(lines_, &QAction::toggled, view_, &FaceView::setLinesShown);
    connect(lines_, &QAction::toggled, this,
            [](bool on) { Settings().set(settings::kLinesShown, on); });
    connect(numbers_, &QAction::toggled, view_, &FaceView::setNumbersShown);
    connect(numbers_, &QAction::toggled, this,
            [](bool on) { Settings().set(settings::kNumbersShown, on); });
    connect(box_, &QAction::toggled, this, [this](bool on) {
        Settings().set(settings::kBoxShown, on);
        showPoints();
    });
    connect(view_, &FaceView::cursorMoved, this, [this](QPointF at) {
        if (isAnnotating())  // the magnifier shows more, and there is no room for both
            return;
        const QLocale locale;
        cursor_->setText(
            QStringLiteral("x %1   y %2")
                .arg(locale.toString(at.x(), 'f', 1), locale.toString(at.y(), 'f', 1)));
    });
    const Settings settings;
    view_->setLinesShown(settings.get(settings::kLinesShown));
    lines_->setChecked(settings.get(settings::kLinesShown));
    numbers_->setChecked(settings.get(settings::kNumbersShown));
    return canvas;
}

void DataPage::addEditingTools(QToolBar* tools) {
    // As widgets, so that hiding them here does not switch the actions' keys off.
    for (QAction* action : {annotator_->pointsAction(), annotator_->boxesAction()})
        editing_tools_ << tools->addWidget(toolButton(action, tools));
    const std::array history = {std::pair(undo_, "undo"), std::pair(redo_, "redo")};
    for (const auto& [action, icon] : history) {
        action->setIcon(themedIcon(icon));
        QToolButton* button = toolButton(action, tools);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        editing_tools_ << tools->addWidget(button);
    }
    scheme_button_ = new QToolButton(tools);
    scheme_button_->setText(tr("Scheme"));
    scheme_button_->setToolTip(tr("Which points a face has"));
    scheme_button_->setAutoRaise(true);
    scheme_button_->setPopupMode(QToolButton::InstantPopup);
    scheme_button_->setFocusPolicy(Qt::TabFocus);
    auto* menu = new QMenu(scheme_button_);
    scheme_button_->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillSchemeMenu(menu); });
    editing_tools_ << tools->addWidget(scheme_button_);
    for (QAction* tool : editing_tools_)
        tool->setVisible(false);
}

void DataPage::makeNetworkTools() {
    QToolButton* model = network_button_ = new QToolButton(annotate_panel_);
    model->setToolTip(tr("Which network helps"));
    model->setPopupMode(QToolButton::InstantPopup);
    model->setMenu(help_->modelMenu());
    model->setFocusPolicy(Qt::TabFocus);
    model->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    const auto name_model = [this, model] {
        model->setText(help_->model().isEmpty() ? tr("Choose a network") : help_->modelName());
    };
    connect(help_, &NetworkHelp::modelChanged, model, name_model);
    name_model();
    QVBoxLayout* network = annotate_panel_->networkColumn();
    network->addWidget(model);
    for (QAction* action :
         {annotator_->fitFaceAction(), annotator_->fitAllAction(), annotator_->compareAction()}) {
        QToolButton* button = toolButton(action, annotate_panel_);
        button->setAutoRaise(false);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        network->addWidget(button);
    }
}

MessagePanel* DataPage::makeEmptyState() {
    auto* panel = new MessagePanel(this);
    panel->setMessage(
        "data", tr("Look at annotated faces"),
        tr("Open a folder of photographs to mark points in, a folder of annotated faces, a list "
           "or a project, or drop one here. Nothing at hand? The demo faces are drawn on this "
           "computer and come with exact points."));
    for (QAction* action : {open_folder_, open_list_, demo_faces_})
        addButton(panel, action);
    if (!Settings().get(settings::kRecentDatasets).isEmpty()) {
        auto* again = new QPushButton(tr("Open again"), panel);
        again->setToolTip(tr("Open what was open before"));
        auto* menu = new QMenu(again);
        again->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] {
            menu->clear();
            fillRecent(menu);
        });
        addBelow(panel, again);
    }
    kept_ = new QPushButton(panel);
    kept_->hide();
    connect(kept_, &QPushButton::clicked, this, [this] { openPath(asked_for_kept_); });
    addBelow(panel, kept_);
    return panel;
}

MessagePanel* DataPage::makeBusyState() {
    auto* panel = new MessagePanel(this);
    progress_ = new QProgressBar(panel);
    progress_->setFixedWidth(kProgressWidth);
    progress_->setAccessibleName(tr("Progress"));
    addBelow(panel, progress_);
    auto* stop = new QPushButton(tr("Cancel"), panel);
    stop->setToolTip(tr("Stop, and keep what was open before"));
    connect(stop, &QPushButton::clicked, this, &DataPage::cancelBusy);
    addBelow(panel, stop);
    return panel;
}

MessagePanel* DataPage::makeBrokenState() {
    auto* panel = new MessagePanel(this);
    for (QAction* action : {open_folder_, open_list_})
        addButton(panel, action);
    auto* back = panel->addButton(tr("Back"));
    back->setToolTip(tr("Back to what was open before"));
    connect(back, &QPushButton::clicked, this, &DataPage::showWhatIsOpen);
    return panel;
}

void DataPage::layOut() {
    // Made in the order in which Tab goes through them.
    QWidget* header = makeHeader();
    notice_ = new NoticeBar(this);
    list_ = new SampleListPanel(this);
    QWidget* canvas = makeCanvas();
    details_ = new SampleDetails(this);
    right_ = new QStackedWidget(this);
    right_->addWidget(details_);
    right_->addWidget(annotate_panel_);
    right_->setMinimumWidth(220);
    splitter_ = new QSplitter(Qt::Horizontal, this);
    splitter_->addWidget(list_);
    splitter_->addWidget(canvas);
    splitter_->addWidget(right_);
    splitter_->setHandleWidth(kPageMargin);
    list_->setMinimumWidth(240);
    splitter_->setCollapsible(1, false);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({kListWidth, 3 * kListWidth, kDetailsWidth});
    splitter_->restoreState(Settings().get(settings::kLayout / "data_page"));

    work_ = new QWidget(this);
    auto* column = new QVBoxLayout(work_);
    column->setContentsMargins(kPageMargin, kPageMargin, kPageMargin, kPageMargin);
    column->setSpacing(kPageMargin);
    column->addWidget(header);
    column->addWidget(notice_);
    column->addWidget(splitter_, 1);

    states_ = new QStackedWidget(this);
    states_->addWidget(empty_ = makeEmptyState());
    states_->addWidget(busy_state_ = makeBusyState());
    states_->addWidget(broken_ = makeBrokenState());
    states_->addWidget(work_);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(states_);

    connect(filter_, &QAction::triggered, this, [this] {
        QList<int> sizes = splitter_->sizes();
        if (sizes.first() == 0) {
            sizes.first() = kListWidth;
            splitter_->setSizes(sizes);
        }
        list_->focusFilter();
    });
    connect(list_, &SampleListPanel::sampleChosen, this, &DataPage::showSample);
    connect(list_, &SampleListPanel::problemPlaceChosen, this, &DataPage::showProblem);
    connect(list_, &SampleListPanel::problemChosen, this, &DataPage::showProblemPoint);
    box_->setChecked(Settings().get(settings::kBoxShown));
}

}  // namespace rudolph
