#include "ui/data/data_states.h"

#include <QDir>
#include <QFileInfo>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/data/import_assistant.h"
#include "ui/data/recent_faces.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/session/data_opener.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kProgressWidth = 460;

void addButton(MessagePanel* panel, QAction* action) {
    QPushButton* button = panel->addButton(action->iconText());
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
}

/// Below the panel's buttons, above the space at its end.
void addBelow(MessagePanel* panel, QWidget* widget) {
    auto* column = qobject_cast<QVBoxLayout*>(panel->layout());
    column->insertWidget(column->count() - 1, widget, 0, Qt::AlignHCenter);
}

}  // namespace

DataStates::DataStates(Session* session, const PageActions* actions, QWidget* work, QWidget* parent)
    : QStackedWidget(parent),
      session_(session),
      work_(work),
      empty_(makeEmpty(actions)),
      busy_(makeBusy()),
      broken_(makeBroken(actions)),
      assistant_(new ImportAssistant(session, this)) {
    for (QWidget* state :
         {static_cast<QWidget*>(empty_), static_cast<QWidget*>(busy_),
          static_cast<QWidget*>(broken_), static_cast<QWidget*>(assistant_), work_})
        addWidget(state);
    connect(&session_->opener(), &DataOpener::changed, this, &DataStates::showState);
    connect(session_, &Session::datasetChanged, this, &DataStates::showState);
    connect(&session_->activities(), &Activities::changed, this, &DataStates::showProgress);
    connect(&session_->keptEdits(), &KeptEdits::foundIn, this, &DataStates::offerKept);
    connect(&session_->opener(), &DataOpener::opened, this, [this] {
        assisting_ = false;
        assistant_->forget();
        showState();
    });
    connect(assistant_, &ImportAssistant::left, this, &DataStates::leaveAssistant);
    showState();
}

void DataStates::askForRecipe() {
    const DataOpener& opener = session_->opener();
    const AnnotationDocument* document = session_->document();
    assisting_ = true;
    if (opener.error())
        assistant_->setData(opener.path());
    else
        assistant_->setData(document != nullptr ? toQString(document->dataset().source)
                                                : QString());
    session_->opener().dismissError();
    assistant_->setFocus();
}

void DataStates::leaveAssistant() {
    assisting_ = false;
    assistant_->forget();
    session_->opener().dismissError();
}

MessagePanel* DataStates::makeEmpty(const PageActions* actions) {
    auto* panel = new MessagePanel(this);
    panel->setMessage(
        "data", tr("Look at annotated faces"),
        tr("Open a folder of photographs to mark points in, a folder of annotated faces, a list "
           "or a project, or drop one here. Nothing at hand? The demo faces are drawn on this "
           "computer and come with exact points."));
    for (const char* id : {"data/open-folder", "data/open-list", "data/demo-faces"})
        addButton(panel, actions->at(id));
    if (!Settings().get(settings::kRecentDatasets).isEmpty()) {
        auto* again = new QPushButton(tr("Open again"), panel);
        again->setToolTip(tr("Open what was open before"));
        auto* menu = new QMenu(again);
        again->setMenu(menu);
        connect(menu, &QMenu::aboutToShow, this, [this, menu] {
            menu->clear();
            addRecentFaces(menu, session_);
        });
        addBelow(panel, again);
    }
    kept_ = new QPushButton(panel);
    kept_->hide();
    connect(kept_, &QPushButton::clicked, this, [this] { session_->opener().open(kept_path_); });
    addBelow(panel, kept_);
    return panel;
}

MessagePanel* DataStates::makeBusy() {
    auto* panel = new MessagePanel(this);
    progress_ = new QProgressBar(panel);
    progress_->setFixedWidth(kProgressWidth);
    progress_->setAccessibleName(tr("Progress"));
    addBelow(panel, progress_);
    auto* stop = new QPushButton(tr("Cancel"), panel);
    stop->setToolTip(tr("Stop, and keep what was open before"));
    connect(stop, &QPushButton::clicked, this, [this] { session_->opener().cancel(); });
    addBelow(panel, stop);
    return panel;
}

MessagePanel* DataStates::makeBroken(const PageActions* actions) {
    auto* panel = new MessagePanel(this);
    for (const char* id : {"data/open-folder", "data/open-list", "data/recipe"})
        addButton(panel, actions->at(id));
    auto* back = panel->addButton(tr("Back"));
    back->setToolTip(tr("Back to what was open before"));
    connect(back, &QPushButton::clicked, &session_->opener(), &DataOpener::dismissError);
    return panel;
}

bool DataStates::isEmpty() const {
    return currentWidget() == empty_;
}

bool DataStates::isAssisting() const {
    return currentWidget() == assistant_;
}

void DataStates::offerKept(const QString& dataset) {
    kept_path_ = dataset;
    kept_->setText(tr("Restore unsaved edits of “%1”").arg(QFileInfo(dataset).fileName()));
    kept_->setToolTip(plainTip(QDir::toNativeSeparators(dataset)));
    kept_->show();
}

void DataStates::showState() {
    const DataOpener& opener = session_->opener();
    if (opener.stage() == DataOpener::Stage::Opening) {
        showProgress();
        setCurrentWidget(busy_);
    } else if (opener.needsRecipe()) {
        assistant_->setData(opener.path());
        if (opener.hasRecipe())
            assistant_->setTrouble(*opener.error());
        setCurrentWidget(assistant_);
    } else if (const std::optional<ErrorText>& error = opener.error()) {
        broken_->setError(tr("“%1” cannot be opened").arg(QFileInfo(opener.path()).fileName()),
                          error->advice.isEmpty()
                              ? error->what
                              : error->what + QStringLiteral("\n\n") + sentence(error->advice));
        setCurrentWidget(broken_);
    } else if (assisting_) {
        setCurrentWidget(assistant_);
    } else {
        setCurrentWidget(session_->document() != nullptr ? work_ : empty_);
    }
}

void DataStates::showProgress() {
    const DataOpener& opener = session_->opener();
    if (opener.stage() != DataOpener::Stage::Opening)
        return;
    const Activity& activity = opener.activity();
    if (busy_->title() != activity.what())
        busy_->setMessage("open", activity.what(), QDir::toNativeSeparators(opener.path()));
    const int done = activity.done();
    if (done == 0 || done < progress_->value())
        since_start_.start();
    progress_->setRange(0, activity.total());
    progress_->setValue(done);
    const QString text = tr("%1 of %2").arg(countText(done), countText(activity.total()));
    const double seconds = static_cast<double>(since_start_.elapsed()) / 1000;
    progress_->setFormat(withTimeLeft(text, seconds, done, activity.total()));
}

}  // namespace rudolph
