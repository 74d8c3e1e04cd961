#include "ui/photos/photo_list_panel.h"

#include <QComboBox>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>
#include <QToolButton>
#include <algorithm>
#include <utility>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/icons.h"
#include "ui/parts/narrow_box.h"
#include "ui/photos/photo_tile.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kGridPicture = 100;
constexpr int kFooterMs = 30;

}  // namespace

PhotoListPanel::PhotoListPanel(PhotoListModel* photos, QWidget* parent)
    : QWidget(parent),
      photos_(photos),
      order_(new PhotoOrder(photos, this)),
      thumbnails_(new FaceThumbnails(FaceGallery::kRowThumbnail, this)),
      list_(new FaceGallery(thumbnails_,
                            [this](const QModelIndex& index) {
                                return photoTile(order_->entry(index.row()),
                                                 index.data(Qt::DisplayRole).toString());
                            })),
      footer_(new QLabel(this)) {
    // Before the view does: it would go to the entry above.
    connect(order_, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this](const QModelIndex&, int first, int last) {
                const int row = list_->currentIndex().row();
                remaking_ = row >= first && row <= last;
                row_ = remaking_ ? first : row_;
            });
    makeList();
    footer_->hide();
    footer_->setForegroundRole(QPalette::PlaceholderText);
    footer_->setWordWrap(true);
    auto* column = makeColumn(this, 8);
    column->addWidget(makeBar());
    column->addWidget(list_, 1);
    column->addWidget(footer_);
    footer_timer_.setSingleShot(true);
    footer_timer_.setInterval(kFooterMs);
    connect(&footer_timer_, &QTimer::timeout, this, &PhotoListPanel::updateFooter);
    connect(order_, &QAbstractItemModel::modelAboutToBeReset, this, [this] { remaking_ = true; });
    connect(order_, &QAbstractItemModel::modelReset, this, [this] {
        remaking_ = false;
        const int row = order_->rowOfId(told_);
        list_->setCurrentIndex(
            order_->index(row >= 0 ? row : std::min(row_, order_->rowCount() - 1), 0));
        tell();
    });
    const auto rows_changed = [this] {
        if (!list_->currentIndex().isValid() && order_->rowCount() > 0)
            list_->setCurrentIndex(order_->index(0, 0));
        tell();
    };
    connect(order_, &QAbstractItemModel::rowsInserted, this, rows_changed);
    connect(order_, &QAbstractItemModel::rowsRemoved, this, [this, rows_changed] {
        if (std::exchange(remaking_, false))
            list_->setCurrentIndex(order_->index(std::min(row_, order_->rowCount() - 1), 0));
        rows_changed();
    });
    setGrid(Settings().get(settings::kPhotosAsGrid));
}

QWidget* PhotoListPanel::makeBar() {
    auto* bar = new QWidget(this);
    which_ = makeNarrowBox(bar, "which photographs", 6, tr("Which photographs"));
    which_->addItems({tr("All"), tr("Without a face"), tr("Doubtful"), tr("Broken")});
    by_ = makeNarrowBox(bar, "order of photographs", 6, tr("Their order"));
    by_->addItems({tr("As added"), tr("By name"), tr("Least sure first")});
    for (QComboBox* box : {which_, by_}) {
        box->setToolTip(box->accessibleName());
        box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }
    grid_ = new QToolButton(bar);
    grid_->setObjectName(QStringLiteral("grid"));
    grid_->setIcon(themedIcon(QStringLiteral("grid")));
    grid_->setCheckable(true);
    grid_->setAutoRaise(true);
    grid_->setFocusPolicy(Qt::TabFocus);
    grid_->setToolTip(tr("Thumbnails as a grid"));
    grid_->setAccessibleName(grid_->toolTip());
    connect(which_, &QComboBox::currentIndexChanged, this, [this](int index) {
        order_->setWhich(static_cast<PhotoOrder::Which>(index));
        updateFooter();
    });
    connect(by_, &QComboBox::currentIndexChanged, this, [this](int index) {
        order_->setBy(static_cast<PhotoOrder::By>(index));
        list_->scrollTo(list_->currentIndex());
    });
    connect(grid_, &QToolButton::toggled, this, [this](bool on) {
        Settings().set(settings::kPhotosAsGrid, on);
        setGrid(on);
    });
    auto* row = makeRow(bar, 4);
    row->addWidget(which_, 1);
    row->addWidget(by_, 1);
    row->addWidget(grid_);
    return bar;
}

void PhotoListPanel::makeList() {
    list_->setModel(order_);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setContextMenuPolicy(Qt::CustomContextMenu);
    list_->setAccessibleName(tr("Photographs"));
    list_->setObjectName(QStringLiteral("photographs"));
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this] { tell(); });
    connect(list_, &QWidget::customContextMenuRequested, this, &PhotoListPanel::showMenu);
}

void PhotoListPanel::setGrid(bool grid) {
    grid_->setChecked(grid);
    const int side = grid ? kGridPicture : FaceGallery::kRowPicture;
    list_->setShape(grid ? FaceGallery::Shape::Grid : FaceGallery::Shape::Rows, {side, side}, 6);
    list_->setGridSize(grid ? list_->cellSize() : QSize());
    list_->scrollTo(list_->currentIndex());
}

int PhotoListPanel::current() const {
    return order_->idAt(list_->currentIndex().row());
}

std::vector<int> PhotoListPanel::selected() const {
    std::vector<int> rows;
    for (const QModelIndex& index : list_->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<int> ids;
    ids.reserve(rows.size());
    for (const int row : rows)
        ids.push_back(order_->idAt(row));
    return ids;
}

std::vector<int> PhotoListPanel::inView() const {
    std::vector<int> ids;
    const auto [first, behind] = list_->rowsInView();
    for (int row = first; row < behind; ++row)
        ids.push_back(order_->idAt(row));
    return ids;
}

void PhotoListPanel::choose(int id) {
    if (photos_->rowOf(id) < 0)
        return;
    if (order_->rowOfId(id) < 0)
        which_->setCurrentIndex(0);
    const QModelIndex index = order_->index(order_->rowOfId(id), 0);
    list_->setCurrentIndex(index);
    list_->scrollTo(index);
}

void PhotoListPanel::chooseNext(int step) {
    const QModelIndex now = list_->currentIndex();
    const QModelIndex wanted = order_->index(now.isValid() ? now.row() + step : 0, 0);
    if (wanted.isValid())
        list_->setCurrentIndex(wanted);
}

void PhotoListPanel::focusList() {
    list_->setFocus(Qt::OtherFocusReason);
}

void PhotoListPanel::tell() {
    if (remaking_)
        return;
    const int id = current();
    row_ = std::max(0, list_->currentIndex().row());
    footer_timer_.start();
    if (id == told_)
        return;
    told_ = id;
    emit currentChanged(id);
}

void PhotoListPanel::updateFooter() {
    const int shown = order_->rowCount();
    const int all = photos_->rowCount();
    footer_->setVisible(shown < all);
    footer_->setText(shown == 0 ? tr("None of the photographs is so.")
                                : tr("%1 of %2 shown").arg(countText(shown), countText(all)));
}

void PhotoListPanel::showMenu(const QPoint& at) {
    if (!list_->indexAt(at).isValid())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit menuRequested(menu);
    menu->popup(list_->viewport()->mapToGlobal(at));
}

}  // namespace rudolph
