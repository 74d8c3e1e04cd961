#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <chrono>
#include <thread>

#include "core/formats/open_dataset.h"
#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/photos/frames_dialog.h"
#include "ui/photos/photo_words.h"
#include "ui/photos/video_strip.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

/// Ten frames a second for three seconds; from 1.0 to 1.4 there is no face.
class InterruptedVideo : public test::DiscVideo {
public:
    InterruptedVideo() : DiscVideo(30) {}
    bool read(cv::Mat& bgr, double& seconds) override {
        if (!DiscVideo::read(bgr, seconds))
            return false;
        if (seconds > 0.95 && seconds < 1.45)
            bgr.setTo(cv::Scalar(30, 40, 50));
        return true;
    }
};

struct VideoSurveyTest : test::PhotoFixture {
    VideoSurveyTest() {
        PhotoTools tools = test::fakePhotoTools(calls);
        tools.video = [this, read = tools.video](
                          const std::filesystem::path& file) -> std::unique_ptr<VideoReader> {
            ++opened;
            if (file.filename() == "faceless.avi")
                return std::make_unique<Faceless>(0);
            if (file.filename() == "glimpse.avi")
                return std::make_unique<Faceless>(1);
            if (file.filename() == "long.avi")
                return std::make_unique<Long>();
            return file.filename() == "broken.avi" ? read(file)
                                                   : std::make_unique<InterruptedVideo>();
        };
        page.setTools(tools);
    }
    ~VideoSurveyTest() override { page.photos().surveys().stop(); }

    /// But for its first frames.
    class Faceless : public test::DiscVideo {
    public:
        explicit Faceless(int with_face) : DiscVideo(20), with_face_(with_face) {}
        bool read(cv::Mat& bgr, double& seconds) override {
            if (!DiscVideo::read(bgr, seconds))
                return false;
            if (seconds > with_face_ / 10.0 - 0.05)
                bgr.setTo(cv::Scalar(30, 40, 50));
            return true;
        }

    private:
        int with_face_;
    };

    /// Takes long enough to be stopped on the way.
    class Long : public test::DiscVideo {
    public:
        Long() : DiscVideo(500) {}
        bool read(cv::Mat& bgr, double& seconds) override {
            std::this_thread::sleep_for(std::chrono::milliseconds(20));
            return DiscVideo::read(bgr, seconds);
        }
    };

    LivePlayer& player() { return find<PhotoLive>()->player(); }
    QSlider* slider() { return find<PhotoLive>()->findChild<QSlider*>(); }
    QString status() { return find<QLabel>("live status")->text(); }
    const VideoSurvey& survey() { return page.photos().surveys().of(player().file()); }
    void openVideo(const std::string& name) {
        const std::filesystem::path file = folder / "photos" / name;
        std::ofstream(file) << "video";
        drop({file});
        settle();
        ASSERT_TRUE(waitFor([&] { return player().shown().has_value(); }));
    }
    void lookThrough() {
        action("Look through the video")->trigger();
        ASSERT_TRUE(waitFor([&] { return survey().complete; }));
    }
    bool isAt(double seconds) {
        return waitFor([&] {
            return player().shown() && std::abs(player().shown()->seconds - seconds) < 0.01;
        });
    }

    std::atomic<int> opened{0};
};

TEST_F(VideoSurveyTest, TheListShowsAFrameAndHowLongAVideoIs) {
    openVideo("walk.avi");
    EXPECT_FALSE(entry(0).glance.isNull());
    EXPECT_EQ(entry(0).seconds, 3);
    EXPECT_EQ(entry(0).state, PhotoState::Done);
    EXPECT_TRUE(listPanel()
                    ->list()
                    ->model()
                    ->index(0, 0)
                    .data(Qt::AccessibleTextRole)
                    .toString()
                    .endsWith("video, 0:03"));
}

TEST_F(VideoSurveyTest, ABrokenVideoIsAmongTheBrokenOnes) {
    std::ofstream(folder / "photos" / "broken.avi") << "no video";
    drop({folder / "photos" / "broken.avi"});
    settle();
    EXPECT_EQ(entry(0).state, PhotoState::Broken);
    EXPECT_TRUE(waitFor([&] { return page.statusLine() == "1 video · 1 broken"; }))
        << page.statusLine().toStdString();
    EXPECT_FALSE(action("Look through the video")->isEnabled());
    EXPECT_FALSE(action("Annotate frames…")->isEnabled());
}

TEST_F(VideoSurveyTest, AWholePassFindsTheStretchWithoutAFaceAndKeysGoThere) {
    openVideo("walk.avi");
    EXPECT_FALSE(action("Next doubtful stretch")->isEnabled()) << "nobody has looked yet";
    lookThrough();
    EXPECT_EQ(survey().frames.size(), 30U);
    EXPECT_TRUE(status().endsWith("1 doubtful stretch")) << status().toStdString();
    EXPECT_FALSE(action("Look through the video")->isEnabled()) << "there is nothing left to see";
    ASSERT_TRUE(action("Next doubtful stretch")->isEnabled());
    find<PhotoLive>()->setFocus();
    action("Next doubtful stretch")->trigger();
    EXPECT_TRUE(isAt(1.0));
    EXPECT_FALSE(action("Next doubtful stretch")->isEnabled());
    slider()->setValue(2500);
    EXPECT_TRUE(isAt(2.5));
    action("Previous doubtful stretch")->trigger();
    EXPECT_TRUE(isAt(1.0));
}

TEST_F(VideoSurveyTest, AStoppedPassSaysHowFarItGotAndGoesOnFromThere) {
    openVideo("long.avi");
    action("Look through the video")->trigger();
    ASSERT_TRUE(waitFor([&] { return survey().frames.size() > 10; }));
    action("Look through the video")->trigger();
    ASSERT_TRUE(waitFor([&] { return !page.photos().surveys().isRunning(player().file()); }));
    const size_t seen = survey().frames.size();
    EXPECT_TRUE(
        status().endsWith("looked through up to " + clockText(survey().frames.back().mark.seconds)))
        << status().toStdString();
    action("Look through the video")->trigger();
    ASSERT_TRUE(waitFor([&] { return survey().frames.size() > seen; }));
    EXPECT_GT(survey().frames[seen].mark.seconds, survey().frames[seen - 1].mark.seconds);
}

TEST_F(VideoSurveyTest, IsRememberedUntilAnotherModelIsChosen) {
    openVideo("walk.avi");
    lookThrough();
    write("a.png", {{200, 200}});
    drop({folder / "photos" / "a.png"});
    settle();
    choose(0);
    ASSERT_TRUE(waitFor([&] { return player().shown().has_value(); }));
    EXPECT_TRUE(survey().complete);
    setModel("other");
    EXPECT_FALSE(survey().complete);
    EXPECT_TRUE(survey().frames.empty());
}

TEST_F(VideoSurveyTest, PlayingMarksWhatWasShown) {
    openVideo("walk.avi");
    ASSERT_EQ(survey().marks.size(), 1U);
    EXPECT_EQ(survey().marks[0].faces, 1);
    slider()->setValue(1200);
    ASSERT_TRUE(isAt(1.2));
    ASSERT_EQ(survey().marks.size(), 2U);
    EXPECT_EQ(survey().marks[1].faces, 0);
}

TEST_F(VideoSurveyTest, KeysWorkFromTheListToo) {
    openVideo("walk.avi");
    std::ofstream(folder / "photos" / "p.avi") << "video";
    drop({folder / "photos" / "p.avi"});
    settle();
    choose(0);
    ASSERT_TRUE(waitFor([&] { return player().shown().has_value(); }));
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    listPanel()->focusList();
    QTest::keyClick(listPanel()->list(), Qt::Key_P);
    EXPECT_TRUE(player().isPlaying());
    QTest::keyClick(listPanel()->list(), Qt::Key_P);
    EXPECT_FALSE(player().isPlaying());
    EXPECT_EQ(current()->file.filename(), "walk.avi");
}

TEST_F(VideoSurveyTest, AClickIntoTheStripGoesThere) {
    openVideo("walk.avi");
    auto* strip = find<VideoStrip>();
    QTest::mouseClick(strip, Qt::LeftButton, {}, {strip->width() / 2, 5});
    EXPECT_TRUE(waitFor(
        [&] { return player().shown() && std::abs(player().shown()->seconds - 1.5) < 0.11; }));
}

TEST_F(VideoSurveyTest, FramesBecomeAProjectOfProposals) {
    openVideo("walk.avi");
    action("Annotate frames…")->trigger();
    auto* dialog = find<FramesDialog>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy wanted(&session.navigation(), &Navigation::faceWanted);
    QSignalSpy reported(&session.navigation(), &Navigation::reported);
    dialog->findChild<QSpinBox*>("frames")->setValue(4);
    dialog->startWriting(toQString(folder / "walk.rudolph"));
    ASSERT_TRUE(waitFor([&] { return wanted.count() == 1; }));
    const Dataset dataset = open_dataset(folder / "walk.rudolph");
    ASSERT_EQ(dataset.samples.size(), 4U);
    for (const Sample& face : dataset.samples) {
        EXPECT_TRUE(face.is_proposal());
        EXPECT_EQ(face.attributes.count("image.seconds"), 1U);
    }
    EXPECT_EQ(wanted.front().at(1).toString().toStdString(), dataset.samples[0].id);
    EXPECT_EQ(reported.back().at(0).toString(),
              "Took 4 of the 30 frames that were looked at. 5 frames without a face were left "
              "out.");
    EXPECT_EQ(Settings().get(settings::kFramesToAnnotate), 4);
}

TEST_F(VideoSurveyTest, WhereAllFramesWithAFaceAreTakenNoneLooksLikeThem) {
    openVideo("glimpse.avi");
    action("Annotate frames…")->trigger();
    auto* dialog = find<FramesDialog>();
    ASSERT_NE(dialog, nullptr);
    QSignalSpy reported(&session.navigation(), &Navigation::reported);
    dialog->startWriting(toQString(folder / "glimpse.rudolph"));
    ASSERT_TRUE(waitFor([&] { return reported.count() == 1; }));
    EXPECT_EQ(reported.back().at(0).toString(),
              "Took 1 of the 20 frames that were looked at. 19 frames without a face were left "
              "out.");
}

TEST_F(VideoSurveyTest, WithoutAFaceThereIsNothingToAnnotate) {
    openVideo("faceless.avi");
    action("Annotate frames…")->trigger();
    auto* dialog = find<FramesDialog>();
    ASSERT_NE(dialog, nullptr);
    dialog->startWriting(toQString(folder / "none.rudolph"));
    auto* said = dialog->findChild<QLabel*>("said");
    ASSERT_TRUE(waitFor([&] {
        return said->text().startsWith("No face was found in any of the 20");
    })) << said->text().toStdString();
    EXPECT_FALSE(dialog->isBusy());
    EXPECT_FALSE(std::filesystem::exists(folder / "none.rudolph"));
}

}  // namespace
}  // namespace rudolph
