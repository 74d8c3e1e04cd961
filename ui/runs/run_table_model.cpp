#include "ui/runs/run_table_model.h"

#include <QFont>
#include <QUndoCommand>
#include <unordered_map>

#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/parts/study_name.h"
#include "ui/runs/run_words.h"
#include "ui/runs/study_columns.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

struct MarksEdit {
    QString folder;
    RunMarks before;
    RunMarks after;
};

class ChangeMarks : public QUndoCommand {
public:
    ChangeMarks(RunTableModel* model, const QString& what, std::vector<MarksEdit> edits)
        : QUndoCommand(what), model_(model), edits_(std::move(edits)) {}

    void undo() override { apply(&MarksEdit::before); }
    void redo() override { apply(&MarksEdit::after); }

private:
    void apply(RunMarks MarksEdit::*marks) {
        for (const MarksEdit& edit : edits_) {
            model_->showMarks(edit.folder, edit.*marks);
            emit model_->marksChanged(edit.folder, edit.*marks);
        }
    }

    RunTableModel* model_;
    std::vector<MarksEdit> edits_;
};

}  // namespace

RunTableModel::RunTableModel(QObject* parent) : QAbstractTableModel(parent) {}

void RunTableModel::indexRows() {
    rows_.clear();
    for (size_t row = 0; row < runs_.size(); ++row)
        rows_.insert(toQString(runs_[row]->run.folder), static_cast<int>(row));
}

void RunTableModel::clear() {
    beginResetModel();
    runs_.clear();
    rows_.clear();
    studies_.clear();
    baseline_.reset();
    changes_.clear();
    endResetModel();
    undo_.clear();
}

void RunTableModel::setRuns(const std::vector<RunEntryPtr>& just_runs,
                            const std::vector<StudyEntryPtr>& studies) {
    studies_.clear();
    std::vector<RunEntryPtr> runs;
    for (const StudyEntryPtr& study : studies) {
        studies_.insert(toQString(study->folder), study);
        runs.push_back(study->as_run);
    }
    runs.insert(runs.end(), just_runs.begin(), just_runs.end());
    // Other runs may lie where those before were.
    changes_.clear();
    std::unordered_map<std::string, RunEntryPtr> now;
    for (const RunEntryPtr& run : runs)
        now.emplace(run->run.folder.string(), run);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = now.find(runAt(row)->run.folder.string());
        if (found == now.end()) {
            beginRemoveRows({}, row, row);
            runs_.erase(runs_.begin() + row);
            // Before the filter hears of it, which looks for the study of a run.
            indexRows();
            endRemoveRows();
            continue;
        }
        if (found->second != runAt(row)) {
            runs_[static_cast<size_t>(row)] = found->second;
            emit dataChanged(index(row, 0), index(row, kRunColumns - 1));
        }
        now.erase(found);
    }
    if (!now.empty()) {
        const int first = rowCount();
        beginInsertRows({}, first, first + static_cast<int>(now.size()) - 1);
        for (const RunEntryPtr& run : runs)
            if (now.contains(run->run.folder.string()))
                runs_.push_back(run);
        indexRows();
        endInsertRows();
    }
    findBaseline();
}

void RunTableModel::findBaseline() {
    RunEntryPtr found;
    for (const RunEntryPtr& run : runs_)
        if (run->marks.baseline && !found)
            found = run;
    const bool same = found == baseline_;
    baseline_ = found;
    changes_.clear();
    if (!same && rowCount() > 0)
        emit dataChanged(index(0, static_cast<int>(RunColumn::Name)),
                         index(rowCount() - 1, static_cast<int>(RunColumn::Changed)));
}

StudyEntryPtr RunTableModel::studyAt(int row) const {
    return studies_.value(toQString(runAt(row)->run.folder));
}

StudyEntryPtr RunTableModel::studyOfRun(int row) const {
    return studies_.isEmpty() ? nullptr
                              : studies_.value(toQString(runAt(row)->run.folder.parent_path()));
}

void RunTableModel::setUnfolded(const QString& study_folder, bool unfolded) {
    if (unfolded == isUnfolded(study_folder))
        return;
    if (unfolded)
        unfolded_.insert(study_folder);
    else
        unfolded_.remove(study_folder);
    // First its runs come or go: who is told of the study looks for them.
    emit foldingChanged();
    if (const int row = rowOf(study_folder); row >= 0)
        emit dataChanged(index(row, 0), index(row, kRunColumns - 1));
}

void RunTableModel::setBaseline(const QString& folder) {
    std::vector<MarksEdit> edits;
    for (const RunEntryPtr& run : runs_) {
        MarksEdit edit{toQString(run->run.folder), run->marks, run->marks};
        edit.after.baseline = edit.folder == folder;
        if (edit.after != edit.before)
            edits.push_back(std::move(edit));
    }
    if (!edits.empty())
        undo_.push(new ChangeMarks(this, tr("baseline"), std::move(edits)));
}

const std::vector<SettingRow>& RunTableModel::changesAt(int row) const {
    const RunEntryPtr& run = runAt(row);
    if (!baseline_)
        return run->changes;
    const QString folder = toQString(run->run.folder);
    auto known = changes_.find(folder);
    if (known == changes_.end())
        known = changes_.insert(
            folder, differing_settings({baseline_->run.experiment, run->run.experiment}));
    return *known;
}

/// What stands before a name: whether a study is unfolded, and that a run belongs to one.
QString RunTableModel::foldMark(int row) const {
    QString mark;
    if (const auto study = studyAt(row))
        mark = isUnfolded(toQString(study->folder)) ? QStringLiteral("▾ ") : QStringLiteral("▸ ");
    else if (studyOfRun(row))
        mark = QStringLiteral("      ");
    return runAt(row)->marks.baseline ? mark + QStringLiteral("⚑ ") : mark;
}

QString RunTableModel::nameAt(int row) const {
    const RunEntryPtr& run = runAt(row);
    if (const auto study = studyAt(row))
        return studyName(*study);
    if (const auto study = studyOfRun(row))
        return studyRunName(*study, *run);
    return runColumnText(RunColumn::Name, *run);
}

QString RunTableModel::textAt(int row, RunColumn column) const {
    if (column == RunColumn::Name)
        return nameAt(row);
    if (column == RunColumn::Changed)
        return runChangesText(changesAt(row));
    if (const auto study = studyAt(row))
        if (const auto text = studyColumnText(column, *study))
            return *text;
    return runColumnText(column, *runAt(row));
}

QVariant RunTableModel::keyAt(int row, RunColumn column) const {
    if (column == RunColumn::Name || column == RunColumn::Changed)
        return textAt(row, column);
    if (const auto study = studyAt(row))
        if (const auto key = studyColumnKey(column, *study))
            return *key;
    return runColumnKey(column, *runAt(row));
}

void RunTableModel::showMarks(const QString& folder, const RunMarks& marks) {
    const int row = rowOf(folder);
    if (row < 0 || runAt(row)->marks == marks)
        return;
    auto changed = std::make_shared<RunEntry>(*runAt(row));
    changed->marks = marks;
    const bool other_baseline = changed->marks.baseline != runAt(row)->marks.baseline;
    runs_[static_cast<size_t>(row)] = std::move(changed);
    emit dataChanged(index(row, 0), index(row, kRunColumns - 1));
    if (other_baseline || runAt(row)->marks.baseline)
        findBaseline();
}

void RunTableModel::editMarks(const QStringList& folders, const QString& what,
                              const std::function<void(RunMarks&)>& change) {
    std::vector<MarksEdit> edits;
    for (const QString& folder : folders) {
        const int row = rowOf(folder);
        if (row < 0)
            continue;
        MarksEdit edit{folder, runAt(row)->marks, runAt(row)->marks};
        change(edit.after);
        if (edit.after != edit.before)
            edits.push_back(std::move(edit));
    }
    if (!edits.empty())
        undo_.push(new ChangeMarks(this, what, std::move(edits)));
}

int RunTableModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(runs_.size());
}

int RunTableModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kRunColumns;
}

QVariant RunTableModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const RunEntry& run = *runAt(index.row());
    const auto column = static_cast<RunColumn>(index.column());
    switch (role) {
        case Qt::DisplayRole:
            if (column == RunColumn::Name)
                return foldMark(index.row()) + nameAt(index.row());
            return textAt(index.row(), column);
        case Qt::EditRole:
            return column == RunColumn::Note ? QString::fromStdString(run.marks.note)
                                             : textAt(index.row(), column);
        case Qt::FontRole:
            if (column == RunColumn::Name && run.marks.baseline) {
                QFont bold;
                bold.setBold(true);
                return bold;
            }
            return {};
        case Qt::ToolTipRole:
            if (const auto study = studyAt(index.row());
                study && (column == RunColumn::Name || column == RunColumn::State ||
                          column == RunColumn::Nme || column == RunColumn::Interval))
                return plainTip(studyTip(*study));
            if (column == RunColumn::Name)
                return plainTip((QString::fromStdString(run.run.name) + QLatin1Char('\n') +
                                 coreText(run.run.experiment.description))
                                    .trimmed());
            if (column == RunColumn::Data)
                return plainTip(QString::fromStdString(run.run.experiment.data));
            if (column == RunColumn::State && run.run.summary.state == RunState::StoppedEarly)
                return plainTip(stoppedEarlyText(run.run));
            if (column == RunColumn::State && !run.run.summary.message.empty())
                return plainTip(QString::fromStdString(run.run.summary.message));
            return column == RunColumn::Changed || column == RunColumn::Tags ||
                           column == RunColumn::Note
                       ? textAt(index.row(), column)
                       : runColumnTip(column);
        case Qt::AccessibleTextRole:
            if (column == RunColumn::Star)
                return run.marks.starred ? tr("starred") : tr("no star");
            if (column == RunColumn::Name && run.marks.baseline)
                return tr("%1, the baseline").arg(nameAt(index.row()));
            return textAt(index.row(), column);
        case Qt::TextAlignmentRole:
            if (column == RunColumn::Star)
                return int(Qt::AlignCenter);
            return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case SortRole:
            return keyAt(index.row(), column);
        case FolderRole:
            return toQString(run.run.folder);
        default:
            return {};
    }
}

bool RunTableModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !(flags(index) & Qt::ItemIsEditable))
        return false;
    const QStringList run{index.data(FolderRole).toString()};
    const std::string text = value.toString().trimmed().toStdString();
    if (static_cast<RunColumn>(index.column()) == RunColumn::Tags)
        editMarks(run, tr("tags"), [&](RunMarks& marks) { marks.tags = tags_from(text); });
    else
        editMarks(run, tr("note"), [&](RunMarks& marks) { marks.note = text; });
    return true;
}

Qt::ItemFlags RunTableModel::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractTableModel::flags(index);
    const auto column = static_cast<RunColumn>(index.column());
    if (index.isValid() && (column == RunColumn::Tags || column == RunColumn::Note))
        flags |= Qt::ItemIsEditable;
    return flags;
}

QVariant RunTableModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kRunColumns)
        return {};
    const auto column = static_cast<RunColumn>(section);
    switch (role) {
        case Qt::DisplayRole:
            return runColumnTitle(column);
        case Qt::ToolTipRole:
            return runColumnTip(column);
        case Qt::TextAlignmentRole:
            return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        default:
            return {};
    }
}

}  // namespace rudolph
