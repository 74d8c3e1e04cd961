#include <gmock/gmock.h>

#include "core/base/file.h"
#include "tests/core/annotate/journal_entries.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;
using testing::SizeIs;

TEST(FindJournals, ReadsAsMuchAsACrashHasLeft) {
    Place place;
    const std::string whole =
        place.bytes_of({entry(place.image("a.jpg"), 1), entry(place.image("b.jpg"), 2)});
    ASSERT_THAT(place.found(), IsEmpty());
    const size_t header = whole.find('\n') + 1;
    const size_t first = whole.find('\n', header) + 1;
    for (size_t length = 0; length < whole.size(); length += length < first ? 37 : 5) {
        place.leave(whole.substr(0, length));
        const auto found = place.found();
        if (length <= header) {
            EXPECT_THAT(found, IsEmpty()) << length;
            continue;
        }
        ASSERT_THAT(found, SizeIs(1)) << length;
        // A line without its end may be whole.
        EXPECT_EQ(found[0].edits, length < first - 1 ? 0 : length < whole.size() - 1 ? 1 : 2);
        EXPECT_LE(found[0].damaged_lines, 1);
    }
}

TEST(FindJournals, LeavesOutChangedLines) {
    Place place;
    std::string bytes =
        place.bytes_of({entry(place.image("a.jpg"), 1), entry(place.image("b.jpg"), 2),
                        entry(place.image("c.jpg"), 3)});
    bytes[bytes.find("b.jpg")] = 'x';
    place.leave(bytes + std::string("\0\xff\n{}\n{\"checksum\":\"", 19));
    const auto found = place.found();
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_EQ(found[0].edits, 2);
    EXPECT_EQ(found[0].damaged_lines, 4);
    EXPECT_EQ(found[0].pictures.count(place.image("c.jpg")), 1U);
}

TEST(FindJournals, ReadsOnWithoutAHeader) {
    Place place;
    std::string bytes = place.bytes_of({entry(place.image("a.jpg"), 1)});
    bytes[3] = '?';
    place.leave(bytes);
    ASSERT_THAT(place.found(), SizeIs(1));
    EXPECT_EQ(place.found()[0].edits, 1);
    EXPECT_EQ(place.found()[0].damaged_lines, 1);
}

TEST(FindJournals, PassesOverForeignFiles) {
    Place place;
    place.leave("a shopping list\n");
    place.leave(std::string(1 << 20, 'x'), ".labels.xml.rudolph-journal-3");
    place.leave("{}", ".labels.xml.rudolph-journal~");
    create_folder(place.dir / "faces/.labels.xml.rudolph-journal-2");
    fs::create_symlink(place.source, place.dir / "faces/.labels.xml.rudolph-journal-4");
    EXPECT_THAT(place.found(), IsEmpty());
    const auto journal = place.open();
    journal->record({entry(place.image("a.jpg"), 1)});
    journal->flush();
    EXPECT_EQ(journal->file().filename(), ".labels.xml.rudolph-journal-5");
    EXPECT_EQ(read_file(place.dir / "faces/.labels.xml.rudolph-journal"), "a shopping list\n");
    EXPECT_EQ(read_file(place.source), "<dataset/>");
}

TEST(FindJournals, TakesAChangeOfSchemeWholeOrNotAtAll) {
    Place place;
    LandmarkScheme scheme = numbered_points(3);
    scheme.title = "Drei Punkte";
    const std::string whole = place.bytes_of(
        {{{}, {}, scheme}, entry(place.image("a.jpg"), 1), entry(place.image("b.jpg"), 2)});
    place.leave(whole);
    ASSERT_THAT(place.found(), SizeIs(1));
    EXPECT_EQ(place.found()[0].scheme, scheme);
    EXPECT_EQ(place.found()[0].edits, 3);
    place.leave(whole.substr(0, whole.size() - 9));
    ASSERT_THAT(place.found(), SizeIs(1));
    EXPECT_FALSE(place.found()[0].scheme);
    EXPECT_THAT(place.found()[0].pictures, IsEmpty());
    EXPECT_EQ(place.found()[0].damaged_lines, 3);
}

}  // namespace
}  // namespace rudolph::test
