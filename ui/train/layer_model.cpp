#include "ui/train/layer_model.h"

#include <QBrush>
#include <QDataStream>
#include <QGuiApplication>
#include <QIODevice>
#include <QLocale>
#include <QMimeData>
#include <QPalette>
#include <QUndoCommand>
#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/train/layer_words.h"

namespace rudolph {
namespace {

constexpr auto kRows = "application/x-rudolph-layers";

/// The member that a column shows; null: none.
int LayerSpec::*memberOf(int column) {
    switch (column) {
        case LayerModel::kWidth:
            return &LayerSpec::width;
        case LayerModel::kWindow:
            return &LayerSpec::window;
        case LayerModel::kStride:
            return &LayerSpec::stride;
        case LayerModel::kPadding:
            return &LayerSpec::padding;
        case LayerModel::kDilation:
            return &LayerSpec::dilation;
        case LayerModel::kGroups:
            return &LayerSpec::groups;
        default:
            return nullptr;
    }
}

const LayerNumber* numberOf(LayerKind kind, int column) {
    const auto member = memberOf(column);
    if (member != nullptr)
        for (const LayerNumber& number : layer_numbers(kind))
            if (number.value == member)
                return &number;
    return nullptr;
}

QList<int> consecutive(int first, int count) {
    QList<int> rows;
    for (int row = first; row < first + count; ++row)
        rows << row;
    return rows;
}

/// For each residual its end and for each end its residual; −1: none.
std::vector<int> partnersOf(const std::vector<LayerSpec>& layers) {
    std::vector<int> partners(layers.size(), -1);
    std::vector<int> open;
    for (size_t i = 0; i < layers.size(); ++i) {
        if (layers[i].kind == LayerKind::Residual)
            open.push_back(static_cast<int>(i));
        if (layers[i].kind == LayerKind::ResidualEnd && !open.empty()) {
            partners[i] = open.back();
            partners[static_cast<size_t>(open.back())] = static_cast<int>(i);
            open.pop_back();
        }
    }
    return partners;
}

}  // namespace

/// A step in the layers' history.
class ChangeLayers : public QUndoCommand {
public:
    ChangeLayers(LayerModel* model, const QString& what, std::vector<LayerSpec> after,
                 QList<int> rows, QString merge)
        : QUndoCommand(what),
          model_(model),
          before_(model->layers_),
          after_(std::move(after)),
          rows_(std::move(rows)),
          merge_(std::move(merge)) {}

    void undo() override { model_->take(before_, {}); }
    void redo() override { model_->take(after_, rows_); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ChangeLayers*>(other);
        if (next->merge_ != merge_)
            return false;
        after_ = next->after_;
        // What was typed and taken back is no gesture.
        setObsolete(after_ == before_);
        return true;
    }

private:
    LayerModel* model_;
    std::vector<LayerSpec> before_;
    std::vector<LayerSpec> after_;
    QList<int> rows_;
    QString merge_;
};

LayerModel::LayerModel(QObject* parent) : QAbstractTableModel(parent) {
    describe();
}

void LayerModel::show(const std::vector<LayerSpec>& layers, const LayerSetting& setting) {
    if (layers == layers_ && setting == setting_)
        return;
    setting_ = setting;
    if (layers == layers_) {
        describe();
        emit dataChanged(index(0, 0), index(layerCount(), kColumns - 1));
        return;
    }
    beginResetModel();
    layers_ = layers;
    describe();
    endResetModel();
    undo_.clear();
}

void LayerModel::describe() {
    outline_ = outline_of(layers_, setting_.input);
    LayerOutline last;
    if (setting_.outputs > 0)
        last = last_layer_outline(outline_, setting_.input, setting_.outputs);
    outline_.push_back(last);
    depth_.assign(layers_.size() + 1, 0);
    int depth = 0;
    for (size_t i = 0; i < layers_.size(); ++i) {
        if (layers_[i].kind == LayerKind::ResidualEnd)
            depth = std::max(0, depth - 1);
        depth_[i] = depth;
        if (layers_[i].kind == LayerKind::Residual)
            ++depth;
    }
    whole_time_ = 0;
    for (const LayerOutline& layer : outline_)
        whole_time_ += layer.nanoseconds;
}

void LayerModel::take(const std::vector<LayerSpec>& layers, const QList<int>& rows) {
    const bool same_rows =
        std::equal(layers.begin(), layers.end(), layers_.begin(), layers_.end(),
                   [](const auto& a, const auto& b) { return a.kind == b.kind; });
    // An editor that is open stays open while its number changes.
    if (same_rows) {
        layers_ = layers;
        describe();
        emit dataChanged(index(0, 0), index(layerCount(), kColumns - 1));
    } else {
        beginResetModel();
        layers_ = layers;
        describe();
        endResetModel();
    }
    emit edited();
    if (!rows.isEmpty())
        emit rowsWanted(rows);
}

void LayerModel::change(const QString& what, const Edit& edit, const QString& merge) {
    std::vector<LayerSpec> after = layers_;
    const QList<int> rows = edit(after);
    if (after != layers_)
        undo_.push(new ChangeLayers(this, what, std::move(after), rows, merge));
}

QList<int> LayerModel::valid(QList<int> rows) const {
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    rows.removeIf([this](int row) { return row < 0 || row >= layerCount(); });
    return rows;
}

QList<int> LayerModel::withPartners(QList<int> rows) const {
    const std::vector<int> partners = partnersOf(layers_);
    for (const int row : valid(rows))
        rows << partners[static_cast<size_t>(row)];
    return valid(rows);
}

void LayerModel::add(LayerKind kind, QList<int> rows) {
    rows = valid(rows);
    const int behind = rows.isEmpty() ? layerCount() : rows.last() + 1;
    change(tr("Add: %1").arg(layerKindText(kind)), [&](std::vector<LayerSpec>& layers) {
        layers.insert(layers.begin() + behind, usual_layer(kind));
        if (kind != LayerKind::Residual)
            return consecutive(behind, 1);
        // The end stands where the residual was put, and that goes before the rows.
        layers[static_cast<size_t>(behind)] = usual_layer(LayerKind::ResidualEnd);
        const int first = rows.isEmpty() ? behind : rows.first();
        layers.insert(layers.begin() + first, usual_layer(LayerKind::Residual));
        return consecutive(first, behind - first + 2);
    });
}

bool LayerModel::canRemove(QList<int> rows) const {
    rows = withPartners(rows);
    return !rows.isEmpty() && rows.size() < layerCount();
}

void LayerModel::remove(QList<int> rows) {
    if (!canRemove(rows))
        return;
    rows = withPartners(rows);
    change(tr("Remove layers"), [&](std::vector<LayerSpec>& layers) {
        std::for_each(rows.rbegin(), rows.rend(),
                      [&layers](int row) { layers.erase(layers.begin() + row); });
        return consecutive(std::min(rows.first(), static_cast<int>(layers.size()) - 1), 1);
    });
}

void LayerModel::duplicate(QList<int> rows) {
    rows = valid(rows);
    if (rows.isEmpty())
        return;
    change(tr("Duplicate layers"), [&](std::vector<LayerSpec>& layers) {
        std::vector<LayerSpec> copies;
        for (const int row : rows)
            copies.push_back(layers[static_cast<size_t>(row)]);
        layers.insert(layers.begin() + rows.last() + 1, copies.begin(), copies.end());
        return consecutive(rows.last() + 1, static_cast<int>(copies.size()));
    });
}

void LayerModel::move(QList<int> rows, int by) {
    rows = valid(rows);
    if (!rows.isEmpty())
        moveTo(rows, by < 0 ? rows.first() - 1 : rows.last() + 2);
}

void LayerModel::moveTo(QList<int> rows, int to) {
    rows = valid(rows);
    if (rows.isEmpty() || to < 0 || to > layerCount())
        return;
    change(tr("Move layers"), [&](std::vector<LayerSpec>& layers) {
        std::vector<LayerSpec> moved;
        int before = 0;
        for (const int row : rows) {
            moved.push_back(layers[static_cast<size_t>(row)]);
            before += row < to ? 1 : 0;
        }
        std::for_each(rows.rbegin(), rows.rend(),
                      [&layers](int row) { layers.erase(layers.begin() + row); });
        layers.insert(layers.begin() + (to - before), moved.begin(), moved.end());
        return consecutive(to - before, static_cast<int>(moved.size()));
    });
}

void LayerModel::setNumber(const QList<int>& rows, int column, double value) {
    QString key = QStringLiteral("%1 %2").arg(edit_).arg(column);
    for (const int row : rows)
        key += QStringLiteral(" %1").arg(row);
    const QString name = headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    change(
        tr("Change: %1").arg(name),
        [&](std::vector<LayerSpec>& layers) {
            for (const int row : valid(rows)) {
                LayerSpec& layer = layers[static_cast<size_t>(row)];
                if (const LayerNumber* number = numberOf(layer.kind, column))
                    layer.*number->value = std::clamp(static_cast<int>(std::lround(value)),
                                                      number->least, number->most);
                else if (layer.kind == LayerKind::Dropout && column == kWidth)
                    layer.rate = value;
            }
            return QList<int>();
        },
        key);
}

void LayerModel::replace(const QString& what, std::vector<LayerSpec> layers) {
    change(what, [&](std::vector<LayerSpec>& all) {
        all = std::move(layers);
        return consecutive(0, 1);
    });
}

const LayerNumber* LayerModel::numberAt(const QModelIndex& index) const {
    return !index.isValid() || isLast(index.row())
               ? nullptr
               : numberOf(layers_[static_cast<size_t>(index.row())].kind, index.column());
}

bool LayerModel::isShare(const QModelIndex& index) const {
    return index.isValid() && index.column() == kWidth && !isLast(index.row()) &&
           layers_[static_cast<size_t>(index.row())].kind == LayerKind::Dropout;
}

bool LayerModel::isUsual(const QModelIndex& index) const {
    const LayerNumber* number = numberAt(index);
    return number != nullptr && number->is_option &&
           layers_[static_cast<size_t>(index.row())].*number->value == number->usual;
}

int LayerModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : layerCount() + 1;
}

int LayerModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant LayerModel::textAt(const QModelIndex& index) const {
    const bool last = isLast(index.row());
    const LayerSpec layer = last ? LayerSpec() : layers_[static_cast<size_t>(index.row())];
    const LayerOutline& outline = outline_[static_cast<size_t>(index.row())];
    const auto known = [&](const QString& text) { return outline.out.empty() ? QString() : text; };
    switch (index.column()) {
        case kLayer: {
            const QString indent(4 * depth_[static_cast<size_t>(index.row())], QLatin1Char(' '));
            return indent + (last ? tr("To the points") : layerKindText(layer.kind));
        }
        case kOutput:
            if (outline.fault != LayerFault::None)
                return layerFaultText(layer, outline);
            if (last && setting_.outputs == 0)
                return tr("two a point");
            return outline.out.empty() ? QStringLiteral("–") : layerShapeText(outline.out);
        case kWeights:
            return outline.weights == 0 ? QString() : known(countText(outline.weights));
        case kTime:
            return whole_time_ > 0 ? known(percentText(outline.nanoseconds / whole_time_, 0))
                                   : QString();
        case kMemory:
            return known(QLocale().formattedDataSize(
                std::llround(training_bytes(outline, setting_.batch_size)), 1));
        default:
            break;
    }
    if (isShare(index))
        return percentText(layer.rate, layer.rate * 100 == std::round(layer.rate * 100) ? 0 : 1);
    const LayerNumber* number = numberAt(index);
    if (number == nullptr)
        return {};
    const int value = layer.*number->value;
    // A stride of 0: as wide as the window.
    return QString::number(value == 0 && index.column() == kStride ? layer.window : value);
}

QVariant LayerModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid())
        return {};
    const LayerOutline& outline = outline_[static_cast<size_t>(index.row())];
    const bool wrong = outline.fault != LayerFault::None;
    switch (role) {
        case Qt::DisplayRole:
            return textAt(index);
        case Qt::EditRole: {
            if (isShare(index))
                return 100 * layers_[static_cast<size_t>(index.row())].rate;
            const LayerNumber* number = numberAt(index);
            return number == nullptr
                       ? textAt(index)
                       : QVariant(layers_[static_cast<size_t>(index.row())].*number->value);
        }
        case Qt::TextAlignmentRole:
            return index.column() == kLayer || (wrong && index.column() == kOutput)
                       ? int(Qt::AlignLeft | Qt::AlignVCenter)
                       : int(Qt::AlignRight | Qt::AlignVCenter);
        case Qt::ForegroundRole:
            if (wrong)
                return QBrush(colourOf(Hue::Bad, QGuiApplication::palette()));
            if (isLast(index.row()) || isUsual(index))
                return QBrush(faintText(QGuiApplication::palette()));
            return {};
        case Qt::ToolTipRole:
            if (wrong)
                return layerFaultText(layers_[static_cast<size_t>(index.row())], outline);
            if (index.column() == kLayer)
                return isLast(index.row())
                           ? tr("Fully connected, two numbers a point; it follows by itself.")
                           : layerKindTip(layers_[static_cast<size_t>(index.row())].kind);
            return {};
        default:
            return {};
    }
}

QVariant LayerModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole && !isLast(section) ? QVariant(section + 1) : QVariant();
    const bool tip = role == Qt::ToolTipRole;
    if (!tip && role != Qt::DisplayRole)
        return {};
    switch (section) {
        case kLayer:
            return tip ? QVariant() : tr("Layer");
        case kWidth:
            return tip ? tr("Channels of a convolution, numbers that come out of a fully connected "
                            "layer, or the share that a dropout sets to zero")
                       : tr("Channels");
        case kWindow:
            return tip ? tr("Side of the square that it looks at, in pixels: a convolution's "
                            "kernel")
                       : tr("Window");
        case kStride:
            return tip ? tr("How many pixels the window moves on") : tr("Stride");
        case kPadding:
            return tip ? tr("Zeros around the picture, in pixels") : tr("Pad");
        case kDilation:
            return tip ? tr("Distance of the window's pixels: 2 leaves one out between two")
                       : tr("Dilation");
        case kGroups:
            return tip ? tr("Into how many parts the channels are divided that do not see each "
                            "other")
                       : tr("Groups");
        case kOutput:
            return tip ? tr("What comes out: channels × height × width") : tr("Output");
        case kWeights:
            return tip ? tr("Numbers that are learnt") : tr("Weights");
        case kTime:
            return tip ? tr("Share of the time of a step, reckoned from multiplications and "
                            "numbers read and written")
                       : tr("Time");
        case kMemory:
            return tip ? tr("While a batch is learnt: what comes out of it and its weights, with "
                            "their gradients and Adam's averages")
                       : tr("Memory");
        default:
            return {};
    }
}

Qt::ItemFlags LayerModel::flags(const QModelIndex& index) const {
    // Between rows, not on them.
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    if (isLast(index.row()))
        return Qt::ItemIsEnabled;
    Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
    if (numberAt(index) != nullptr || isShare(index))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QStringList LayerModel::mimeTypes() const {
    return {QLatin1String(kRows)};
}

QMimeData* LayerModel::mimeData(const QModelIndexList& indexes) const {
    QList<int> rows;
    for (const QModelIndex& index : indexes)
        rows << index.row();
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << valid(rows);
    auto* data = new QMimeData;
    data->setData(QLatin1String(kRows), bytes);
    return data;
}

bool LayerModel::dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int,
                              const QModelIndex& parent) {
    if (action != Qt::MoveAction || !data->hasFormat(QLatin1String(kRows)))
        return false;
    QList<int> rows;
    QDataStream stream(data->data(QLatin1String(kRows)));
    stream >> rows;
    const int to = row >= 0 ? row : parent.isValid() ? parent.row() : layerCount();
    moveTo(rows, std::min(to, layerCount()));
    // They are moved already; the view has nothing to remove.
    return false;
}

}  // namespace rudolph
