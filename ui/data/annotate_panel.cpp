#include "ui/data/annotate_panel.h"

#include <QButtonGroup>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QToolButton>

#include "core/experiment/shipped_models.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/data/guide_panel.h"
#include "ui/parts/labels.h"
#include "ui/parts/sample_list_model.h"
#include "ui/session/model_shelf.h"

namespace rudolph {
namespace {

constexpr int kNoteLines = 2;

}  // namespace

AnnotatePanel::AnnotatePanel(QWidget* parent)
    : QWidget(parent),
      name_(makeNarrowLabel(this)),
      place_(makeNarrowLabel(this)),
      states_(new QButtonGroup(this)),
      note_(new QPlainTextEdit(this)),
      hint_(makeNarrowLabel(this)),
      guide_(new GuidePanel(this)) {
    embolden(name_);
    note_->setPlaceholderText(tr("Note"));
    note_->setToolTip(tr("What the next person should know of this face"));
    note_->setAccessibleName(tr("Note on this face"));
    note_->setTabChangesFocus(true);
    note_->setFixedHeight(kNoteLines * note_->fontMetrics().lineSpacing() + 14);
    note_->installEventFilter(this);

    auto* column = makeColumn(this, 8);
    column->addWidget(name_);
    column->addWidget(place_);
    column->addWidget(makeStates());
    column->addWidget(note_);
    column->addWidget(makeProposal());
    column->addWidget(hint_);
    column->addWidget(guide_, 1);
    auto* heading = new QLabel(tr("Help from a network"), this);
    embolden(heading);
    column->addWidget(heading);
    clear();
}

void AnnotatePanel::addNetworkTools(QWidget* tools) {
    layout()->addWidget(tools);
}

QWidget* AnnotatePanel::makeStates() {
    auto* row = new QWidget(this);
    auto* layout = makeRow(row, 2);
    int key = 1;
    for (const FaceState state :
         {FaceState::New, FaceState::InWork, FaceState::Done, FaceState::Doubtful}) {
        auto* button = new QToolButton(row);
        button->setText(stateName(state));
        button->setToolTip(tr("This face is %1 (%2)").arg(stateName(state).toLower()).arg(key++));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
        states_->addButton(button, static_cast<int>(state));
        layout->addWidget(button);
    }
    connect(states_, &QButtonGroup::idClicked, this,
            [this](int state) { emit stateChosen(static_cast<FaceState>(state)); });
    return row;
}

QWidget* AnnotatePanel::makeProposal() {
    proposal_ = new QWidget(this);
    proposed_by_ = makeNarrowLabel(proposal_);
    auto* accept = new QPushButton(tr("Accept"), proposal_);
    accept->setToolTip(tr("The points are right: count them as truth (Enter)"));
    connect(accept, &QPushButton::clicked, this, &AnnotatePanel::accepted);
    auto* reject = new QPushButton(tr("Reject"), proposal_);
    reject->setToolTip(tr("Take the network's points away (Backspace)"));
    connect(reject, &QPushButton::clicked, this, &AnnotatePanel::rejected);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(accept);
    buttons->addWidget(reject);
    auto* column = makeColumn(proposal_, 4);
    column->addWidget(proposed_by_);
    column->addLayout(buttons);
    return proposal_;
}

void AnnotatePanel::setFace(const Sample& face, const LandmarkScheme& scheme,
                            const QString& place) {
    setEnabled(true);
    name_->setText(QString::fromStdString(face.id));
    place_->setText(place);
    place_->setVisible(!place.isEmpty());
    states_->button(static_cast<int>(face.state))->setChecked(true);
    const QString note = QString::fromStdString(face.note);
    if (note != note_shown_ || !note_->hasFocus()) {
        note_shown_ = note;
        if (note_->toPlainText() != note)
            note_->setPlainText(note);
    }
    proposal_->setVisible(face.is_proposal());
    if (face.is_proposal()) {
        QString text =
            tr("Placed by %1 and not looked at yet. It does not count as truth.")
                .arg(face.proposed_by == kDefaultModel ? ModelShelf::nameOf(kDefaultModel)
                                                       : QString::fromStdString(face.proposed_by));
        if (face.confidence)
            text += ' ' + tr("The model is %1 sure of it.").arg(confidenceText(*face.confidence));
        proposed_by_->setText(text);
    }
    guide_->setVisible(scheme.size() > 0);
    guide_->setFace(face.points_in_image);
}

void AnnotatePanel::clear() {
    setEnabled(false);
    name_->setText(tr("No face is chosen."));
    place_->hide();
    proposal_->hide();
    hint_->clear();
    note_shown_.clear();
    note_->clear();
}

void AnnotatePanel::setHint(const QString& hint) {
    hint_->setText(hint);
}

void AnnotatePanel::focusNote() {
    note_->setFocus(Qt::ShortcutFocusReason);
    note_->selectAll();
}

void AnnotatePanel::commitNote() {
    const QString note = note_->toPlainText();
    if (note == note_shown_)
        return;
    note_shown_ = note;
    emit noteEdited(note);
}

bool AnnotatePanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == note_ && event->type() == QEvent::FocusOut)
        commitNote();
    if (watched == note_ && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool ends = key->key() == Qt::Key_Escape ||
                          (key->key() == Qt::Key_Return && key->modifiers() == Qt::NoModifier);
        if (ends) {
            commitNote();
            emit noteLeft();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

}  // namespace rudolph
