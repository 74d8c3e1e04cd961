#include "core/annotate/journal.h"

#include <gmock/gmock.h>
#include <sys/resource.h>
#include <unistd.h>

#include <csignal>
#include <fstream>

#include "core/annotate/journal_reader.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "tests/core/annotate/journal_entries.h"
#include "tests/support/comma_locale.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

TEST(Journal, GivesBackTheLastStateOfEachPicture) {
    const Place place;
    const fs::path a = place.image("a.jpg");
    const fs::path b = place.image("unter/b.jpg");
    {
        const auto journal = place.open();
        journal->record({entry(a, 1)});
        journal->record({entry(a, 2), entry(b, 3)});
        journal->record({entry(a, 4, 2)});
        EXPECT_EQ(journal->mark(), 4);
        EXPECT_EQ(journal->file(), place.dir / "faces/.labels.xml.rudolph-journal");
    }
    const auto found = place.found();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].source, place.source);
    EXPECT_EQ(found[0].edits, 4);
    EXPECT_EQ(found[0].damaged_lines, 0);
    EXPECT_FALSE(found[0].scheme);
    EXPECT_THAT(found[0].pictures, SizeIs(2));
    EXPECT_EQ(found[0].pictures.at(a), entry(a, 4, 2).faces);
    EXPECT_EQ(found[0].pictures.at(b), entry(b, 3).faces);
    const auto age = std::chrono::system_clock::now() - found[0].last_edit;
    EXPECT_GE(age, std::chrono::seconds(-1));
    EXPECT_LT(age, std::chrono::minutes(5));
}

TEST(Journal, KeepsEverythingThatIsSaidOfAFace) {
    const CommaLocale commas;
    const Place place;
    const fs::path image = place.image("00-1m.jpg");
    Sample face = entry(image, 1).faces.front();
    face.points_in_image.points[0] = {0.1, -1234.000244140625};
    face.points_in_image.visibility[1] = Visibility::Hidden;
    face.points_in_image.visibility[2] = Visibility::NotLabelled;
    face.image_size = {640, 480};
    face.person = "wer auch immer";
    face.view = 4;
    face.state = FaceState::Doubtful;
    face.note = "two\nlines \"quoted\" — 顔";
    face.proposed_by = "a model";
    face.attributes = {{"difficult", "1"}};
    Sample second = face;
    second.id += "#2";
    second.box.reset();
    second.points_in_image = {};
    place.open()->record({{image, {face, second}, std::nullopt}});
    const auto found = place.found();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].pictures.at(image), (std::vector<Sample>{face, second}));
}

TEST(Journal, KeepsNamesOfAnyBytes) {
    const Place place;
    const fs::path source = place.dir / "caf\xe9.xml";
    write_file(source, "");
    const fs::path beside = place.dir /
                            "fa\xe7"
                            "ade.jpg";
    const fs::path elsewhere =
        "/elsewhere/gr\xfc\xdf"
        "e.jpg";
    Journal::open(source, place.fallback)->record({entry(beside, 1), entry(elsewhere, 2)});
    const auto found = find_journals(source, place.fallback);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].pictures.count(beside), 1U);
    EXPECT_EQ(found[0].pictures.count(elsewhere), 1U);
}

TEST(Journal, OfAFolderLiesInIt) {
    TempDir dir;
    const fs::path folder = dir / "Gesichter";
    create_folder(folder / "unter");
    const fs::path image = folder / "unter/a.jpg";
    Journal::open(folder / "", dir / "j")->record({entry(image, 1)});
    EXPECT_TRUE(fs::exists(folder / ".Gesichter.rudolph-journal"));
    const auto found = find_journals(folder, dir / "j");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].source, folder);
    // A list in the folder is another data set.
    EXPECT_THAT(find_journals(folder / "Gesichter", dir / "j"), IsEmpty());
}

TEST(Journal, MovesWithItsFolder) {
    TempDir dir;
    create_folder(dir / "before");
    Journal::open(dir / "before", dir / "j")->record({entry(dir / "before/a.jpg", 1)});
    fs::rename(dir / "before", dir / "after");
    const auto found = find_journals(dir / "after", dir / "j");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].pictures.count(dir / "after/a.jpg"), 1U);
}

TEST(Journal, MakesNoFileWithoutEntries) {
    const Place place;
    const auto journal = place.open();
    journal->flush();
    EXPECT_FALSE(fs::exists(journal->file()));
    EXPECT_EQ(journal->mark(), 0);
    journal->record({});
    journal->flush();
    EXPECT_FALSE(fs::exists(journal->file()));
}

TEST(Journal, IsLockedWhileItIsOpen) {
    const Place place;
    const auto first = place.open();
    first->record({entry(place.image("a.jpg"), 1)});
    first->flush();
    EXPECT_THAT(place.found(), IsEmpty());
    auto second = place.open();
    second->record({entry(place.image("a.jpg"), 2)});
    second->flush();
    EXPECT_EQ(second->file(), place.dir / "faces/.labels.xml.rudolph-journal-2");
    EXPECT_THAT(place.found(), IsEmpty());
    second.reset();
    const auto found = place.found();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].file, place.dir / "faces/.labels.xml.rudolph-journal-2");
}

TEST(Journal, LeavesThoseOfEarlierCrashesAlone) {
    const Place place;
    place.open()->record({entry(place.image("a.jpg"), 1)});
    place.open()->record({entry(place.image("a.jpg"), 2)});
    const auto found = place.found();
    ASSERT_THAT(found, SizeIs(2));
    EXPECT_LE(found[0].last_edit, found[1].last_edit);
}

TEST(Journal, TakesAnEmptyFileThatACrashHasLeft) {
    Place place;
    place.leave("");
    EXPECT_THAT(place.found(), IsEmpty());
    place.open()->record({entry(place.image("a.jpg"), 1)});
    ASSERT_THAT(place.found(), SizeIs(1));
    EXPECT_EQ(place.found()[0].file.filename(), ".labels.xml.rudolph-journal");
}

TEST(Journal, DropsWhatIsSavedElsewhere) {
    const Place place;
    const auto journal = place.open();
    for (int i = 0; i < 5; ++i)
        journal->record({entry(place.image(std::to_string(i) + ".jpg"), i)});
    const long long mark = journal->mark();
    journal->record({entry(place.image("later.jpg"), 7)});
    journal->drop_before(mark);
    journal->record({entry(place.image("last.jpg"), 8)});
    journal->flush();
    const std::string bytes = read_file(journal->file());
    EXPECT_THAT(bytes, testing::Not(HasSubstr("4.jpg")));
    EXPECT_THAT(bytes, HasSubstr("later.jpg"));
    EXPECT_THAT(bytes, HasSubstr("last.jpg"));
    EXPECT_THAT(lines(bytes), SizeIs(3));
    EXPECT_THAT(place.found(), IsEmpty()) << "the new file is locked as well";
    journal->drop_before(mark + 1);
    journal->flush();
    EXPECT_THAT(lines(read_file(journal->file())), SizeIs(2));

    journal->drop_before(journal->mark());
    journal->flush();
    EXPECT_FALSE(fs::exists(journal->file()));
    journal->record({entry(place.image("again.jpg"), 9)});
    journal->flush();
    EXPECT_THAT(read_file(journal->file()), HasSubstr("again.jpg"));
    EXPECT_EQ(journal->take_failure(), "");
    // Nothing else is left about.
    EXPECT_EQ(std::distance(fs::directory_iterator(place.dir / "faces"), {}), 2);
}

TEST(Journal, TakesAHugeStepAndShortensIt) {
    const Place place;
    const auto journal = place.open();
    std::vector<JournalEntry> all;
    for (int i = 0; i < 5000; ++i)
        all.push_back(entry(place.image(std::to_string(i) + ".jpg"), i));
    journal->record(all);
    journal->drop_before(4000);
    journal->record({entry(place.image("0.jpg"), 77)});
    journal->flush();
    const std::string bytes = read_file(journal->file());
    Place copy;
    copy.leave(bytes);
    const auto found = copy.found();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].edits, 1001);
    EXPECT_EQ(found[0].damaged_lines, 0);
    EXPECT_THAT(found[0].pictures, SizeIs(1001));
}

TEST(Journal, FallsBackWhereTheDataCannotBeWrittenBeside) {
    TempDir dir;
    const fs::path source = "/proc/self/rudolph-faces.xml";
    const fs::path image = dir / "a.jpg";
    {
        const auto journal = Journal::open(source, dir / "j/unter");
        journal->record({entry(image, 1)});
        journal->flush();
        EXPECT_EQ(journal->take_failure(), "");
        EXPECT_EQ(journal->file().parent_path(), dir / "j/unter");
    }
    const auto found = find_journals(source, dir / "j/unter");
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].source, source);
    EXPECT_EQ(found[0].pictures.count(image), 1U);
    EXPECT_THAT(find_journals("/proc/other/rudolph-faces.xml", dir / "j/unter"), IsEmpty());
}

TEST(Journal, FallsBackForAReadOnlyFolder) {
    if (::geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    const Place place;
    fs::permissions(place.dir / "faces", fs::perms::owner_read | fs::perms::owner_exec);
    place.open()->record({entry(place.image("a.jpg"), 1)});
    fs::permissions(place.dir / "faces", fs::perms::owner_all);
    ASSERT_THAT(place.found(), SizeIs(1));
    EXPECT_EQ(place.found()[0].file.parent_path(), place.fallback);
}

TEST(Journal, NeedsAFolderThatCanBeWritten) {
    TempDir dir;
    write_file(dir / "file", "");
    EXPECT_THROW(Journal::open(dir / "file/labels.xml", dir / "file/journals"), Error);
    EXPECT_THAT(find_journals(dir / "file/labels.xml", dir / "file/journals"), IsEmpty());
    EXPECT_THAT(find_journals(dir / "gone/labels.xml", {}), IsEmpty());
}

/// A disk that is full after so many bytes of a file.
class FullDisk {
public:
    explicit FullDisk(rlim_t bytes) {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit limit{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FullDisk() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, SIG_DFL);
    }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit before_{};
};

TEST(Journal, KeepsWhatAFullDiskDidNotTakeAndTriesAgain) {
    const Place place;
    const auto journal = place.open();
    std::string failure;
    std::string after;
    {
        const FullDisk full(2000);
        journal->record({entry(place.image("first.jpg"), 1)});
        journal->flush();
        for (int i = 0; i < 10; ++i)
            journal->record({entry(place.image(std::to_string(i) + ".jpg"), i)});
        for (int i = 0; i < 2; ++i)
            journal->flush();
        failure = journal->take_failure();
        after = read_file(journal->file());
    }
    EXPECT_THAT(failure, HasSubstr(journal->file().string()));
    EXPECT_THAT(failure, HasSubstr("disk full"));
    EXPECT_TRUE(after.ends_with("\n")) << "no part of an entry stays";
    EXPECT_LE(after.size(), 2000U);
    journal->flush();
    EXPECT_EQ(journal->take_failure(), "");
    Place copy;
    copy.leave(read_file(journal->file()));
    ASSERT_THAT(copy.found(), SizeIs(1));
    EXPECT_EQ(copy.found()[0].edits, 11);
    EXPECT_EQ(copy.found()[0].damaged_lines, 0);
}

TEST(Journal, IsMadeAgainWhenSomeoneRemovesIt) {
    const Place place;
    const auto journal = place.open();
    journal->record({entry(place.image("a.jpg"), 1)});
    journal->flush();
    fs::remove(journal->file());
    place.open()->record({entry(place.image("other.jpg"), 1)});  // somebody takes the name
    journal->record({entry(place.image("b.jpg"), 2)});
    journal->flush();
    const std::string bytes = read_file(journal->file());
    EXPECT_THAT(bytes, HasSubstr("a.jpg"));
    EXPECT_THAT(bytes, HasSubstr("b.jpg"));
    EXPECT_THAT(bytes, testing::Not(HasSubstr("other.jpg")));
}

}  // namespace
}  // namespace rudolph::test
