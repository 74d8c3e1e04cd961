#include "ui/data/import_assistant.h"

#include <QCheckBox>
#include <QDir>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QScrollArea>
#include <QSignalBlocker>
#include <QSplitter>
#include <QVBoxLayout>
#include <algorithm>
#include <set>
#include <utility>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/formats/recipe_store.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/data/recipe_faces.h"
#include "ui/data/recipe_form.h"
#include "ui/data/recipe_words.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/labels.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/scroll_to_focus.h"
#include "ui/session/data_opener.h"
#include "ui/session/session.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/remember_sizes.h"

namespace rudolph {
namespace {

constexpr int kPageMargin = 12;
constexpr int kChoicesWidth = 344;
constexpr int kLeastChoices = 280;
constexpr int kReadingWidth = 460;
constexpr int kLongestName = 40;

/// The file of numbers that most are like: what to begin with where nothing is proposed.
Recipe plainRecipe(const Survey& survey) {
    Recipe recipe;
    size_t most = 0;
    for (const SurveyGroup& group : survey.groups)
        if (group.kind == SurveyKind::Numbers && group.files.size() > most) {
            most = group.files.size();
            recipe.files = {"*" + group.extension};
        }
    if (survey.is_file)
        recipe.files = {survey.source.filename().string()};
    if (survey.is_file || most == 1) {
        recipe.layout = RecipeLayout::RowPerFace;
        recipe.pictures.from = PictureFrom::Column;
    }
    return recipe;
}

bool hasNumbers(const Survey& survey) {
    return std::any_of(
        survey.groups.begin(), survey.groups.end(), [&survey](const SurveyGroup& group) {
            return group.kind == SurveyKind::Numbers &&
                   (!survey.is_file || std::find(group.files.begin(), group.files.end(),
                                                 survey.source) != group.files.end());
        });
}

}  // namespace

ImportAssistant::ImportAssistant(Session* session, QWidget* parent)
    : QStackedWidget(parent),
      session_(session),
      activity_(&session->activities(), StudioPage::Data, nullptr),
      pictures_(std::make_shared<TrialPictures>()),
      look_job_(JobOrder::Latest),
      trial_job_(JobOrder::Steady) {
    makeMessage();
    makeBusy();
    makeWork();
    activity_.follow(&look_job_, {});
    connect(&look_job_, &Job::progressed, this,
            [this](const QString&, int done, int total) { showProgress(done, total); });
    connect(&look_job_, &Job::cancelled, this, &ImportAssistant::left);
    connect(&look_job_, &Job::failed, this, [this](const ErrorText& error) {
        showMessage(tr("“%1” cannot be read").arg(dataName()),
                    error.advice.isEmpty()
                        ? sentence(error.what)
                        : sentence(error.what) + QStringLiteral("\n\n") + sentence(error.advice));
    });
    connect(&trial_job_, &Job::failed, this, [this](const ErrorText& error) {
        RecipeTrial trial;
        trial.trouble = error;
        showTrial(trial);
    });
    setData({});
}

void ImportAssistant::makeMessage() {
    message_ = new MessagePanel(this);
    const auto add = [this](const char* id, const QString& text, const QString& tip) {
        QPushButton* button = message_->addButton(text);
        button->setObjectName(QLatin1String(id));
        button->setToolTip(tip);
        return button;
    };
    message_pictures_ = add("message pictures", tr("Only the photographs"),
                            tr("Open the photographs, without any points"));
    connect(message_pictures_, &QPushButton::clicked, this,
            [this] { session_->opener().openPictures(path_); });
    connect(add("choose folder", tr("A folder…"), tr("A folder with pictures and their points")),
            &QPushButton::clicked, this, [this] {
                askForFolder(this, {.title = tr("Open with a recipe"), .purpose = "faces"},
                             [this](const QString& folder) { setData(folder); });
            });
    connect(add("choose table", tr("A table…"),
                tr("A file with the points of many faces; its pictures lie beside it")),
            &QPushButton::clicked, this, [this] {
                askForFile(this,
                           {.title = tr("Open with a recipe"),
                            .purpose = "faces",
                            .filter = tr("All files (*)")},
                           [this](const QString& file) { setData(file); });
            });
    connect(add("message back", tr("Back"), tr("Back to what was open before")),
            &QPushButton::clicked, this, &ImportAssistant::left);
    addWidget(message_);
}

void ImportAssistant::makeBusy() {
    busy_panel_ = new MessagePanel(this);
    busy_ = busy_panel_;
    progress_ = new QProgressBar(busy_panel_);
    progress_->setFixedWidth(kReadingWidth);
    progress_->setAccessibleName(tr("Progress"));
    auto* column = qobject_cast<QVBoxLayout*>(busy_panel_->layout());
    column->insertWidget(column->count() - 1, progress_, 0, Qt::AlignHCenter);
    QPushButton* cancel = busy_panel_->addButton(tr("Cancel"));
    connect(cancel, &QPushButton::clicked, &look_job_, &Job::cancel);
    addWidget(busy_);
}

void ImportAssistant::makeWork() {
    work_ = new QWidget(this);
    title_ = new ElidedLabel(work_);
    title_->setTextFormat(Qt::PlainText);
    embolden(title_, 1.2);
    found_ = new ElidedLabel(work_);
    found_->setObjectName("found");
    found_->setTextFormat(Qt::PlainText);
    notice_ = new NoticeBar(work_);
    splitter_ = new QSplitter(Qt::Horizontal, work_);
    splitter_->addWidget(makeChoices());
    splitter_->addWidget(makeOutcome());
    splitter_->setHandleWidth(kPageMargin);
    splitter_->setCollapsible(0, false);
    splitter_->setCollapsible(1, false);
    splitter_->setStretchFactor(1, 1);
    splitter_->setSizes({kChoicesWidth, 3 * kChoicesWidth});
    rememberSizes(splitter_, "import_assistant");
    auto* column = makeColumn(work_, 8, {kPageMargin, kPageMargin, kPageMargin, kPageMargin});
    column->addWidget(title_);
    column->addWidget(found_);
    column->addWidget(notice_);
    column->addWidget(splitter_, 1);
    column->addWidget(makeButtons());
    addWidget(work_);
}

QWidget* ImportAssistant::makeChoices() {
    auto* choices = new QWidget;
    list_ = new QListWidget(choices);
    list_->setObjectName("proposals");
    list_->setAccessibleName(tr("Ways to read it"));
    list_->setWordWrap(true);
    list_->setResizeMode(QListView::Adjust);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setAlternatingRowColors(true);
    connect(list_, &QListWidget::currentRowChanged, this, &ImportAssistant::chooseProposal);
    connect(list_, &QListWidget::itemActivated, this, &ImportAssistant::openNow);
    form_ = new RecipeForm;
    connect(form_, &RecipeForm::edited, this, &ImportAssistant::tryNow);
    auto* area = new QScrollArea(choices);
    area->setWidget(form_);
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setFocusPolicy(Qt::NoFocus);
    scrollToFocus(area);
    auto* ways = new QLabel(tr("Ways to read it, the likeliest first"), choices);
    auto* column = makeColumn(choices, 8);
    column->addWidget(ways);
    column->addWidget(list_, 2);
    column->addWidget(area, 5);
    choices->setMinimumWidth(kLeastChoices);
    return choices;
}

QWidget* ImportAssistant::makeOutcome() {
    auto* outcome = new QWidget;
    verdict_ = makeNarrowLabel(outcome);
    verdict_->setObjectName("verdict");
    doubt_ = makeNarrowLabel(outcome);
    doubt_->setObjectName("doubt");
    doubt_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto* numbers = new QCheckBox(tr("Numbers of the points"), outcome);
    numbers->setObjectName("numbers");
    faces_ = new RecipeFaces(outcome);
    connect(numbers, &QCheckBox::toggled, faces_, &RecipeFaces::setNumbersShown);
    auto* row = makeRow(nullptr, 8);
    row->addWidget(verdict_, 1);
    row->addWidget(numbers, 0, Qt::AlignTop);
    auto* column = makeColumn(outcome, 8);
    column->addLayout(row);
    column->addWidget(doubt_);
    column->addWidget(faces_, 1);
    return outcome;
}

QWidget* ImportAssistant::makeButtons() {
    auto* bar = new QWidget;
    auto* row = makeRow(bar, 8);
    const auto add = [bar, row](const char* id, const QString& text, const QString& tip) {
        auto* button = new QPushButton(text, bar);
        button->setObjectName(QLatin1String(id));
        button->setToolTip(tip);
        row->addWidget(button);
        return button;
    };
    connect(add("back", tr("Back"), tr("Back to what was open before")), &QPushButton::clicked,
            this, &ImportAssistant::left);
    pictures_only_ = add("pictures only", tr("Only the photographs"),
                         tr("Open the photographs, without any points"));
    connect(pictures_only_, &QPushButton::clicked, this,
            [this] { session_->opener().openPictures(path_); });
    auto* recipe = add("recipe", tr("Recipe"), tr("Read it by a recipe that is there already"));
    recipe_menu_ = new QMenu(recipe);
    recipe->setMenu(recipe_menu_);
    connect(recipe_menu_, &QMenu::aboutToShow, this, &ImportAssistant::fillRecipeMenu);
    save_ = add("save recipe", tr("Save recipe…"),
                tr("Write the recipe to a file, for other people and for the command line"));
    connect(save_, &QPushButton::clicked, this, &ImportAssistant::saveRecipe);
    row->addStretch();
    remember_ = new QCheckBox(tr("Remember as"), bar);
    remember_->setObjectName("remember");
    remember_->setToolTip(tr("Keep the recipe, so that such data open by themselves"));
    remember_->setChecked(true);
    row->addWidget(remember_);
    name_ = new QLineEdit(bar);
    name_->setObjectName("recipe name");
    name_->setAccessibleName(tr("Name of the recipe"));
    name_->setMinimumWidth(96);
    name_->setMaximumWidth(200);
    row->addWidget(name_, 1);
    open_ = add("open", tr("Open"), tr("Open the faces as they are drawn here"));
    open_->setDefault(true);
    open_->setMinimumWidth(96);
    connect(open_, &QPushButton::clicked, this, &ImportAssistant::openNow);
    connect(remember_, &QCheckBox::toggled, name_, &QWidget::setEnabled);
    connect(remember_, &QCheckBox::toggled, this, &ImportAssistant::updateButtons);
    connect(name_, &QLineEdit::textChanged, this, &ImportAssistant::updateButtons);
    connect(name_, &QLineEdit::returnPressed, this, &ImportAssistant::openNow);
    return bar;
}

QString ImportAssistant::dataName() const {
    return QFileInfo(path_).fileName();
}

void ImportAssistant::setData(const QString& path) {
    if (!path_.isEmpty() && path == path_)
        return;
    forget();
    path_ = path;
    if (!path_.isEmpty())
        return look();
    showMessage(tr("Say how faces are read"),
                tr("Choose a folder or a table with points that are read wrongly, or not at all. "
                   "You see ways to read it, drawn on its faces."));
}

void ImportAssistant::forget() {
    look_job_.drop();
    trial_job_.drop();
    activity_.end();
    path_.clear();
    files_.reset();
    proposals_.clear();
    trial_ = {};
    open_wanted_ = false;
    pictures_ = std::make_shared<TrialPictures>();
    notice_->setText({});
}

void ImportAssistant::setTrouble(const ErrorText& trouble) {
    notice_->setText(trouble.advice.isEmpty()
                         ? sentence(trouble.what)
                         : sentence(trouble.what) + '\n' + sentence(trouble.advice));
}

void ImportAssistant::showMessage(const QString& title, const QString& text) {
    message_->setMessage(QStringLiteral("data"), title, text);
    message_pictures_->setVisible(files_ != nullptr && !files_->survey.is_file &&
                                  !files_->survey.pictures().empty());
    setCurrentWidget(message_);
}

void ImportAssistant::look() {
    const QString what = tr("Looking how “%1” can be read").arg(dataName());
    busy_panel_->setMessage(QStringLiteral("open"), what, QDir::toNativeSeparators(path_));
    progress_->setRange(0, 0);
    since_start_.start();
    setCurrentWidget(busy_);
    look_job_.start(
        [path = toPath(path_)](JobContext& context) {
            Found found;
            found.files = std::make_shared<const RecipeFiles>(
                survey_data(path, context.cancel()), std::filesystem::path(), context.cancel());
            found.has_numbers = hasNumbers(found.files->survey);
            found.suggestions = suggest_recipes(*found.files, context.cancel(), context.progress());
            return found;
        },
        [this](Found found) { showFound(std::move(found)); });
    activity_.setText(what);
    activity_.show(what);
}

void ImportAssistant::showProgress(int done, int total) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    const QString text = tr("%1 of %2").arg(countText(done), countText(total));
    const double seconds = static_cast<double>(since_start_.elapsed()) / 1000;
    progress_->setFormat(withTimeLeft(text, seconds, done, total));
}

void ImportAssistant::showFound(Found found) {
    files_ = std::move(found.files);
    const QString words = surveyWords(files_->survey);
    if (!found.has_numbers) {
        showMessage(tr("There are no points in “%1”").arg(dataName()),
                    tr("It holds: %1.\n\nPoints are text or tables of numbers, beside the "
                       "pictures or in a folder of their own: choose the folder that holds both.")
                        .arg(words));
        return;
    }
    title_->setText(tr("How is “%1” read?").arg(dataName()));
    found_->setText(words);
    found_->setToolTip(plainTip(QDir::toNativeSeparators(path_)));
    pictures_only_->setVisible(!files_->survey.is_file && !files_->survey.pictures().empty());
    {
        const QSignalBlocker quiet(list_);
        list_->clear();
        proposals_.clear();
        for (const RecipeSuggestion& way : found.suggestions)
            addProposal(
                way.recipe,
                way.known ? QString::fromStdString(way.recipe.title) : recipeWords(way.recipe),
                readingWords(way), list_->count());
    }
    name_->setText(freeName());
    setCurrentWidget(work_);
    if (list_->count() > 0) {
        list_->setCurrentRow(0);
        list_->setFocus();
    } else {
        useRecipe(plainRecipe(files_->survey));
    }
}

QString ImportAssistant::freeName() const {
    QString name = QFileInfo(path_).completeBaseName().left(kLongestName);
    name.remove(QRegularExpression(QStringLiteral(R"(^\.+|[/\\\r\n])")));
    if (name.isEmpty())
        name = tr("My faces");
    std::set<QString> taken;
    for (const Recipe& recipe : remembered_recipes())
        taken.insert(QString::fromStdString(recipe.name));
    QString free = name;
    for (int number = 2; taken.contains(free); ++number)
        free = QStringLiteral("%1 %2").arg(name).arg(number);
    return free;
}

void ImportAssistant::addProposal(const Recipe& recipe, const QString& title, const QString& line,
                                  int row) {
    proposals_.insert(proposals_.begin() + row, recipe);
    auto* item = new QListWidgetItem(line.isEmpty() ? title : title + '\n' + line);
    item->setToolTip(recipeWords(recipe));
    list_->insertItem(row, item);
}

void ImportAssistant::chooseProposal(int row) {
    if (row >= 0 && row < static_cast<int>(proposals_.size()))
        useRecipe(proposals_[static_cast<size_t>(row)]);
}

void ImportAssistant::useRecipe(const Recipe& recipe) {
    form_->setRecipe(recipe);
    tryNow();
}

void ImportAssistant::tryNow() {
    if (files_ == nullptr)
        return;
    trial_job_.start(
        [recipe = form_->recipe(), files = files_, pictures = pictures_](JobContext& context) {
            Recipe named = recipe;
            if (named.name.empty())
                named.name = "unnamed";
            return tryRecipe(named, *files, *pictures, context.cancel());
        },
        [this](const RecipeTrial& trial) { showTrial(trial); });
}

void ImportAssistant::showTrial(const RecipeTrial& trial) {
    trial_ = trial;
    const RecipeSuggestion& tried = trial.tried;
    const QString reading = readingWords(tried);
    if (tried.faces > 0)
        verdict_->setText(
            tried.plausibility.scheme.empty()
                ? reading
                : tr("%1 · like %2").arg(reading, QString::fromStdString(trial.scheme.title)));
    else
        verdict_->setText(list_->count() > 0
                              ? tr("No face is read this way.")
                              : tr("Nothing here looks like points of these pictures. Say on the "
                                   "left which files hold them, or choose a recipe."));
    QStringList doubts;
    if (const QString doubt = doubtWords(tried); !doubt.isEmpty())
        doubts << doubt;
    if (!trial.trouble.what.isEmpty())
        doubts << (tried.faces > 0 ? tr("Left out: %1").arg(trial.trouble.what)
                                   : sentence(trial.trouble.what));
    if (!trial.trouble.advice.isEmpty())
        doubts << sentence(trial.trouble.advice);
    doubt_->setText(doubts.join('\n'));
    doubt_->setVisible(!doubts.isEmpty());
    faces_->showTrial(trial, tr("The points appear here on three faces."));
    updateButtons();
    if (std::exchange(open_wanted_, false) && !trial_job_.isBusy())
        openNow();
}

void ImportAssistant::updateButtons() {
    const bool is_named = !remember_->isChecked() || !name_->text().trimmed().isEmpty();
    open_->setEnabled(trial_.tried.faces > 0 && is_named);
    open_->setToolTip(trial_.tried.faces == 0 ? tr("No face is read this way yet")
                      : is_named              ? tr("Open the faces as they are drawn here")
                                              : tr("Give the recipe a name to remember it by"));
}

void ImportAssistant::fillRecipeMenu() {
    recipe_menu_->clear();
    connect(recipe_menu_->addAction(tr("From a file…")), &QAction::triggered, this, [this] {
        askForFile(this,
                   {.title = tr("Read by a recipe"),
                    .purpose = "recipes",
                    .filter = tr("Recipes (*.json);;All files (*)")},
                   [this](const QString& file) { readRecipeFile(file); });
    });
    std::set<std::string> names;
    const std::vector<Recipe> own = remembered_recipes();
    for (const std::vector<Recipe>* recipes : {&own, &shipped_recipes()}) {
        if (!recipes->empty())
            recipe_menu_->addSeparator();
        for (const Recipe& recipe : *recipes) {
            if (!names.insert(recipe.name).second)
                continue;
            const QString title = QString::fromStdString(recipe.title);
            QAction* action =
                recipe_menu_->addAction(QString(title).replace('&', QStringLiteral("&&")));
            connect(action, &QAction::triggered, this, [this, recipe, title] {
                addProposal(recipe, title, recipeWords(recipe), 0);
                list_->setCurrentRow(0);
            });
        }
    }
}

void ImportAssistant::readRecipeFile(const QString& file) {
    try {
        const Recipe recipe = read_recipe(toPath(file));
        addProposal(recipe, QString::fromStdString(recipe.title), QFileInfo(file).fileName(), 0);
        list_->setCurrentRow(0);
    } catch (const Error&) {
        setTrouble(errorText(std::current_exception()));
    }
}

Recipe ImportAssistant::finishedRecipe() const {
    Recipe recipe = form_->recipe();
    if (const std::string name = name_->text().trimmed().toStdString(); !name.empty())
        recipe.name = recipe.title = name;
    // Kept, it is used unasked for data like these.
    if (recipe.recognise.columns.empty()) {
        recipe.recognise.files = recipe.files;
        recipe.recognise.points = trial_.tried.plausibility.points;
    }
    return recipe;
}

void ImportAssistant::saveRecipe() {
    const Recipe recipe = finishedRecipe();
    askWhereToSave(this,
                   {.title = tr("Save the recipe"),
                    .purpose = "recipes",
                    .filter = tr("Recipes (*.json)"),
                    .suggested = QString::fromStdString(recipe.name) + QStringLiteral(".json"),
                    .suffix = QStringLiteral("json")},
                   [this, recipe](const QString& file) {
                       try {
                           write_json(toPath(file), to_json(recipe));
                           session_->navigation().report(tr("Saved %1").arg(file));
                       } catch (const Error&) {
                           setTrouble(errorText(std::current_exception()));
                       }
                   });
}

void ImportAssistant::openNow() {
    if (!open_->isEnabled())
        return;
    // What is remembered says how many points there are: the last trial tells.
    open_wanted_ = trial_job_.isBusy();
    if (open_wanted_)
        return;
    notice_->setText({});
    const Recipe recipe = finishedRecipe();
    if (remember_->isChecked()) {
        try {
            remember_recipe(recipe);
        } catch (const Error&) {
            setTrouble(errorText(std::current_exception()));
            return;
        }
    }
    session_->opener().openByRecipe(path_, recipe);
}

void ImportAssistant::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape)
        return QStackedWidget::keyPressEvent(event);
    if (currentWidget() == busy_)
        look_job_.cancel();
    else
        emit left();
}

}  // namespace rudolph
