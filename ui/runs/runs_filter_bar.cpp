#include "ui/runs/runs_filter_bar.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <initializer_list>
#include <optional>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/run_state_text.h"

namespace rudolph {

RunsFilterBar::RunsFilterBar(RunFilter* filter, QWidget* parent)
    : QWidget(parent),
      filter_(filter),
      search_(new QLineEdit(this)),
      state_(new QComboBox(this)),
      tag_(new QComboBox(this)),
      count_(new QLabel(this)) {
    search_->setPlaceholderText(tr("Filter by name, data, change, tag or note"));
    search_->setClearButtonEnabled(true);
    search_->setAccessibleName(tr("Filter runs"));
    connect(search_, &QLineEdit::textChanged, filter_, &RunFilter::setSearch);
    makeChoices();
    auto* starred = new QToolButton(this);
    starred->setText(QStringLiteral("★"));
    starred->setCheckable(true);
    starred->setToolTip(tr("Only runs with a star"));
    starred->setAccessibleName(starred->toolTip());
    connect(starred, &QToolButton::toggled, filter_, &RunFilter::setStarredOnly);
    auto* layout = makeRow(this, 8);
    layout->addWidget(search_, 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{state_, tag_, starred, count_})
        layout->addWidget(widget);

    // Of the model, not of the filter, which must not change while it tells of a change.
    RunTableModel* runs = filter_->runs();
    for (const auto signal :
         {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(runs, signal, this, &RunsFilterBar::fillTags);
        connect(filter_, signal, this, &RunsFilterBar::showCount);
    }
    connect(runs, &QAbstractItemModel::dataChanged, this, &RunsFilterBar::fillTags);
    connect(runs, &QAbstractItemModel::modelReset, this, &RunsFilterBar::fillTags);
    connect(filter_, &QAbstractItemModel::modelReset, this, &RunsFilterBar::showCount);
    fillTags();
    showCount();
}

void RunsFilterBar::makeChoices() {
    state_->setAccessibleName(tr("State"));
    state_->addItem(tr("Any state"));
    for (const RunState state : {RunState::Finished, RunState::Running, RunState::Stopped,
                                 RunState::StoppedEarly, RunState::Interrupted, RunState::Failed})
        state_->addItem(runStateText(state), static_cast<int>(state));
    connect(state_, &QComboBox::currentIndexChanged, this, [this](int index) {
        filter_->setState(
            index == 0 ? std::nullopt
                       : std::optional(static_cast<RunState>(state_->itemData(index).toInt())));
    });
    tag_->setAccessibleName(tr("Tag"));
    tag_->addItem(tr("Any tag"));
    connect(tag_, &QComboBox::currentIndexChanged, this,
            [this](int index) { filter_->setTag(index <= 0 ? QString() : tag_->itemText(index)); });
}

void RunsFilterBar::focusSearch() {
    search_->setFocus();
}

void RunsFilterBar::fillTags() {
    QStringList tags;
    for (const RunEntryPtr& run : filter_->runs()->runs())
        for (const std::string& tag : run->marks.tags)
            tags << QString::fromStdString(tag);
    tags.removeDuplicates();
    tags.sort(Qt::CaseInsensitive);
    QStringList offered;
    for (int i = 1; i < tag_->count(); ++i)
        offered << tag_->itemText(i);
    if (tags == offered && tag_->isEnabled() == !tags.isEmpty())
        return;
    const QString chosen = tag_->currentIndex() > 0 ? tag_->currentText() : QString();
    {
        const QSignalBlocker quiet(tag_);
        while (tag_->count() > 1)
            tag_->removeItem(1);
        tag_->addItems(tags);
        tag_->setCurrentIndex(std::max(0, tag_->findText(chosen, Qt::MatchExactly)));
        tag_->setEnabled(!tags.isEmpty());
    }
    if (!chosen.isEmpty() && tag_->currentIndex() == 0)
        filter_->setTag({});
}

void RunsFilterBar::showCount() {
    const auto shown = static_cast<int>(filter_->shownRuns().size());
    const int all = filter_->runs()->runCount();
    count_->setText(shown == all ? tr("%Ln runs", nullptr, all)
                    : shown == 0 ? tr("No run matches the filter")
                                 : tr("%1 of %Ln runs", nullptr, all).arg(countText(shown)));
}

}  // namespace rudolph
