#pragma once

#include <QAbstractTableModel>
#include <QHash>
#include <QSet>
#include <QUndoStack>
#include <vector>

#include "core/runs/run_index.h"
#include "core/study/study_index.h"
#include "ui/runs/run_columns.h"

namespace rudolph {

/// The runs of a folder, and a row for each of its studies, which is as one run; star, tags and
/// note can be edited, each edit one step of the undo stack. Whoever owns it writes marksChanged()
/// to disk.
class RunTableModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        SortRole = Qt::UserRole + 1,  ///< see runColumnKey()
        FolderRole
    };

    explicit RunTableModel(QObject* parent = nullptr);

    /// What the folder holds now. Runs that were there before keep their rows, so that selection
    /// and scrolling stay; new ones come at the end.
    void setRuns(const std::vector<RunEntryPtr>& runs,
                 const std::vector<StudyEntryPtr>& studies = {});
    /// Another folder: forgets the runs and the undo stack.
    void clear();
    const std::vector<RunEntryPtr>& runs() const { return runs_; }
    const RunEntryPtr& runAt(int row) const { return runs_[static_cast<size_t>(row)]; }
    /// Null: the row is a run.
    StudyEntryPtr studyAt(int row) const;
    /// The study whose run a row is; null: of none.
    StudyEntryPtr studyOfRun(int row) const;
    int runCount() const { return rowCount() - static_cast<int>(studies_.size()); }
    /// Whether the runs of a study are shown below it.
    bool isUnfolded(const QString& study_folder) const { return unfolded_.contains(study_folder); }
    void setUnfolded(const QString& study_folder, bool unfolded);
    QStringList unfolded() const { return unfolded_.values(); }
    /// What runs are compared with; null: each with its preset.
    const RunEntryPtr& baseline() const { return baseline_; }
    /// One step that makes it the baseline in place of another; empty: none is one.
    void setBaseline(const QString& folder);
    /// Against the baseline, or the preset.
    const std::vector<SettingRow>& changesAt(int row) const;
    QString textAt(int row, RunColumn column) const;
    /// See runColumnKey().
    QVariant keyAt(int row, RunColumn column) const;
    /// -1: not there.
    int rowOf(const QString& folder) const { return rows_.value(folder, -1); }
    /// Without an undo step: what the step itself does, and what disk says when writing failed.
    void showMarks(const QString& folder, const RunMarks& marks);
    /// One step that gives each of these runs the marks that `change` makes of its own.
    void editMarks(const QStringList& folders, const QString& what,
                   const std::function<void(RunMarks&)>& change);
    QUndoStack* undoStack() { return &undo_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

signals:
    /// An edit, or its undoing, has given a run other marks.
    void marksChanged(const QString& folder, const rudolph::RunMarks& marks);
    void foldingChanged();

private:
    void indexRows();
    void findBaseline();
    QString nameAt(int row) const;
    QString foldMark(int row) const;

    std::vector<RunEntryPtr> runs_;
    QHash<QString, int> rows_;
    QHash<QString, StudyEntryPtr> studies_;  ///< by folder
    QSet<QString> unfolded_;
    RunEntryPtr baseline_;
    /// By folder, as they were asked for; against this baseline.
    mutable QHash<QString, std::vector<SettingRow>> changes_;
    QUndoStack undo_;
};

}  // namespace rudolph
