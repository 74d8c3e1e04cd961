#include "ui/runs/face_pair_model.h"

#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/plain_tip.h"

namespace rudolph {

void FacePairModel::setComparison(FaceComparison comparison, const QString& first,
                                  const QString& second) {
    beginResetModel();
    comparison_ = std::move(comparison);
    first_ = first;
    second_ = second;
    endResetModel();
}

int FacePairModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(comparison_.faces.size());
}

int FacePairModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString FacePairModel::errorText(double error) const {
    return comparison_.by_nme ? percentText(error) : pixelText(error);
}

QVariant FacePairModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const FacePair& face = comparison_.faces[static_cast<size_t>(index.row())];
    const QString id = QString::fromStdString(face.sample_id);
    const double value = index.column() == kFirst    ? face.first_error
                         : index.column() == kSecond ? face.second_error
                                                     : face.difference;
    if (role == Qt::TextAlignmentRole)
        return int((index.column() == kFace ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role == kSortRole)
        return index.column() == kFace ? QVariant(id) : QVariant(value);
    const bool better = face.difference < 0;
    if (role == Qt::AccessibleTextRole && index.column() == kDifference)
        return tr("%1 %2").arg(errorText(std::abs(value)), better ? tr("better") : tr("worse"));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    switch (index.column()) {
        case kFace:
            return role == Qt::ToolTipRole ? plainTip(id) : id;
        case kDifference:
            // The sign is told by an arrow and a word of the header, not by a colour.
            return face.difference == 0 ? tr("=")
                                        : QStringLiteral("%1 %2").arg(
                                              better ? QStringLiteral("▼") : QStringLiteral("▲"),
                                              errorText(std::abs(value)));
        default:
            return errorText(value);
    }
}

QVariant FacePairModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns)
        return {};
    if (role == Qt::ToolTipRole)
        return section == kFirst        ? first_
               : section == kSecond     ? second_
               : section == kDifference ? tr("▼ less error in the newer run, ▲ more")
                                        : QVariant();
    if (role == Qt::TextAlignmentRole)
        return int((section == kFace ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
        case kFace:
            return tr("Face");
        case kFirst:
            return tr("✕ Older");
        case kSecond:
            return tr("◇ Newer");
        default:
            return tr("Change");
    }
}

}  // namespace rudolph
