#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <fstream>

#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/models/problem_model.h"
#include "ui/models/sample_filter.h"
#include "ui/models/sample_list_model.h"

namespace rudolph {
namespace {

constexpr int kWaitMs = 20000;

/// Persons 1, 2 and 33 in views 1 and 3; the last file is cut off.
std::shared_ptr<const Dataset> drawnImm(const std::filesystem::path& folder) {
    for (const int person : {1, 2, 33})
        for (const int view : {1, 3})
            test::write_drawn_imm_face(folder, person, view);
    test::write_drawn_imm_face(folder, 34, 1);
    std::ofstream(folder / "34-1m.asf") << "58\n0 4 0.5\n";
    return std::make_shared<const Dataset>(open_dataset(folder));
}

std::vector<std::string> idsOf(const SampleFilter& filter) {
    std::vector<std::string> ids;
    for (int row = 0; row < filter.rowCount(); ++row)
        ids.push_back(filter.index(row, 0).data().toString().toStdString());
    return ids;
}

class SampleModels : public testing::Test {
protected:
    SampleModels() {
        filter.setSourceModel(&faces);
        dataset = drawnImm(dir.path());
        faces.setDataset(dataset, make_split(*dataset, {}));
    }

    test::TempDir dir;
    ThumbnailLoader thumbnails{32};
    SampleListModel faces{&thumbnails};
    SampleFilter filter;
    std::shared_ptr<const Dataset> dataset;
};

TEST_F(SampleModels, KeepTheRulesOfQtModels) {
    const auto fatal = QAbstractItemModelTester::FailureReportingMode::Fatal;
    const QAbstractItemModelTester faces_tester(&faces, fatal);
    const QAbstractItemModelTester filter_tester(&filter, fatal);
    ProblemModel problems;
    const QAbstractItemModelTester problems_tester(&problems, fatal);
    problems.setDataset(dataset);
    filter.setQuery({.text = "01", .person = {}, .view = {}, .side = {}});
    filter.setQuery({});
    faces.setDataset(nullptr, {});
    problems.setDataset(nullptr);
    EXPECT_EQ(faces.rowCount(), 0);
    faces.setDataset(dataset, {});
    EXPECT_EQ(faces.rowCount(), 6);
}

TEST_F(SampleModels, SayPersonViewAndSide) {
    const QModelIndex first = faces.index(0);
    EXPECT_EQ(first.data().toString(), "01-1m");
    EXPECT_EQ(first.data(SampleListModel::SummaryRole).toString(), "person 01 · view 1 · training");
    const QModelIndex last = faces.index(5);
    EXPECT_EQ(last.data(SampleListModel::SummaryRole).toString(),
              "person 33 · view 3 · validation");
}

TEST_F(SampleModels, LoadThumbnailsInTheBackground) {
    QSignalSpy changed(&faces, &QAbstractItemModel::dataChanged);
    EXPECT_TRUE(faces.index(2).data(Qt::DecorationRole).isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !changed.isEmpty(); }, kWaitMs));
    EXPECT_EQ(changed.first().first().toModelIndex().row(), 2);
    const auto image = faces.index(2).data(Qt::DecorationRole).value<QImage>();
    EXPECT_EQ(image.size(), QSize(32, 24));
    EXPECT_EQ(thumbnails.fullSize(faces.sample(2).image), QSize(160, 120));
}

TEST_F(SampleModels, FilterByTextPersonViewAndSide) {
    using testing::ElementsAre;
    using testing::IsEmpty;
    SampleQuery query;
    const auto idsFor = [&] {
        filter.setQuery(query);
        return idsOf(filter);
    };
    query.text = "33";
    EXPECT_THAT(idsFor(), ElementsAre("33-1m", "33-3m"));
    query.text = "3M 0";
    EXPECT_THAT(idsFor(), ElementsAre("01-3m", "02-3m"));
    query = {};
    query.person = "02";
    EXPECT_THAT(idsFor(), ElementsAre("02-1m", "02-3m"));
    query.view = 3;
    EXPECT_THAT(idsFor(), ElementsAre("02-3m"));
    query.side = SplitSide::Validation;
    EXPECT_THAT(idsFor(), IsEmpty());
    query.person.reset();
    EXPECT_THAT(idsFor(), ElementsAre("33-3m"));
}

TEST_F(SampleModels, LongListsAreFilteredAlike) {
    auto many = std::make_shared<Dataset>(*dataset);
    for (int i = 0; i < 12000; ++i) {
        many->samples.push_back(dataset->samples[0]);
        many->samples.back().id = "copy-" + std::to_string(i);
    }
    faces.setDataset(many, {});
    SampleQuery query;
    query.text = "copy-1199";
    filter.setQuery(query);
    EXPECT_EQ(filter.rowCount(), 11);
    filter.setQuery({});
    EXPECT_EQ(filter.rowCount(), 12006);
}

TEST_F(SampleModels, ProblemsSayWhereAndWhat) {
    ProblemModel problems;
    problems.setDataset(dataset);
    ASSERT_EQ(problems.rowCount(), 1);
    EXPECT_THAT(problems.index(0).data().toString().toStdString(), testing::HasSubstr("34-1m.asf"));
    EXPECT_THAT(problems.line(0).toStdString(), testing::StartsWith(dir.path().string()));
}

TEST(ThumbnailLoader, GivesNothingForABrokenPictureAndAsksOnlyOnce) {
    const test::TempDir dir;
    std::ofstream(dir / "broken.jpg") << "no picture";
    ThumbnailLoader loader(32);
    QSignalSpy loaded(&loader, &ThumbnailLoader::loaded);
    EXPECT_TRUE(loader.thumbnail(dir / "broken.jpg").isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return !loaded.isEmpty(); }, kWaitMs));
    EXPECT_TRUE(loader.thumbnail(dir / "broken.jpg").isNull());
    QTest::qWait(50);
    EXPECT_EQ(loaded.size(), 1);
}

TEST(ThumbnailLoader, MayGoWhileItLoads) {
    const test::TempDir dir;
    for (int i = 0; i < 20; ++i)
        test::write_drawn_face(dir.path(), std::to_string(i));
    ThumbnailLoader loader(32);
    for (int i = 0; i < 20; ++i)
        loader.thumbnail(dir / (std::to_string(i) + ".png"));
}

}  // namespace
}  // namespace rudolph
