#include "ui/runs/run_table_model.h"

#include <QUndoCommand>
#include <unordered_map>

#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/runs/run_words.h"
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
    endResetModel();
    undo_.clear();
}

void RunTableModel::setRuns(const std::vector<RunEntryPtr>& runs) {
    std::unordered_map<std::string, RunEntryPtr> now;
    for (const RunEntryPtr& run : runs)
        now.emplace(run->run.folder.string(), run);
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto found = now.find(runAt(row)->run.folder.string());
        if (found == now.end()) {
            beginRemoveRows({}, row, row);
            runs_.erase(runs_.begin() + row);
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
        endInsertRows();
    }
    indexRows();
}

void RunTableModel::showMarks(const QString& folder, const RunMarks& marks) {
    const int row = rowOf(folder);
    if (row < 0 || runAt(row)->marks == marks)
        return;
    auto changed = std::make_shared<RunEntry>(*runAt(row));
    changed->marks = marks;
    runs_[static_cast<size_t>(row)] = std::move(changed);
    emit dataChanged(index(row, 0), index(row, kRunColumns - 1));
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
            return runColumnText(column, run);
        case Qt::EditRole:
            return column == RunColumn::Note ? QString::fromStdString(run.marks.note)
                                             : runColumnText(column, run);
        case Qt::ToolTipRole:
            if (column == RunColumn::Name)
                return plainTip(coreText(run.run.experiment.description));
            if (column == RunColumn::Data)
                return plainTip(QString::fromStdString(run.run.experiment.data));
            if (column == RunColumn::State && run.run.summary.state == RunState::StoppedEarly)
                return plainTip(stoppedEarlyText(run.run));
            if (column == RunColumn::State && !run.run.summary.message.empty())
                return plainTip(QString::fromStdString(run.run.summary.message));
            return column == RunColumn::Changed || column == RunColumn::Tags ||
                           column == RunColumn::Note
                       ? runColumnText(column, run)
                       : runColumnTip(column);
        case Qt::AccessibleTextRole:
            if (column == RunColumn::Star)
                return run.marks.starred ? tr("starred") : tr("no star");
            return runColumnText(column, run);
        case Qt::TextAlignmentRole:
            if (column == RunColumn::Star)
                return int(Qt::AlignCenter);
            return int((isNumber(column) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
        case SortRole:
            return runColumnKey(column, run);
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
