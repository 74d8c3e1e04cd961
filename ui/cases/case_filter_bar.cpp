#include "ui/cases/case_filter_bar.h"

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "ui/base/layouts.h"
#include "ui/parts/icons.h"

namespace rudolph {

namespace {

constexpr double kMost = 9999;

/// What the combo box has chosen; empty for "any".
template <class Value>
std::optional<Value> chosen(const QComboBox* box) {
    if (box->currentIndex() <= 0)
        return std::nullopt;
    return box->currentData().value<Value>();
}

/// Fills the box again and keeps what was chosen where it is still offered.
void offer(QComboBox* box, const QString& any, const QList<QPair<QString, QVariant>>& entries) {
    const QVariant before = box->currentData();
    box->clear();
    box->addItem(any);
    for (const auto& [text, value] : entries)
        box->addItem(text, value);
    const int again = before.isValid() ? box->findData(before) : 0;
    box->setCurrentIndex(std::max(0, again));
    // One choice is none.
    box->setVisible(entries.size() > 1);
}

QString stateWord(FaceState state) {
    switch (state) {
        case FaceState::New:
            return CaseFilterBar::tr("new");
        case FaceState::InWork:
            return CaseFilterBar::tr("in work");
        case FaceState::Done:
            return CaseFilterBar::tr("done");
        case FaceState::Doubtful:
            return CaseFilterBar::tr("doubtful");
    }
    return {};
}

}  // namespace

CaseFilterBar::CaseFilterBar(QWidget* parent) : QWidget(parent) {
    auto* row = makeRow(this, 8);
    search_ = new QLineEdit(this);
    search_->setPlaceholderText(tr("Filter by name, person or view"));
    search_->setAccessibleName(tr("Filter by text"));
    search_->setClearButtonEnabled(true);
    search_->setMinimumWidth(120);
    search_->setMaximumWidth(320);
    connect(search_, &QLineEdit::textChanged, this, &CaseFilterBar::tell);
    row->addWidget(search_, 1);
    person_ = addChoice(tr("Person"));
    view_ = addChoice(tr("View"));
    state_ = addChoice(tr("How far annotated"));
    auto* error = new QLabel(tr("Error"), this);
    row->addWidget(error);
    least_ = addLimit(tr("Least error"));
    error->setBuddy(least_);
    row->addWidget(new QLabel(tr("to"), this));
    most_ = addLimit(tr("Most error"));
    // 0: no limit.
    most_->setSpecialValueText(tr("any"));
    clear_ = new QToolButton(this);
    clear_->setIcon(themedIcon(QStringLiteral("close")));
    clear_->setToolTip(tr("Look for nothing: show every face"));
    clear_->setAccessibleName(tr("Clear the filters"));
    clear_->setAutoRaise(true);
    clear_->setEnabled(false);
    connect(clear_, &QToolButton::clicked, this, &CaseFilterBar::clear);
    row->addWidget(clear_);
    row->addStretch();
}

QComboBox* CaseFilterBar::addChoice(const QString& name) {
    auto* box = new QComboBox(this);
    box->setAccessibleName(name);
    box->setToolTip(name);
    box->setMaximumWidth(160);
    box->hide();
    connect(box, &QComboBox::currentIndexChanged, this, &CaseFilterBar::tell);
    layout()->addWidget(box);
    return box;
}

QDoubleSpinBox* CaseFilterBar::addLimit(const QString& name) {
    auto* box = new QDoubleSpinBox(this);
    box->setAccessibleName(name);
    box->setRange(0, kMost);
    box->setDecimals(1);
    box->setSingleStep(0.5);
    box->setSuffix(tr(" %"));
    box->setKeyboardTracking(false);
    box->setFixedWidth(box->fontMetrics().horizontalAdvance(QStringLiteral("9999.9 %")) + 36);
    connect(box, &QDoubleSpinBox::valueChanged, this, &CaseFilterBar::tell);
    layout()->addWidget(box);
    return box;
}

void CaseFilterBar::setCases(const CaseListModel& model) {
    std::map<std::string, int> persons;
    std::set<int> views;
    std::set<FaceState> states;
    bool any_nme = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const CasePrediction& face = model.caseAt(row);
        ++persons[face.person];
        if (face.view)
            views.insert(*face.view);
        if (const auto state = model.stateAt(row))
            states.insert(*state);
        any_nme = any_nme || std::isfinite(face.result.nme);
    }
    {
        const QSignalBlocker no_person(person_);
        const QSignalBlocker no_view(view_);
        const QSignalBlocker no_state(state_);
        QList<QPair<QString, QVariant>> entries;
        // Where every face is another person, the names of the faces do.
        if (static_cast<int>(persons.size()) < model.rowCount())
            for (const auto& [person, count] : persons)
                entries.append({QString::fromStdString(person), QString::fromStdString(person)});
        offer(person_, tr("Any person"), entries);
        entries.clear();
        for (const int view : views)
            entries.append({tr("View %1").arg(view), view});
        offer(view_, tr("Any view"), entries);
        entries.clear();
        for (const FaceState state : states)
            entries.append({stateWord(state), static_cast<int>(state)});
        offer(state_, tr("Any state"), entries);
    }
    in_pixels_ = !any_nme && model.rowCount() > 0;
    for (QDoubleSpinBox* box : {least_, most_})
        box->setSuffix(in_pixels_ ? tr(" px") : tr(" %"));
    tell();
}

CaseQuery CaseFilterBar::query() const {
    CaseQuery query;
    query.text = search_->text();
    if (const auto person = chosen<QString>(person_))
        query.person = person->toStdString();
    query.view = chosen<int>(view_);
    if (const auto state = chosen<int>(state_))
        query.state = static_cast<FaceState>(*state);
    const double unit = in_pixels_ ? 1 : 100;
    query.least_error = least_->value() / unit;
    if (most_->value() > 0)
        query.most_error = most_->value() / unit;
    return query;
}

void CaseFilterBar::clear() {
    {
        const QSignalBlocker no_search(search_);
        const QSignalBlocker no_least(least_);
        const QSignalBlocker no_most(most_);
        search_->clear();
        least_->setValue(0);
        most_->setValue(0);
    }
    for (QComboBox* box : {person_, view_, state_}) {
        const QSignalBlocker quiet(box);
        box->setCurrentIndex(0);
    }
    tell();
}

void CaseFilterBar::tell() {
    const CaseQuery now = query();
    clear_->setEnabled(!now.isEmpty());
    emit queryChanged(now);
}

}  // namespace rudolph
