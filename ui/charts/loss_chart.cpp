#include "ui/charts/loss_chart.h"

#include <qcustomplot.h>

#include <algorithm>
#include <cmath>

#include "ui/charts/chart_style.h"

namespace rudolph {

namespace {

constexpr int kRepaintEveryMs = 100;
constexpr int kLabelRoom = 96;  // px right of the plot for the names at the lines' ends
constexpr int kLabelHeight = 18;
constexpr double kOutlier = 4;

/// The losses that were seen, as far as a logarithm can show them.
struct Extent {
    double lowest = 0;
    double highest = 0;

    bool empty() const { return highest <= 0; }
    void include(double loss) {
        if (!std::isfinite(loss) || loss <= 0)
            return;
        lowest = empty() ? loss : std::min(lowest, loss);
        highest = std::max(highest, loss);
    }
};

QString figure(double value) {
    return QLocale().toString(value, 'g', 3);
}

}  // namespace

struct LossChart::Parts {
    QCustomPlot* plot = nullptr;
    QCPGraph* batches = nullptr;
    QCPGraph* training = nullptr;
    QCPGraph* validation = nullptr;
    QCPGraph* best = nullptr;
    QCPItemText* training_label = nullptr;
    QCPItemText* validation_label = nullptr;
    QCPItemText* message = nullptr;
    QCPItemText* readout = nullptr;
    QCPItemStraightLine* cursor = nullptr;
    QTimer* repaint = nullptr;
    QString message_text;
    QVector<double> training_losses;
    QVector<double> validation_losses;
    Extent of_batches;
    Extent of_epochs;
    int best_epoch = 0;
    int epochs = 20;
    bool logarithmic = true;

    bool empty() const { return training_losses.isEmpty() && batches->data()->isEmpty(); }
    /// What the axis shows: all epochs, and batches as far as they do not dwarf them.
    Extent shown() const {
        if (of_epochs.empty())
            return of_batches.empty() ? Extent{1e-4, 1} : of_batches;
        Extent extent = of_epochs;
        if (!of_batches.empty()) {
            extent.include(std::max(of_batches.lowest, of_epochs.lowest / kOutlier));
            extent.include(std::min(of_batches.highest, of_epochs.highest * kOutlier));
        }
        return extent;
    }
};

LossChart::LossChart(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.plot = new QCustomPlot(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(p.plot);
    p.plot->setMinimumSize(320, 160);
    p.plot->setFocusPolicy(Qt::NoFocus);
    p.plot->axisRect()->setAutoMargins(QCP::msLeft | QCP::msBottom);
    p.plot->axisRect()->setMargins(QMargins(0, 16, kLabelRoom, 0));

    p.batches = p.plot->addGraph();
    p.training = p.plot->addGraph();
    p.validation = p.plot->addGraph();
    p.best = p.plot->addGraph();
    p.best->setLineStyle(QCPGraph::lsNone);

    const auto text = [&p] {
        auto* item = new QCPItemText(p.plot);
        item->setClipToAxisRect(false);
        item->setVisible(false);
        return item;
    };
    p.training_label = text();
    p.validation_label = text();
    p.message = text();
    p.readout = text();
    p.training_label->setText(tr("training"));
    p.validation_label->setText(tr("validation"));
    for (QCPItemText* label : {p.training_label, p.validation_label})
        label->setPositionAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    p.message->position->setType(QCPItemPosition::ptAxisRectRatio);
    p.message->position->setCoords(0.5, 0.45);
    p.message->setPositionAlignment(Qt::AlignCenter);
    p.readout->position->setType(QCPItemPosition::ptAxisRectRatio);
    p.readout->position->setCoords(1, 0);
    p.readout->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    p.readout->setPadding(QMargins(8, 4, 8, 4));
    p.cursor = new QCPItemStraightLine(p.plot);
    p.cursor->setVisible(false);

    p.plot->xAxis->setLabel(tr("Epoch"));
    p.plot->yAxis->setLabel(tr("Loss (mean squared error)"));
    QSharedPointer<QCPAxisTicker> whole(new QCPAxisTickerFixed);
    p.plot->xAxis->setTicker(whole);
    p.repaint = new QTimer(this);
    p.repaint->setSingleShot(true);
    connect(p.repaint, &QTimer::timeout, this, &LossChart::replotNow);
    connect(p.plot, &QCustomPlot::mouseMove, this,
            [this](QMouseEvent* event) { showReadout(event->pos()); });
    p.plot->installEventFilter(this);
    // The sizes that labels are placed by are known only after the layout.
    connect(p.plot, &QCustomPlot::afterLayout, this, &LossChart::placeLabels);

    applyPalette();
    setLogarithmic(true);
    clear(QString());
}

LossChart::~LossChart() = default;

void LossChart::clear(const QString& message) {
    Parts& p = *parts_;
    for (QCPGraph* graph : {p.batches, p.training, p.validation, p.best})
        graph->data()->clear();
    p.training_losses.clear();
    p.validation_losses.clear();
    p.of_batches = p.of_epochs = {};
    p.best_epoch = 0;
    p.message_text = message;
    hideReadout();
    scheduleReplot();
}

void LossChart::setEpochs(int epochs) {
    parts_->epochs = std::max(1, epochs);
    scheduleReplot();
}

void LossChart::addBatch(double position, double loss) {
    parts_->batches->addData(position, loss);
    parts_->of_batches.include(loss);
    scheduleReplot();
}

void LossChart::addEpoch(int epoch, double training, double validation, bool best) {
    Parts& p = *parts_;
    p.training->addData(epoch, training);
    p.validation->addData(epoch, validation);
    p.training_losses.append(training);
    p.validation_losses.append(validation);
    p.of_epochs.include(training);
    p.of_epochs.include(validation);
    if (best) {
        p.best->data()->clear();
        p.best->addData(epoch, validation);
        p.best_epoch = epoch;
    }
    p.epochs = std::max(p.epochs, epoch);
    scheduleReplot();
}

bool LossChart::isLogarithmic() const {
    return parts_->logarithmic;
}

const QVector<double>& LossChart::trainingLosses() const {
    return parts_->training_losses;
}

const QVector<double>& LossChart::validationLosses() const {
    return parts_->validation_losses;
}

QString LossChart::readout() const {
    return parts_->readout->visible() ? parts_->readout->text() : QString();
}

void LossChart::setLogarithmic(bool logarithmic) {
    Parts& p = *parts_;
    p.logarithmic = logarithmic;
    QCPAxis* axis = p.plot->yAxis;
    if (logarithmic) {
        axis->setScaleType(QCPAxis::stLogarithmic);
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new DecadeTicker));
    } else {
        axis->setScaleType(QCPAxis::stLinear);
        axis->setTicker(QSharedPointer<QCPAxisTicker>(new QCPAxisTicker));
    }
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setNumberPrecision(3);
    scheduleReplot();
}

void LossChart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        scheduleReplot();
    }
}

bool LossChart::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Leave)
        hideReadout();
    return QWidget::eventFilter(watched, event);
}

void LossChart::applyPalette() {
    Parts& p = *parts_;
    const ChartColours colours = coloursFor(palette());
    p.plot->setBackground(colours.background);
    for (QCPAxis* axis : {p.plot->xAxis, p.plot->yAxis}) {
        axis->setBasePen(QPen(colours.faint));
        axis->setTickPen(QPen(colours.faint));
        axis->setSubTickPen(QPen(colours.grid));
        axis->setTickLabelColor(colours.faint);
        axis->setLabelColor(colours.faint);
        axis->setTickLabelFont(font());
        axis->setLabelFont(font());
        axis->grid()->setPen(QPen(colours.grid, 1));
        axis->grid()->setZeroLinePen(Qt::NoPen);
        axis->setSubTicks(false);
    }
    QColor faint_line = colours.line;
    faint_line.setAlphaF(0.28F);
    p.batches->setPen(QPen(faint_line, 1));
    p.training->setPen(QPen(colours.line, 2));
    QPen dashed(colours.line, 2);
    dashed.setDashPattern({4, 3});
    p.validation->setPen(dashed);
    p.best->setScatterStyle(
        QCPScatterStyle(QCPScatterStyle::ssCircle, QPen(colours.text, 1.5), Qt::NoBrush, 11));
    for (QCPItemText* label : {p.training_label, p.validation_label}) {
        label->setColor(colours.line);
        label->setFont(font());
    }
    p.message->setColor(colours.faint);
    p.message->setFont(font());
    p.readout->setColor(colours.text);
    p.readout->setFont(font());
    p.readout->setBrush(colours.background);
    p.readout->setPen(QPen(colours.grid));
    p.cursor->setPen(QPen(colours.faint, 1, Qt::DotLine));
}

void LossChart::updateRanges() {
    Parts& p = *parts_;
    const double last = p.epochs;
    // A little further, so that the ring around the last epoch is whole.
    p.plot->xAxis->setRange(0, last * 1.012);
    // About ten ticks on whole epochs: steps of 1, 2 or 5 times a power of ten.
    double step = std::pow(10, std::floor(std::log10(std::max(1.0, last / 10))));
    for (const double factor : {1.0, 2.0, 5.0, 10.0}) {
        if (last / (step * factor) <= 12) {
            step *= factor;
            break;
        }
    }
    qSharedPointerCast<QCPAxisTickerFixed>(p.plot->xAxis->ticker())->setTickStep(step);

    const Extent shown = p.shown();
    if (p.logarithmic)
        p.plot->yAxis->setRange(shown.lowest / 1.4, shown.highest * 1.4);
    else
        p.plot->yAxis->setRange(0, shown.highest * 1.05);
}

void LossChart::placeLabels() {
    Parts& p = *parts_;
    const bool lines = !p.training_losses.isEmpty();
    for (QCPItemText* label : {p.training_label, p.validation_label})
        label->setVisible(lines);
    p.message->setVisible(p.empty() && !p.message_text.isEmpty());
    p.message->setText(p.message_text);
    if (!lines)
        return;
    const QRect area = p.plot->axisRect()->rect();
    const auto heightOf = [&p, &area](double loss) {
        return std::clamp(p.plot->yAxis->coordToPixel(loss), double(area.top()),
                          double(area.bottom()));
    };
    double training = heightOf(p.training_losses.back());
    double validation = heightOf(p.validation_losses.back());
    const double overlap = kLabelHeight - std::abs(training - validation);
    if (overlap > 0) {
        const double push = training <= validation ? overlap / 2 : -overlap / 2;
        training -= push;
        validation += push;
    }
    const double x =
        p.plot->xAxis->coordToPixel(static_cast<double>(p.training_losses.size())) + 10;
    p.training_label->position->setPixelPosition({x, training});
    p.validation_label->position->setPixelPosition({x, validation});
}

void LossChart::scheduleReplot() {
    if (!parts_->repaint->isActive())
        parts_->repaint->start(kRepaintEveryMs);
}

void LossChart::replotNow() {
    updateRanges();
    parts_->plot->replot(QCustomPlot::rpQueuedReplot);
}

void LossChart::showReadout(const QPoint& mouse) {
    Parts& p = *parts_;
    const qsizetype epochs = p.training_losses.size();
    if (epochs == 0 || !p.plot->axisRect()->rect().contains(mouse))
        return hideReadout();
    const auto epoch =
        std::clamp<qsizetype>(std::llround(p.plot->xAxis->pixelToCoord(mouse.x())), 1, epochs);
    QString text =
        tr("Epoch %1 · training %2 · validation %3")
            .arg(epoch)
            .arg(figure(p.training_losses[epoch - 1]), figure(p.validation_losses[epoch - 1]));
    if (epoch == p.best_epoch)
        text += tr(", the lowest");
    p.readout->setText(text);
    p.readout->setVisible(true);
    p.cursor->point1->setCoords(static_cast<double>(epoch), 0);
    p.cursor->point2->setCoords(static_cast<double>(epoch), 1);
    p.cursor->setVisible(true);
    scheduleReplot();
}

void LossChart::hideReadout() {
    Parts& p = *parts_;
    if (!p.readout->visible())
        return;
    p.readout->setVisible(false);
    p.cursor->setVisible(false);
    scheduleReplot();
}

}  // namespace rudolph
