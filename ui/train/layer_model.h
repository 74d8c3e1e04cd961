#pragma once

#include <QAbstractTableModel>
#include <QList>
#include <QUndoStack>
#include <functional>
#include <optional>
#include <vector>

#include "core/experiment/model_layers.h"

namespace rudolph {

/// What the layers of a network are computed on.
struct LayerSetting {
    InputSpec input;
    int outputs = 0;  ///< of the network: two a point; 0: not known
    int batch_size = 1;

    bool operator==(const LayerSetting&) const = default;
};

/// The layers of a network as rows that can be changed, each gesture with a way back, and behind
/// them the layer to the points, which follows by itself. Beside each what comes out of it and what
/// it costs; a row that does not fit says why. Rows are moved by dragging, too.
class LayerModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        kLayer,
        kWidth,  ///< channels, numbers that come out, or the share that is dropped
        kWindow,
        kStride,
        kPadding,
        kDilation,
        kGroups,
        kOutput,
        kWeights,
        kTime,
        kMemory,
        kColumns
    };

    explicit LayerModel(QObject* parent = nullptr);

    /// Other layers forget the history of those that there were.
    void show(const std::vector<LayerSpec>& layers, const LayerSetting& setting);
    const std::vector<LayerSpec>& layers() const { return layers_; }
    QUndoStack* undoStack() { return &undo_; }
    int layerCount() const { return static_cast<int>(layers_.size()); }
    /// Of a row, that to the points included.
    const LayerOutline& outline(int row) const { return outline_[static_cast<size_t>(row)]; }

    /// The number that stands in a cell; null where a layer has none there. A dropout's share is no
    /// whole number and has none.
    const LayerNumber* numberAt(const QModelIndex& index) const;
    bool isShare(const QModelIndex& index) const;

    /// Behind the last of the rows; a residual goes around them. None: at the end.
    void add(LayerKind kind, QList<int> rows);
    /// With the other ends of residuals. At least one layer stays.
    void remove(QList<int> rows);
    bool canRemove(QList<int> rows) const;
    void duplicate(QList<int> rows);
    /// By one place, up (−1) or down (1).
    void move(QList<int> rows, int by);
    /// To before the row `to`.
    void moveTo(QList<int> rows, int to);
    /// The same number in all rows that have it. What is typed digit by digit is one gesture until
    /// beginEdit() is called again.
    void setNumber(const QList<int>& rows, int column, double value);
    void beginEdit() { ++edit_; }
    /// Other layers as one gesture.
    void replace(const QString& what, std::vector<LayerSpec> layers);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }

signals:
    /// By the person, or by undo and redo.
    void edited();
    /// Where a gesture has put its rows.
    void rowsWanted(const QList<int>& rows);

private:
    friend class ChangeLayers;
    using Edit = std::function<QList<int>(std::vector<LayerSpec>&)>;

    void change(const QString& what, const Edit& edit, const QString& merge = {});
    void take(const std::vector<LayerSpec>& layers, const QList<int>& rows);
    void describe();
    /// Of the layers: sorted, each once.
    QList<int> valid(QList<int> rows) const;
    /// With the residuals' ends that belong to them.
    QList<int> withPartners(QList<int> rows) const;
    QVariant textAt(const QModelIndex& index) const;
    /// A number that a layer need not say.
    bool isUsual(const QModelIndex& index) const;
    bool isLast(int row) const { return row == layerCount(); }

    std::vector<LayerSpec> layers_;
    LayerSetting setting_;
    std::vector<LayerOutline> outline_;  ///< one more than layers
    std::vector<int> depth_;             ///< how many residuals a row is in
    double whole_time_ = 0;
    int edit_ = 0;
    QUndoStack undo_;
};

}  // namespace rudolph
