#include "ui/cases/case_explorer.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QListView>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "core/base/random.h"
#include "core/geometry/shape.h"
#include "tests/support/turning_heads.h"
#include "ui/cases/case_error_face.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/scatter_chart.h"

namespace rudolph {
namespace {

struct CaseExplorerTest : testing::Test {
    CaseExplorerTest() {
        order.setSourceModel(&model);
        explorer.resize(900, 600);
        explorer.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&explorer));
    }

    /// Heads whose dark ones are off three times as much.
    CaseStudy darkFaces(int faces) {
        CaseStudy study;
        study.scheme = test::head_scheme();
        study.measured = true;
        Random random(1);
        std::vector<FaceResult> results;
        for (int i = 0; i < faces; ++i) {
            const Landmarks truth =
                test::photographed(test::turned_head(random.uniform(-30, 30)), random);
            const double brightness = random.uniform(30, 200);
            Landmarks predicted = truth;
            for (Point& point : predicted.points)
                point.x += random.uniform(1, 1.5) * (brightness < 60 ? 3 : 1);
            results.push_back(
                face_result("f" + std::to_string(i), predicted, truth, 60, {}, {80, 60}));
            study.truth.cases.push_back({results.back(), "", "", {}});
            study.attributes.push_back({{brightness, 30}, {0, 0, 100}});
        }
        study.states.resize(results.size());
        study.mean = study.truth.cases.front().result.truth_in_image;
        study.findings = diagnose(results, study.attributes, study.scheme);
        return study;
    }
    void show(const CaseStudy& study) {
        RunCases cases;
        cases.cases = study.truth.cases;
        cases.scheme = study.scheme;
        model.setCases(cases);
        auto summed = std::make_shared<CaseStudy>(study);
        sumUp(*summed);
        explorer.setStudy(summed);
        QTest::qWait(120);
    }

    ScatterChart* scatter(Attribute attribute) {
        return explorer.findChild<ScatterChart*>(
            QStringLiteral("scatter %1").arg(static_cast<int>(attribute)));
    }
    ScatterChart& distribution() { return *explorer.findChild<ScatterChart*>("distribution"); }
    QListView& strip() { return *explorer.findChild<QListView*>("strip"); }

    CaseListModel model;
    CaseOrder order;
    CaseExplorer explorer{&model, &order};
};

TEST_F(CaseExplorerTest, ChoosesTheFacesThatASentenceIsAbout) {
    const CaseStudy study = darkFaces(200);
    show(study);
    auto* verdict = explorer.findChild<QListWidget*>("verdict");
    ASSERT_EQ(verdict->count(), 1);
    EXPECT_TRUE(verdict->item(0)->text().contains("Faces darker than 60 are off"));
    QSignalSpy chosen(&explorer, &CaseExplorer::chosenChanged);
    QTest::mouseClick(verdict->viewport(), Qt::LeftButton, {},
                      verdict->visualItemRect(verdict->item(0)).center());
    ASSERT_EQ(chosen.size(), 1);
    const auto rows = chosen.front().front().value<QVector<int>>();
    EXPECT_EQ(static_cast<size_t>(rows.size()), study.findings.front().rows.size());
    for (const int row : rows)
        EXPECT_LT(study.attributes[static_cast<size_t>(row)].light.brightness, 60);
    EXPECT_EQ(scatter(Attribute::Brightness)->selection(), rows);
    EXPECT_TRUE(verdict->item(0)->isSelected());
    // Another choice is not what the sentence says.
    explorer.setChosen({1});
    EXPECT_FALSE(verdict->item(0)->isSelected());
}

TEST_F(CaseExplorerTest, SetsAllChartsSideBySideWhereThereIsRoom) {
    show(darkFaces(40));
    EXPECT_TRUE(scatter(Attribute::Yaw)->isVisible());
    EXPECT_FALSE(scatter(Attribute::Size)->isVisible());
    EXPECT_FALSE(strip().isVisible());
    explorer.resize(1500, 900);
    for (int i = 0; i < kAttributes; ++i)
        EXPECT_TRUE(scatter(static_cast<Attribute>(i))->isVisible());
    EXPECT_TRUE(strip().isVisible());
    explorer.resize(900, 600);
    EXPECT_FALSE(scatter(Attribute::Size)->isVisible());
}

TEST_F(CaseExplorerTest, ReadsOutTheErrorOfALandmark) {
    show(darkFaces(40));
    auto* face = explorer.findChild<CaseErrorFace*>();
    QTest::mouseMove(face, face->placeOf(7).toPoint());
    EXPECT_TRUE(face->readout().startsWith("nose tip: ")) << face->readout().toStdString();
    QTest::mouseMove(face, {1, 1});
    EXPECT_TRUE(face->readout().isEmpty());
    face->setFocus();
    QTest::keyClick(face, Qt::Key_Right);
    EXPECT_TRUE(face->readout().startsWith("jaw left: "));
    QTest::keyClick(face, Qt::Key_Left);
    EXPECT_TRUE(face->readout().startsWith("mouth: "));
}

TEST_F(CaseExplorerTest, IsEmptyAgainAndStandsFacesWithoutFigures) {
    show(darkFaces(40));
    explorer.clear();
    EXPECT_TRUE(distribution().isEmpty());
    EXPECT_TRUE(scatter(Attribute::Yaw)->isEmpty());
    EXPECT_EQ(explorer.findChild<BarChart*>()->barCount(), 0);
    show({});
    CaseStudy study = darkFaces(1);
    study.attributes.front() = {};
    study.truth.cases.front().result.nme = kNaN;
    show(study);
    EXPECT_TRUE(scatter(Attribute::Yaw)->isEmpty());
    EXPECT_FALSE(distribution().isEmpty());
    EXPECT_FALSE(explorer.grab().isNull());
}

}  // namespace
}  // namespace rudolph
