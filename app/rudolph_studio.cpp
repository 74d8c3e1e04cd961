#include <QApplication>
#include <QFileInfo>
#include <QMessageBox>
#include <QStyleFactory>
#include <QTimer>
#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/hush_libraries.h"
#include "app/studio_options.h"
#include "app/studio_start_timer.h"
#include "core/base/write_trace.h"
#include "core/train/common_units.h"
#include "ui/base/error_text.h"
#include "ui/parts/icons.h"
#include "ui/session/data_opener.h"
#include "ui/settings/readable_palette.h"
#include "ui/settings/settings.h"
#include "ui/settings/theme.h"
#include "ui/settings/translation.h"
#include "ui/window/main_window.h"

namespace {

/// Shows an error that nothing in the window caught, and lets the program go on.
class StudioApplication : public QApplication {
public:
    using QApplication::QApplication;

    bool notify(QObject* receiver, QEvent* event) override {
        try {
            return QApplication::notify(receiver, event);
        } catch (...) {
            const rudolph::ErrorText text = rudolph::errorText(std::current_exception());
            auto* box =
                new QMessageBox(QMessageBox::Critical, translate("main", "That did not work"),
                                text.what, QMessageBox::Close, activeWindow());
            box->setAttribute(Qt::WA_DeleteOnClose);
            box->setInformativeText(text.advice);
            box->open();
            return false;
        }
    }
};

std::optional<rudolph::StudioPage> pageNamed(const QString& name) {
    const auto page = rudolph::studioPageNames().indexOf(name);
    return page < 0 ? std::nullopt : std::optional(static_cast<rudolph::StudioPage>(page));
}

void nameProgram() {
    QCoreApplication::setOrganizationName(QStringLiteral("rudolph"));
    QCoreApplication::setApplicationName(QStringLiteral("rudolph-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RUDOLPH_VERSION));
}

/// Help and the version are for a terminal, where there may be no display.
bool asksForText(int argc, char** argv) {
    constexpr std::array<std::string_view, 5> kTexts = {"-h", "--help", "--help-all", "-v",
                                                        "--version"};
    return std::find_first_of(argv + 1, argv + argc, kTexts.begin(), kTexts.end()) != argv + argc;
}

/// What a program that was killed had left half done, and what has become of it.
void sayWhatWasSettled(const std::vector<std::string>& lines, QWidget* window) {
    if (lines.empty())
        return;
    QStringList text;
    for (const std::string& line : lines)
        text << QString::fromStdString(line);
    auto* box = new QMessageBox(
        QMessageBox::Information, QGuiApplication::applicationDisplayName(),
        QCoreApplication::translate("main", "Writing files was broken off, by a crash or a kill."),
        QMessageBox::Close, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setInformativeText(text.join('\n'));
    box->open();
}

}  // namespace

int main(int argc, char** argv) {
    rudolph::hush_libraries();
    // What packages are made with: it needs no window.
    if (argc == 3 && std::string_view(argv[1]) == "--completion")
        return rudolph::printStudioCompletion(argv[2]) ? 0 : 2;
    if (asksForText(argc, argv)) {
        QCoreApplication application(argc, argv);
        nameProgram();
        rudolph::installTranslation(rudolph::Settings().get(rudolph::settings::kLanguage));
        rudolph::StudioOptions().process(application);
        return 0;
    }
    if (std::find(argv + 1, argv + argc, std::string_view("--exact")) != argv + argc)
        rudolph::use_common_units();
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    StudioApplication application(argc, argv);
    nameProgram();
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Rudolph"));
    QGuiApplication::setDesktopFileName(QStringLiteral("rudolph-studio"));
    QApplication::setWindowIcon(rudolph::markIcon());
    rudolph::applyTheme();
    rudolph::keepPlaceholdersReadable();
    rudolph::installTranslation(rudolph::Settings().get(rudolph::settings::kLanguage));

    rudolph::StudioOptions options;
    options.process(application);
    const auto first_page = pageNamed(options.value(options.page));
    if (options.data().size() > 1 || (options.has(options.page) && !first_page)) {
        fputs(qPrintable(QCoreApplication::translate(
                  "main",
                  "rudolph-studio: at most one data set, and a page is data, augment, train, "
                  "runs, cases or photos; see --help\n")),
              stderr);
        return 2;
    }

    const std::vector<std::string> settled = rudolph::settle_interrupted_writes();
    rudolph::MainWindow window;
    if (options.has(options.runs))
        window.session()->setRunsFolder(QFileInfo(options.value(options.runs)).absoluteFilePath());
    rudolph::StartTimer start_timer;
    if (options.has(options.time_start))
        window.installEventFilter(&start_timer);
    window.show();
    sayWhatWasSettled(settled, &window);
    if (!options.data().isEmpty())
        window.session()->opener().open(QFileInfo(options.data().front()).absoluteFilePath());
    if (options.has(options.run))
        window.session()->navigation().showCases(
            QFileInfo(options.value(options.run)).absoluteFilePath());
    if (first_page)
        window.showPage(*first_page);
    else if (options.data().isEmpty() && !options.has(options.run) &&
             rudolph::MainWindow::isFirstStart())
        window.showStart();
    return QApplication::exec();
}
