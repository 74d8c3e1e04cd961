#include <gmock/gmock.h>

#include <QApplication>
#include <QDir>
#include <QTemporaryDir>
#include <array>
#include <memory>
#include <utility>

#include "tests/ui/support/edit_session.h"
#include "ui/settings/translation.h"

namespace {

constexpr auto kHome = "RUDOLPH_TEST_HOME";
constexpr std::array<std::pair<const char*, const char*>, 5> kFolders = {
    {{"HOME", "."},
     {"XDG_CONFIG_HOME", "config"},
     {"XDG_DATA_HOME", "data"},
     {"XDG_STATE_HOME", "state"},
     {"XDG_CACHE_HOME", "cache"}}};

}  // namespace

int main(int argc, char** argv) {
    testing::InitGoogleMock(&argc, argv);
    // The tests need no display; who wants to see them sets the variable.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    // Nothing that a test remembers or makes may reach the person's own files, or another test's
    // that runs at the same time. What a test starts again (see below) shares its home.
    std::unique_ptr<QTemporaryDir> home;
    if (!qEnvironmentVariableIsSet(kHome)) {
        home = std::make_unique<QTemporaryDir>();
        qputenv(kHome, home->path().toUtf8());
        for (const auto& [variable, folder] : kFolders) {
            QDir(home->path()).mkpath(folder);
            qputenv(variable, home->filePath(folder).toUtf8());
        }
    }
    QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QApplication::setOrganizationName("rudolph");
    QApplication::setApplicationName("rudolph-studio-tests");
    rudolph::installEnglishPlurals();

    // A test that wants to see a session die starts this program again.
    if (qEnvironmentVariableIsSet("RUDOLPH_EDIT_SESSION"))
        return rudolph::test::runEditSession(qEnvironmentVariable("RUDOLPH_EDIT_SESSION"),
                                             qEnvironmentVariable("RUDOLPH_EDIT_LOG").toStdString(),
                                             qEnvironmentVariable("RUDOLPH_EDIT_SEED").toUInt());
    return RUN_ALL_TESTS();
}
