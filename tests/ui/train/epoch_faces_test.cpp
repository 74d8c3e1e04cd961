#include "ui/train/epoch_faces.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <set>

#include "ui/parts/face_strip.h"

namespace rudolph {
namespace {

struct EpochFacesTest : testing::Test {
    EpochFacesTest() {
        view.resize(700, 200);
        view.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&view));
    }

    /// Face i has an error of i + shift.
    void add(int epoch, int count = 20, double shift = 0) {
        std::vector<StripFace> faces;
        for (int i = 0; i < count; ++i) {
            StripFace face;
            face.result.sample_id = "face" + std::to_string(i);
            face.result.error_px = i + shift + epoch * 100;
            face.result.nme = face.result.error_px / 100;
            faces.push_back(face);
        }
        view.addEpoch(epoch, faces, {});
    }
    double firstError() { return view.strip()->faces().front().result.error_px; }

    EpochFaces view;
};

TEST_F(EpochFacesTest, FollowsTheLatestEpochUntilThePersonGoesBack) {
    add(1);
    add(2);
    EXPECT_EQ(view.shownEpoch(), 2);
    view.slider()->setFocus();
    QTest::keyClick(view.slider(), Qt::Key_Left);
    EXPECT_EQ(view.shownEpoch(), 1);
    EXPECT_DOUBLE_EQ(firstError(), 100);
    add(3);
    EXPECT_EQ(view.shownEpoch(), 1);
    QTest::keyClick(view.slider(), Qt::Key_End);
    add(4);
    EXPECT_EQ(view.shownEpoch(), 4);
}

TEST_F(EpochFacesTest, ShowsTheWorstOrTheBestFirst) {
    add(1);
    view.orderBox()->setCurrentIndex(1);
    EXPECT_DOUBLE_EQ(firstError(), 119);
    view.orderBox()->setCurrentIndex(2);
    EXPECT_DOUBLE_EQ(firstError(), 100);
}

TEST_F(EpochFacesTest, ARowShowsEveryViewOfTheValidationFacesOfImm) {
    std::vector<StripFace> faces;
    for (int i = 0; i < 48; ++i) {
        StripFace face;
        face.person = std::to_string(33 + i / 6);
        face.view = 1 + i % 6;
        face.result.sample_id = face.person + "-" + std::to_string(*face.view) + "m";
        face.result.nme = 0.01 * (i * 11 % 48);
        faces.push_back(face);
    }
    view.resize(1400, 200);
    view.addEpoch(1, faces, {});
    std::set<int> views;
    std::set<std::string> persons;
    double least = 1;
    double most = 0;
    ASSERT_GE(view.strip()->count(), 6);
    for (const StripFace& face : view.strip()->faces()) {
        views.insert(*face.view);
        persons.insert(face.person);
        least = std::min(least, face.result.nme);
        most = std::max(most, face.result.nme);
    }
    EXPECT_EQ(views.size(), 6U);
    EXPECT_GE(persons.size(), 6U);
    EXPECT_LT(least, 0.1);
    EXPECT_GT(most, 0.38);
}

TEST_F(EpochFacesTest, TurnsToMoreFaces) {
    add(1);
    const int row = view.strip()->count();
    ASSERT_GT(row, 1);
    ASSERT_LT(row, 20);
    view.orderBox()->setCurrentIndex(2);
    const auto buttons = view.findChildren<QToolButton*>();
    ASSERT_EQ(buttons.size(), 2);
    EXPECT_FALSE(buttons[0]->isEnabled());
    QTest::mouseClick(buttons[1], Qt::LeftButton);
    EXPECT_DOUBLE_EQ(firstError(), 100 + row);
    QTest::mouseClick(buttons[0], Qt::LeftButton);
    EXPECT_DOUBLE_EQ(firstError(), 100);
}

TEST_F(EpochFacesTest, ShowsWatchedFacesInTheirOrderAndSaysWhereThereAreNone) {
    add(1);
    view.setWatched({"face7", "elsewhere", "face3"});
    EXPECT_EQ(view.orderBox()->currentIndex(), 3);
    ASSERT_EQ(view.strip()->count(), 2);
    EXPECT_EQ(view.strip()->faces()[0].result.sample_id, "face7");
    EXPECT_EQ(view.strip()->faces()[1].result.sample_id, "face3");
    view.setWatched({"elsewhere"});
    EXPECT_EQ(view.strip()->count(), 0);
    EXPECT_TRUE(view.strip()->accessibleDescription().contains("None of the faces"));
    view.setWatched({});
    EXPECT_EQ(view.orderBox()->currentIndex(), 0);
    EXPECT_GT(view.strip()->count(), 2);
    // An epoch that lacks a face leaves it out.
    add(2, 30);
    view.setWatched({"face25"});
    EXPECT_EQ(view.strip()->count(), 1);
    view.slider()->setValue(0);
    EXPECT_EQ(view.strip()->count(), 0);
}

TEST_F(EpochFacesTest, AsksWhatCanBeDoneWithAFaceByMouseAndKeys) {
    add(1);
    view.orderBox()->setCurrentIndex(2);
    QSignalSpy asked(&view, &EpochFaces::menuRequested);
    QContextMenuEvent by_mouse(QContextMenuEvent::Mouse, {5, 5}, {50, 60});
    QApplication::sendEvent(view.strip(), &by_mouse);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked.front().at(0), "face0");
    EXPECT_EQ(asked.front().at(1), QPoint(50, 60));
    view.strip()->setFocus();
    QTest::keyClick(view.strip(), Qt::Key_Right);
    QTest::keyClick(view.strip(), Qt::Key_Right);
    EXPECT_TRUE(view.strip()->accessibleDescription().startsWith("face2: "));
    QContextMenuEvent by_key(QContextMenuEvent::Keyboard, {}, {});
    QApplication::sendEvent(view.strip(), &by_key);
    ASSERT_EQ(asked.size(), 2);
    EXPECT_EQ(asked.back().at(0), "face2");
}

TEST_F(EpochFacesTest, ThinsLongTrainingsOutButKeepsTheFirstAndTheLast) {
    for (int epoch = 1; epoch <= 1000; ++epoch)
        add(epoch, 2);
    EXPECT_LE(view.epochCount(), 201);
    EXPECT_EQ(view.shownEpoch(), 1000);
    view.slider()->setValue(0);
    EXPECT_EQ(view.shownEpoch(), 1);
}

TEST_F(EpochFacesTest, StandsNoFacesAndErrorsThatAreNone) {
    view.addEpoch(1, {}, {});
    view.orderBox()->setCurrentIndex(1);
    EXPECT_EQ(view.strip()->count(), 0);
    view.clear("later");
    StripFace face;
    face.result.error_px = face.result.nme = kNaN;
    view.addEpoch(1, {face, face, face}, {});
    view.orderBox()->setCurrentIndex(2);
    EXPECT_EQ(view.strip()->count(), 3);
}

}  // namespace
}  // namespace rudolph
