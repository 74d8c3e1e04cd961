// Opening data sets, without a window.
#include "ui/session/data_opener.h"

#include <gmock/gmock.h>

#include <QDir>
#include <QSignalSpy>
#include <QTest>

#include "core/base/file.h"
#include "core/engine/engine.h"
#include "core/formats/write_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/environment.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

using Stage = DataOpener::Stage;

class DataOpenerTest : public testing::Test {
protected:
    DataOpenerTest() {
        for (const char* name : {"a", "b"})
            test::write_drawn_face(dir.path(), name);
    }
    DataOpener& opener() { return session.opener(); }
    bool waitUntilIdle() {
        return waitFor([this] { return session.activities().active().empty(); });
    }
    void open(const std::filesystem::path& path) {
        opener().open(toQString(path));
        ASSERT_TRUE(waitUntilIdle());
    }

    test::TempDir dir;
    Session session;
};

TEST_F(DataOpenerTest, OpensThenChecksThenInspects) {
    std::vector<Stage> stages;
    QObject::connect(&opener(), &DataOpener::changed, [&] { stages.push_back(opener().stage()); });
    QSignalSpy inspected(&opener(), &DataOpener::inspected);
    QSignalSpy pages(&session.navigation(), &Navigation::pageWanted);
    open(dir.path());
    EXPECT_THAT(stages, testing::ElementsAre(Stage::Opening, Stage::Checking, Stage::Idle,
                                             Stage::Inspecting, Stage::Idle));
    EXPECT_EQ(inspected.count(), 1);
    ASSERT_NE(session.document(), nullptr);
    EXPECT_EQ(session.document()->faceCount(), 2);
    EXPECT_EQ(session.document()->face(0).image_size, cv::Size(160, 120));
    EXPECT_FALSE(session.document()->isModified());
    EXPECT_EQ(Settings().get(settings::kRecentDatasets).value(0), toQString(dir.path()));
    ASSERT_EQ(pages.count(), 1);
    EXPECT_EQ(pages.front().front().value<StudioPage>(), StudioPage::Data);
}

TEST_F(DataOpenerTest, SaysWhatWentWrongAndKeepsWhatWasOpen) {
    open(dir.path());
    open(dir / "gone");
    ASSERT_TRUE(opener().error().has_value());
    EXPECT_FALSE(opener().error()->what.isEmpty());
    EXPECT_EQ(opener().stage(), Stage::Idle);
    EXPECT_EQ(session.document()->faceCount(), 2);
    EXPECT_FALSE(Settings().get(settings::kRecentDatasets).contains(toQString(dir / "gone")));
    opener().dismissError();
    EXPECT_FALSE(opener().error().has_value());
}

TEST_F(DataOpenerTest, CancellingKeepsWhatWasOpen) {
    open(dir.path());
    const AnnotationDocument* before = session.document();
    const test::TempDir other;
    test::write_drawn_face(other.path(), "x");
    opener().open(toQString(other.path()));
    EXPECT_EQ(opener().stage(), Stage::Opening);
    opener().cancel();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(opener().stage(), Stage::Idle);
    EXPECT_EQ(session.document(), before);
}

TEST_F(DataOpenerTest, AnActivityTellsAndCancels) {
    opener().open(toQString(dir.path()));
    ASSERT_EQ(session.activities().active().size(), 1U);
    Activity* activity = session.activities().active().front();
    EXPECT_TRUE(activity->what().startsWith("Opening ")) << activity->what().toStdString();
    EXPECT_EQ(activity->page(), StudioPage::Data);
    activity->cancel();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(session.document(), nullptr);
}

TEST_F(DataOpenerTest, TheLastOfSeveralWishesWins) {
    const test::TempDir other;
    for (const char* name : {"x", "y", "z"})
        test::write_drawn_face(other.path(), name);
    opener().open(toQString(dir.path()));
    open(other.path());
    EXPECT_EQ(session.document()->faceCount(), 3);
}

TEST_F(DataOpenerTest, OpensTheFolderOfAPicture) {
    open(dir / "a.png");
    EXPECT_EQ(opener().path(), toQString(dir.path()));
    EXPECT_EQ(session.document()->faceCount(), 2);
}

TEST_F(DataOpenerTest, LeavesNothingOfDemoFacesThatWereCancelled) {
    const auto path = [&] { return QDir(opener().path()); };
    QObject::connect(&session.activities(), &Activities::changed, [&] {
        for (Activity* activity : session.activities().active())
            if (activity->done() > 0)
                activity->cancel();
    });
    opener().openDemoFaces();
    path().removeRecursively();  // of another test
    opener().openDemoFaces();
    EXPECT_EQ(opener().activity().what(), "Making demo faces");
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_FALSE(path().exists());
    EXPECT_EQ(session.document(), nullptr);
}

TEST_F(DataOpenerTest, OpensTheFacesOfARunAsTheyWereOpenedForIt) {
    OpenOptions options;
    options.pts_first_pixel = 0;
    const std::string opening = opening_text(options);
    QSignalSpy found(&opener(), &DataOpener::faceFound);
    session.navigation().editFace(toQString(dir.path()), "b", toQString(dir / "b.png"), true,
                                  QString::fromStdString(opening));
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_NE(session.document(), nullptr);
    EXPECT_EQ(session.document()->dataset().opening, opening);
    EXPECT_EQ(session.draft().experiment().opening, opening) << "the next training keeps it";

    session.navigation().editFace(toQString(dir / "gone"), "b", toQString(dir / "gone/b.png"), true,
                                  "no JSON");
    ASSERT_TRUE(opener().error().has_value());
    EXPECT_FALSE(opener().error()->what.isEmpty());
}

TEST_F(DataOpenerTest, ShowsFramesOfAVideoWithTheirPoints) {
    const test::TempDir cache;
    const test::EnvironmentVariable home("XDG_CACHE_HOME", cache.path().string());
    const std::filesystem::path set = dir / "001";
    std::filesystem::create_directories(set);
    const auto writer = open_engine()->write_video(set / "vid.avi", {160, 120}, 25);
    for (int frame = 1; frame <= 2; ++frame) {
        writer->write(cv::Mat(120, 160, CV_8UC3, cv::Scalar::all(90)));
        write_file(set / ("annot/00000" + std::to_string(frame) + ".pts"), "9 8\n40 70\n51 30\n");
    }
    writer->finish();
    open(set);
    ASSERT_NE(session.document(), nullptr);
    ASSERT_EQ(session.document()->faceCount(), 2);
    EXPECT_EQ(session.document()->face(1).id, "annot/000002");
    EXPECT_EQ(session.document()->face(1).image_size, cv::Size(160, 120));
    const std::vector<Problem>& problems = session.document()->dataset().problems;
    EXPECT_TRUE(std::any_of(problems.begin(), problems.end(), [](const Problem& problem) {
        return problem.message.find("kept as pictures") != std::string::npos;
    }));
}

TEST_F(DataOpenerTest, FindsAFaceThatIsOpenOrOpensItsFaces) {
    QSignalSpy found(&opener(), &DataOpener::faceFound);
    QSignalSpy missing(&opener(), &DataOpener::faceMissing);
    const QString data = toQString(dir.path());
    session.navigation().editFace(data, "b", toQString(dir / "b.png"), true);
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(found.count(), 1);
    EXPECT_EQ(found.back().front().toInt(), 1);

    const AnnotationDocument* before = session.document();
    session.navigation().editFace(data, "a", toQString(dir / "a.png"), true);
    ASSERT_EQ(found.count(), 2);
    EXPECT_EQ(found.back().front().toInt(), 0);
    EXPECT_EQ(session.document(), before) << "it was open";

    session.navigation().editFace(data, "z", toQString(dir / "z.png"), true);
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(missing.count(), 1);
    EXPECT_EQ(missing.front().front().toString(), "z");
}

TEST_F(DataOpenerTest, OpensAProjectOfPicturesThatAreOpenAlready) {
    open(dir.path());
    WriteRequest request;
    request.format = DatasetFormat::Project;
    request.destination = dir / "new" / "photos.rudolph";
    request.pictures = PictureHandling::Refer;
    write_dataset(session.document()->dataset(), request);
    QSignalSpy found(&opener(), &DataOpener::faceFound);
    session.navigation().editFace(toQString(request.destination), "b", toQString(dir / "b.png"),
                                  false);
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(session.document()->dataset().format, DatasetFormat::Project);
    EXPECT_EQ(found.count(), 1);
}

TEST_F(DataOpenerTest, PhotographsGetTheUsualScheme) {
    for (const char* name : {"a.pts", "b.pts"})
        std::filesystem::remove(dir / name);
    open(dir.path());
    EXPECT_EQ(session.document()->scheme().size(), 68);
    EXPECT_FALSE(session.document()->isModified()) << "opening is no edit";
}

}  // namespace
}  // namespace rudolph
