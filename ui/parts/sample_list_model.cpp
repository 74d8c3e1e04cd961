#include "ui/parts/sample_list_model.h"

#include <array>
#include <cmath>

#include "core/base/nan.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_edit.h"

namespace rudolph {
namespace {

/// More problems of one face than this are not read in a tip.
constexpr int kMostProblemsInTip = 6;

size_t hashOf(const std::string& text) {
    return std::hash<std::string>()(text);
}

}  // namespace

void SampleListModel::setDocument(AnnotationDocument* document, const Split& split) {
    if (document_ != nullptr)
        document_->disconnect(this);
    document_ = document;
    side_of_person_.clear();
    problems_.clear();
    if (document_ != nullptr) {
        side_of_person_.reserve(split.train.size() + split.validation.size());
        for (const int face : split.train)
            side_of_person_[hashOf(sample(face).person)] = SplitSide::Train;
        for (const int face : split.validation)
            side_of_person_[hashOf(sample(face).person)] = SplitSide::Validation;
        countProblems();
        connect(document_, &AnnotationDocument::faceChanged, this, &SampleListModel::faceChanged);
        connect(document_, &AnnotationDocument::facesReset, this, &SampleListModel::facesReset);
        connect(document_, &AnnotationDocument::schemeChanged, this, [this] {
            if (!shown_.empty())
                emit dataChanged(index(0), index(rowCount() - 1));
        });
        connect(document_, &AnnotationDocument::problemsChanged, this,
                &SampleListModel::problemsChanged);
        connect(document_, &QObject::destroyed, this, &SampleListModel::forgetDocument);
    }
    fill({});
}

void SampleListModel::forgetDocument() {
    document_ = nullptr;
    fill({});
}

void SampleListModel::setQuery(const SampleQuery& query, SampleOrder order) {
    if (query == filter_.query() && order == order_ && misplaced_.empty())
        return;
    filter_ = SampleFilter(query);
    order_ = order;
    fill({});
}

void SampleListModel::setDisagreements(const QHash<QString, double>& by_id) {
    disagreements_.clear();
    disagreements_.reserve(static_cast<size_t>(by_id.size()));
    for (auto one = by_id.begin(); one != by_id.end(); ++one)
        disagreements_[hashOf(one.key().toStdString())] = static_cast<float>(one.value());
    if (order_ == SampleOrder::Disagreement)
        refresh();
    else if (!shown_.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {DisagreementRole});
}

void SampleListModel::setSuggestions(const QStringList& ids) {
    suggested_.clear();
    for (int place = 0; place < ids.size(); ++place)
        suggested_.emplace(hashOf(ids[place].toStdString()), place);
    if (order_ == SampleOrder::Suggested || filter_.query().trait == FaceTrait::Suggested)
        refresh();
}

int SampleListModel::suggestion(int face) const {
    if (suggested_.empty())
        return -1;
    const auto found = suggested_.find(hashOf(sample(face).id));
    return found == suggested_.end() ? -1 : found->second;
}

void SampleListModel::refresh() {
    fill({});
}

void SampleListModel::fill(const std::unordered_set<size_t>& kept) {
    beginResetModel();
    const int count = faceCount();
    const bool all = filter_.query().isEmpty();
    shown_.clear();
    for (int face = 0; face < count; ++face)
        if (all || shows(face) || (!kept.empty() && kept.count(hashOf(sample(face).id)) > 0))
            shown_.push_back(face);
    if (order_ != SampleOrder::Dataset)
        sortFaces(shown_, order_, [this](int face) { return facts(face); });
    row_of_.assign(static_cast<size_t>(count), -1);
    shown_ids_.clear();
    for (size_t row = 0; row < shown_.size(); ++row) {
        row_of_[static_cast<size_t>(shown_[row])] = static_cast<int>(row);
        if (!all)
            shown_ids_.push_back(hashOf(sample(shown_[row]).id));
    }
    misplaced_.clear();
    if (!kept.empty())
        for (const int face : shown_)
            if (!shows(face))
                misplaced_.insert(face);
    endResetModel();
    emit misplacedChanged();
}

std::unordered_set<size_t> SampleListModel::shownIds() const {
    return {shown_ids_.begin(), shown_ids_.end()};
}

void SampleListModel::faceChanged(int face) {
    const int row = rowOf(face);
    if (row < 0)
        return;
    const auto stands = [&](int above, int below) {
        return above < 0 || below >= rowCount() ||
               inOrder(faceAt(above), faceAt(below), order_, [this](int at) { return facts(at); });
    };
    const bool placed = shows(face) && stands(row - 1, row) && stands(row, row + 1);
    const bool changed = placed ? misplaced_.erase(face) > 0 : misplaced_.insert(face).second;
    emit dataChanged(index(row), index(row));
    if (changed)
        emit misplacedChanged();
}

void SampleListModel::facesReset() {
    countProblems();
    fill(shownIds());
}

void SampleListModel::problemsChanged() {
    countProblems();
    const bool matters =
        filter_.query().trait == FaceTrait::HasProblem || order_ == SampleOrder::Problems;
    if (matters)
        fill(shownIds());
    else if (!shown_.empty())
        emit dataChanged(index(0), index(rowCount() - 1), {ProblemCountRole, Qt::ToolTipRole});
}

void SampleListModel::countProblems() {
    problems_.clear();
    for (const Problem& problem : document_->dataset().problems)
        if (!problem.sample_id.empty())
            ++problems_[hashOf(problem.sample_id)];
}

FaceFacts SampleListModel::facts(int face) const {
    return {&sample(face), side(face), problemCount(face), disagreement(face), suggestion(face)};
}

SplitSide SampleListModel::side(int face) const {
    const Sample& known = sample(face);
    if (!known.has_truth())
        return SplitSide::None;
    const auto found = side_of_person_.find(hashOf(known.person));
    return found == side_of_person_.end() ? SplitSide::None : found->second;
}

int SampleListModel::problemCount(int face) const {
    if (problems_.empty())
        return 0;
    const auto found = problems_.find(hashOf(sample(face).id));
    return found == problems_.end() ? 0 : found->second;
}

double SampleListModel::disagreement(int face) const {
    const auto found = disagreements_.empty() ? disagreements_.end()
                                              : disagreements_.find(hashOf(sample(face).id));
    return found == disagreements_.end() ? kNaN : static_cast<double>(found->second);
}

int SampleListModel::rowOf(int face) const {
    return face >= 0 && face < static_cast<int>(row_of_.size()) ? row_of_[static_cast<size_t>(face)]
                                                                : -1;
}

int SampleListModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant SampleListModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int face = faceAt(index.row());
    const Sample& known = sample(face);
    switch (role) {
        case Qt::DisplayRole:
            return QString::fromStdString(known.id);
        case Qt::ToolTipRole:
            return plainTip(tip(face));
        case Qt::AccessibleTextRole:
            return spoken(face);
        case FaceRole:
            return face;
        case SummaryRole:
            return summary(face);
        case StateRole:
            return static_cast<int>(known.state);
        case NoteRole:
            return QString::fromStdString(known.note);
        case ProposedByRole:
            return QString::fromStdString(known.proposed_by);
        case ProblemCountRole:
            return problemCount(face);
        case DisagreementRole: {
            const double far = disagreement(face);
            return std::isfinite(far) ? QVariant(far) : QVariant();
        }
        default:
            return {};
    }
}

QString SampleListModel::summary(int face) const {
    QStringList parts;
    const Sample& known = sample(face);
    if (order_ == SampleOrder::Disagreement && std::isfinite(disagreement(face)))
        parts << disagreementText(disagreement(face));
    if (document_->dataset().format == DatasetFormat::Imm)
        parts << tr("person %1").arg(QString::fromStdString(known.person));
    if (known.view)
        parts << tr("view %1").arg(*known.view);
    const auto labelled = static_cast<int>(labelledPoints(known.points_in_image).size());
    if (labelled == 0)
        parts << tr("no points");
    else if (labelled < known.points_in_image.size())
        parts << tr("%1 of %2 points").arg(labelled).arg(known.points_in_image.size());
    if (known.confidence)
        parts << tr("%1 sure").arg(confidenceText(*known.confidence));
    if (side(face) != SplitSide::None)
        parts << sideName(side(face));
    else if (parts.isEmpty())
        parts << tr("%1 points").arg(labelled);
    return parts.join(QStringLiteral(" · "));
}

QString SampleListModel::spoken(int face) const {
    const Sample& known = sample(face);
    QStringList parts = {QString::fromStdString(known.id), summary(face), stateName(known.state)};
    if (known.is_proposal())
        parts << tr("proposed by %1").arg(QString::fromStdString(known.proposed_by));
    if (!known.note.empty())
        parts << tr("note: %1").arg(QString::fromStdString(known.note));
    if (problemCount(face) > 0)
        parts << tr("problems: %1").arg(problemCount(face));
    return parts.join(QStringLiteral(", "));
}

QString SampleListModel::tip(int face) const {
    const Sample& known = sample(face);
    QStringList lines = {toQString(known.image),
                         tr("%1 · %2").arg(stateName(known.state), summary(face))};
    if (known.is_proposal())
        lines << tr("Proposed by %1; nobody has looked at it yet")
                     .arg(QString::fromStdString(known.proposed_by));
    if (std::isfinite(disagreement(face)) && order_ != SampleOrder::Disagreement)
        lines << tr("The model is %1").arg(disagreementText(disagreement(face)));
    if (!known.note.empty())
        lines << tr("Note: %1").arg(QString::fromStdString(known.note));
    int left = problemCount(face);
    for (const Problem& problem : document_->dataset().problems) {
        if (left == 0 || lines.size() > kMostProblemsInTip)
            break;
        if (problem.sample_id != known.id)
            continue;
        lines << sentence(problem.message);
        --left;
    }
    if (left > 0)
        lines << tr("and %1 more").arg(left);
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

QString stateName(FaceState state) {
    switch (state) {
        case FaceState::New:
            return SampleListModel::tr("New");
        case FaceState::InWork:
            return SampleListModel::tr("In work");
        case FaceState::Done:
            return SampleListModel::tr("Done");
        case FaceState::Doubtful:
            return SampleListModel::tr("Doubtful");
    }
    return {};
}

QString disagreementText(double fraction) {
    return SampleListModel::tr("off by %1 %").arg(decimalText(fraction * 100, 1));
}

}  // namespace rudolph
