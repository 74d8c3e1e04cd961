#pragma once

#include <QObject>
#include <QPointF>
#include <QVector>
#include <functional>
#include <optional>
#include <vector>

class QCustomPlot;
class QKeyEvent;
class QRubberBand;

namespace rudolph {

/// Chooses among the points of a chart with the mouse and the keys, as ScatterChart says; keeps
/// which are chosen and which one is under the cursor.
class PointChooser : public QObject {
    Q_OBJECT

public:
    /// One that is drawn, in the plot's pixels; an id may have several.
    struct Place {
        QPointF in_plot;
        int id = -1;
    };
    using Places = std::function<std::vector<Place>()>;

    /// The chart gets the focus on a press. Watches the plot's mouse.
    PointChooser(QCustomPlot* plot, Places places, QWidget* chart);

    /// Rising, each once.
    const QVector<int>& selection() const { return selection_; }
    bool isChosen(int id) const;
    /// Says nothing; false: these are chosen already.
    bool setSelection(const QVector<int>& ids);
    int hovered() const { return hovered_; }
    void hover(int id);
    bool isDragging() const;
    /// Which of the places is nearest to there, within reach; −1: none.
    int nearest(const QPoint& at) const;
    /// False: the key means nothing here.
    bool keyPress(const QKeyEvent& event);

    bool eventFilter(QObject* watched, QEvent* event) override;

signals:
    void selectionChanged(const QVector<int>& ids);
    void hoveredChanged(int id);
    /// The keys went on to that one of the places.
    void stepped(int place);

private:
    void drag(const QPoint& at);
    void release(const QPoint& at, Qt::KeyboardModifiers keys);
    void click(const QPoint& at, Qt::KeyboardModifiers keys);
    void choose(const QVector<int>& ids);
    void choose(int id, bool takes_out, const QVector<int>& beside);
    void step(int by);

    QCustomPlot* plot_;
    Places places_;
    QWidget* chart_;
    QRubberBand* band_;
    std::optional<QPoint> pressed_;
    QVector<int> selection_;
    int hovered_ = -1;
};

}  // namespace rudolph
