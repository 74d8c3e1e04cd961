// What happens to edits: saving, and everything that may come in its way.
#include <gmock/gmock.h>
#include <unistd.h>

#include <set>

#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "tests/ui/support/annotating_fixture.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::waitFor;

class Saving : public test::Annotating {};

TEST_F(Saving, SaysWhatSavingWouldLoseAndSavesAnywayWhenToldSo) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_3);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    EXPECT_THAT(question()->informativeText().toStdString(), testing::HasSubstr("done"));
    answer("Save anyway");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    const Dataset read = open_dataset(faces());
    EXPECT_LT(cv::norm(read.samples[0].points_in_image.points[0] -
                       document()->face(0).points_in_image.points[0]),
              1e-5);
}

TEST_F(Saving, DoesNotWriteOverSomebodyElsesChangesWithoutAsking) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[3],
         document()->face(0).points_in_image.points[3] + Point(-5, 5));
    test::write_drawn_face(faces(), "a", {300, 200});
    const std::string theirs = read_file(faces() / "a.pts");
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    EXPECT_THAT(question()->informativeText().toStdString(), testing::HasSubstr("a.pts"));
    EXPECT_EQ(read_file(faces() / "a.pts"), theirs);
    answer("Cancel");
    EXPECT_TRUE(document()->isModified());
    EXPECT_EQ(read_file(faces() / "a.pts"), theirs);

    pressSave();
    answer("Overwrite");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    EXPECT_NE(read_file(faces() / "a.pts"), theirs);
}

TEST_F(Saving, AFailedSaveLeavesEverythingUnsavedAndSaysWhy) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[3],
         document()->face(0).points_in_image.points[3] + Point(-5, 5));
    const Sample edited = document()->face(0);
    // Nothing can be renamed onto a folder.
    std::filesystem::remove(faces() / "a.pts");
    std::filesystem::create_directories(faces() / "a.pts" / "in the way");
    pressSave();
    ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    if (question()->text().contains("Someone else")) {
        answer("Overwrite");
        ASSERT_TRUE(waitFor([&] { return question() != nullptr; }));
    }
    EXPECT_THAT(question()->text().toStdString(), testing::HasSubstr("could not be saved"));
    answer("Close");
    EXPECT_TRUE(document()->isModified());
    EXPECT_EQ(document()->face(0), edited);
    std::filesystem::remove_all(faces() / "a.pts");
}

TEST_F(Saving, ClosingAsksAboutUnsavedEdits) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    const Point edited = document()->face(0).points_in_image.points[0];
    EXPECT_TRUE(window.isWindowModified());
    window.close();
    EXPECT_TRUE(window.isVisible());
    answer("Cancel");
    EXPECT_TRUE(window.isVisible());
    window.close();
    answer("Save");
    ASSERT_TRUE(waitFor([&] { return !window.isVisible(); }));
    EXPECT_LT(cv::norm(open_dataset(faces()).samples[0].points_in_image.points[0] - edited), 1e-5);
}

TEST_F(Saving, DiscardedEditsAreNotOfferedAgain) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    window.session()->opener().open(toQString(faces()));
    answer("Discard");
    ASSERT_TRUE(waitFor([&] { return document() != nullptr && !document()->isModified(); }));
    waitUntilIdle();
    EXPECT_EQ(question(), nullptr);
    EXPECT_TRUE(find_journals(faces(), folder / "none").empty());
}

TEST_F(Saving, AReadOnlyFolderIsAnnotatedIntoAProject) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    std::filesystem::permissions(faces(), std::filesystem::perms(0555));
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    drag(document()->face(0).points_in_image.points[0],
         document()->face(0).points_in_image.points[0] + Point(5, 5));
    ASSERT_NE(document()->journal(), nullptr);
    EXPECT_NE(document()->journal()->file().parent_path(), faces());
    pressSave();
    auto* dialog = page().findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->findChild<QLineEdit*>()->setText(toQString(folder / "work.rudolph"));
    QMetaObject::invokeMethod(dialog, "accept");
    ASSERT_TRUE(waitFor([&] { return !document()->isModified(); }));
    EXPECT_EQ(open_dataset(folder / "work.rudolph").samples[0].points_in_image,
              document()->face(0).points_in_image);
    std::filesystem::permissions(faces(), std::filesystem::perms(0755));
}

TEST_F(Saving, ABrowsedSetIsNotWrittenTo) {
    test::write_drawn_face(faces(), "a", {320, 240});
    test::write_drawn_face(faces(), "b", {320, 240});
    std::set<std::filesystem::path> before;
    for (const auto& entry : std::filesystem::directory_iterator(faces()))
        before.insert(entry.path());
    open(faces());
    QTest::keyClick(&page(), Qt::Key_E);
    key(Qt::Key_D);
    std::set<std::filesystem::path> after;
    for (const auto& entry : std::filesystem::directory_iterator(faces()))
        after.insert(entry.path());
    EXPECT_EQ(before, after);
}

}  // namespace
}  // namespace rudolph
