// How points are chosen with the mouse and the keys.
#include <qcustomplot.h>

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QRubberBand>
#include <algorithm>

#include "ui/charts/scatter_chart_parts.h"

namespace rudolph {

bool ScatterChart::eventFilter(QObject* watched, QEvent* event) {
    const auto* mouse = static_cast<QMouseEvent*>(event);
    switch (event->type()) {
        case QEvent::MouseButtonPress:
            if (mouse->button() == Qt::LeftButton)
                press(mouse->pos());
            break;
        case QEvent::MouseMove:
            drag(mouse->pos());
            break;
        case QEvent::MouseButtonRelease:
            if (mouse->button() == Qt::LeftButton)
                release(mouse->pos(), mouse->modifiers());
            break;
        case QEvent::Leave:
            hover(-1);
            break;
        default:
            break;
    }
    return Chart::eventFilter(watched, event);
}

void ScatterChart::press(const QPoint& at) {
    setFocus(Qt::MouseFocusReason);
    if (plot().axisRect()->rect().contains(at))
        parts_->pressed = at;
}

void ScatterChart::drag(const QPoint& at) {
    Parts& p = *parts_;
    if (!p.pressed)
        return;
    const bool far = (at - *p.pressed).manhattanLength() >= QApplication::startDragDistance();
    if (!far && !p.band->isVisible())
        return;
    p.band->setGeometry(QRect(*p.pressed, at).normalized() & plot().axisRect()->rect());
    p.band->show();
}

void ScatterChart::release(const QPoint& at, Qt::KeyboardModifiers keys) {
    Parts& p = *parts_;
    if (!p.pressed)
        return;
    p.pressed.reset();
    if (!p.band->isVisible())
        return click(at, keys);
    p.band->hide();
    const QRectF frame = p.band->geometry();
    QVector<int> chosen;
    if (keys & (Qt::ShiftModifier | Qt::ControlModifier))
        chosen = p.selection;
    p.forPoints(*this, [&](const Series& series, qsizetype i) {
        if (frame.contains(QPointF(plot().xAxis->coordToPixel(series.x[i]),
                                   plot().yAxis->coordToPixel(series.y[i]))))
            chosen.append(series.ids[i]);
    });
    choose(chosen);
}

void ScatterChart::click(const QPoint& at, Qt::KeyboardModifiers keys) {
    const bool adds = keys & (Qt::ShiftModifier | Qt::ControlModifier);
    readoutAt(at);
    const int id = parts_->hovered;
    if (id < 0) {
        if (!adds)
            choose({});
        return;
    }
    QVector<int> chosen;
    if (adds)
        chosen = parts_->selection;
    if ((keys & Qt::ControlModifier) && parts_->isChosen(id))
        chosen.removeAll(id);
    else
        chosen.append(id);
    choose(chosen);
}

void ScatterChart::choose(const QVector<int>& ids) {
    const QVector<int> before = parts_->selection;
    setSelection(ids);
    if (parts_->selection != before)
        emit selectionChanged(parts_->selection);
}

void ScatterChart::keyPressEvent(QKeyEvent* event) {
    Parts& p = *parts_;
    if (event->matches(QKeySequence::SelectAll)) {
        QVector<int> all;
        p.forPoints(*this,
                    [&all](const Series& series, qsizetype i) { all.append(series.ids[i]); });
        choose(all);
    } else if (event->key() == Qt::Key_Escape && (p.pressed || !p.selection.isEmpty())) {
        // A frame that is being drawn goes first.
        if (p.pressed) {
            p.pressed.reset();
            p.band->hide();
        } else {
            choose({});
        }
    } else if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right) {
        step(event->key() == Qt::Key_Right ? 1 : -1);
    } else if (event->key() == Qt::Key_Space && p.hovered >= 0) {
        QVector<int> chosen = p.selection;
        if (p.isChosen(p.hovered))
            chosen.removeAll(p.hovered);
        else
            chosen.append(p.hovered);
        choose(chosen);
    } else {
        Chart::keyPressEvent(event);
    }
}

void ScatterChart::focusOutEvent(QFocusEvent* event) {
    Chart::focusOutEvent(event);
    hover(-1);
    setReadout({});
}

void ScatterChart::step(int by) {
    struct Place {
        double x, y;
        int id;
    };
    std::vector<Place> places;
    parts_->forPoints(*this, [&places](const Series& series, qsizetype i) {
        places.push_back({series.x[i], series.y[i], series.ids[i]});
    });
    if (places.empty())
        return;
    std::stable_sort(places.begin(), places.end(),
                     [](const Place& a, const Place& b) { return a.x < b.x; });
    const auto now = std::find_if(places.begin(), places.end(), [this](const Place& place) {
        return place.id == parts_->hovered;
    });
    const auto count = std::ssize(places);
    const auto from = now == places.end() ? (by > 0 ? -1 : count) : now - places.begin();
    const Place& next =
        places[static_cast<size_t>(std::clamp(from + by, std::ptrdiff_t{0}, count - 1))];
    hover(next.id);
    setReadout(parts_->readout(next.id, next.x, next.y));
}

}  // namespace rudolph
