#include "ui/photos/video_strip.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>
#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

constexpr int kStripHeight = 28;
/// Seconds that a mark holds where the next is further away: frames between were not seen.
constexpr double kHolds = 0.25;
constexpr int kGapHeight = 2;
constexpr int kLeastBar = 7;

/// What is drawn of one column of pixels: the worst that lies in it.
struct Column {
    bool seen = false;
    bool gap = false;
    double confidence = 2;  ///< 2: of a face whose model cannot say
    bool face = false;
};

}  // namespace

VideoStrip::VideoStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("video strip"));
    setAccessibleName(tr("How sure the model is, over the time of the video"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setCursor(Qt::PointingHandCursor);
}

QSize VideoStrip::sizeHint() const {
    return {200, kStripHeight};
}

void VideoStrip::setMarks(const std::vector<FrameMark>& marks, double seconds) {
    marks_ = marks;
    seconds_ = seconds;
    update();
}

void VideoStrip::setPlace(double seconds) {
    place_ = seconds;
    update();
}

double VideoStrip::xOf(double seconds) const {
    const double handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    const double share = seconds_ > 0 ? std::clamp(seconds / seconds_, 0.0, 1.0) : 0;
    return handle / 2 + share * (width() - handle);
}

double VideoStrip::secondsAt(double x) const {
    const double handle = style()->pixelMetric(QStyle::PM_SliderLength, nullptr, this);
    return seconds_ * std::clamp((x - handle / 2) / std::max(1.0, width() - handle), 0.0, 1.0);
}

double VideoStrip::endOf(size_t mark) const {
    const double held = marks_[mark].seconds + kHolds;
    return mark + 1 < marks_.size() ? std::min(held, marks_[mark + 1].seconds) : held;
}

void VideoStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QRect ground(QPoint(static_cast<int>(xOf(0)), 0),
                       QPoint(static_cast<int>(xOf(seconds_)), height() - 1));
    painter.fillRect(ground, palette().color(QPalette::Base));
    if (seconds_ <= 0)
        return;
    std::vector<Column> columns(static_cast<size_t>(std::max(1, width())));
    for (size_t i = 0; i < marks_.size(); ++i) {
        const FrameMark& mark = marks_[i];
        const int from = static_cast<int>(xOf(mark.seconds));
        const int to = std::max(from + 1, static_cast<int>(xOf(endOf(i))));
        for (int x = from; x < std::min(to, width()); ++x) {
            Column& column = columns[static_cast<size_t>(x)];
            column.seen = true;
            column.gap = column.gap || mark.faces == 0;
            column.face = column.face || mark.faces > 0;
            column.confidence = std::min(column.confidence, mark.confidence.value_or(2));
        }
    }
    const QColor sure = faint(colourOf(Hue::Counted, palette()), 0.75);
    const QColor doubtful = colourOf(Hue::Doubtful, palette());
    const QColor quiet = faintText(palette(), 0.5);
    for (int x = 0; x < width(); ++x) {
        const Column& column = columns[static_cast<size_t>(x)];
        if (!column.seen)
            continue;
        const bool doubts = column.confidence < kDoubtful;
        if (column.face && (doubts || !column.gap)) {
            const double share = std::min(1.0, column.confidence);
            const int bar = std::max(kLeastBar, static_cast<int>(std::lround(share * height())));
            painter.fillRect(x, height() - bar, 1, bar,
                             doubts                  ? doubtful
                             : column.confidence > 1 ? quiet
                                                     : sure);
        } else {
            painter.fillRect(x, height() - kGapHeight - 1, 1, kGapHeight, quiet);
        }
    }
    painter.setPen(palette().color(QPalette::Mid));
    painter.drawRect(ground.adjusted(0, 0, -1, 0));
    painter.setPen(QPen(palette().color(QPalette::Text), 2));
    const double place = xOf(place_);
    painter.drawLine(QPointF(place, 0), QPointF(place, height()));
}

void VideoStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && seconds_ > 0)
        emit placeWanted(secondsAt(event->position().x()));
}

void VideoStrip::mouseMoveEvent(QMouseEvent* event) {
    if (event->buttons().testFlag(Qt::LeftButton) && seconds_ > 0)
        emit placeWanted(secondsAt(event->position().x()));
}

QString VideoStrip::textAt(double seconds) const {
    auto next =
        std::upper_bound(marks_.begin(), marks_.end(), seconds,
                         [](double time, const FrameMark& mark) { return time < mark.seconds; });
    const QString time = clockText(seconds);
    if (next == marks_.begin() || endOf(static_cast<size_t>(next - marks_.begin()) - 1) < seconds)
        return tr("%1: nobody has looked here yet").arg(time);
    const FrameMark& mark = *(next - 1);
    if (mark.faces == 0)
        return tr("%1: no face found").arg(time);
    if (!mark.confidence)
        return tr("%1: a face; the model cannot say how sure it is").arg(time);
    const QString confidence = confidenceText(*mark.confidence);
    return mark.is_doubtful() ? tr("%1: %2 sure, doubtful").arg(time, confidence)
                              : tr("%1: %2 sure").arg(time, confidence);
}

bool VideoStrip::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    QToolTip::showText(help->globalPos(), textAt(secondsAt(help->pos().x())), this);
    return true;
}

}  // namespace rudolph
