#include "ui/cases/case_list_model.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

CasePrediction caseOf(const std::string& id, double error_px,
                      const std::filesystem::path& image = {}) {
    CasePrediction result;
    result.result.sample_id = id;
    result.result.truth_in_image = Landmarks({{40, 30}, {80, 60}});
    result.result.predicted_in_image = Landmarks({{41, 30}, {80, 62}});
    result.result.error_px = error_px;
    result.result.nme = error_px / 100;
    result.person = id.substr(0, 2);
    result.view = 1;
    result.image = image;
    return result;
}

RunCases threeCases() {
    RunCases cases;
    cases.run.summary.normaliser = "inter-ocular";
    cases.cases = {caseOf("33-1m", 5), caseOf("34-2f", 2), caseOf("35-3m", 9)};
    cases.scheme = numbered_points(2);
    return cases;
}

QStringList namesIn(const QAbstractItemModel& model) {
    QStringList names;
    for (int row = 0; row < model.rowCount(); ++row)
        names << model.index(row, 0).data(CaseListModel::SearchRole).toString().left(5);
    return names;
}

TEST(CaseListModel, IsAProperModelWhateverItHolds) {
    CaseListModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setCases(threeCases());
    EXPECT_EQ(model.rowCount(), 3);
    model.clear();
    EXPECT_EQ(model.rowCount(), 0);
}

TEST(CaseListModel, WritesErrorsAsPixelsAndPercent) {
    CaseListModel model;
    RunCases cases = threeCases();
    cases.cases[1].result.nme = kNaN;
    model.setCases(cases);
    EXPECT_EQ(model.index(0).data().toString(), "5.0 px · 5.00 %");
    EXPECT_EQ(model.index(1).data().toString(), "2.0 px");
    EXPECT_TRUE(model.index(0).data(Qt::ToolTipRole).toString().contains("inter-ocular"));
}

TEST(CaseListModel, LoadsPicturesInTheBackgroundAndSaysWhen) {
    const test::TempDir folder;
    test::write_drawn_face(folder.path(), "gesicht-ä");
    CaseListModel model;
    RunCases cases = threeCases();
    cases.cases[0].image = folder / "gesicht-ä.png";
    cases.cases[1].image = folder / "missing.png";
    model.setCases(cases);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    EXPECT_TRUE(model.thumbnail(0).image.isNull());
    EXPECT_TRUE(model.thumbnail(1).image.isNull());
    ASSERT_TRUE(QTest::qWaitFor([&] { return changed.size() >= 2; }, 10000));
    EXPECT_FALSE(model.thumbnail(0).image.isNull());
    EXPECT_TRUE(model.thumbnail(0).crop_in_image.contains(QRectF(40, 30, 40, 30)));
    EXPECT_FALSE(model.isBroken(0));
    EXPECT_TRUE(model.isBroken(1));
}

TEST(CaseOrder, SortsWorstOrBestFirst) {
    CaseListModel model;
    CaseOrder order;
    const QAbstractItemModelTester tester(&order,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    order.setSourceModel(&model);
    model.setCases(threeCases());
    EXPECT_EQ(namesIn(order), QStringList({"35-3m", "33-1m", "34-2f"}));
    order.setRank(CaseRank::BestFirst);
    EXPECT_EQ(namesIn(order), QStringList({"34-2f", "33-1m", "35-3m"}));
}

TEST(CaseOrder, FindsFacesByAllWords) {
    CaseListModel model;
    CaseOrder order;
    order.setSourceModel(&model);
    RunCases cases = threeCases();
    cases.cases[2].view = 4;
    model.setCases(cases);
    order.setQuery({.text = "view 1"});
    EXPECT_EQ(order.rowCount(), 2);
    order.setQuery({.text = "34 VIEW 1"});
    EXPECT_EQ(namesIn(order), QStringList("34-2f"));
    order.setQuery({.text = "nobody"});
    EXPECT_EQ(order.rowCount(), 0);
    order.setQuery({.text = ""});
    EXPECT_EQ(order.rowCount(), 3);
}

TEST(CaseOrder, FiltersByPersonViewStateAndError) {
    CaseListModel model;
    CaseOrder order;
    const QAbstractItemModelTester tester(&order,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    order.setSourceModel(&model);
    RunCases cases = threeCases();
    cases.cases[2].view = 4;
    model.setCases(cases);
    model.setTruth(cases.cases, {}, {FaceState::Done, std::nullopt, FaceState::Doubtful});
    order.setQuery({.person = "34"});
    EXPECT_EQ(namesIn(order), QStringList("34-2f"));
    order.setQuery({.view = 4});
    EXPECT_EQ(namesIn(order), QStringList("35-3m"));
    order.setQuery({.state = FaceState::Done});
    EXPECT_EQ(namesIn(order), QStringList("33-1m"));
    order.setQuery({.least_error = 0.05});
    EXPECT_EQ(namesIn(order), QStringList({"35-3m", "33-1m"}));
    order.setQuery({.least_error = 0.03, .most_error = 0.05});
    EXPECT_EQ(namesIn(order), QStringList("33-1m"));
    order.setQuery({});
    EXPECT_EQ(order.rowCount(), 3);
}

TEST(CaseOrder, ShowsFacesOfUnknownErrorOnlyInTheWholeRange) {
    CaseListModel model;
    CaseOrder order;
    order.setSourceModel(&model);
    RunCases cases = threeCases();
    cases.cases[1].result.nme = cases.cases[1].result.error_px = kNaN;
    model.setCases(cases);
    EXPECT_EQ(order.rowCount(), 3);
    order.setQuery({.most_error = 1});
    EXPECT_EQ(order.rowCount(), 2);
}

TEST(CaseOrder, ShowsChosenFacesOnlyUntilNoneAre) {
    CaseListModel model;
    CaseOrder order;
    order.setSourceModel(&model);
    model.setCases(threeCases());
    order.setChosen({0, 2});
    EXPECT_EQ(namesIn(order), QStringList({"35-3m", "33-1m"}));
    order.setQuery({.text = "33"});
    EXPECT_EQ(namesIn(order), QStringList("33-1m"));
    order.setChosen({});
    order.setQuery({.text = {}});
    EXPECT_EQ(order.rowCount(), 3);
}

TEST(CaseListModel, SortsAgainAndMarksFacesWhoseTruthWasMended) {
    CaseListModel model;
    CaseOrder order;
    order.setSourceModel(&model);
    const RunCases cases = threeCases();
    model.setCases(cases);
    const int before = model.generation();
    auto mended = cases.cases;
    mended[2].result.error_px = 1;
    mended[2].result.nme = 0.01;
    model.setTruth(mended, {2}, std::vector<std::optional<FaceState>>(3));
    EXPECT_EQ(namesIn(order), QStringList({"33-1m", "34-2f", "35-3m"}));
    EXPECT_TRUE(model.index(2).data().toString().endsWith("mended"));
    EXPECT_FALSE(model.index(0).data().toString().contains("mended"));
    EXPECT_GT(model.generation(), before);
    EXPECT_EQ(model.rowOf("34-2f"), 1);
    EXPECT_EQ(model.rowOf("nobody"), -1);
    // Another run has been opened meanwhile.
    model.setTruth({}, {}, {});
    EXPECT_EQ(model.rowCount(), 3);
}

TEST(FaceCrop, ShowsAFaceWithSomeRoomOrThePlaceAboutAPoint) {
    const QRectF face = faceCrop({100, 100, 200, 160}, {640, 480});
    EXPECT_EQ(face, QRectF(51, 31, 300, 300));
    EXPECT_EQ(faceCrop({100, 100, 20, 10}, {640, 480}).width(), 30) << "of a crowd, too";
    const QRectF point = faceCrop({320, 240, 0, 0}, {640, 480});
    EXPECT_EQ(point.size(), QSizeF(288, 288));
    EXPECT_TRUE(point.contains(320, 240));
}

TEST(CaseListModel, OfAStudySaysHowMuchFacesVaryAndSortsByIt) {
    CaseListModel model;
    RunCases cases;
    for (int i = 0; i < 3; ++i) {
        CasePrediction face;
        face.result.sample_id = std::to_string(i);
        face.result.error_px = 3 - i;
        face.result.nme = (3 - i) / 100.0;
        cases.cases.push_back(face);
    }
    auto study = std::make_shared<CaseStudy>();
    study->deviations = {0.001, 0.02, kNaN};
    cases.study = study;
    cases.repeats = std::make_shared<const StudyEntry>();
    model.setCases(cases);
    EXPECT_TRUE(model.isOfStudy());
    EXPECT_EQ(model.index(1).data().toString(), "2.00 ± 2.00 %");
    CaseOrder order;
    order.setSourceModel(&model);
    EXPECT_EQ(order.mapToSource(order.index(0, 0)).row(), 0);
    order.setRank(CaseRank::MostVariedFirst);
    QVector<int> rows;
    for (int place = 0; place < 3; ++place)
        rows << order.mapToSource(order.index(place, 0)).row();
    EXPECT_EQ(rows, QVector<int>({1, 0, 2}));
}

}  // namespace
}  // namespace rudolph
