#include "ui/charts/bar_chart.h"

#include <qcustomplot.h>

#include <QKeyEvent>
#include <QMouseEvent>
#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/charts/chart_style.h"

namespace rudolph {

namespace {

constexpr double kWidth = 0.6;    // of the place for a bar
constexpr double kShared = 0.38;  // when there are two
constexpr double kRoomForValue = 1.3;
constexpr double kRoomForName = 1.6;
constexpr int kLeftAndRight = 12;  // px

}  // namespace

struct BarChart::Parts {
    QStringList labels;
    QVector<double> values;
    QVector<double> second;
    QString first_name;
    QString second_name;
    QCPBars* bars = nullptr;
    QCPBars* second_bars = nullptr;
    std::vector<QCPItemText*> texts;  ///< of the bars, then of the second ones
    std::function<QString(double)> value_text;
    std::function<QString(int)> readout;
    ChartColours colours;
    int current = -1;  ///< of the keys

    double highest() const {
        double top = 0;
        for (const QVector<double>* row : {&values, &second})
            for (const double value : *row)
                if (std::isfinite(value))
                    top = std::max(top, value);
        return top;
    }
};

BarChart::BarChart(QWidget* parent) : Chart(parent), parts_(std::make_unique<Parts>()) {
    setFocusPolicy(Qt::StrongFocus);
    Parts& p = *parts_;
    p.bars = new QCPBars(plot().yAxis, plot().xAxis);
    p.second_bars = new QCPBars(plot().yAxis, plot().xAxis);
    p.value_text = [](double value) { return figureText(value); };
    plot().yAxis->setRangeReversed(true);
    plot().yAxis->grid()->setVisible(false);
    plot().xAxis->setVisible(false);
    plot().axisRect()->setAutoMargins(QCP::msLeft);
    plot().axisRect()->setMargins(QMargins(0, 4, kLeftAndRight, 4));
    plot().setMinimumSize(160, 60);
    start();
    plot().yAxis->setTicker(QSharedPointer<QCPAxisTickerText>::create());
    plot().yAxis->setTickLength(0, 0);
}

BarChart::~BarChart() = default;

void BarChart::setBars(const QStringList& labels, const QVector<double>& values) {
    Parts& p = *parts_;
    p.labels = labels;
    p.values = values;
    p.second.clear();
    p.current = -1;
    auto ticker = QSharedPointer<QCPAxisTickerText>::create();
    for (qsizetype i = 0; i < labels.size(); ++i)
        ticker->addTick(static_cast<double>(i), labels[i]);
    plot().yAxis->setTicker(ticker);
    showAll();
}

void BarChart::setSecondBars(const QVector<double>& values, const QString& first_name,
                             const QString& second_name) {
    parts_->second = values;
    parts_->first_name = first_name;
    parts_->second_name = second_name;
    changed();
}

void BarChart::setValueText(const std::function<QString(double)>& text) {
    parts_->value_text = text;
    changed();
}

void BarChart::setReadoutText(const std::function<QString(int)>& text) {
    parts_->readout = text;
}

int BarChart::barCount() const {
    return static_cast<int>(parts_->labels.size());
}

QPointF BarChart::placeOf(int bar) const {
    const double x = plot().xAxis->coordToPixel(parts_->values[bar] / 2);
    return plot().mapTo(this, QPointF(x, plot().yAxis->coordToPixel(bar)).toPoint());
}

bool BarChart::isEmpty() const {
    return parts_->labels.isEmpty();
}

void BarChart::prepare() {
    Parts& p = *parts_;
    for (QCPItemText* text : p.texts)
        plot().removeItem(text);
    p.texts.clear();
    const bool two = !p.second.isEmpty();
    const auto draw = [&](QCPBars* bars, const QVector<double>& values, double offset,
                          const QString& name) {
        QVector<double> keys;
        QVector<double> lengths;
        for (qsizetype i = 0; i < values.size(); ++i) {
            const double key = static_cast<double>(i) + offset;
            auto* text = new QCPItemText(&plot());
            text->setClipToAxisRect(false);
            text->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
            text->setPadding(QMargins(4, 0, 0, 0));
            text->setFont(font());
            text->setColor(p.colours.text);
            const bool known = std::isfinite(values[i]);
            text->position->setCoords(known ? values[i] : 0, key);
            text->setText(known ? p.value_text(values[i]) : QStringLiteral("–"));
            if (i == 0 && two && !name.isEmpty())
                text->setText(QStringLiteral("%1 %2").arg(text->text(), name));
            p.texts.push_back(text);
            if (known) {
                keys.append(key);
                lengths.append(values[i]);
            }
        }
        bars->setWidth(two ? kShared : kWidth);
        bars->setData(keys, lengths, true);
    };
    draw(p.bars, p.values, two ? -kShared / 2 : 0, p.first_name);
    draw(p.second_bars, p.second, kShared / 2, p.second_name);
}

void BarChart::fitRanges() {
    const double room = parts_->second.isEmpty() ? kRoomForValue : kRoomForName;
    plot().xAxis->setRange(0, std::max(parts_->highest() * room, 1e-9));
    plot().yAxis->setRange(-0.6, std::max(0.6, barCount() - 0.4));
}

void BarChart::restyle(const ChartColours& colours) {
    Parts& p = *parts_;
    p.colours = colours;
    const QColor fill = faint(colours.line, 0.75);
    p.bars->setPen(Qt::NoPen);
    p.bars->setBrush(fill);
    p.second_bars->setPen(QPen(colours.text, 1));
    p.second_bars->setBrush(QBrush(colours.text, Qt::BDiagPattern));
    plot().yAxis->setTickLabelColor(colours.text);
    plot().yAxis->setBasePen(QPen(colours.faint));
}

int BarChart::barAt(const QPoint& mouse) const {
    const int bar = static_cast<int>(std::lround(plot().yAxis->pixelToCoord(mouse.y())));
    return bar >= 0 && bar < barCount() ? bar : -1;
}

QString BarChart::textOf(int bar) const {
    if (parts_->readout)
        return parts_->readout(bar);
    const double value = parts_->values[bar];
    return QStringLiteral("%1: %2").arg(parts_->labels[bar], std::isfinite(value)
                                                                 ? parts_->value_text(value)
                                                                 : QStringLiteral("–"));
}

QString BarChart::readoutAt(const QPoint& mouse) {
    const int bar = barAt(mouse);
    return bar < 0 ? QString() : textOf(bar);
}

bool BarChart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::MouseButtonRelease) {
        const auto* mouse = static_cast<QMouseEvent*>(event);
        const int bar = barAt(mouse->pos());
        if (mouse->button() == Qt::LeftButton && bar >= 0) {
            parts_->current = bar;
            emit clicked(bar);
        }
    }
    return Chart::eventFilter(watched, event);
}

void BarChart::keyPressEvent(QKeyEvent* event) {
    const int now = parts_->current;
    if (event->key() == Qt::Key_Down)
        goTo(now + 1);
    else if (event->key() == Qt::Key_Up)
        goTo(now < 0 ? barCount() - 1 : now - 1);
    else if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter ||
              event->key() == Qt::Key_Space) &&
             now >= 0)
        emit clicked(now);
    else
        Chart::keyPressEvent(event);
}

void BarChart::focusOutEvent(QFocusEvent* event) {
    Chart::focusOutEvent(event);
    setReadout({});
}

void BarChart::goTo(int bar) {
    if (barCount() == 0)
        return;
    parts_->current = std::clamp(bar, 0, barCount() - 1);
    setReadout(textOf(parts_->current));
}

}  // namespace rudolph
