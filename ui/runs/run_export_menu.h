#pragma once

#include <QMenu>
#include <filesystem>
#include <vector>

#include "core/runs/run_index.h"
#include "ui/base/error_text.h"

namespace rudolph {

class NoticeBar;
class PageActions;
class RunComparison;
class RunExports;
class RunsTable;
class Session;

/// What can be exported of the runs of the table: asks where to, has it written in the background,
/// and says on the notice bar where it is.
class RunExportMenu : public QMenu {
    Q_OBJECT

public:
    /// Adds its actions to those of the page, `page`.
    RunExportMenu(Session* session, PageActions* actions, RunsTable* table,
                  RunComparison* comparison, NoticeBar* notice, QWidget* page);

private:
    void addActions();
    void askForTable();
    void askForReport();
    void askForChart();
    void askToShare();
    void askAboutOutside(const std::vector<RunEntryPtr>& runs, const QString& file,
                         const std::vector<std::filesystem::path>& pictures);
    void showWritten(const QStringList& files);
    void showShared(const QStringList& folders);
    void showOpenButton(const QString& text, const QString& target);
    void showError(const ErrorText& error);

    PageActions* actions_;
    RunsTable* table_;
    RunComparison* comparison_;
    NoticeBar* notice_;
    RunExports* exports_;
};

}  // namespace rudolph
