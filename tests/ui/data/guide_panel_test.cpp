#include "ui/data/guide_panel.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>
#include <cmath>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "ui/data/guide_face.h"

namespace rudolph {
namespace {

/// The panel in a side bar of 260 px.
class GuidePanelTest : public testing::TestWithParam<std::string> {
protected:
    GuidePanelTest() {
        panel_.setScheme(scheme_);
        panel_.setFace(partOf(3));
        panel_.resize(260, 400);
        panel_.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel_));
    }
    /// A face of which the first points are placed.
    Landmarks partOf(int placed) const {
        Landmarks face = reference_shape(scheme_);
        for (int i = placed; i < face.size(); ++i)
            face.visibility[static_cast<size_t>(i)] = Visibility::NotLabelled;
        return face;
    }
    QPoint placeOf(int point) { return face_->placeOf(point)->toPoint(); }

    QString headline() { return panel_.findChild<QLabel*>("headline")->text(); }

    LandmarkScheme scheme_ = builtin_scheme(GetParam());
    GuidePanel panel_;
    GuideFace* face_ = panel_.findChild<GuideFace*>();
};

TEST_P(GuidePanelTest, NamesTheNextPoint) {
    panel_.setNextPoint(36);
    EXPECT_EQ(headline(), QString("Next: %1 · 37 of %2")
                              .arg(QString::fromStdString(scheme_.point_names[36]))
                              .arg(scheme_.size()));
    panel_.setNextPoint({});
    panel_.setSelection({4});
    EXPECT_EQ(headline(), QString("%1 · 5 of %2")
                              .arg(QString::fromStdString(scheme_.point_names[4]))
                              .arg(scheme_.size()));
    panel_.setSelection({});
    panel_.setFace(reference_shape(scheme_));
    EXPECT_EQ(headline(), "All points are placed.");
}

TEST_P(GuidePanelTest, EveryPointLiesInsideAndHasRoomOfItsOwn) {
    for (int i = 0; i < scheme_.size(); ++i) {
        const auto place = face_->placeOf(i);
        ASSERT_TRUE(place);
        EXPECT_TRUE(face_->rect().adjusted(8, 8, -8, -8).contains(place->toPoint())) << i;
        for (int k = 0; k < i; ++k) {
            const QPointF apart = *place - *face_->placeOf(k);
            EXPECT_GT(std::hypot(apart.x(), apart.y()), 2.5) << i << " and " << k;
        }
    }
}

TEST_P(GuidePanelTest, AClickChoosesThePoint) {
    QSignalSpy chosen(&panel_, &GuidePanel::pointChosen);
    for (const int point : {0, 8, 30, scheme_.size() - 1})
        QTest::mouseClick(face_, Qt::LeftButton, {}, placeOf(point));
    ASSERT_EQ(chosen.count(), 4);
    EXPECT_EQ(chosen[0][0].toInt(), 0);
    EXPECT_EQ(chosen[1][0].toInt(), 8);
    EXPECT_EQ(chosen[2][0].toInt(), 30);
    EXPECT_EQ(chosen[3][0].toInt(), scheme_.size() - 1);
    QTest::mouseClick(face_, Qt::LeftButton, {}, {2, 2});
    EXPECT_EQ(chosen.count(), 4);
}

TEST_P(GuidePanelTest, TheCursorFindsPoints) {
    QTest::mouseMove(face_, placeOf(8));
    EXPECT_EQ(face_->hovered(), 8);
    QTest::mouseMove(face_, {2, 2});
    EXPECT_EQ(face_->hovered(), std::nullopt);
}

TEST_P(GuidePanelTest, ArrowKeysGoFromPointToPoint) {
    QSignalSpy chosen(&panel_, &GuidePanel::pointChosen);
    QObject::connect(&panel_, &GuidePanel::pointChosen, &panel_, &GuidePanel::setNextPoint);
    QTest::keyClick(face_, Qt::Key_Right);
    QTest::keyClick(face_, Qt::Key_Right);
    QTest::keyClick(face_, Qt::Key_Left);
    QTest::keyClick(face_, Qt::Key_Left);
    ASSERT_EQ(chosen.count(), 4);
    EXPECT_EQ(chosen[1][0].toInt(), 1);
    EXPECT_EQ(chosen[3][0].toInt(), 0);
}

TEST_P(GuidePanelTest, ShowsTheMeanOfTheDataSetAndFillsItsGaps) {
    const QPointF before = *face_->placeOf(8);
    Landmarks mean = reference_shape(scheme_);
    for (Point& point : mean.points)
        point = point * 100 + Point(300, 200);
    mean.points[0].y -= 40;
    mean.visibility[8] = Visibility::NotLabelled;
    panel_.setReference(mean);
    ASSERT_TRUE(face_->placeOf(8));
    EXPECT_NEAR(face_->placeOf(8)->x(), before.x(), 12);
    panel_.setReference(Landmarks({{1, 2}}));
    EXPECT_TRUE(face_->placeOf(8)) << "not a shape of this scheme";
}

INSTANTIATE_TEST_SUITE_P(Schemes, GuidePanelTest, testing::Values("ibug-68", "imm-58"),
                         [](const auto& suite) {
                             return suite.param == "imm-58" ? std::string("Imm58")
                                                            : std::string("Ibug68");
                         });

TEST(GuidePanel, ShowsPlacedNextAndComingPointsDifferently) {
    LandmarkScheme scheme;
    scheme.point_names = {"placed", "next", "coming", "coming too"};
    GuidePanel panel;
    panel.setScheme(scheme);
    panel.setReference(Landmarks({{0, 0}, {10, 0}, {0, 10}, {10, 10}}));
    Landmarks face({{5, 5}, {0, 0}, {0, 0}, {0, 0}});
    for (const size_t i : {1U, 2U, 3U})
        face.visibility[i] = Visibility::NotLabelled;
    panel.setFace(face);
    panel.setNextPoint(1);
    panel.resize(260, 360);
    auto* drawn = panel.findChild<GuideFace*>();
    const QImage image = drawn->grab().toImage();
    const auto colour = [&](int point) {
        return image.pixelColor(drawn->placeOf(point)->toPoint());
    };
    EXPECT_GT(colour(0).green(), colour(0).red() + 40);
    EXPECT_GT(colour(1).red(), colour(1).blue() + 40);
    EXPECT_EQ(colour(2), panel.palette().color(QPalette::Base));
}

TEST(GuidePanel, SaysSoWithoutAScheme) {
    GuidePanel panel;
    const auto* headline = panel.findChild<QLabel*>("headline");
    EXPECT_TRUE(headline->text().contains("no landmark scheme"));
    panel.setScheme({});
    panel.setFace({});
    panel.setNextPoint(3);
    panel.resize(260, 300);
    EXPECT_FALSE(panel.grab().isNull());
    panel.setScheme(builtin_scheme("ibug-68"));
    EXPECT_FALSE(headline->text().contains("no landmark scheme"));
}

}  // namespace
}  // namespace rudolph
