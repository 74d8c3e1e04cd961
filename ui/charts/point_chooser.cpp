#include "ui/charts/point_chooser.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <algorithm>

namespace rudolph {
namespace {

constexpr double kCursorReach = 12;  // px about the cursor

bool adds(Qt::KeyboardModifiers keys) {
    return keys.testAnyFlags(Qt::ShiftModifier | Qt::ControlModifier);
}

}  // namespace

PointChooser::PointChooser(QCustomPlot* plot, Places places, QWidget* chart)
    : QObject(chart),
      plot_(plot),
      places_(std::move(places)),
      chart_(chart),
      band_(new QRubberBand(QRubberBand::Rectangle, plot)) {
    plot->installEventFilter(this);
}

bool PointChooser::isChosen(int id) const {
    return std::binary_search(selection_.begin(), selection_.end(), id);
}

bool PointChooser::setSelection(const QVector<int>& ids) {
    QVector<int> sorted = ids;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    if (sorted == selection_)
        return false;
    selection_ = sorted;
    return true;
}

void PointChooser::choose(const QVector<int>& ids) {
    if (setSelection(ids))
        emit selectionChanged(selection_);
}

void PointChooser::choose(int id, bool takes_out, const QVector<int>& beside) {
    QVector<int> chosen = beside;
    if (takes_out && isChosen(id))
        chosen.removeAll(id);
    else
        chosen.append(id);
    choose(chosen);
}

void PointChooser::hover(int id) {
    if (id == hovered_)
        return;
    hovered_ = id;
    emit hoveredChanged(id);
}

bool PointChooser::isDragging() const {
    return band_->isVisible();
}

int PointChooser::nearest(const QPoint& at) const {
    const std::vector<Place> places = places_();
    int nearest = -1;
    double closest = kCursorReach * kCursorReach;
    for (size_t i = 0; i < places.size(); ++i) {
        const QPointF away = places[i].in_plot - at;
        const double squared = QPointF::dotProduct(away, away);
        if (squared >= closest)
            continue;
        closest = squared;
        nearest = static_cast<int>(i);
    }
    return nearest;
}

bool PointChooser::eventFilter(QObject* watched, QEvent* event) {
    const auto mouse = [event] { return static_cast<QMouseEvent*>(event); };
    switch (event->type()) {
        case QEvent::MouseButtonPress:
            if (mouse()->button() != Qt::LeftButton)
                break;
            chart_->setFocus(Qt::MouseFocusReason);
            // Also beside the axes, so that a frame reaches the outermost points.
            pressed_ = mouse()->pos();
            break;
        case QEvent::MouseMove:
            drag(mouse()->pos());
            break;
        case QEvent::MouseButtonRelease:
            if (mouse()->button() == Qt::LeftButton)
                release(mouse()->pos(), mouse()->modifiers());
            break;
        case QEvent::Leave:
            hover(-1);
            break;
        default:
            break;
    }
    return QObject::eventFilter(watched, event);
}

void PointChooser::drag(const QPoint& at) {
    if (!pressed_)
        return;
    const bool far = (at - *pressed_).manhattanLength() >= QApplication::startDragDistance();
    if (!far && !band_->isVisible())
        return;
    band_->setGeometry(QRect(*pressed_, at).normalized() & plot_->axisRect()->rect());
    band_->show();
}

void PointChooser::release(const QPoint& at, Qt::KeyboardModifiers keys) {
    if (!pressed_)
        return;
    pressed_.reset();
    if (!band_->isVisible())
        return click(at, keys);
    band_->hide();
    const QRectF frame = band_->geometry();
    QVector<int> chosen = adds(keys) ? selection_ : QVector<int>();
    for (const Place& place : places_())
        if (frame.contains(place.in_plot))
            chosen.append(place.id);
    choose(chosen);
}

void PointChooser::click(const QPoint& at, Qt::KeyboardModifiers keys) {
    const int place = nearest(at);
    const int id = place < 0 ? -1 : places_()[static_cast<size_t>(place)].id;
    hover(id);
    if (id >= 0)
        choose(id, keys.testFlag(Qt::ControlModifier), adds(keys) ? selection_ : QVector<int>());
    else if (!adds(keys))
        choose({});
}

bool PointChooser::keyPress(const QKeyEvent& event) {
    if (event.matches(QKeySequence::SelectAll)) {
        QVector<int> all;
        for (const Place& place : places_())
            all.append(place.id);
        choose(all);
    } else if (event.key() == Qt::Key_Escape && (pressed_ || !selection_.isEmpty())) {
        // A frame that is being drawn goes first.
        if (pressed_) {
            pressed_.reset();
            band_->hide();
        } else {
            choose({});
        }
    } else if (event.key() == Qt::Key_Left || event.key() == Qt::Key_Right) {
        step(event.key() == Qt::Key_Right ? 1 : -1);
    } else if (event.key() == Qt::Key_Space && hovered_ >= 0) {
        choose(hovered_, true, selection_);
    } else {
        return false;
    }
    return true;
}

void PointChooser::step(int by) {
    const std::vector<Place> places = places_();
    std::vector<int> order(places.size());
    for (size_t i = 0; i < order.size(); ++i)
        order[i] = static_cast<int>(i);
    const auto at = [&places](int i) -> const Place& { return places[static_cast<size_t>(i)]; };
    std::stable_sort(order.begin(), order.end(),
                     [&](int a, int b) { return at(a).in_plot.x() < at(b).in_plot.x(); });
    if (order.empty())
        return;
    const auto now =
        std::find_if(order.begin(), order.end(), [&](int i) { return at(i).id == hovered_; });
    const auto count = std::ssize(order);
    const auto from = now == order.end() ? (by > 0 ? -1 : count) : now - order.begin();
    const int next =
        order[static_cast<size_t>(std::clamp(from + by, std::ptrdiff_t{0}, count - 1))];
    hover(at(next).id);
    emit stepped(next);
}

}  // namespace rudolph
