#include "ui/window/command_search.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTimer>
#include <QTreeWidget>
#include <algorithm>
#include <utility>

#include "ui/base/layouts.h"
#include "ui/base/word_search.h"
#include "ui/parts/labels.h"

namespace rudolph {
namespace {

enum CommandColumn { kName, kWhere, kKey, kCommandColumns };
constexpr int kPlaceRole = Qt::UserRole;
constexpr QSize kSearchSize(640, 420);

}  // namespace

int commandRank(const Command& command, const QString& words) {
    const QString wanted = words.simplified();
    if (wanted.isEmpty())
        return 0;
    if (command.name.startsWith(wanted, Qt::CaseInsensitive))
        return 0;
    if (command.name.contains(' ' + wanted, Qt::CaseInsensitive))
        return 1;
    const WordSearch search(wanted);
    const std::string name = command.name.toStdString();
    const std::string where = command.where.toStdString();
    if (search.matches({name}))
        return 2;
    if (search.matches({name, where}))
        return 3;
    return search.matches({name, where, command.tip.toStdString()}) ? 4 : -1;
}

CommandSearch::CommandSearch(std::vector<Command> commands, QWidget* parent)
    : QDialog(parent), commands_(std::move(commands)) {
    setWindowTitle(tr("Find a command"));
    line_ = new QLineEdit;
    line_->setPlaceholderText(tr("An action, a setting, a page of the guide"));
    line_->setAccessibleName(line_->placeholderText());
    line_->setClearButtonEnabled(true);
    line_->installEventFilter(this);
    table_ = new QTreeWidget;
    table_->setAccessibleName(tr("What was found"));
    table_->setColumnCount(kCommandColumns);
    table_->setHeaderHidden(true);
    table_->setRootIsDecorated(false);
    table_->setUniformRowHeights(true);
    table_->setFocusPolicy(Qt::NoFocus);
    table_->header()->setStretchLastSection(false);
    table_->header()->setSectionResizeMode(kName, QHeaderView::Stretch);
    table_->header()->setSectionResizeMode(kWhere, QHeaderView::ResizeToContents);
    table_->header()->setSectionResizeMode(kKey, QHeaderView::ResizeToContents);
    hint_ = makePlainLabel();
    hint_->setMinimumHeight(2 * hint_->fontMetrics().lineSpacing());
    hint_->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto* column = makeColumn(this, 8, {12, 12, 12, 12});
    column->addWidget(line_);
    column->addWidget(table_, 1);
    column->addWidget(hint_);
    resize(kSearchSize);
    connect(line_, &QLineEdit::textChanged, this, &CommandSearch::showFound);
    connect(line_, &QLineEdit::returnPressed, this, &CommandSearch::runCurrent);
    connect(table_, &QTreeWidget::currentItemChanged, this, &CommandSearch::showHint);
    connect(table_, &QTreeWidget::itemClicked, this, &CommandSearch::runCurrent);
    showFound();
}

void CommandSearch::showFound() {
    std::vector<std::pair<int, int>> found;  // rank and place
    for (size_t i = 0; i < commands_.size(); ++i)
        if (const int rank = commandRank(commands_[i], line_->text()); rank >= 0)
            found.emplace_back(rank, static_cast<int>(i));
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.first < b.first; });
    table_->clear();
    for (const auto& [rank, place] : found) {
        const Command& command = commands_[static_cast<size_t>(place)];
        auto* item = new QTreeWidgetItem(
            {command.name, command.where, command.enabled ? command.key : tr("not possible now")});
        item->setData(kName, kPlaceRole, place);
        for (int column = 0; column < kCommandColumns; ++column)
            if (!command.enabled || column == kWhere)
                item->setForeground(column, palette().color(QPalette::PlaceholderText));
        table_->addTopLevelItem(item);
    }
    table_->setCurrentItem(table_->topLevelItem(0));
    showHint();
}

void CommandSearch::showHint() {
    const QTreeWidgetItem* item = table_->currentItem();
    if (item == nullptr) {
        hint_->setText(tr("Nothing is called that. Try a single word."));
        return;
    }
    const Command& command = commands_[item->data(kName, kPlaceRole).toUInt()];
    hint_->setText(command.enabled ? command.tip : tr("Not possible now. %1").arg(command.tip));
}

void CommandSearch::runCurrent() {
    const QTreeWidgetItem* item = table_->currentItem();
    if (item == nullptr)
        return;
    const Command& command = commands_[item->data(kName, kPlaceRole).toUInt()];
    if (!command.enabled)
        return showHint();
    // After the dialog is gone, so that the focus is back on the page.
    QTimer::singleShot(0, parent() != nullptr ? parent() : this, command.run);
    accept();
}

bool CommandSearch::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        const int step = key.key() == Qt::Key_Down       ? 1
                         : key.key() == Qt::Key_Up       ? -1
                         : key.key() == Qt::Key_PageDown ? 10
                         : key.key() == Qt::Key_PageUp   ? -10
                                                         : 0;
        if (step != 0 && table_->topLevelItemCount() > 0) {
            const int now = table_->indexOfTopLevelItem(table_->currentItem());
            table_->setCurrentItem(
                table_->topLevelItem(std::clamp(now + step, 0, table_->topLevelItemCount() - 1)));
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

}  // namespace rudolph
