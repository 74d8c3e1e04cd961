#include "ui/data/sample_filter_bar.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QToolButton>

#include "ui/base/layouts.h"
#include "ui/parts/face_marks.h"
#include "ui/parts/narrow_box.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {
namespace {

/// More people than this are pictures under another name, and no list to choose from.
constexpr size_t kMostPersons = 500;
/// In the box of states, after the four states.
constexpr int kNotDone = 4;

/// A box that may be narrower than its texts; its list is as wide as they are.
class NarrowBox : public QComboBox {
public:
    NarrowBox(const QString& name, QWidget* parent) : QComboBox(parent) {
        setAccessibleName(name);
        setToolTip(name);
        letShrink(this, 4);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void showPopup() override {
        view()->setMinimumWidth(view()->sizeHintForColumn(0) + 24);
        QComboBox::showPopup();
    }
};

template <typename Value>
void setFrom(const QComboBox* box, std::optional<Value>& value) {
    const QVariant chosen = box->currentData();
    if (chosen.isValid())
        value = static_cast<Value>(chosen.toInt());
}

}  // namespace

SampleFilterBar::SampleFilterBar(QWidget* parent) : QWidget(parent) {
    text_ = new QLineEdit(this);
    text_->setObjectName("filter text");
    text_->setPlaceholderText(tr("Search names and notes"));
    text_->setToolTip(tr("Show only faces whose name or note contains these words (Ctrl+F)"));
    text_->setAccessibleName(tr("Search names and notes"));
    text_->setClearButtonEnabled(true);
    text_->setAcceptDrops(false);
    more_ = new QToolButton(this);
    more_->setText(tr("Filter"));
    more_->setToolTip(tr("Filter by state, problems, side of the split, view or person"));
    more_->setCheckable(true);
    more_->setFocusPolicy(Qt::StrongFocus);
    more_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    more_->setArrowType(Qt::RightArrow);
    order_ = new NarrowBox(tr("Order of the faces"), this);
    order_->setObjectName("order");
    fillOrder();
    makeBoxes();
    layOut();

    connect(text_, &QLineEdit::textChanged, this, &SampleFilterBar::announce);
    connect(text_, &QLineEdit::returnPressed, this, &SampleFilterBar::textEntered);
    connect(more_, &QToolButton::toggled, this, [this](bool open) {
        boxes_->setVisible(open);
        more_->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    });
    for (QComboBox* box : {order_, state_, trait_, side_, view_, person_})
        connect(box, &QComboBox::currentIndexChanged, this, &SampleFilterBar::announce);
}

void SampleFilterBar::makeBoxes() {
    boxes_ = new QWidget(this);
    state_ = new NarrowBox(tr("Filter by state"), boxes_);
    trait_ = new NarrowBox(tr("Filter by what is known of the faces"), boxes_);
    side_ = new NarrowBox(tr("Filter by side of the split"), boxes_);
    view_ = new NarrowBox(tr("Filter by view"), boxes_);
    person_ = new NarrowBox(tr("Filter by person"), boxes_);
    state_->setObjectName("state");
    trait_->setObjectName("trait");
    fillStates();
    trait_->addItem(tr("All faces"));
    trait_->addItem(tr("With a note"), static_cast<int>(FaceTrait::HasNote));
    trait_->addItem(tr("Proposed, not looked at"), static_cast<int>(FaceTrait::Proposed));
    trait_->addItem(tr("Proposed and doubtful"), static_cast<int>(FaceTrait::Unsure));
    trait_->addItem(tr("With problems"), static_cast<int>(FaceTrait::HasProblem));
    trait_->addItem(tr("Without points"), static_cast<int>(FaceTrait::WithoutPoints));
    trait_->addItem(tr("Suggested to mark next"), static_cast<int>(FaceTrait::Suggested));
    side_->addItem(tr("Both sides"));
    side_->addItem(tr("Training"), static_cast<int>(SplitSide::Train));
    side_->addItem(tr("Validation"), static_cast<int>(SplitSide::Validation));
    side_->addItem(tr("Not used"), static_cast<int>(SplitSide::None));
    setSuggestionsKnown(false);
    boxes_->hide();
}

void SampleFilterBar::fillStates() {
    state_->addItem(tr("Any state"));
    for (const FaceState state :
         {FaceState::New, FaceState::InWork, FaceState::Done, FaceState::Doubtful})
        state_->addItem(stateIcon(state, palette()), stateName(state), static_cast<int>(state));
    state_->addItem(tr("Not done yet"), kNotDone);
}

void SampleFilterBar::fillOrder() {
    order_->addItem(tr("As in the data set"), static_cast<int>(SampleOrder::Dataset));
    order_->addItem(tr("By name"), static_cast<int>(SampleOrder::Name));
    order_->addItem(tr("By state"), static_cast<int>(SampleOrder::State));
    order_->addItem(tr("Most problems first"), static_cast<int>(SampleOrder::Problems));
    order_->addItem(tr("Furthest from the model first"),
                    static_cast<int>(SampleOrder::Disagreement));
    order_->addItem(tr("Least sure first"), static_cast<int>(SampleOrder::Confidence));
    order_->addItem(tr("Suggested first"), static_cast<int>(SampleOrder::Suggested));
    setDisagreementsKnown(false);
}

void SampleFilterBar::layOut() {
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(more_);
    row->addWidget(order_, 1);
    auto* grid = new QGridLayout(boxes_);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setSpacing(8);
    grid->addWidget(state_, 0, 0);
    grid->addWidget(trait_, 0, 1);
    grid->addWidget(side_, 1, 0);
    grid->addWidget(view_, 1, 1);
    grid->addWidget(person_, 2, 0, 1, 2);
    auto* column = makeColumn(this, 8);
    column->addWidget(text_);
    column->addLayout(row);
    column->addWidget(boxes_);
}

void SampleFilterBar::fill(const Dataset* dataset) {
    std::set<int> views;
    std::set<std::string> persons;
    if (dataset != nullptr)
        for (const Sample& sample : dataset->samples) {
            if (sample.view)
                views.insert(*sample.view);
            if (persons.size() <= kMostPersons)
                persons.insert(sample.person);
        }
    filling_ = true;
    text_->clear();
    for (QComboBox* box : {state_, trait_, side_})
        box->setCurrentIndex(0);
    view_->clear();
    view_->addItem(tr("All views"));
    for (const int view : views)
        view_->addItem(tr("View %1").arg(viewName(view, dataset->format)), view);
    view_->setVisible(!views.empty());
    person_->clear();
    person_->addItem(tr("All people"));
    if (persons.size() <= kMostPersons)
        for (const std::string& person : persons) {
            const QString name = QString::fromStdString(person);
            person_->addItem(tr("Person %1").arg(name), QByteArray::fromStdString(person));
        }
    person_->setVisible(person_->count() > 2);
    filling_ = false;
    markButton();
}

SampleQuery SampleFilterBar::query() const {
    SampleQuery query{text_->text()};
    const QVariant state = state_->currentData();
    if (state.isValid() && state.toInt() == kNotDone)
        query.states = {FaceState::New, FaceState::InWork, FaceState::Doubtful};
    else if (state.isValid())
        query.states = {static_cast<FaceState>(state.toInt())};
    setFrom(trait_, query.trait);
    setFrom(side_, query.side);
    setFrom(view_, query.view);
    if (person_->currentData().isValid())
        query.person = person_->currentData().toByteArray().toStdString();
    return query;
}

SampleOrder SampleFilterBar::order() const {
    return static_cast<SampleOrder>(order_->currentData().toInt());
}

void SampleFilterBar::setDisagreementsKnown(bool known) {
    enable(order_, static_cast<int>(SampleOrder::Disagreement), known,
           tr("Compare a network with the faces first"));
}

void SampleFilterBar::setSuggestionsKnown(bool known) {
    const QString why_not = tr("Have faces suggested first (Ctrl+J)");
    enable(order_, static_cast<int>(SampleOrder::Suggested), known, why_not);
    enable(trait_, static_cast<int>(FaceTrait::Suggested), known, why_not);
}

void SampleFilterBar::enable(QComboBox* box, int value, bool on, const QString& why_not) {
    const int row = box->findData(value);
    QStandardItem* item = qobject_cast<QStandardItemModel*>(box->model())->item(row);
    item->setEnabled(on);
    item->setToolTip(on ? QString() : why_not);
    if (!on && box->currentIndex() == row)
        box->setCurrentIndex(0);
}

void SampleFilterBar::showSuggestions() {
    filling_ = true;
    text_->clear();
    for (QComboBox* box : {state_, side_, view_, person_})
        box->setCurrentIndex(0);
    trait_->setCurrentIndex(trait_->findData(static_cast<int>(FaceTrait::Suggested)));
    order_->setCurrentIndex(order_->findData(static_cast<int>(SampleOrder::Suggested)));
    filling_ = false;
    announce();
}

void SampleFilterBar::clear() {
    filling_ = true;
    text_->clear();
    for (QComboBox* box : {state_, trait_, side_, view_, person_})
        box->setCurrentIndex(0);
    filling_ = false;
    announce();
}

void SampleFilterBar::focusText() {
    text_->setFocus(Qt::ShortcutFocusReason);
    text_->selectAll();
}

void SampleFilterBar::announce() {
    if (filling_)
        return;
    markButton();
    emit changed();
}

/// How many filters are set, so that it can be seen while they are folded away.
void SampleFilterBar::markButton() {
    int set = 0;
    for (const QComboBox* box : {state_, trait_, side_, view_, person_})
        set += box->currentIndex() > 0 ? 1 : 0;
    more_->setText(set > 0 ? tr("Filter (%1)").arg(set) : tr("Filter"));
}

void SampleFilterBar::changeEvent(QEvent* event) {
    if (event->type() == QEvent::PaletteChange)
        for (int row = 1; row <= kNotDone; ++row)
            state_->setItemIcon(
                row, stateIcon(static_cast<FaceState>(state_->itemData(row).toInt()), palette()));
    QWidget::changeEvent(event);
}

}  // namespace rudolph
