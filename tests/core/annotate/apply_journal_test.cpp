#include <gmock/gmock.h>

#include "core/annotate/apply_journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/file.h"
#include "tests/core/annotate/journal_entries.h"
#include "tests/core/formats/data_files.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Dataset dataset_of(const std::vector<JournalEntry>& pictures) {
    Dataset dataset;
    dataset.scheme = numbered_points(3);
    for (const JournalEntry& picture : pictures)
        dataset.samples.insert(dataset.samples.end(), picture.faces.begin(), picture.faces.end());
    return dataset;
}

JournalContents journal_of(const std::vector<JournalEntry>& pictures) {
    JournalContents contents;
    for (const JournalEntry& picture : pictures)
        contents.pictures[picture.image] = picture.faces;
    return contents;
}

TEST(ApplyJournal, PutsFacesInThePlaceOfThosesBefore) {
    Dataset dataset =
        dataset_of({entry("/d/a.jpg", 1), entry("/d/b.jpg", 1, 2), entry("/d/c.jpg", 1)});
    const int changed =
        apply_journal(journal_of({entry("/d/a.jpg", 5, 3), entry("/d/b.jpg", 6)}), dataset);
    EXPECT_EQ(changed, 2);
    EXPECT_EQ(test::ids(dataset), (std::vector<std::string>{"a", "a#2", "a#3", "b", "c"}));
    EXPECT_EQ(dataset.samples[0], entry("/d/a.jpg", 5).faces[0]);
    EXPECT_EQ(dataset.samples[3], entry("/d/b.jpg", 6).faces[0]);
    EXPECT_EQ(dataset.samples[4], entry("/d/c.jpg", 1).faces[0]);
}

TEST(ApplyJournal, CountsOnlyPicturesThatDiffer) {
    Dataset dataset = dataset_of({entry("/d/a.jpg", 1), entry("/d/b.jpg", 1)});
    const Dataset before = dataset;
    EXPECT_EQ(apply_journal(journal_of({entry("/d/b.jpg", 1)}), dataset), 0);
    EXPECT_EQ(dataset, before);
    EXPECT_EQ(apply_journal({}, dataset), 0);
    EXPECT_EQ(dataset, before);
}

TEST(ApplyJournal, KeepsWhatTheDataSetKnowsOfThePicture) {
    Dataset dataset = dataset_of({entry("/d/a.jpg", 1)});
    dataset.samples[0].image_size = {640, 480};
    dataset.samples[0].person = "somebody";
    EXPECT_EQ(apply_journal(journal_of({entry("/d/a.jpg", 1)}), dataset), 0);
    EXPECT_EQ(apply_journal(journal_of({entry("/d/a.jpg", 2)}), dataset), 1);
    EXPECT_EQ(dataset.samples[0].image_size, cv::Size(640, 480));
    EXPECT_EQ(dataset.samples[0].person, "somebody");
}

TEST(ApplyJournal, LeavesAPictureWithoutFacesInTheList) {
    Dataset dataset = dataset_of({entry("/d/a.jpg", 1, 2), entry("/d/b.jpg", 1)});
    EXPECT_EQ(apply_journal(journal_of({{"/d/a.jpg", {}, std::nullopt}}), dataset), 1);
    EXPECT_EQ(test::ids(dataset), (std::vector<std::string>{"a", "b"}));
    EXPECT_TRUE(dataset.samples[0].points_in_image.empty());
    EXPECT_FALSE(dataset.samples[0].box);
    EXPECT_EQ(dataset.samples[0].image, "/d/a.jpg");
}

TEST(ApplyJournal, AddsNewPicturesThatAreThere) {
    TempDir dir;
    write_file(dir / "new.jpg", "");
    Dataset dataset = dataset_of({entry(dir / "a.jpg", 1)});
    EXPECT_EQ(apply_journal(journal_of({entry(dir / "gone.jpg", 1), entry(dir / "new.jpg", 2, 2)}),
                            dataset),
              1);
    EXPECT_EQ(test::ids(dataset), (std::vector<std::string>{"a", "new", "new#2"}));
}

TEST(ApplyJournal, TakesTheSchemeThatAllFacesFit) {
    Dataset dataset = dataset_of({entry("/d/a.jpg", 1), entry("/d/b.jpg", 1)});
    JournalContents journal = journal_of({entry("/d/a.jpg", 2), entry("/d/b.jpg", 2)});
    for (auto& [image, faces] : journal.pictures)
        faces[0].points_in_image = Landmarks({{1, 2}, {3, 4}});
    journal.scheme = numbered_points(2);
    EXPECT_EQ(apply_journal(journal, dataset), 2);
    EXPECT_EQ(dataset.scheme.size(), 2);
    EXPECT_THAT(dataset.problems, IsEmpty());
}

TEST(ApplyJournal, NeverMixesSchemes) {
    Dataset dataset = dataset_of({entry("/d/a.jpg", 1), entry("/d/b.jpg", 1)});
    JournalContents journal = journal_of({entry("/d/a.jpg", 2)});
    journal.pictures["/d/a.jpg"][0].points_in_image = Landmarks({{1, 2}, {3, 4}});
    journal.scheme = numbered_points(2);
    const std::vector<Sample> before = dataset.samples;
    EXPECT_EQ(apply_journal(journal, dataset), 0);
    EXPECT_EQ(dataset.samples, before);
    EXPECT_EQ(dataset.scheme.size(), 3);
    ASSERT_THAT(dataset.problems, SizeIs(2));
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("scheme"));
    EXPECT_EQ(dataset.problems[1].sample_id, "a");
}

}  // namespace
}  // namespace rudolph::test
