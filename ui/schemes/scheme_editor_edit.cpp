#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>
#include <QTimer>
#include <QUndoCommand>
#include <algorithm>
#include <numeric>

#include "ui/schemes/scheme_canvas.h"
#include "ui/schemes/scheme_editor.h"

namespace rudolph {

/// A step in a scheme's history: the draft before and after it.
class ChangeDraft : public QUndoCommand {
public:
    ChangeDraft(SchemeEditor* editor, const QString& what, SchemeDraft after, QString merge)
        : QUndoCommand(what),
          editor_(editor),
          before_(editor->draft_),
          after_(std::move(after)),
          merge_(std::move(merge)) {}

    void undo() override { show(before_); }
    void redo() override { show(after_); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ChangeDraft*>(other);
        if (next->merge_ != merge_)
            return false;
        after_ = next->after_;
        return true;
    }

private:
    void show(const SchemeDraft& draft) {
        editor_->draft_ = draft;
        editor_->showDraft();
    }

    SchemeEditor* editor_;
    SchemeDraft before_;
    SchemeDraft after_;
    QString merge_;
};

void SchemeEditor::change(const QString& what, const Edit& edit, const QString& merge) {
    if (showing_)
        return;
    SchemeDraft after = draft_;
    edit(after);
    if (after == draft_)
        showDraft();  // a field may show what was not taken
    else
        undo_.push(new ChangeDraft(this, what, std::move(after), merge));
}

void SchemeEditor::canvasClicked(int point) {
    switch (tabs_->currentIndex()) {
        case PointsTab:
            chosen_point_ = point;
            showChosen();
            break;
        case LinesTab:
            addToLine(point);
            break;
        case PairsTab:
            pairWith(point);
            break;
        default:
            pickForDistance(point);
            break;
    }
}

void SchemeEditor::placeClicked(const Point& place) {
    if (tabs_->currentIndex() == PairsTab && waiting_) {
        waiting_.reset();
        showChosen();
    }
    if (tabs_->currentIndex() != PointsTab)
        return;
    const auto index = static_cast<size_t>(chosen_point_);
    if (chosen_point_ >= 0 && !draft_.places[index]) {
        change(tr("Place %1").arg(QString::fromStdString(draft_.scheme.point_names[index])),
               [index, &place](SchemeDraft& draft) { draft.places[index] = place; });
        // The next one that has no place yet, so that a list of names is placed by clicks alone.
        const auto next =
            std::find(draft_.places.begin() + chosen_point_, draft_.places.end(), std::nullopt);
        if (next != draft_.places.end())
            chosen_point_ = static_cast<int>(next - draft_.places.begin());
    } else {
        const QString name = freePointName(draft_.scheme);
        chosen_point_ = draft_.scheme.size();
        change(tr("Add %1").arg(name),
               [&name, &place](SchemeDraft& draft) { addPoint(draft, name, place); });
    }
    showChosen();
}

void SchemeEditor::addToLine(int point) {
    const int line = lines_->currentRow();
    if (line < 0)
        return;
    const auto index = static_cast<size_t>(line);
    const std::vector<int>& points = draft_.scheme.lines[index].points;
    const bool take_back = !points.empty() && points.back() == point;
    change(take_back ? tr("Shorten a line") : tr("Lengthen a line"),
           [index, point, take_back](SchemeDraft& draft) {
               std::vector<int>& edited = draft.scheme.lines[index].points;
               if (take_back)
                   edited.pop_back();
               else
                   edited.push_back(point);
           });
}

void SchemeEditor::pairWith(int point) {
    if (!waiting_) {
        waiting_ = point;
        showChosen();
        return;
    }
    const int first = *std::exchange(waiting_, std::nullopt);
    change(first == point ? tr("Put a point on the axis") : tr("Pair two points"),
           [first, point](SchemeDraft& draft) { pairPoints(draft, first, point); });
}

void SchemeEditor::pickForDistance(int point) {
    if (picking_ == Picking::Nothing || !draft_.scheme.normaliser)
        return;
    const bool from = picking_ == Picking::From;
    change(tr("Pick a point of the distance"), [point, from](SchemeDraft& draft) {
        std::vector<int>& end = from ? draft.scheme.normaliser->from : draft.scheme.normaliser->to;
        if (std::erase(end, point) == 0)
            end.push_back(point);
    });
}

void SchemeEditor::addPointToList() {
    const QString name = freePointName(draft_.scheme);
    chosen_point_ = draft_.scheme.size();
    change(tr("Add %1").arg(name),
           [&name](SchemeDraft& draft) { addPoint(draft, name, std::nullopt); });
    points_->setFocus();
    points_->editItem(points_->item(chosen_point_));
}

void SchemeEditor::removeChosen() {
    const int line = lines_->currentRow();
    const int pair = pairs_->currentRow();
    switch (tabs_->currentIndex()) {
        case PointsTab:
            removePointAt(chosen_point_);
            break;
        case LinesTab:
            if (line >= 0)
                change(tr("Remove a line"), [line](SchemeDraft& draft) {
                    draft.scheme.lines.erase(draft.scheme.lines.begin() + line);
                });
            break;
        case PairsTab:
            if (pair >= 0)
                change(tr("Remove a pair"), [pair](SchemeDraft& draft) {
                    draft.scheme.mirror_pairs.erase(draft.scheme.mirror_pairs.begin() + pair);
                });
            break;
        default:
            break;
    }
}

void SchemeEditor::removePointAt(int point) {
    if (point < 0)
        return;
    const QString name =
        QString::fromStdString(draft_.scheme.point_names[static_cast<size_t>(point)]);
    change(tr("Remove %1").arg(name), [point](SchemeDraft& draft) { removePoint(draft, point); });
}

void SchemeEditor::shiftPoint(int by) {
    const int to = chosen_point_ + by;
    if (chosen_point_ < 0 || to < 0 || to >= draft_.scheme.size())
        return;
    std::vector<int> order(draft_.places.size());
    std::iota(order.begin(), order.end(), 0);
    std::swap(order[static_cast<size_t>(chosen_point_)], order[static_cast<size_t>(to)]);
    chosen_point_ = to;
    change(tr("Reorder the points"), [&order](SchemeDraft& draft) { reorderPoints(draft, order); });
}

void SchemeEditor::pointsDragged() {
    if (showing_)
        return;
    std::vector<int> order;
    for (int i = 0; i < points_->count(); ++i)
        order.push_back(points_->item(i)->data(Qt::UserRole).toInt());
    // The list is still moving its rows: what it shows is set when it has done so.
    QTimer::singleShot(0, this, [this, order] {
        if (order.size() != draft_.places.size())
            return;
        const auto now = std::find(order.begin(), order.end(), chosen_point_);
        chosen_point_ = now == order.end() ? -1 : static_cast<int>(now - order.begin());
        change(tr("Reorder the points"),
               [&order](SchemeDraft& draft) { reorderPoints(draft, order); });
    });
}

void SchemeEditor::setDistanceUsed(bool used) {
    change(used ? tr("Divide errors by a distance") : tr("Divide errors by the bounding box"),
           [used](SchemeDraft& draft) {
               if (used)
                   draft.scheme.normaliser =
                       NormalisingDistance{tr("inter-ocular").toStdString(), {}, {}};
               else
                   draft.scheme.normaliser.reset();
           });
    setPicking(used ? Picking::From : Picking::Nothing);
}

void SchemeEditor::setPicking(Picking picking) {
    picking_ = picking;
    pick_from_->setChecked(picking == Picking::From);
    pick_to_->setChecked(picking == Picking::To);
    showChosen();
}

}  // namespace rudolph
