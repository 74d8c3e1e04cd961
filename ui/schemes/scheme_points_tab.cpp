#include "ui/schemes/scheme_points_tab.h"

#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QStyledItemDelegate>
#include <QTimer>
#include <algorithm>
#include <numeric>

namespace rudolph {
namespace {

/// Shows an item's number before its text, which is edited without it.
class NumberedDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override {
        QStyledItemDelegate::initStyleOption(option, index);
        option->text = QStringLiteral("%1   %2").arg(index.row()).arg(option->text);
    }
};

}  // namespace

SchemePointsTab::SchemePointsTab(SchemeDocument* document)
    : SchemeTab(document), points_(makeList(QStringLiteral("points"), tr("Points"))) {
    points_->setItemDelegate(new NumberedDelegate(points_));
    points_->setDragDropMode(QAbstractItemView::InternalMove);
    points_->setUniformItemSizes(true);
    connect(points_, &QListWidget::currentRowChanged, this, &SchemePointsTab::choose);
    connect(points_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const auto point = static_cast<size_t>(points_->row(item));
        document_.change(tr("Rename a point"), [point, item](SchemeDraft& draft) {
            draft.scheme.point_names[point] = item->text().trimmed().toStdString();
        });
    });
    connect(points_->model(), &QAbstractItemModel::rowsMoved, this, &SchemePointsTab::dragged);
    stack(
        {points_,
         schemeRow(
             {makeButton(tr("Add"), tr("A point at the end of the list, to be placed"),
                         [this] { addToList(); }),
              makeButton(tr("Remove"), tr("Remove the chosen point"), [this] { removeChosen(); }),
              makeButton(tr("Up"), tr("The chosen point comes earlier"), [this] { shift(-1); }),
              makeButton(tr("Down"), tr("The chosen point comes later"), [this] { shift(1); })})});
}

void SchemePointsTab::showDraft() {
    const SchemeDraft& draft = document_.draft();
    chosen_ = std::min(chosen_, draft.scheme.size() - 1);
    QStringList names;
    for (const std::string& name : draft.scheme.point_names)
        names << QString::fromStdString(name);
    showRows(points_, names, true);
    const QSignalBlocker quiet(points_);
    for (int i = 0; i < points_->count(); ++i) {
        QFont font = points_->font();
        const bool placed = draft.places[static_cast<size_t>(i)].has_value();
        font.setItalic(!placed);
        points_->item(i)->setFont(font);
        points_->item(i)->setToolTip(placed ? QString() : tr("Not placed yet"));
    }
    points_->setCurrentRow(chosen_);
}

SchemeLook SchemePointsTab::look() const {
    SchemeLook look;
    if (chosen_ >= 0)
        look.chosen = {chosen_};
    look.draggable = true;
    return look;
}

QString SchemePointsTab::hint() const {
    return tr(
        "Click to add a point or to place the one that is chosen; drag to move it. Double-click "
        "a name to change it.");
}

void SchemePointsTab::choose(int point) {
    chosen_ = point;
    const QSignalBlocker quiet(points_);
    points_->setCurrentRow(point);
    emit lookChanged();
}

void SchemePointsTab::clickPlace(const Point& place) {
    const SchemeDraft& now = document_.draft();
    const auto index = static_cast<size_t>(chosen_);
    if (chosen_ >= 0 && !now.places[index]) {
        document_.change(tr("Place %1").arg(document_.pointName(chosen_)),
                         [index, &place](SchemeDraft& draft) { draft.places[index] = place; });
        // The next one that has no place yet, so that a list of names is placed by clicks alone.
        const auto next = std::find(now.places.begin() + chosen_, now.places.end(), std::nullopt);
        choose(next == now.places.end() ? chosen_ : static_cast<int>(next - now.places.begin()));
    } else {
        const QString name = freePointName(now.scheme);
        chosen_ = now.scheme.size();
        document_.change(tr("Add %1").arg(name),
                         [&name, &place](SchemeDraft& draft) { addPoint(draft, name, place); });
    }
}

void SchemePointsTab::movePoint(int point, const Point& place, bool one_of_many) {
    chosen_ = point;
    const auto index = static_cast<size_t>(point);
    document_.change(
        tr("Move %1").arg(document_.pointName(point)),
        [index, &place](SchemeDraft& draft) { draft.places[index] = place; },
        one_of_many ? QStringLiteral("nudge %1").arg(point) : QString());
}

void SchemePointsTab::addToList() {
    const QString name = freePointName(scheme());
    chosen_ = scheme().size();
    document_.change(tr("Add %1").arg(name),
                     [&name](SchemeDraft& draft) { addPoint(draft, name, std::nullopt); });
    points_->setFocus();
    points_->editItem(points_->item(chosen_));
}

void SchemePointsTab::removeChosen() {
    if (chosen_ >= 0)
        document_.change(tr("Remove %1").arg(document_.pointName(chosen_)),
                         [point = chosen_](SchemeDraft& draft) { removePoint(draft, point); });
}

void SchemePointsTab::shift(int by) {
    const int to = chosen_ + by;
    if (chosen_ < 0 || to < 0 || to >= scheme().size())
        return;
    std::vector<int> order(document_.draft().places.size());
    std::iota(order.begin(), order.end(), 0);
    std::swap(order[static_cast<size_t>(chosen_)], order[static_cast<size_t>(to)]);
    reorder(order);
}

void SchemePointsTab::dragged() {
    std::vector<int> order;
    for (int i = 0; i < points_->count(); ++i)
        order.push_back(points_->item(i)->data(Qt::UserRole).toInt());
    // The list is still moving its rows: what it shows is set when it has done so.
    QTimer::singleShot(0, this, [this, order] {
        if (order.size() == document_.draft().places.size())
            reorder(order);
    });
}

void SchemePointsTab::reorder(const std::vector<int>& order) {
    const auto now = std::find(order.begin(), order.end(), chosen_);
    chosen_ = now == order.end() ? -1 : static_cast<int>(now - order.begin());
    document_.change(tr("Reorder the points"),
                     [&order](SchemeDraft& draft) { reorderPoints(draft, order); });
}

}  // namespace rudolph
