#include "ui/window/window_menus.h"

#include <QAction>
#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>
#include <array>
#include <exception>

#include "core/base/error.h"
#include "core/image/picture_limits.h"
#include "ui/base/error_text.h"
#include "ui/base/number_text.h"
#include "ui/help/guide_window.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/session/data_opener.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"
#include "ui/window/help_desk.h"
#include "ui/window/main_window.h"

namespace rudolph {
namespace {

/// In the order of Theme.
constexpr std::array kThemeActions = {"theme/system", "theme/light", "theme/dark"};

}  // namespace

WindowMenus::WindowMenus(Session* session, HelpDesk* help, NoticeBar* notice, MainWindow* window)
    : QObject(window->centralWidget()),
      session_(session),
      help_(help),
      notice_(notice),
      window_(window),
      actions_(new PageActions(window->centralWidget())) {
    makeActions();
}

void WindowMenus::makeActions() {
    actions_->add(
        {{.id = "file/quit",
          .text = tr("&Quit"),
          .keys = {QKeySequence(tr("Ctrl+Q"))},
          .section = tr("Window"),
          .run = [this] { window_->close(); },
          .scope = KeyScope::Window},
         {.id = "help/guide",
          .text = tr("&Guide"),
          .keys = {QKeySequence::HelpContents},
          .tip = tr("What the page that is shown is for, and how one works with it"),
          .section = tr("Help"),
          .run = [this] { help_->showGuide(window_->guideChapter()); },
          .scope = KeyScope::Window},
         {.id = "help/tutorial",
          .text = tr("&Tutorial"),
          .tip = tr("Four experiments in half an hour, from a nose tip to your own photograph"),
          .run = [this] { help_->showGuide(QStringLiteral("tutorial")); },
          .scope = KeyScope::Window},
         {.id = "help/search",
          .text = tr("&Find a command…"),
          .keys = {Qt::CTRL | Qt::Key_K},
          .tip = tr("Every action, setting and page of the guide, by its name"),
          .run = [this] { help_->searchCommands(); },
          .scope = KeyScope::Window},
         {.id = "help/keys",
          .text = tr("&Keyboard and mouse"),
          .keys = {Qt::Key_Question},
          .tip = tr("All keys, and what the mouse does"),
          .run = [this] { help_->showKeys(); },
          .scope = KeyScope::Window},
         {.id = "help/start",
          .text = tr("&Start page"),
          .tip = tr("The ways to begin: tutorial, demo faces, a folder, photographs"),
          .run = [this] { window_->showStart(); },
          .scope = KeyScope::Window},
         {.id = "help/about",
          .text = tr("&About Rudolph"),
          .run = [this] { help_->showAbout(); },
          .scope = KeyScope::Window}});
    addThemeActions();
    addLanguageActions();
}

void WindowMenus::addThemeActions() {
    const auto row = [this](const char* id, const QString& text, Theme theme) {
        return PageAction{.id = id,
                          .text = text,
                          .section = tr("Colours"),
                          .run = [theme] { chooseTheme(theme); },
                          .checkable = true,
                          .scope = KeyScope::Window};
    };
    actions_->add({row("theme/system", tr("Colours of the desktop"), Theme::System),
                   row("theme/light", tr("Light"), Theme::Light),
                   row("theme/dark", tr("Dark"), Theme::Dark)});
    auto* group = new QActionGroup(actions_);
    for (const char* id : kThemeActions)
        group->addAction(actions_->at(id));
    actions_->at(kThemeActions[static_cast<size_t>(chosenTheme())])->setChecked(true);
}

void WindowMenus::addLanguageActions() {
    auto* group = new QActionGroup(actions_);
    const auto add = [this, group](const char* id, const QString& name, const QString& code) {
        actions_->add({{.id = id,
                        .text = name,
                        .section = tr("Language"),
                        .run = [this, code] { window_->chooseLanguage(code); },
                        .checkable = true,
                        .scope = KeyScope::Window}});
        group->addAction(actions_->at(id));
        actions_->at(id)->setChecked(Settings().get(settings::kLanguage) == code);
    };
    add("language/system", tr("The system's"), {});
    // Languages name themselves.
    add("language/en", QStringLiteral("English"), QStringLiteral("en"));
    add("language/de", QStringLiteral("Deutsch"), QStringLiteral("de"));
}

void WindowMenus::fill(QMenuBar* bar, const PageActions& data, const QList<QAction*>& rail) {
    QMenu* file = bar->addMenu(tr("&File"));
    data.place(file, {"data/open-folder", "data/open-list", "data/recipe"});
    QMenu* recent = file->addMenu(tr("Open &recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] { fillRecentMenu(recent); });
    data.place(file,
               {"-", "data/demo-faces", "-", "data/save", "data/save-project", "data/export", "-"});
    QMenu* largest = file->addMenu(tr("&Largest picture"));
    largest->setObjectName("largest picture");
    connect(largest, &QMenu::aboutToShow, this, [this, largest] { fillPictureMenu(largest); });
    file->addSeparator();
    actions_->place(file, {"file/quit"});

    QMenu* edit = bar->addMenu(tr("&Edit"));
    // clang-format off
    data.place(edit, {
        "annotate/undo", "annotate/redo", "-",
        "annotate/toggle", "annotate/scheme", "network/choose", "data/inspect", "data/review", "data/review-skip", "-",
        "annotate/points", "annotate/boxes", "annotate/magnifier", "annotate/next", "annotate/previous", "-",
        "points/all", "points/delete", "points/visible", "points/hidden", "points/unlabelled",
        "points/turn-left", "points/turn-right", "points/smaller", "points/larger", "points/mirror", "-",
        "face/copy", "face/mean", "face/remove", "face/new", "face/in-work", "face/done", "face/doubtful",
        "face/done-next", "face/note", "-",
        "network/fit", "network/fit-all", "network/suggest", "network/train-fit", "network/compare", "network/accept", "network/reject"});
    // clang-format on
    QMenu* view = bar->addMenu(tr("&View"));
    view->addActions(rail);
    view->addSeparator();
    actions_->place(view->addMenu(tr("&Colours")), {"theme/system", "theme/light", "theme/dark"});
    actions_->place(view->addMenu(tr("&Language")),
                    {"language/system", "-", "language/en", "language/de"});

    actions_->place(bar->addMenu(tr("&Help")), {"help/guide", "help/tutorial", "help/search",
                                                "help/keys", "-", "help/start", "help/about"});
}

void WindowMenus::fillRecentMenu(QMenu* menu) {
    menu->clear();
    for (const QString& path : Settings().get(settings::kRecentDatasets))
        connect(menu->addAction(path), &QAction::triggered, this,
                [this, path] { session_->opener().open(path); });
    if (menu->isEmpty())
        menu->addAction(tr("Nothing opened yet"))->setEnabled(false);
}

void WindowMenus::fillPictureMenu(QMenu* menu) {
    menu->clear();
    const auto add = [this, menu](int megapixels, const QString& text) {
        QAction* action = menu->addAction(text);
        action->setCheckable(true);
        action->setChecked(largest_picture() == megapixels);
        connect(action, &QAction::triggered, this, [this, megapixels] {
            try {
                keep_largest_picture(megapixels);
                notice_->setText(tr("Pictures of up to %1 million pixels are read from now on, "
                                    "here and by rudolph.")
                                     .arg(countText(most_pixels() / 1'000'000)));
            } catch (const Error&) {
                notice_->setText(errorText(std::current_exception()).what);
            }
        });
    };
    add(0, tr("As the memory allows, at most 400 million pixels"));
    for (const int megapixels : {50, 100, 400, 1000})
        add(megapixels, tr("%1 million pixels").arg(countText(megapixels)));
}

}  // namespace rudolph
