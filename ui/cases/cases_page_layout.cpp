#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QListWidget>
#include <QPushButton>
#include <QStackedWidget>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/cases/case_explorer.h"
#include "ui/cases/case_filter_bar.h"
#include "ui/cases/case_tile.h"
#include "ui/cases/case_viewer.h"
#include "ui/cases/cases_page.h"
#include "ui/parts/face_gallery.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/icons.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/point_legend.h"

namespace rudolph {

QWidget* CasesPage::makeRuns() {
    auto* side = new QWidget;
    side->setMinimumWidth(240);
    auto* heading = new QLabel(tr("Runs"), side);
    QFont bold = heading->font();
    bold.setBold(true);
    heading->setFont(bold);
    auto* refresh = new QToolButton(side);
    refresh->setIcon(themedIcon(QStringLiteral("refresh")));
    refresh->setToolTip(tr("Read the runs folder again"));
    refresh->setAccessibleName(refresh->toolTip());
    refresh->setAutoRaise(true);
    connect(refresh, &QToolButton::clicked, this, &CasesPage::refresh);
    runs_ = new QListWidget(side);
    runs_->setAccessibleName(tr("Runs"));
    runs_->setUniformItemSizes(true);
    runs_->setTextElideMode(Qt::ElideRight);
    connect(runs_, &QListWidget::currentItemChanged, this, [this](QListWidgetItem* item) {
        if (item)
            openRun(item->data(kFolderRole).toString());
    });
    runs_folder_ = new QLabel(side);
    auto* change = new QPushButton(tr("Change folder…"), side);
    connect(change, &QPushButton::clicked, this, &CasesPage::chooseRunsFolder);

    auto* top = new QHBoxLayout;
    top->addWidget(heading, 1);
    top->addWidget(refresh);
    auto* layout = new QVBoxLayout(side);
    layout->setContentsMargins(12, 12, 8, 12);
    layout->setSpacing(8);
    layout->addLayout(top);
    layout->addWidget(runs_, 1);
    layout->addWidget(runs_folder_);
    layout->addWidget(change, 0, Qt::AlignLeft);
    return side;
}

QWidget* CasesPage::makeGallery() {
    auto* page = new QWidget;
    auto* gallery = new FaceGallery(model_->thumbnails(), caseTile);
    gallery->setShape(FaceGallery::Shape::Grid, kCasePicture, kCasePadding);
    gallery_ = gallery;
    gallery_->setModel(order_);
    gallery_->setSpacing(2);
    gallery_->setSelectionMode(QAbstractItemView::SingleSelection);
    gallery_->setAccessibleName(tr("Cases"));
    connect(gallery_, &QListView::clicked, this,
            [this](const QModelIndex& index) { viewCase(index.row()); });
    // Enter; a click has come through clicked() already.
    connect(gallery_, &QListView::activated, this, [this](const QModelIndex& index) {
        if (!isViewing())
            viewCase(index.row());
    });
    connect(gallery_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                explorer_->setCurrent(index.isValid() ? order_->mapToSource(index).row() : -1);
            });
    gallery_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(gallery_, &QWidget::customContextMenuRequested, this, &CasesPage::showGalleryMenu);
    filters_ = new CaseFilterBar;
    connect(filters_, &CaseFilterBar::queryChanged, order_, &CaseOrder::setQuery);
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    find->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(find, &QAction::triggered, this, [this] {
        tabs_->setCurrentIndex(0);
        filters_->search()->setFocus();
    });
    addAction(find);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeToolbar());
    column->addWidget(filters_);
    column->addWidget(gallery_, 1);
    return page;
}

QWidget* CasesPage::makeCases() {
    message_ = new MessagePanel;
    train_button_ = message_->addButton(tr("Go to training"));
    connect(train_button_, &QPushButton::clicked, this, &CasesPage::trainRequested);
    viewer_ = new CaseViewer;
    connect(viewer_, &CaseViewer::previousRequested, this, [this] { viewCase(viewed_ - 1); });
    connect(viewer_, &CaseViewer::nextRequested, this, [this] { viewCase(viewed_ + 1); });
    connect(viewer_, &CaseViewer::backRequested, this, &CasesPage::backToGallery);
    connect(viewer_, &CaseViewer::mendRequested, this, [this] { mend(viewed_row_); });
    explorer_ = new CaseExplorer(model_, order_);
    truth_notice_ = new NoticeBar;
    truth_notice_->actionButton()->setText(tr("Keep in the run"));
    truth_notice_->actionButton()->setToolTip(
        tr("Write the cases and figures against the truth as it is now into the run's files"));
    lost_notice_ = new NoticeBar;
    lost_notice_->actionButton()->setText(tr("Open the faces…"));
    lost_notice_->actionButton()->show();
    connect(lost_notice_->actionButton(), &QPushButton::clicked, this,
            &CasesPage::openFolderRequested);
    tabs_ = new QTabWidget;
    tabs_->setDocumentMode(true);
    tabs_->addTab(makeGallery(), tr("&Gallery"));
    tabs_->addTab(explorer_, tr("E&xplore"));

    title_ = new QLabel;
    QFont large = title_->font();
    large.setPointSizeF(large.pointSizeF() * 1.2);
    large.setBold(true);
    title_->setFont(large);
    state_ = new QLabel;
    state_->setWordWrap(true);
    figures_ = new FigureRow;
    figures_->addFigure(
        tr("Best epoch"), QStringLiteral("888 of 888"),
        tr("The epoch with the lowest validation loss, whose predictions these are"));
    figures_->addFigure(tr("Mean error"), QStringLiteral("888.8 px"),
                        tr("Mean over the validation faces, in pixels of the pictures"));
    figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"));
    figures_->addFigure(
        QStringLiteral("AUC@0.08"), QStringLiteral("0.888"),
        tr("Area under the cumulative error distribution up to an NME of 8 %: 1 is perfect"));
    figures_->addFigure(QStringLiteral("FR@0.08"), QStringLiteral("88.88 %"),
                        tr("Share of faces with an NME above 8 %"));
    figures_->addFigure(tr("Against a constant"), QStringLiteral("88.8× better"));

    auto* cases = new QWidget;
    auto* column = new QVBoxLayout(cases);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(title_);
    column->addWidget(state_);
    column->addWidget(figures_);
    column->addWidget(tabs_, 1);
    middle_ = new QStackedWidget;
    middle_->addWidget(message_);
    middle_->addWidget(cases);
    middle_->addWidget(viewer_);
    middle_->setContentsMargins(12, 12, 12, 12);
    // Above a case that is shown large, too.
    auto* work = new QWidget;
    auto* work_column = new QVBoxLayout(work);
    work_column->setContentsMargins(0, 0, 0, 0);
    work_column->setSpacing(0);
    work_column->addWidget(lost_notice_);
    work_column->addWidget(truth_notice_);
    work_column->addWidget(middle_, 1);
    connect(order_, &QAbstractItemModel::rowsInserted, this, &CasesPage::updateCount);
    connect(order_, &QAbstractItemModel::rowsRemoved, this, &CasesPage::updateCount);
    connect(order_, &QAbstractItemModel::modelReset, this, &CasesPage::updateCount);
    return work;
}

QWidget* CasesPage::makeToolbar() {
    auto* bar = new QWidget;
    sort_ = new QComboBox(bar);
    sort_->setObjectName(QStringLiteral("sort"));
    sort_->setAccessibleName(tr("Order of the cases"));
    sort_->addItems({tr("Worst first"), tr("Best first")});
    connect(sort_, &QComboBox::currentIndexChanged, this,
            [this](int index) { order_->setBestFirst(index == 1); });
    count_ = new QLabel(bar);
    show_all_ = new QPushButton(tr("Show all"), bar);
    show_all_->setToolTip(tr("Choose none: show every face"));
    show_all_->hide();
    connect(show_all_, &QPushButton::clicked, this, [this] { setChosen({}); });
    auto* legend = new PointLegend(bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sort_);
    layout->addWidget(count_);
    layout->addWidget(show_all_);
    layout->addStretch();
    layout->addWidget(legend);
    return bar;
}

}  // namespace rudolph
