#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>
#include <QMessageBox>
#include <QStyleFactory>
#include <QTimer>
#include <exception>
#include <optional>

#include "app/studio_start_timer.h"
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
    if (name == QStringLiteral("data"))
        return rudolph::StudioPage::Data;
    if (name == QStringLiteral("augment"))
        return rudolph::StudioPage::Augment;
    if (name == QStringLiteral("train"))
        return rudolph::StudioPage::Train;
    if (name == QStringLiteral("runs"))
        return rudolph::StudioPage::Runs;
    if (name == QStringLiteral("cases"))
        return rudolph::StudioPage::Cases;
    if (name == QStringLiteral("photos"))
        return rudolph::StudioPage::Photos;
    return std::nullopt;
}

}  // namespace

int main(int argc, char** argv) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    StudioApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("rudolph"));
    QCoreApplication::setApplicationName(QStringLiteral("rudolph-studio"));
    QCoreApplication::setApplicationVersion(QStringLiteral(RUDOLPH_VERSION));
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Rudolph"));
    QGuiApplication::setDesktopFileName(QStringLiteral("rudolph-studio"));
    QApplication::setWindowIcon(rudolph::markIcon());
    rudolph::applyTheme();
    rudolph::keepPlaceholdersReadable();
    rudolph::installTranslation(rudolph::Settings().get(rudolph::settings::kLanguage));

    QCommandLineParser parser;
    parser.setApplicationDescription(
        QCoreApplication::translate("main", "A studio for facial keypoints."));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("data"),
        QCoreApplication::translate("main", "Folder of faces, list or project to open."),
        QStringLiteral("[data]"));
    const QCommandLineOption run(
        QStringLiteral("run"),
        QCoreApplication::translate("main", "Show the cases of this run folder."),
        QStringLiteral("folder"));
    const QCommandLineOption runs(
        QStringLiteral("runs"),
        QCoreApplication::translate("main", "Write and look for runs in this folder."),
        QStringLiteral("folder"));
    const QCommandLineOption page(
        QStringLiteral("page"),
        QCoreApplication::translate(
            "main", "Start on this page: data, augment, train, runs, cases or photos."),
        QStringLiteral("page"));
    const QCommandLineOption time_start(
        QStringLiteral("time-start"),
        QCoreApplication::translate(
            "main", "Say how long it took until the window was painted, and quit."));
    parser.addOptions({run, runs, page, time_start});
    parser.process(application);
    const auto first_page = pageNamed(parser.value(page));
    if (parser.positionalArguments().size() > 1 || (parser.isSet(page) && !first_page)) {
        fputs(qPrintable(QCoreApplication::translate(
                  "main",
                  "rudolph-studio: at most one data set, and a page is data, augment, train, "
                  "runs, cases or photos; see --help\n")),
              stderr);
        return 2;
    }

    rudolph::MainWindow window;
    if (parser.isSet(runs))
        window.session()->setRunsFolder(QFileInfo(parser.value(runs)).absoluteFilePath());
    rudolph::StartTimer start_timer;
    if (parser.isSet(time_start))
        window.installEventFilter(&start_timer);
    window.show();
    if (!parser.positionalArguments().isEmpty())
        window.session()->opener().open(
            QFileInfo(parser.positionalArguments().front()).absoluteFilePath());
    if (parser.isSet(run))
        window.session()->navigation().showCases(QFileInfo(parser.value(run)).absoluteFilePath());
    if (first_page)
        window.showPage(*first_page);
    else if (parser.positionalArguments().isEmpty() && !parser.isSet(run) &&
             rudolph::MainWindow::isFirstStart())
        window.showStart();
    return QApplication::exec();
}
