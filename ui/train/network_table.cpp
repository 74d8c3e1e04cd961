#include "ui/train/network_table.h"

#include <QHeaderView>
#include <QLabel>
#include <QLocale>
#include <QTableWidget>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/train/layer_words.h"

namespace rudolph {

namespace {

enum LayerColumn { kLayer, kWhat, kOutput, kWeights, kLayerColumns };

}  // namespace

NetworkTable::NetworkTable(SetupDescriber* describer, QWidget* parent)
    : QWidget(parent),
      estimate_(new QLabel(this)),
      table_(new QTableWidget(0, kLayerColumns, this)) {
    estimate_->setObjectName(QStringLiteral("estimate"));
    estimate_->setWordWrap(true);
    estimate_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    table_->setHorizontalHeaderLabels(
        {tr("Layer"), tr("What it does"), tr("Output"), tr("Weights")});
    table_->setAccessibleName(tr("Layers of the network"));
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setAlternatingRowColors(true);
    table_->setShowGrid(false);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setSectionResizeMode(kWhat, QHeaderView::Stretch);
    auto* layout = makeColumn(this, 4, {0, 4, 0, 0});
    layout->addWidget(estimate_);
    layout->addWidget(table_, 1);
    showNoEstimate(tr("Open annotated faces to see the network's layers."));
    connect(describer, &SetupDescriber::described, this, &NetworkTable::showSummary);
    connect(describer, &SetupDescriber::estimated, this, &NetworkTable::showEstimate);
    connect(describer, &SetupDescriber::estimateWaits, this, &NetworkTable::showNoEstimate);
}

void NetworkTable::showSummary(const SetupSummary& summary) {
    table_->setRowCount(static_cast<int>(summary.layers.size()));
    int row = 0;
    for (const LayerSummary& layer : summary.layers) {
        const auto put = [&](LayerColumn column, const QString& text) {
            auto* item = new QTableWidgetItem(text);
            if (column == kWeights)
                item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            table_->setItem(row, column, item);
        };
        put(kLayer, QString::fromStdString(layer.name));
        put(kWhat, QString::fromStdString(layer.description));
        put(kOutput, layerShapeText(layer.output_shape));
        put(kWeights, countText(layer.parameters));
        ++row;
    }
    if (!summary.problem.isEmpty())
        showNoEstimate(summary.problem);
}

void NetworkTable::showEstimate(const SetupEstimate& answer) {
    if (!answer.problem.isEmpty())
        return showNoEstimate(answer.problem);
    const TrainingEstimate& estimate = answer.estimate;
    const QString time =
        estimate.epoch_seconds < 1
            ? tr("%1 ms").arg(countText(std::lround(estimate.epoch_seconds * 1000)))
            : durationText(estimate.epoch_seconds);
    const QString how = tr("%1, %n thread(s)", nullptr, estimate.threads)
                            .arg(QString::fromStdString(estimate.precision));
    estimate_->setText(tr("About %1 an epoch and %2 of memory (%3)")
                           .arg(time, QLocale().formattedDataSize(estimate.bytes, 1), how));
    estimate_->setToolTip(
        tr("Timed with a few steps on made-up faces, while nothing else "
           "computed; reading pictures comes on top."));
}

void NetworkTable::showNoEstimate(const QString& why) {
    estimate_->setText(why);
    estimate_->setToolTip({});
}

}  // namespace rudolph
