// What is left of a session of edits that is killed in the middle: everything but, at most, its
// last second.
#include <gtest/gtest.h>
#include <signal.h>

#include <QCoreApplication>
#include <QDateTime>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QTest>
#include <random>

#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/edit_session.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/window/main_window.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

constexpr int kFaceCount = 6;

using Points = std::map<std::string, std::vector<Point>>;

/// .pts files keep six decimals.
bool isSame(const Points& a, const Points& b) {
    for (const auto& [face, points] : a)
        for (size_t i = 0; i < points.size(); ++i)
            if (cv::norm(points[i] - b.at(face)[i]) > 1e-5)
                return false;
    return true;
}

/// The drag of one point, which the journal had and the log had not yet.
bool isOneDragFrom(const Points& a, const Points& b) {
    int moved = 0;
    for (const auto& [face, points] : a)
        for (size_t i = 0; i < points.size(); ++i)
            moved += cv::norm(points[i] - b.at(face)[i]) > 1e-5 ? 1 : 0;
    return moved == 1;
}

Points pointsOf(const Dataset& dataset) {
    Points points;
    for (const Sample& face : dataset.samples)
        points[face.id] = face.points_in_image.points;
    return points;
}

/// Starts a session, and kills it some milliseconds after its first edit. Returns when.
long long killSession(const QString& faces, const std::filesystem::path& log, unsigned seed,
                      int after_ms) {
    QProcess session;
    session.setProcessChannelMode(QProcess::ForwardedChannels);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert("RUDOLPH_EDIT_SESSION", faces);
    environment.insert("RUDOLPH_EDIT_LOG", toQString(log));
    environment.insert("RUDOLPH_EDIT_SEED", QString::number(seed));
    session.setProcessEnvironment(environment);
    session.start(QCoreApplication::applicationFilePath(), QStringList());
    EXPECT_TRUE(waitFor([&] { return !test::readLog(log).empty(); }));
    QTest::qWait(after_ms);
    EXPECT_EQ(session.state(), QProcess::Running);
    ::kill(static_cast<pid_t>(session.processId()), SIGKILL);
    const long long when = QDateTime::currentMSecsSinceEpoch();
    session.waitForFinished(kWaitMs);
    return when;
}

/// Opens the folder in a new window, accepts what it offers, and returns what it then has.
Points restored(const QString& faces) {
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.session()->opener().open(faces);
    EXPECT_TRUE(waitFor([&] { return window.session()->document() != nullptr; }));
    AnnotationDocument* document = window.session()->document();
    for (QMessageBox* box : window.findChildren<QMessageBox*>())
        for (QAbstractButton* button : box->buttons())
            if (button->text() == "Restore")
                QTest::mouseClick(button, Qt::LeftButton);
    Points points = pointsOf(document->dataset());
    document->setJournal(nullptr);  // the edits are not to be offered again
    document->undoStack()->setClean();
    return points;
}

class Crash : public testing::TestWithParam<unsigned> {};

TEST_P(Crash, LosesAtMostTheLastSecondOfEditsAndLeavesWholeFiles) {
    const test::TempDir dir;
    std::filesystem::create_directories(dir / "faces");
    for (int i = 0; i < kFaceCount; ++i)
        test::write_drawn_face(dir / "faces", "face" + std::to_string(i), {320, 240});
    const QString faces = toQString(dir / "faces");
    Points points = pointsOf(open_dataset(dir / "faces"));

    std::mt19937 random(GetParam());
    const int after_ms = static_cast<int>(random() % 1500);
    const long long when = killSession(faces, dir / "log", GetParam(), after_ms);

    const Dataset on_disk = open_dataset(dir / "faces");
    // A kill in the middle of a save is finished now, and that is said.
    for (const Problem& problem : on_disk.problems)
        EXPECT_NE(problem.message.find("was broken off"), std::string::npos) << problem.message;
    EXPECT_EQ(on_disk.samples.size(), kFaceCount);

    const std::vector<test::LoggedEdit> edits = test::readLog(dir / "log");
    std::vector<Points> states = {points};
    size_t safe = 0;
    for (const test::LoggedEdit& edit : edits) {
        points[edit.face] = edit.points;
        states.push_back(points);
        if (edit.milliseconds < when - 1000)
            safe = states.size() - 1;
    }
    const Points found = restored(faces);
    size_t kept = states.size();
    while (kept > 0 && !isSame(found, states[kept - 1]))
        --kept;
    if (kept == 0 && isOneDragFrom(found, states.back()))
        kept = states.size();
    EXPECT_GT(kept, safe) << "of " << edits.size() << " edits, of which " << safe
                          << " were older than a second";
    RecordProperty("edits", static_cast<int>(edits.size()));
    RecordProperty("lost", static_cast<int>(states.size() - kept));
}

INSTANTIATE_TEST_SUITE_P(AtSeededMoments, Crash, testing::Range(1U, 21U));

}  // namespace
}  // namespace rudolph
