#include "ui/photos/photo_live.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QSlider>
#include <QToolButton>

#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

/// A camera whose frames a test makes.
class FakeCamera : public CameraSource {
public:
    struct State {
        QStringList names = {QStringLiteral("Webcam")};
        std::function<void(const QImage&)> frame;
        std::function<void(const QString&)> failed;
        bool on = false;
    };
    explicit FakeCamera(std::shared_ptr<State> state) : state_(std::move(state)) {}
    QStringList names() override { return state_->names; }
    void start(int, std::function<void(const QImage&)> frame,
               std::function<void(const QString&)> failed) override {
        state_->frame = std::move(frame);
        state_->failed = std::move(failed);
        state_->on = true;
    }
    void stop() override { state_->on = false; }

private:
    std::shared_ptr<State> state_;
};

struct PhotoLiveTest : test::PhotoFixture {
    PhotoLive& live() { return *find<PhotoLive>(); }
    LivePlayer& player() { return live().player(); }
    QToolButton* playButton() { return find<QToolButton>("play"); }
    QPushButton* takeButton() { return find<QPushButton>("take frame"); }
    QSlider* slider() { return live().findChild<QSlider*>(); }
    QString status() { return find<QLabel>("live status")->text(); }
    void openVideo() {
        std::ofstream(folder / "photos" / "walk.avi") << "video";
        drop({folder / "photos" / "walk.avi"});
        waitForFrame();
    }
    void waitForFrame() {
        ASSERT_TRUE(waitFor([&] { return player().shown().has_value(); }))
            << live().view()->message().toStdString();
    }
    double noseNow() { return player().shown()->reading.faces.at(0).points_in_image.points[2].x; }
};

TEST_F(PhotoLiveTest, ShowsTheFirstFrameOfAVideo) {
    openVideo();
    EXPECT_TRUE(live().isVisible());
    EXPECT_FALSE(player().isPlaying());
    EXPECT_EQ(player().shown()->seconds, 0);
    ASSERT_EQ(player().shown()->reading.faces.size(), 1U);
    EXPECT_EQ(slider()->maximum(), 3000);
    EXPECT_EQ(status(), "1 face");
    EXPECT_EQ(page.statusLine(), "1 video");
}

TEST_F(PhotoLiveTest, PlaysToTheEndAndAgain) {
    live().setFocus();
    openVideo();
    const double nose = noseNow();
    QTest::mouseClick(playButton(), Qt::LeftButton);
    EXPECT_TRUE(player().isPlaying());
    ASSERT_TRUE(waitFor([&] { return !player().isPlaying(); }));
    EXPECT_NEAR(player().shown()->seconds, 2.9, 0.2);
    EXPECT_GT(noseNow(), nose + 100) << "the points have gone with the face";
    QTest::mouseClick(playButton(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return player().shown() && player().shown()->seconds < 1; }));
    QTest::mouseClick(playButton(), Qt::LeftButton);
    EXPECT_FALSE(player().isPlaying());
}

TEST_F(PhotoLiveTest, GoesToAPlaceForwardsAndBack) {
    openVideo();
    const auto at = [&](double seconds) {
        return waitFor([&] { return std::abs(player().shown()->seconds - seconds) < 0.06; });
    };
    slider()->setValue(2000);
    EXPECT_TRUE(at(2));
    slider()->setValue(500);
    EXPECT_TRUE(at(0.5));
    EXPECT_NEAR(noseNow(), 60 + 5 * 4, 4);
}

TEST_F(PhotoLiveTest, AVideoIsLookedAtWithTheNetworkThatATrainingHasNow) {
    const test::TrainedRun run(folder / "trained");
    run.writeBest(34);
    setModel(run.model());
    openVideo();
    const auto nose = [&] {
        return player().shown()->reading.faces.at(0).points_in_image.points[2].y;
    };
    const double first = nose();
    run.writeBest(40);
    EXPECT_TRUE(waitFor([&] { return nose() > first + 2; })) << "the frame that stands still";
    QTest::mouseClick(playButton(), Qt::LeftButton);
    run.writeBest(46);
    EXPECT_TRUE(waitFor([&] { return nose() > first + 6; })) << "the frames that are played";
}

TEST_F(PhotoLiveTest, AVideoGoesOnWithAnotherModelWhereOneIsBroken) {
    setModel("broken");
    std::ofstream(folder / "photos" / "walk.avi") << "video";
    drop({folder / "photos" / "walk.avi"});
    ASSERT_TRUE(
        waitFor([&] { return live().view()->message().startsWith("This model is broken"); }));
    setModel("face68");
    waitForFrame();
}

TEST_F(PhotoLiveTest, AFrameBecomesAPhotograph) {
    openVideo();
    QTest::mouseClick(takeButton(), Qt::LeftButton);
    ASSERT_EQ(photos().rowCount(), 2);
    settle();
    EXPECT_EQ(entry(1).reading.faces.size(), 1U);
    EXPECT_TRUE(current()->isVideo()) << "the video goes on";
    EXPECT_EQ(entry(1).file, folder / "frames" / "walk-1.png");
}

TEST_F(PhotoLiveTest, ABrokenVideoSaysWhy) {
    std::ofstream(folder / "photos" / "broken.avi") << "no video";
    drop({folder / "photos" / "broken.avi"});
    ASSERT_TRUE(waitFor([&] {
        return live().view()->message().contains("This is no video") ||
               live().view()->message().contains("this is no video");
    })) << live().view()->message().toStdString();
    EXPECT_FALSE(takeButton()->isEnabled());
}

TEST_F(PhotoLiveTest, WithoutACameraTheButtonSaysSo) {
    auto state = std::make_shared<FakeCamera::State>();
    state->names.clear();
    QSignalSpy found(&player(), &LivePlayer::camerasFound);
    player().setCameras(std::make_unique<FakeCamera>(state));
    ASSERT_TRUE(found.wait(kWaitMs));
    EXPECT_FALSE(action("Camera")->isEnabled());
    EXPECT_TRUE(action("Camera")->toolTip().startsWith("This machine has no camera."));
}

TEST_F(PhotoLiveTest, ShowsTheCameraWithPointsMirrored) {
    auto state = std::make_shared<FakeCamera::State>();
    QSignalSpy found(&player(), &LivePlayer::camerasFound);
    player().setCameras(std::make_unique<FakeCamera>(state));
    ASSERT_TRUE(found.wait(kWaitMs));
    ASSERT_TRUE(action("Camera")->isEnabled());
    action("Camera")->trigger();
    ASSERT_TRUE(state->on);
    EXPECT_EQ(emptyState(), nullptr);
    const cv::Mat frame = test::discs({{80, 120}}, 40, {320, 240});
    QImage image(frame.data, frame.cols, frame.rows, static_cast<qsizetype>(frame.step),
                 QImage::Format_BGR888);
    state->frame(image.copy());
    waitForFrame();
    EXPECT_NEAR(noseNow(), 320 - 80, 4);
    EXPECT_TRUE(status().contains("nothing leaves this machine"));
    state->failed("It was unplugged");
    EXPECT_FALSE(state->on);
    EXPECT_FALSE(player().isCameraOn());
    EXPECT_FALSE(action("Camera")->isChecked());
    EXPECT_TRUE(notice()->text().startsWith("It was unplugged."));
}

TEST_F(PhotoLiveTest, LeavingThePageTurnsTheCameraOff) {
    auto state = std::make_shared<FakeCamera::State>();
    QSignalSpy found(&player(), &LivePlayer::camerasFound);
    player().setCameras(std::make_unique<FakeCamera>(state));
    ASSERT_TRUE(found.wait(kWaitMs));
    action("Camera")->trigger();
    ASSERT_TRUE(state->on);
    page.hide();
    EXPECT_FALSE(state->on);
}

}  // namespace
}  // namespace rudolph
