#include "ui/models/case_list_model.h"

#include <algorithm>
#include <cmath>

#include "ui/models/number_text.h"
#include "ui/models/path_convert.h"

namespace rudolph {

namespace {

constexpr int kThumbnailPixels = 256;

}  // namespace

CaseListModel::CaseListModel(QObject* parent)
    : QAbstractListModel(parent), thumbnails_(std::make_unique<FaceThumbnails>(kThumbnailPixels)) {
    connect(thumbnails_.get(), &FaceThumbnails::loaded, this, &CaseListModel::showLoaded);
}

void CaseListModel::setCases(const RunCases& cases) {
    beginResetModel();
    thumbnails_->clearWaiting();
    ++generation_;
    cases_ = cases.cases;
    scheme_ = cases.scheme;
    normaliser_ = QString::fromStdString(cases.run.summary.normaliser);
    rows_of_image_.clear();
    for (size_t row = 0; row < cases_.size(); ++row)
        rows_of_image_.insert(toQString(cases_[row].image), static_cast<int>(row));
    endResetModel();
}

void CaseListModel::clear() {
    setCases({});
}

FaceThumbnail CaseListModel::thumbnail(int row) const {
    const CasePrediction& face = caseAt(row);
    return thumbnails_->thumbnail(face.image, bounding_box(face.result.truth_in_image));
}

bool CaseListModel::isBroken(int row) const {
    return thumbnails_->isBroken(caseAt(row).image);
}

int CaseListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(cases_.size());
}

QVariant CaseListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const CasePrediction& face = caseAt(index.row());
    const QString name = QString::fromStdString(face.result.sample_id);
    switch (role) {
        case Qt::DisplayRole:
            return std::isfinite(face.result.nme)
                       ? QStringLiteral("%1 · %2").arg(pixelText(face.result.error_px),
                                                       percentText(face.result.nme))
                       : pixelText(face.result.error_px);
        case Qt::AccessibleTextRole:
            return tr("%1, mean error %2").arg(name, pixelText(face.result.error_px));
        case Qt::ToolTipRole:
            return tr("%1: mean error %2, NME %3 (%4)")
                .arg(name, pixelText(face.result.error_px), percentText(face.result.nme),
                     normaliser_);
        case ErrorRole:
            return ranking_error(face.result);
        case SearchRole: {
            QString text = name + QLatin1Char(' ') + QString::fromStdString(face.person);
            if (face.view)
                text += tr(" view %1").arg(*face.view);
            return text;
        }
        default:
            return {};
    }
}

void CaseListModel::showLoaded(const QString& image) {
    for (auto row = rows_of_image_.constFind(image);
         row != rows_of_image_.constEnd() && row.key() == image; ++row)
        emit dataChanged(index(*row), index(*row));
}

CaseOrder::CaseOrder(QObject* parent) : QSortFilterProxyModel(parent) {
    setBestFirst(false);
}

void CaseOrder::setBestFirst(bool best_first) {
    sort(0, best_first ? Qt::AscendingOrder : Qt::DescendingOrder);
}

void CaseOrder::setSearch(const QString& text) {
    words_ = text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

bool CaseOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const double a = left.data(CaseListModel::ErrorRole).toDouble();
    const double b = right.data(CaseListModel::ErrorRole).toDouble();
    // An error that is not known sorts as the largest.
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a) && std::isnan(b);
    return a < b;
}

bool CaseOrder::filterAcceptsRow(int row, const QModelIndex& parent) const {
    const QString text =
        sourceModel()->index(row, 0, parent).data(CaseListModel::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&text](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace rudolph
