#include "core/formats/picture_finder.h"

#include <gmock/gmock.h>

#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::HasSubstr;

TEST(PictureFinder, TakesNamesAsTheyAreWrittenAnywhere) {
    const TempDir dir;
    for (const char* name : {"a.jpg", "images/b.jpg", "sub/c d.jpg", "Jürgen.JPG", "Ordner/e.jpg"})
        test::write_picture(dir / name);
    PictureFinder finder(dir / "list.csv");
    EXPECT_EQ(finder.find("a.jpg"), dir / "a.jpg");
    EXPECT_EQ(finder.find("./a.jpg"), dir / "a.jpg");
    EXPECT_EQ(finder.find("b.jpg"), dir / "images/b.jpg");
    EXPECT_EQ(finder.find("sub\\c d.jpg"), dir / "sub/c d.jpg");
    EXPECT_EQ(finder.find("ju\u0308rgen.jpg"), dir / "Jürgen.JPG");
    EXPECT_EQ(finder.find("J\xfcrgen.JPG"), dir / "Jürgen.JPG");
    EXPECT_EQ(finder.find("ordner/E.jpg"), dir / "Ordner/e.jpg");
    EXPECT_EQ(finder.find("a"), dir / "a.jpg");
    EXPECT_EQ(finder.find(""), "");
    EXPECT_TRUE(finder.problems().empty()) << test::messages(finder.problems());
}

TEST(PictureFinder, FindsByNameWhereTheFoldersHaveGoneAndSaysSo) {
    const TempDir dir;
    for (const char* name : {"x/p0.jpg", "x/p1.jpg", "left/same.jpg", "right/same.jpg"})
        test::write_picture(dir / name);
    PictureFinder finder(dir / "list.csv");
    EXPECT_EQ(finder.find("C:\\Users\\eva\\faces\\p0.jpg"), dir / "x/p0.jpg");
    EXPECT_EQ(finder.find("file:///elsewhere/p1.jpg"), dir / "x/p1.jpg");
    EXPECT_EQ(finder.find("/other/right/same.jpg"), dir / "right/same.jpg");
    EXPECT_EQ(finder.find("/other/same.jpg"), "") << "it may be either";
    EXPECT_EQ(finder.find("/other/p0.png"), dir / "x/p0.jpg");
    const std::string said = test::messages(finder.problems());
    EXPECT_THAT(said, HasSubstr("2 pictures are not where the list says"));
    EXPECT_THAT(said, HasSubstr("found with another extension"));
}

TEST(PictureFinder, AnAddressMayHavePercents) {
    const TempDir dir;
    test::write_picture(dir / "upload/a b.jpg");
    PictureFinder finder(dir / "list.json");
    EXPECT_EQ(finder.find("/data/local-files/upload/a%20b.jpg"), dir / "upload/a b.jpg");
}

TEST(PictureFinder, ListsInAFolderOfAnnotationsLieBesideTheImages) {
    const TempDir dir;
    test::write_picture(dir / "images/val/p.jpg");
    PictureFinder finder(dir / "annotations/faces_val.json");
    EXPECT_EQ(finder.find("p.jpg"), dir / "images/val/p.jpg");
    EXPECT_TRUE(finder.problems().empty()) << test::messages(finder.problems());
}

TEST(PictureFinder, ThePersonsFolderComesFirst) {
    const TempDir dir;
    test::write_picture(dir / "p.jpg");
    test::write_picture(dir / "elsewhere/p.jpg");
    PictureFinder finder(dir / "list.csv", dir / "elsewhere");
    EXPECT_EQ(finder.find("p.jpg"), dir / "elsewhere/p.jpg");
}

TEST(PictureFinder, ManyMissingPicturesAreOneProblem) {
    const TempDir dir;
    PictureFinder finder(dir / "list.csv");
    for (int i = 0; i < 30; ++i) {
        const std::string name = "gone/" + std::to_string(i) + ".jpg";
        EXPECT_EQ(finder.find(name), "");
        finder.miss(name, i + 2, 2);
    }
    const std::vector<Problem> problems = finder.problems();
    ASSERT_EQ(problems.size(), 1U);
    EXPECT_EQ(problems[0].left_out, 60);
    EXPECT_EQ(problems[0].line, 2);
    EXPECT_THAT(problems[0].message, HasSubstr("30 pictures are missing"));
    EXPECT_THAT(problems[0].message, HasSubstr((dir / "gone/0.jpg").string()));
}

}  // namespace
}  // namespace rudolph
