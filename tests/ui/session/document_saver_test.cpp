// Saving and what must not be lost, without a window.
#include "ui/session/document_saver.h"

#include <gmock/gmock.h>

#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/session/kept_edits.h"
#include "ui/session/session.h"

namespace rudolph {
namespace {

using test::waitFor;

class DocumentSaverTest : public testing::Test {
protected:
    DocumentSaverTest() {
        std::filesystem::create_directories(faces());
        for (const char* name : {"a", "b"})
            test::write_drawn_face(faces(), name, {320, 240});
        open(faces());
    }
    std::filesystem::path faces() const { return dir / "faces"; }
    DocumentSaver& saver() { return session.saver(); }
    AnnotationDocument& document() { return *session.document(); }
    void open(const std::filesystem::path& path) {
        session.opener().open(toQString(path));
        waitUntilIdle();
        ASSERT_NE(session.document(), nullptr);
    }
    void waitUntilIdle() {
        ASSERT_TRUE(waitFor(
            [this] { return session.activities().active().empty() && !saver().isSaving(); }));
    }
    void edit(int face = 0) {
        Sample after = document().face(face);
        after.points_in_image.points[0] += Point(3, 2);
        document().setFace(face, after, "Move");
    }
    /// A format of bare points cannot hold that.
    void mark(int face, FaceState state) {
        Sample after = document().face(face);
        after.state = state;
        document().setFace(face, after, "Mark");
    }
    void save() {
        saver().save();
        waitUntilIdle();
    }
    Point onDisk(int face = 0) const {
        return open_dataset(faces()).samples[static_cast<size_t>(face)].points_in_image.points[0];
    }

    test::TempDir dir;
    Session session;
};

TEST_F(DocumentSaverTest, SavesIntoTheFilesThatTheFacesCameFrom) {
    QSignalSpy modified(&session, &Session::modifiedChanged);
    QSignalSpy reported(&session.navigation(), &Navigation::reported);
    edit();
    const Point edited = document().face(0).points_in_image.points[0];
    saver().save();
    EXPECT_TRUE(saver().isSaving());
    waitUntilIdle();
    EXPECT_FALSE(document().isModified());
    EXPECT_LT(cv::norm(onDisk() - edited), 1e-5);
    ASSERT_EQ(modified.count(), 2);
    EXPECT_FALSE(modified.back().front().toBool());
    EXPECT_EQ(reported.back().front().toString(), "Saved faces");
}

TEST_F(DocumentSaverTest, AsksOnceAboutLossesOfAKind) {
    QSignalSpy asked(&saver(), &DocumentSaver::lossesFound);
    edit();
    mark(0, FaceState::Done);
    save();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_TRUE(document().isModified());
    saver().saveAnyway();
    waitUntilIdle();
    EXPECT_FALSE(document().isModified());
    mark(1, FaceState::Done);
    save();
    EXPECT_EQ(asked.count(), 1) << "known";
    EXPECT_FALSE(document().isModified());
}

TEST_F(DocumentSaverTest, DoesNotWriteOverSomebodyElsesChangesUnasked) {
    QSignalSpy asked(&saver(), &DocumentSaver::conflictsFound);
    edit();
    test::write_drawn_face(faces(), "a", {300, 200});
    const std::string theirs = read_file(faces() / "a.pts");
    save();
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(read_file(faces() / "a.pts"), theirs);
    EXPECT_TRUE(document().isModified());
    saver().overwrite();
    waitUntilIdle();
    EXPECT_FALSE(document().isModified());
    EXPECT_NE(read_file(faces() / "a.pts"), theirs);
}

TEST_F(DocumentSaverTest, LeavesOnlyWhenNothingCanBeLost) {
    int left = 0;
    const auto leave = [&left] { ++left; };
    QSignalSpy asked(&saver(), &DocumentSaver::leavingUnsaved);
    saver().whenSafe(leave);
    EXPECT_EQ(left, 1) << "nothing is unsaved";

    edit();
    saver().whenSafe(leave);
    EXPECT_EQ(asked.count(), 1);
    saver().stay();
    save();
    EXPECT_EQ(left, 1) << "stayed";

    edit();
    saver().whenSafe(leave);
    save();
    EXPECT_EQ(left, 2);
    EXPECT_FALSE(document().isModified());

    edit();
    saver().save();
    saver().whenSafe(leave);
    EXPECT_EQ(left, 2) << "it is being saved";
    waitUntilIdle();
    EXPECT_EQ(left, 3);

    edit();
    saver().whenSafe(leave);
    saver().discardAndLeave();
    EXPECT_EQ(left, 4);
    EXPECT_TRUE(document().isModified());
}

TEST_F(DocumentSaverTest, WhoHoldsAnEditHandsItInFirst) {
    QObject::connect(&saver(), &DocumentSaver::aboutToSave, &saver(), [this] { edit(1); });
    bool left = false;
    saver().whenSafe([&left] { left = true; });
    EXPECT_TRUE(document().isModified());
    EXPECT_FALSE(left);
}

TEST_F(DocumentSaverTest, PhotographsBecomeAProjectThatIsCalledByItsOwnName) {
    for (const char* name : {"a.pts", "b.pts"})
        std::filesystem::remove(faces() / name);
    open(faces());
    QSignalSpy wanted(&saver(), &DocumentSaver::projectWanted);
    mark(0, FaceState::Doubtful);
    saver().save();
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.front().front().toString(), toQString(faces() / "faces.rudolph"));
    QSignalSpy moved(&saver(), &DocumentSaver::moved);
    saver().saveAsProject(toQString(dir / "work.rudolph"));
    waitUntilIdle();
    EXPECT_EQ(moved.count(), 1);
    EXPECT_FALSE(document().isModified());
    EXPECT_EQ(document().dataset().format, DatasetFormat::Project);
    EXPECT_EQ(document().dataset().name, "work");
    open(dir / "work.rudolph");
    EXPECT_EQ(document().dataset().name, "work");
    EXPECT_EQ(document().face(0).state, FaceState::Doubtful);
}

TEST_F(DocumentSaverTest, AFailedSaveLeavesEverythingUnsaved) {
    QSignalSpy failed(&saver(), &DocumentSaver::failed);
    edit();
    std::ofstream(dir / "in the way") << "no folder";
    saver().saveAsProject(toQString(dir / "in the way" / "work.rudolph"));
    waitUntilIdle();
    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(document().isModified());
}

TEST_F(DocumentSaverTest, EditsThatWereAllUndoneAreNotKept) {
    edit();
    document().journal()->flush();
    EXPECT_TRUE(std::filesystem::exists(document().journal()->file()));
    document().undoStack()->undo();
    session.setDocument(nullptr);
    EXPECT_TRUE(find_journals(faces(), toPath(KeptEdits::folder())).empty());
}

TEST_F(DocumentSaverTest, EditsAfterASaveThatWereUndoneAreNotKept) {
    edit(0);
    save();
    edit(1);
    document().undoStack()->undo();
    session.setDocument(nullptr);
    EXPECT_TRUE(find_journals(faces(), toPath(KeptEdits::folder())).empty());
}

TEST_F(DocumentSaverTest, UnsavedEditsOfABrokenOffSessionAreFoundOfferedAndRestored) {
    edit(1);
    const Sample edited = document().face(1);
    session.setDocument(nullptr);  // without a word about the edit

    QSignalSpy found(&session.keptEdits(), &KeptEdits::foundIn);
    session.keptEdits().lookFor({toQString(dir.path()), toQString(faces())});
    ASSERT_TRUE(waitFor([&] { return !found.empty(); }));
    EXPECT_EQ(found.front().front().toString(), toQString(faces()));

    std::vector<JournalContents> offered;
    QObject::connect(&session.keptEdits(), &KeptEdits::offered, &session,
                     [&](const JournalContents& kept) { offered.push_back(kept); });
    QSignalSpy reported(&session.navigation(), &Navigation::reported);
    open(faces());
    ASSERT_EQ(offered.size(), 1U);
    EXPECT_NE(document().face(1), edited);
    session.keptEdits().restore(offered.front());
    EXPECT_EQ(document().face(1).points_in_image, edited.points_in_image);
    EXPECT_TRUE(document().isModified());
    EXPECT_EQ(document().undoStack()->count(), 1);
    EXPECT_EQ(reported.count(), 1);
    EXPECT_FALSE(std::filesystem::exists(offered.front().file));
    session.keptEdits().discard();
}

}  // namespace
}  // namespace rudolph
