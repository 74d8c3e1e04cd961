#include "ui/models/sample_list_model.h"

#include <array>
#include <unordered_set>

#include "ui/models/path_convert.h"
#include "ui/models/sentence.h"

namespace rudolph {

SampleListModel::SampleListModel(ThumbnailLoader* thumbnails, QObject* parent)
    : QAbstractListModel(parent), thumbnails_(thumbnails) {
    connect(thumbnails_, &ThumbnailLoader::loaded, this, &SampleListModel::thumbnailLoaded);
}

void SampleListModel::setDataset(std::shared_ptr<const Dataset> dataset, const Split& split) {
    beginResetModel();
    dataset_ = std::move(dataset);
    const size_t count = dataset_ ? dataset_->samples.size() : 0;
    sides_.assign(count, SplitSide::None);
    has_problem_.assign(count, false);
    waiting_.clear();
    for (const int i : split.train)
        sides_.at(static_cast<size_t>(i)) = SplitSide::Train;
    for (const int i : split.validation)
        sides_.at(static_cast<size_t>(i)) = SplitSide::Validation;
    if (dataset_) {
        std::unordered_set<std::string> troubled;
        for (const Problem& problem : dataset_->problems)
            troubled.insert(problem.sample_id);
        for (size_t i = 0; i < count; ++i)
            has_problem_[i] = troubled.count(dataset_->samples[i].id) > 0;
    }
    endResetModel();
}

int SampleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !dataset_ ? 0 : static_cast<int>(dataset_->samples.size());
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int row = index.row();
    switch (role) {
        case Qt::DisplayRole:
            return QString::fromStdString(sample(row).id);
        case Qt::DecorationRole: {
            const QImage image = thumbnails_->thumbnail(sample(row).image);
            if (!image.isNull())
                return image;
            const QString key = toQString(sample(row).image);
            if (!waiting_.contains(key, row))
                waiting_.insert(key, row);
            return {};
        }
        case Qt::ToolTipRole:
            return tip(row);
        case Qt::AccessibleTextRole:
            return QString(QString::fromStdString(sample(row).id) + ", " + summary(row));
        case SummaryRole:
            return summary(row);
        case HasProblemRole:
            return hasProblem(row);
        default:
            return {};
    }
}

void SampleListModel::thumbnailLoaded(const QString& image) {
    const QList<int> rows = waiting_.values(image);
    waiting_.remove(image);
    for (const int row : rows)
        emit dataChanged(index(row), index(row), {Qt::DecorationRole});
}

QString SampleListModel::summary(int row) const {
    QStringList parts;
    const Sample& face = sample(row);
    if (dataset_->format == DatasetFormat::Imm)
        parts << tr("person %1").arg(QString::fromStdString(face.person));
    if (face.view)
        parts << tr("view %1").arg(*face.view);
    if (face.points_in_image.empty())
        parts << tr("no points");
    else if (side(row) != SplitSide::None)
        parts << sideName(side(row));
    return parts.join(QStringLiteral(" · "));
}

QString SampleListModel::tip(int row) const {
    QStringList lines = {toQString(sample(row).image)};
    if (hasProblem(row))
        for (const Problem& problem : dataset_->problems)
            if (problem.sample_id == sample(row).id)
                lines << sentence(problem.message);
    return lines.join('\n');
}

QString sideName(SplitSide side) {
    switch (side) {
        case SplitSide::Train:
            return SampleListModel::tr("training");
        case SplitSide::Validation:
            return SampleListModel::tr("validation");
        case SplitSide::None:
            break;
    }
    return {};
}

QString viewName(int view, DatasetFormat format) {
    const std::array<QString, 6> imm_views = {
        SampleListModel::tr("frontal, neutral"),     SampleListModel::tr("frontal, happy"),
        SampleListModel::tr("turned to the right"),  SampleListModel::tr("turned to the left"),
        SampleListModel::tr("frontal, light aside"), SampleListModel::tr("frontal, grimace"),
    };
    if (format != DatasetFormat::Imm || view < 1 || view > static_cast<int>(imm_views.size()))
        return QString::number(view);
    return QStringLiteral("%1 (%2)").arg(view).arg(imm_views[static_cast<size_t>(view - 1)]);
}

}  // namespace rudolph
