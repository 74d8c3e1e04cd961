#pragma once

#include <QDialog>
#include <QString>
#include <functional>
#include <vector>

class QLabel;
class QLineEdit;
class QTreeWidget;

namespace rudolph {

/// Something that can be done or shown.
struct Command {
    QString name;   ///< "Save"
    QString where;  ///< "Data"
    QString key;    ///< "Ctrl+S"; empty: none
    QString tip;    ///< one sentence; is searched, too
    bool enabled = true;
    std::function<void()> run;
};

/// How well a command answers to words: 0 is best; -1: not at all.
int commandRank(const Command& command, const QString& words);

/// One line in which one types what one looks for, and all commands that have these words, best
/// first: arrow keys choose, Enter does it. What is not possible now says so.
class CommandSearch : public QDialog {
    Q_OBJECT

public:
    explicit CommandSearch(std::vector<Command> commands, QWidget* parent = nullptr);

    QLineEdit* line() { return line_; }
    QTreeWidget* table() { return table_; }
    QLabel* hint() { return hint_; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showFound();
    void showHint();
    void runCurrent();

    std::vector<Command> commands_;
    QLineEdit* line_;
    QTreeWidget* table_;
    QLabel* hint_;
};

}  // namespace rudolph
