#include <gmock/gmock.h>

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include "tests/ui/support/edit_session.h"

int main(int argc, char** argv) {
    testing::InitGoogleMock(&argc, argv);
    // The tests need no display; who wants to see them sets the variable.
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QApplication::setOrganizationName("rudolph");
    QApplication::setApplicationName("rudolph-studio-tests");

    // Nothing that a test remembers or makes may reach the person's own files.
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    // A test that wants to see a session die starts this program again.
    if (qEnvironmentVariableIsSet("RUDOLPH_EDIT_SESSION"))
        return rudolph::test::runEditSession(qEnvironmentVariable("RUDOLPH_EDIT_SESSION"),
                                             qEnvironmentVariable("RUDOLPH_EDIT_LOG").toStdString(),
                                             qEnvironmentVariable("RUDOLPH_EDIT_SEED").toUInt());
    return RUN_ALL_TESTS();
}
