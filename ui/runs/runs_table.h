#pragma once

#include <QTableView>

#include "ui/runs/run_choice.h"
#include "ui/runs/run_filter.h"

class QMenu;

namespace rudolph {

/// The table of runs: the person arranges its columns, which is remembered, and edits stars, tags
/// and notes in it.
class RunsTable : public QTableView {
    Q_OBJECT

public:
    explicit RunsTable(RunFilter* filter, QWidget* parent = nullptr);

    /// The chosen rows, from the top down.
    std::vector<RunChoice> chosen() const;
    QStringList chosenFolders() const;
    /// The chosen runs and those of chosen studies, each once.
    std::vector<RunEntryPtr> chosenRuns() const;
    /// All runs that the filter lets through, in the order of the table.
    std::vector<RunEntryPtr> shown() const;
    /// Likewise, but a study that is folded as one run, with its means.
    std::vector<RunEntryPtr> shownPoints() const;
    /// Those that are shown; false: none of them is.
    bool choose(const QStringList& run_folders);
    void editColumn(RunColumn column);
    /// To show and hide columns.
    void fillColumnMenu(QMenu* menu);
    /// Shows the runs of the chosen studies below them, or hides them where all are shown.
    void toggleStudies();

signals:
    void chosenChanged();
    void casesRequested(const QString& run_folder);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    /// Unfolds or folds the study that a row is or belongs to; false: it is none.
    bool unfold(const QModelIndex& index, bool unfolded);
    void setStandardWidths();
    void restoreColumns();
    void rememberColumns();

    RunFilter* filter_;
};

}  // namespace rudolph
