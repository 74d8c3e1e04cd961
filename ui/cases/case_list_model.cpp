#include "ui/cases/case_list_model.h"

#include <algorithm>
#include <cmath>

#include "core/base/nan.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/parts/face_tile.h"
#include "ui/settings/translation.h"

namespace rudolph {

CaseListModel::CaseListModel(QObject* parent)
    : QAbstractListModel(parent), thumbnails_(std::make_unique<FaceThumbnails>(256)) {
    connect(thumbnails_.get(), &FaceThumbnails::loaded, this, &CaseListModel::showLoaded);
}

void CaseListModel::setCases(const RunCases& cases) {
    beginResetModel();
    thumbnails_->clearWaiting();
    ++generation_;
    cases_ = cases.cases;
    states_.assign(cases_.size(), std::nullopt);
    changed_.clear();
    deviations_ = cases.study ? cases.study->deviations : std::vector<double>();
    is_of_study_ = cases.repeats != nullptr;
    scheme_ = cases.scheme;
    normaliser_ = landmarkText(cases.run.summary.normaliser);
    rows_of_image_.clear();
    for (size_t row = 0; row < cases_.size(); ++row)
        rows_of_image_.insert(toQString(cases_[row].image), static_cast<int>(row));
    endResetModel();
}

void CaseListModel::setTruth(const std::vector<CasePrediction>& cases,
                             const std::vector<int>& changed,
                             const std::vector<std::optional<FaceState>>& states,
                             const std::vector<double>& deviations) {
    if (cases.size() != cases_.size() || states.size() != cases_.size())
        return;
    const QSet<int> rows(changed.begin(), changed.end());
    const bool same = rows.isEmpty() && changed_.isEmpty();
    states_ = states;
    deviations_ = deviations;
    if (!same) {
        // Tiles that were drawn show the truth before.
        ++generation_;
        cases_ = cases;
        changed_ = rows;
    }
    if (!cases_.empty())
        emit dataChanged(index(0), index(rowCount() - 1));
}

double CaseListModel::deviationAt(int row) const {
    const auto place = static_cast<size_t>(row);
    return place < deviations_.size() ? deviations_[place] : kNaN;
}

int CaseListModel::rowOf(const std::string& sample_id) const {
    const auto found = std::find_if(cases_.begin(), cases_.end(), [&](const CasePrediction& face) {
        return face.result.sample_id == sample_id;
    });
    return found == cases_.end() ? -1 : static_cast<int>(found - cases_.begin());
}

void CaseListModel::clear() {
    setCases({});
}

ThumbnailRequest CaseListModel::picture(int row) const {
    return wholeStory(caseAt(row).image, caseAt(row).result);
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
        case Qt::DisplayRole: {
            QString text = pixelText(face.result.error_px);
            if (std::isfinite(face.result.nme))
                text += QStringLiteral(" · ") + percentText(face.result.nme);
            if (const double varies = deviationAt(index.row()); std::isfinite(varies))
                text = std::isfinite(face.result.nme)
                           ? QStringLiteral("%1 ± %2").arg(decimalText(face.result.nme * 100, 2),
                                                           percentText(varies))
                           : QStringLiteral("%1 ± %2").arg(text, pixelText(varies));
            return changed_.contains(index.row()) ? tr("%1 · mended").arg(text) : text;
        }
        case Qt::AccessibleTextRole:
            return tr("%1, mean error %2").arg(name, pixelText(face.result.error_px));
        case Qt::ToolTipRole:
            return plainTip(tr("%1: mean error %2, NME %3 (%4)")
                                .arg(name, pixelText(face.result.error_px),
                                     percentText(face.result.nme), normaliser_));
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
    setRank(CaseRank::WorstFirst);
}

void CaseOrder::setSourceModel(QAbstractItemModel* model) {
    model_ = qobject_cast<const CaseListModel*>(model);
    QSortFilterProxyModel::setSourceModel(model);
}

void CaseOrder::setRank(CaseRank rank) {
    rank_ = rank;
    sort(0, rank == CaseRank::BestFirst ? Qt::AscendingOrder : Qt::DescendingOrder);
    // The same order of other keys.
    invalidate();
}

void CaseOrder::setQuery(const CaseQuery& query) {
    if (query == query_)
        return;
    query_ = query;
    words_ = query.text.split(QLatin1Char(' '), Qt::SkipEmptyParts);
    invalidateFilter();
}

void CaseOrder::setChosen(const QVector<int>& rows) {
    const QSet<int> chosen(rows.begin(), rows.end());
    if (chosen == chosen_)
        return;
    chosen_ = chosen;
    invalidateFilter();
}

bool CaseOrder::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    if (rank_ == CaseRank::MostVariedFirst) {
        const double a = model_->deviationAt(left.row());
        const double b = model_->deviationAt(right.row());
        // What one run alone has stands last.
        return std::isnan(a) ? !std::isnan(b) : a < b;
    }
    const double a = ranking_error(model_->caseAt(left.row()).result);
    const double b = ranking_error(model_->caseAt(right.row()).result);
    // An error that is not known sorts as the largest.
    if (std::isnan(a) || std::isnan(b))
        return !std::isnan(a) && std::isnan(b);
    return a < b;
}

bool CaseOrder::filterAcceptsRow(int row, const QModelIndex&) const {
    const CasePrediction& face = model_->caseAt(row);
    if ((!chosen_.isEmpty() && !chosen_.contains(row)) ||
        (query_.person && *query_.person != face.person) ||
        (query_.view && query_.view != face.view) ||
        (query_.state && query_.state != model_->stateAt(row)))
        return false;
    const double error = ranking_error(face.result);
    const bool any = query_.least_error <= 0 && std::isinf(query_.most_error);
    if (!any && !(error >= query_.least_error && error <= query_.most_error))
        return false;
    if (words_.isEmpty())
        return true;
    const QString text = model_->index(row).data(CaseListModel::SearchRole).toString();
    return std::all_of(words_.begin(), words_.end(), [&text](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

}  // namespace rudolph
