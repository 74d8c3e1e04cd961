#include "ui/window/activity_bar.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QProgressBar>
#include <QToolButton>

#include "ui/session/activities.h"

namespace rudolph {
namespace {

constexpr QSize kProgressSize(160, 14);

QToolButton* flatButton(const QString& name, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setObjectName(name);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

ActivityBar::ActivityBar(Activities* activities, QWidget* parent)
    : QWidget(parent),
      activities_(activities),
      text_(flatButton(QStringLiteral("activity"), this)),
      progress_(new QProgressBar(this)),
      cancel_(flatButton(QStringLiteral("cancelActivity"), this)) {
    progress_->setFixedSize(kProgressSize);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress"));
    cancel_->setText(tr("Cancel"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*>{text_, progress_, cancel_})
        row->addWidget(part);
    connect(text_, &QToolButton::clicked, this, &ActivityBar::choose);
    connect(cancel_, &QToolButton::clicked, this, [this] {
        if (!activities_->active().empty())
            activities_->active().front()->cancel();
    });
    connect(activities_, &Activities::changed, this, &ActivityBar::show);
    show();
}

void ActivityBar::show() {
    const auto& active = activities_->active();
    setVisible(!active.empty());
    if (active.empty())
        return;
    const Activity& last = *active.front();
    const int others = static_cast<int>(active.size()) - 1;
    text_->setText(others > 0 ? tr("%1, and %n more", nullptr, others).arg(last.what())
                              : last.what());
    text_->setToolTip(others > 0 ? tr("Everything that goes on") : tr("Go to its page"));
    progress_->setRange(0, last.total());
    progress_->setValue(last.done());
}

void ActivityBar::choose() {
    const auto& active = activities_->active();
    if (active.size() == 1)
        emit chosen(active.front());
    if (active.size() < 2)
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const Activity* activity : active) {
        // It may be over, and gone, before the menu is.
        QAction* entry = menu->addAction(activity->what());
        connect(entry, &QAction::triggered, activity, [this, activity] { emit chosen(activity); });
    }
    menu->popup(text_->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
}

}  // namespace rudolph
