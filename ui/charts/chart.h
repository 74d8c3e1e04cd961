#pragma once

#include <QWidget>
#include <memory>

class QCustomPlot;

namespace rudolph {

struct ChartColours;

/// What all charts share: the palette, a message while there is nothing to draw, axes that are
/// linear or logarithmic, zooming (wheel, both axes about the cursor; over an axis that axis alone;
/// double-click shows everything again), panning with the middle button, a read-out under the
/// cursor, and saving as a picture from the context menu. Repaints at most 30 times a second
/// however often values are added.
///
/// A kind of chart adds its graphs in its constructor, calls start() at the end of it, and
/// changed() whenever a value has changed.
class Chart : public QWidget {
    Q_OBJECT

public:
    ~Chart() override;

    /// What will appear here and what starts it: shown while the chart is empty.
    void setMessage(const QString& message);
    void setAxisLabels(const QString& x, const QString& y);
    /// Horizontal: the x axis.
    void setLogarithmic(Qt::Orientation axis, bool logarithmic);
    bool isLogarithmic(Qt::Orientation axis) const;
    /// The x axis counts (epochs): no ticks between two numbers.
    void setXCounts();
    /// Whether the person has zoomed or panned; while so, new values do not change the ranges.
    bool isZoomed() const;
    /// What the cursor reads out, as of the last repaint; empty while it is elsewhere.
    QString readout() const;
    virtual bool isEmpty() const = 0;

    /// Writes the chart as it stands, by the ending of the name: .png (twice the size on the
    /// screen), .svg or .pdf. Throws Error.
    void save(const QString& file);
    /// The name that saving proposes, without an ending.
    void setFileName(const QString& name);

public slots:
    void showAll();
    /// Puts a picture of the chart on the clipboard.
    void copy();

signals:
    /// A picture could not be written.
    void failed(const QString& what, const QString& advice);

protected:
    explicit Chart(QWidget* parent);

    /// Puts the palette and the first ranges in place.
    void start();
    void changed();
    QCustomPlot& plot() const;
    void changeEvent(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

    /// Puts everything into view.
    virtual void fitRanges() = 0;
    /// Called with new colours or another font.
    virtual void restyle(const ChartColours& colours) = 0;
    /// After the layout, when sizes are known: where labels go.
    virtual void placeLabels() {}
    /// Called right before repainting, at most 30 times a second.
    virtual void prepare() {}
    /// What is under the mouse, in pixels of the plot; null: nothing, read-out and cursor vanish.
    virtual QString readoutAt(const QPoint& mouse);
    /// A dotted line across the plot at this x while something is read out.
    void setCursorLine(double x);
    /// Shows a read-out that did not come from the mouse; an empty one hides it.
    void setReadout(const QString& text);

private:
    void applyPalette();
    void replotNow();
    void wrapMessage();
    void showReadout(const QPoint& mouse);
    void hideReadout();
    void showMenu(const QPoint& at);
    void showSaveDialog();

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace rudolph
