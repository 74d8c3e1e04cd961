#include "ui/cases/case_gallery.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <algorithm>
#include <initializer_list>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/cases/case_filter_bar.h"
#include "ui/cases/case_studies.h"
#include "ui/cases/case_tile.h"
#include "ui/parts/face_gallery.h"
#include "ui/parts/point_legend.h"

namespace rudolph {

CaseGallery::CaseGallery(Session* session, CaseStudies* studies, CaseListModel* model,
                         CaseOrder* order, QWidget* parent)
    : QWidget(parent),
      session_(session),
      studies_(studies),
      model_(model),
      order_(order),
      sort_(new QComboBox),
      count_(new QLabel),
      show_all_(new QPushButton(tr("Show all"))),
      filters_(new CaseFilterBar),
      faces_(new FaceGallery(model->thumbnails(), caseTile)) {
    faces_->setShape(FaceGallery::Shape::Grid, kCasePicture, kCasePadding);
    faces_->setObjectName(QStringLiteral("gallery"));
    faces_->setModel(order_);
    faces_->setSpacing(2);
    faces_->setSelectionMode(QAbstractItemView::SingleSelection);
    faces_->setAccessibleName(tr("Cases"));
    faces_->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(faces_, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit caseRequested(index.row()); });
    // Enter; a click has come through clicked() already, and hidden the gallery.
    connect(faces_, &QListView::activated, this, [this](const QModelIndex& index) {
        if (isVisible())
            emit caseRequested(index.row());
    });
    connect(faces_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex& index) {
                emit currentChanged(index.isValid() ? order_->mapToSource(index).row() : -1);
            });
    connect(faces_, &QWidget::customContextMenuRequested, this, &CaseGallery::showMenu);
    connect(filters_, &CaseFilterBar::queryChanged, order_, &CaseOrder::setQuery);
    connect(studies_, &CaseStudies::chosenChanged, this, [this] {
        order_->setChosen(studies_->chosen());
        showCount();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(order_, signal, this, &CaseGallery::showCount);
    connect(order_, &QAbstractItemModel::modelReset, this, &CaseGallery::showCount);

    auto* column = makeColumn(this, 8, {0, 8, 0, 0});
    column->addWidget(makeBar());
    column->addWidget(filters_);
    column->addWidget(faces_, 1);
    showCount();
}

QWidget* CaseGallery::makeBar() {
    auto* bar = new QWidget(this);
    sort_->setObjectName(QStringLiteral("sort"));
    sort_->setAccessibleName(tr("Order of the cases"));
    sort_->addItems({tr("Worst first"), tr("Best first")});
    connect(sort_, &QComboBox::currentIndexChanged, this,
            [this](int index) { order_->setRank(static_cast<CaseRank>(std::max(0, index))); });
    show_all_->setToolTip(tr("Choose none: show every face"));
    connect(show_all_, &QPushButton::clicked, this, [this] { studies_->choose({}); });
    auto* layout = makeRow(bar, 8);
    for (QWidget* widget : std::initializer_list<QWidget*>{sort_, count_, show_all_})
        layout->addWidget(widget);
    layout->addStretch();
    layout->addWidget(new PointLegend(bar));
    return bar;
}

void CaseGallery::updateFilters() {
    constexpr int kMostVaried = static_cast<int>(CaseRank::MostVariedFirst);
    const bool offered = sort_->count() > kMostVaried;
    if (model_->isOfStudy() && !offered)
        sort_->addItem(tr("Most varied from run to run first"));
    else if (!model_->isOfStudy() && offered)
        sort_->removeItem(kMostVaried);
    filters_->setCases(*model_);
}

void CaseGallery::clearFilters() {
    filters_->clear();
}

void CaseGallery::focusSearch() {
    filters_->search()->setFocus();
}

void CaseGallery::setCurrent(int place) {
    faces_->setCurrentIndex(order_->index(place, 0));
}

void CaseGallery::focusFaces() {
    faces_->setFocus();
    faces_->scrollTo(faces_->currentIndex());
}

void CaseGallery::showCount() {
    const auto chosen = static_cast<int>(studies_->chosen().size());
    show_all_->setVisible(chosen > 0);
    const int shown = order_->rowCount();
    const int all = model_->rowCount();
    count_->setText(chosen > 0     ? tr("%Ln chosen faces", nullptr, chosen)
                    : shown == all ? tr("%Ln faces", nullptr, all)
                    : shown == 0   ? tr("No face matches the filter")
                                   : tr("%1 of %Ln faces", nullptr, all).arg(countText(shown)));
}

void CaseGallery::showMenu(const QPoint& at) {
    const QModelIndex index = faces_->indexAt(at);
    if (!index.isValid())
        return;
    const int row = order_->mapToSource(index).row();
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Show large"), this, [this, index] { emit caseRequested(index.row()); });
    menu->addAction(tr("Show in the charts"), this, [this, index] {
        faces_->setCurrentIndex(index);
        emit chartsRequested();
    });
    menu->addAction(tr("Mend the truth…"), this, [this, row] { studies_->mend(row); });
    session_->watchedFaces().fillMenu(
        menu, QString::fromStdString(studies_->run().experiment.data),
        {QString::fromStdString(model_->caseAt(row).result.sample_id)});
    menu->popup(faces_->viewport()->mapToGlobal(at));
}

}  // namespace rudolph
