#include "ui/cases/case_tile.h"

#include <QAbstractProxyModel>

#include "ui/cases/case_list_model.h"

namespace rudolph {

FaceTile caseTile(const QModelIndex& index) {
    const auto* order = qobject_cast<const QAbstractProxyModel*>(index.model());
    const auto* model =
        qobject_cast<const CaseListModel*>(order ? order->sourceModel() : index.model());
    if (!model)
        return {};
    const int row = order ? order->mapToSource(index).row() : index.row();
    FaceTile tile;
    tile.picture = model->picture(row);
    tile.points = &model->caseAt(row).result;
    tile.scheme = &model->scheme();
    tile.key = {model->generation(), row};
    tile.title = index.data(Qt::DisplayRole).toString();
    return tile;
}

}  // namespace rudolph
