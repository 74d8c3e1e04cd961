#include "ui/session/scheme_store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <QFile>
#include <QSignalSpy>
#include <filesystem>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"
#include "ui/schemes/scheme_draft.h"

namespace rudolph {
namespace {

LandmarkScheme ears() {
    LandmarkScheme scheme;
    scheme.name = "öhren-2";
    scheme.title = "Ears, 2 points";
    scheme.point_names = {"left ear", "right ear"};
    scheme.reference = {{10, 20}, {90, 20}};
    return scheme;
}

struct SchemeStoreTest : testing::Test {
    QString folder() const { return toQString(dir / "schemes"); }
    test::TempDir dir;
};

TEST_F(SchemeStoreTest, KeepsThePersonsSchemesBesideThoseOfTheProgram) {
    SchemeStore store(folder());
    EXPECT_EQ(store.entries().size(), builtin_schemes().size());
    QSignalSpy changed(&store, &SchemeStore::changed);
    store.save(ears());
    EXPECT_EQ(changed.count(), 1);
    const SchemeStore again(folder());
    ASSERT_NE(again.find("öhren-2"), nullptr);
    EXPECT_EQ(again.find("öhren-2")->scheme, ears());
    EXPECT_FALSE(again.find("öhren-2")->built_in);
    EXPECT_TRUE(again.find("ibug-68")->built_in);
    EXPECT_TRUE(again.broken().empty());
}

TEST_F(SchemeStoreTest, WritesOverASchemeOfTheSameNameWhereverItsFileIs) {
    write_file(dir / "schemes" / "old name.json", to_json(ears()).dump());
    SchemeStore store(folder());
    LandmarkScheme changed = ears();
    changed.title = "Ears";
    store.save(changed);
    EXPECT_EQ(store.entries().size(), builtin_schemes().size() + 1);
    EXPECT_EQ(SchemeStore::read(toQString(dir / "schemes" / "old name.json")), changed);
}

TEST_F(SchemeStoreTest, ReportsFilesThatAreNoSchemes) {
    write_file(dir / "schemes" / "a.json", "{\"name\": 3");
    write_file(dir / "schemes" / "b.json", to_json(builtin_scheme("imm-58")).dump());
    write_file(dir / "schemes" / "c.json", to_json(ears()).dump());
    write_file(dir / "schemes" / "d.json", to_json(ears()).dump());
    write_file(dir / "schemes" / "notes.txt", "not looked at");
    const SchemeStore store(folder());
    ASSERT_EQ(store.broken().size(), 3U);
    EXPECT_TRUE(store.broken()[0].file.endsWith("a.json"));
    EXPECT_FALSE(store.broken()[0].what.isEmpty());
    EXPECT_TRUE(store.broken()[1].what.contains("comes with the program"));
    EXPECT_TRUE(store.broken()[2].what.contains("c.json"));
    EXPECT_NE(store.find("öhren-2"), nullptr);
}

TEST_F(SchemeStoreTest, RemovesOnlyThePersonsOwn) {
    SchemeStore store(folder());
    store.save(ears());
    EXPECT_THROW(store.remove("ibug-68"), Error);
    EXPECT_THROW(store.remove("none"), Error);
    store.remove("öhren-2");
    EXPECT_EQ(store.find("öhren-2"), nullptr);
    EXPECT_TRUE(std::filesystem::is_empty(dir / "schemes"));
}

TEST_F(SchemeStoreTest, NamesMustFitFilesAndNotHideTheProgramsOwn) {
    SchemeStore store(folder());
    for (const char* name : {"", "a/b", "..", ".hidden", "a b", "ibug-68"}) {
        LandmarkScheme scheme = ears();
        scheme.name = name;
        EXPECT_THROW(store.save(scheme), Error) << name;
    }
    EXPECT_FALSE(std::filesystem::exists(dir / "schemes"));
}

TEST_F(SchemeStoreTest, SaysThatAFolderCannotBeWritten) {
    if (geteuid() == 0)
        GTEST_SKIP() << "root may write everywhere";
    std::filesystem::create_directories(dir / "schemes");
    std::filesystem::permissions(
        dir / "schemes", std::filesystem::perms::owner_read | std::filesystem::perms::owner_exec);
    SchemeStore store(folder());
    EXPECT_THROW(store.save(ears()), Error);
    std::filesystem::permissions(dir / "schemes", std::filesystem::perms::owner_all);
}

/// Four points of a face: eyes, nose, mouth.
SchemeDraft smallDraft() {
    SchemeDraft draft;
    draft.scheme.name = "small";
    addPoint(draft, "left eye", Point(60, 50));
    addPoint(draft, "right eye", Point(141, 52));
    addPoint(draft, "nose", Point(101, 90));
    addPoint(draft, "mouth", Point(99, 140));
    draft.scheme.lines = {{"axis", {0, 2, 3}, false}};
    draft.scheme.nose_tip = 2;
    draft.scheme.normaliser = NormalisingDistance{"between the eyes", {0}, {1}};
    return draft;
}

std::vector<SchemePart> stops(const SchemeDraft& draft) {
    std::vector<SchemePart> parts;
    for (const SchemeProblem& problem : problemsOf(draft))
        if (problem.stops_saving)
            parts.push_back(problem.part);
    return parts;
}

TEST(SchemeDraft, SuggestsThePairsOfASymmetricFace) {
    for (const LandmarkScheme& scheme : builtin_schemes()) {
        if (!scheme.has_mirror_pairs)
            continue;
        SchemeDraft draft = draftOf(scheme);
        draft.scheme.mirror_pairs.clear();
        suggestPairs(draft);
        EXPECT_EQ(draft.scheme.mirror_permutation(), scheme.mirror_permutation()) << scheme.name;
    }
}

TEST(SchemeDraft, SuggestsTheRestOfWhatIsPaired) {
    SchemeDraft draft = smallDraft();
    EXPECT_EQ(suggestPairs(draft), 1);
    EXPECT_EQ(draft.scheme.mirror_pairs, (std::vector<std::pair<int, int>>{{0, 1}}));
    EXPECT_EQ(suggestPairs(draft), 0);
}

TEST(SchemeDraft, APairTakesItsPointsOutOfOthersAndPutsTheLeftOneFirst) {
    SchemeDraft draft = smallDraft();
    pairPoints(draft, 1, 0);
    EXPECT_EQ(draft.scheme.mirror_pairs, (std::vector<std::pair<int, int>>{{0, 1}}));
    pairPoints(draft, 1, 3);
    EXPECT_EQ(draft.scheme.mirror_pairs, (std::vector<std::pair<int, int>>{{3, 1}}));
    pairPoints(draft, 3, 3);
    EXPECT_TRUE(draft.scheme.mirror_pairs.empty());
    EXPECT_TRUE(draft.scheme.has_mirror_pairs);
}

TEST(SchemeDraft, RemovingAPointKeepsTheRestInPlace) {
    SchemeDraft draft = smallDraft();
    pairPoints(draft, 0, 1);
    removePoint(draft, 0);
    EXPECT_EQ(draft.scheme.point_names, (std::vector<std::string>{"right eye", "nose", "mouth"}));
    EXPECT_EQ(draft.scheme.lines[0].points, (std::vector<int>{1, 2}));
    EXPECT_TRUE(draft.scheme.mirror_pairs.empty());
    EXPECT_EQ(draft.scheme.nose_tip, 1);
    EXPECT_TRUE(draft.scheme.normaliser->from.empty());
    EXPECT_EQ(stops(draft), std::vector<SchemePart>{SchemePart::Measures});
    removePoint(draft, 1);
    EXPECT_EQ(draft.scheme.nose_tip, std::nullopt);
}

TEST(SchemeDraft, ReorderingKeepsTheMeaningOfEveryIndex) {
    SchemeDraft draft = smallDraft();
    pairPoints(draft, 0, 1);
    reorderPoints(draft, {3, 2, 1, 0});
    EXPECT_EQ(draft.scheme.point_names[0], "mouth");
    EXPECT_EQ(draft.places[0], Point(99, 140));
    EXPECT_EQ(draft.scheme.lines[0].points, (std::vector<int>{3, 1, 0}));
    EXPECT_EQ(draft.scheme.mirror_pairs, (std::vector<std::pair<int, int>>{{3, 2}}));
    EXPECT_EQ(draft.scheme.nose_tip, 1);
    EXPECT_EQ(draft.scheme.normaliser->to, std::vector<int>{2});
}

TEST(SchemeDraft, SurvivesItsScheme) {
    const SchemeDraft draft = smallDraft();
    const SchemeDraft again = draftOf(scheme_from_json(to_json(schemeOf(draft))));
    EXPECT_EQ(again.scheme.point_names, draft.scheme.point_names);
    const Point eyes = *again.places[1] - *again.places[0];
    EXPECT_NEAR(eyes.y / eyes.x, 2.0 / 81, 1e-6) << "the drawing keeps its shape";
    SchemeDraft unplaced = draft;
    unplaced.places[2].reset();
    EXPECT_TRUE(schemeOf(unplaced).reference.empty());
}

TEST(SchemeDraft, SaysWhatHasToBePutRight) {
    EXPECT_TRUE(problemsOf(smallDraft()).empty());
    EXPECT_EQ(stops({}), (std::vector<SchemePart>{SchemePart::Name, SchemePart::Points}));
    SchemeDraft draft = smallDraft();
    draft.scheme.point_names[3] = "nose";
    draft.scheme.lines.push_back({"dot", {1}, false});
    draft.scheme.normaliser->to = {0};
    EXPECT_EQ(stops(draft), (std::vector<SchemePart>{SchemePart::Points, SchemePart::Lines,
                                                     SchemePart::Measures}));
    draft = smallDraft();
    draft.places[1] = Point(70, 50);
    draft.scheme.mirror_pairs = {{0, 1}};
    draft.places[3].reset();
    EXPECT_TRUE(stops(draft).empty());
    EXPECT_FALSE(problemsOf(draft).empty());
}

}  // namespace
}  // namespace rudolph
