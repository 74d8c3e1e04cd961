#include "ui/charts/chart.h"

#include <qcustomplot.h>

#include <QApplication>
#include <QBuffer>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QPdfWriter>
#include <QSvgGenerator>
#include <QTimer>
#include <optional>

#include "core/base/error.h"
#include "core/base/file.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/charts/chart_style.h"
#include "ui/settings/ask_for_file.h"

namespace rudolph {

namespace {

constexpr int kRepaintEveryMs = 34;
constexpr double kPictureScale = 2;
constexpr int kMessageMargin = 16;
constexpr int kPointsAnInch = 72;

void drawVectors(QCustomPlot& plot, QCPPainter& painter) {
    painter.setMode(QCPPainter::pmVectorized);
    painter.setMode(QCPPainter::pmNoCaching);
    plot.toPainter(&painter, plot.width(), plot.height());
    painter.end();
}

}  // namespace

struct Chart::Parts {
    QCustomPlot* plot = nullptr;
    QCPItemText* message = nullptr;
    QCPItemText* readout = nullptr;
    QCPItemStraightLine* cursor = nullptr;
    QTimer* repaint = nullptr;
    QString message_text;
    QString file_name = QStringLiteral("chart");
    bool x_counts = false;
    bool zoomed = false;
    bool fitting = false;
    std::optional<QPoint> mouse;  // over the plot; none while the keyboard reads out

    QCPAxis* axis(Qt::Orientation orientation) const {
        return orientation == Qt::Horizontal ? plot->xAxis : plot->yAxis;
    }
};

Chart::Chart(QWidget* parent) : QWidget(parent), parts_(std::make_unique<Parts>()) {
    Parts& p = *parts_;
    p.plot = new QCustomPlot(this);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(p.plot);
    p.plot->setMinimumSize(240, 140);
    p.plot->setFocusPolicy(Qt::NoFocus);
    p.plot->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(p.plot, &QWidget::customContextMenuRequested, this, &Chart::showMenu);
    p.plot->setInteractions(QCP::iRangeZoom);
    p.plot->axisRect()->setRangeZoomFactor(0.8);

    const auto text = [&p] {
        auto* item = new QCPItemText(p.plot);
        item->setClipToAxisRect(false);
        item->setVisible(false);
        item->position->setType(QCPItemPosition::ptAxisRectRatio);
        return item;
    };
    p.message = text();
    p.message->position->setCoords(0.5, 0.45);
    p.message->setPositionAlignment(Qt::AlignCenter);
    p.message->setTextAlignment(Qt::AlignHCenter);
    p.readout = text();
    p.readout->position->setCoords(1, 0);
    p.readout->setPositionAlignment(Qt::AlignRight | Qt::AlignTop);
    p.readout->setPadding(QMargins(8, 4, 8, 4));
    // Not behind what has a layer of its own.
    p.readout->setLayer(QStringLiteral("overlay"));
    p.cursor = new QCPItemStraightLine(p.plot);
    p.cursor->setVisible(false);
    p.cursor->setSelectable(false);

    p.repaint = new QTimer(this);
    p.repaint->setSingleShot(true);
    connect(p.repaint, &QTimer::timeout, this, &Chart::replotNow);
    connect(p.plot, &QCustomPlot::mouseMove, this,
            [this](QMouseEvent* event) { showReadout(event->pos()); });
    connect(p.plot, &QCustomPlot::mouseDoubleClick, this, &Chart::showAll);
    for (QCPAxis* axis : {p.plot->xAxis, p.plot->yAxis})
        connect(axis, qOverload<const QCPRange&>(&QCPAxis::rangeChanged), this, [this] {
            if (!parts_->fitting)
                parts_->zoomed = true;
        });
    p.plot->installEventFilter(this);
    // The sizes that labels are placed by are known only after the layout. What is under a cursor
    // that rests may be another value by now.
    connect(p.plot, &QCustomPlot::afterLayout, this, [this] {
        wrapMessage();
        placeLabels();
        if (parts_->mouse)
            showReadout(*parts_->mouse);
    });
}

Chart::~Chart() = default;

void Chart::start() {
    // Set both, whatever they were, so that tickers and number formats are in place.
    for (const Qt::Orientation axis : {Qt::Horizontal, Qt::Vertical})
        setLogarithmic(axis, isLogarithmic(axis));
    applyPalette();
    showAll();
}

QCustomPlot& Chart::plot() const {
    return *parts_->plot;
}

void Chart::setMessage(const QString& message) {
    parts_->message_text = message;
    changed();
}

void Chart::setAxisLabels(const QString& x, const QString& y) {
    parts_->plot->xAxis->setLabel(x);
    parts_->plot->yAxis->setLabel(y);
    changed();
}

void Chart::setLogarithmic(Qt::Orientation orientation, bool logarithmic) {
    QCPAxis* axis = parts_->axis(orientation);
    axis->setScaleType(logarithmic ? QCPAxis::stLogarithmic : QCPAxis::stLinear);
    axis->setTicker(logarithmic ? QSharedPointer<QCPAxisTicker>(new DecadeTicker(axis))
                                : QSharedPointer<QCPAxisTicker>(new LinearTicker(
                                      orientation == Qt::Horizontal && parts_->x_counts)));
    axis->setNumberFormat(QStringLiteral("gb"));
    axis->setNumberPrecision(3);
    showAll();
}

void Chart::setXCounts() {
    parts_->x_counts = true;
    setLogarithmic(Qt::Horizontal, isLogarithmic(Qt::Horizontal));
}

bool Chart::isLogarithmic(Qt::Orientation orientation) const {
    return parts_->axis(orientation)->scaleType() == QCPAxis::stLogarithmic;
}

bool Chart::isZoomed() const {
    return parts_->zoomed;
}

QString Chart::readout() const {
    return parts_->readout->visible() ? parts_->readout->text() : QString();
}

void Chart::setFileName(const QString& name) {
    parts_->file_name = name;
}

void Chart::showAll() {
    parts_->zoomed = false;
    changed();
}

void Chart::changed() {
    if (!parts_->repaint->isActive())
        parts_->repaint->start(kRepaintEveryMs);
}

void Chart::replotNow() {
    Parts& p = *parts_;
    prepare();
    if (!p.zoomed) {
        p.fitting = true;
        fitRanges();
        p.fitting = false;
    }
    p.message->setVisible(isEmpty() && !p.message_text.isEmpty());
    p.plot->replot(QCustomPlot::rpQueuedReplot);
}

void Chart::wrapMessage() {
    const Parts& p = *parts_;
    p.message->setText(
        wrapped(p.message_text, fontMetrics(), p.plot->axisRect()->width() - 2 * kMessageMargin));
}

void Chart::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange) {
        applyPalette();
        changed();
    }
}

bool Chart::eventFilter(QObject* watched, QEvent* event) {
    Parts& p = *parts_;
    if (event->type() == QEvent::Leave)
        hideReadout();
    if (event->type() == QEvent::Wheel && !isEmpty()) {
        const auto* wheel = static_cast<QWheelEvent*>(event);
        const QRect area = p.plot->axisRect()->rect();
        const QPointF at = wheel->position();
        Qt::Orientations axes = Qt::Horizontal | Qt::Vertical;
        if (at.y() > area.bottom())
            axes = Qt::Horizontal;
        else if (at.x() < area.left())
            axes = Qt::Vertical;
        p.plot->axisRect()->setRangeZoom(axes);
    }
    if (event->type() == QEvent::MouseButtonPress) {
        // The left button is for choosing; panning begins with the middle one.
        const bool pans = static_cast<QMouseEvent*>(event)->button() == Qt::MiddleButton;
        p.plot->setInteraction(QCP::iRangeDrag, pans);
    }
    return QWidget::eventFilter(watched, event);
}

void Chart::applyPalette() {
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
    p.message->setColor(colours.faint);
    p.message->setFont(font());
    p.readout->setColor(colours.text);
    p.readout->setFont(font());
    p.readout->setBrush(colours.background);
    p.readout->setPen(QPen(colours.grid));
    p.cursor->setPen(QPen(colours.faint, 1, Qt::DotLine));
    restyle(colours);
}

QString Chart::readoutAt(const QPoint&) {
    return {};
}

void Chart::setCursorLine(double x) {
    Parts& p = *parts_;
    if (p.cursor->visible() && p.cursor->point1->coords().x() == x)
        return;
    changed();
    p.cursor->setVisible(true);
    p.cursor->point1->setCoords(x, 0);
    // A second point above the first; both must be positive where the axis is logarithmic.
    p.cursor->point1->setTypeY(QCPItemPosition::ptAxisRectRatio);
    p.cursor->point2->setTypeY(QCPItemPosition::ptAxisRectRatio);
    p.cursor->point1->setCoords(x, 0);
    p.cursor->point2->setCoords(x, 1);
}

void Chart::showReadout(const QPoint& mouse) {
    Parts& p = *parts_;
    QString text;
    if (p.plot->axisRect()->rect().contains(mouse))
        text = readoutAt(mouse);
    setReadout(text);
    p.mouse = mouse;
}

void Chart::setReadout(const QString& text) {
    if (text.isEmpty())
        return hideReadout();
    Parts& p = *parts_;
    p.mouse.reset();
    if (text == readout())
        return;
    p.readout->setText(text);
    p.readout->setVisible(true);
    changed();
}

void Chart::hideReadout() {
    Parts& p = *parts_;
    p.mouse.reset();
    p.cursor->setVisible(false);
    if (!p.readout->visible())
        return;
    p.readout->setVisible(false);
    changed();
}

void Chart::save(const QString& file) {
    QCustomPlot& plot = *parts_->plot;
    hideReadout();
    const QString kind = QFileInfo(file).suffix().toLower();
    QBuffer out;
    bool written = out.open(QIODevice::WriteOnly);
    if (kind == QLatin1String("svg")) {
        QSvgGenerator generator;
        generator.setOutputDevice(&out);
        generator.setSize(plot.size());
        generator.setViewBox(plot.rect());
        generator.setTitle(parts_->file_name);
        QCPPainter painter;
        written = written && painter.begin(&generator);
        if (written) {
            painter.fillRect(plot.rect(), coloursFor(palette()).background);
            drawVectors(plot, painter);
        }
    } else if (kind == QLatin1String("png")) {
        written = plot.toPixmap(plot.width(), plot.height(), kPictureScale).save(&out, "PNG");
    } else if (kind == QLatin1String("pdf")) {
        QPdfWriter writer(&out);
        writer.setTitle(parts_->file_name);
        // A page of the chart's size, a point for each of its pixels.
        writer.setResolution(kPointsAnInch);
        writer.setPageSize(
            QPageSize(QSizeF(plot.size()), QPageSize::Point, QString(), QPageSize::ExactMatch));
        writer.setPageMargins({});
        QCPPainter painter;
        written = painter.begin(&writer);
        if (written)
            drawVectors(plot, painter);
    } else {
        throw Error("'" + kind.toStdString() + "' is no kind of picture that charts are saved as",
                    {toPath(file)}, "let the name end in .png, .svg or .pdf");
    }
    if (!written)
        throw Error("the chart cannot be drawn as " + kind.toStdString(), {toPath(file)});
    write_file(toPath(file), out.data().toStdString());
}

void Chart::copy() {
    hideReadout();
    QCustomPlot& plot = *parts_->plot;
    QApplication::clipboard()->setPixmap(plot.toPixmap(plot.width(), plot.height(), kPictureScale));
}

void Chart::showMenu(const QPoint& at) {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(tr("Save as a picture…"), this, &Chart::showSaveDialog)->setEnabled(!isEmpty());
    menu->addAction(tr("Copy"), this, &Chart::copy)->setEnabled(!isEmpty());
    menu->addSeparator();
    menu->addAction(tr("Show all"), this, &Chart::showAll)->setEnabled(isZoomed());
    menu->popup(parts_->plot->mapToGlobal(at));
}

void Chart::showSaveDialog() {
    const QStringList kinds{tr("PNG picture (*.png)"), tr("SVG drawing (*.svg)"),
                            tr("PDF document (*.pdf)")};
    askWhereToSave(this,
                   {tr("Save the chart"), QStringLiteral("charts"),
                    kinds.join(QStringLiteral(";;")), parts_->file_name, QStringLiteral("png")},
                   [this](const QString& file) {
                       try {
                           save(file);
                       } catch (...) {
                           const ErrorText text = errorText(std::current_exception());
                           emit failed(text.what, text.advice);
                       }
                   });
}

}  // namespace rudolph
