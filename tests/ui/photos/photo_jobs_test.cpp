#include "ui/photos/photo_jobs.h"

#include <QSemaphore>
#include <QSignalSpy>

#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::waitFor;

using testing::ElementsAre;

/// Photographs whose detector waits until it is let go.
struct PhotoJobsTest : testing::Test {
    PhotoJobsTest() {
        PhotoTools tools = test::fakePhotoTools(std::make_shared<test::PhotoCalls>());
        tools.detector = [this](DetectorKind kind, const std::filesystem::path&) {
            struct Waiting : test::DiscDetector {
                Waiting(DetectorKind which, PhotoJobsTest* owner)
                    : DiscDetector(which), owner_(owner) {}
                std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
                    owner_->begun.release();
                    owner_->go.acquire();
                    return DiscDetector::detect(bgr);
                }
                PhotoJobsTest* owner_;
            };
            return std::make_unique<Waiting>(kind, this);
        };
        jobs = std::make_unique<PhotoJobs>(tools);
        QObject::connect(jobs.get(), &PhotoJobs::answered, jobs.get(),
                         [this](const PhotoAnswer& answer) { answers.push_back(answer); });
        cv::imwrite((folder / "photo.png").string(), test::discs({{200, 200}}));
    }
    ~PhotoJobsTest() override {
        go.release(1000);
        jobs.reset();
    }

    PhotoRequest request(int photo) {
        PhotoRequest request;
        request.photo = photo;
        request.file = folder / "photo.png";
        request.choice.model = "face68";
        return request;
    }
    std::vector<int> answered() const {
        std::vector<int> photos;
        for (const PhotoAnswer& answer : answers)
            photos.push_back(answer.request.photo);
        return photos;
    }
    void finishAll() {
        go.release(1000);
        ASSERT_TRUE(waitFor([this] { return !jobs->isBusy(); }));
    }

    test::TempDir folder;
    QSemaphore begun;
    QSemaphore go;
    std::vector<PhotoAnswer> answers;
    std::unique_ptr<PhotoJobs> jobs;
};

TEST_F(PhotoJobsTest, LooksAtThePreferredPhotographFirstThenInOrder) {
    for (const int photo : {4, 1, 3, 2})
        jobs->add(request(photo));
    jobs->prefer(3);
    finishAll();
    EXPECT_THAT(answered(), ElementsAre(4, 3, 1, 2)) << "4 had begun";
    EXPECT_EQ(answers.front().reading.faces.size(), 1U);
    EXPECT_EQ(answers.front().size, cv::Size(640, 480));
}

TEST_F(PhotoJobsTest, LooksAtThoseInViewBeforeOthers) {
    for (const int photo : {1, 2, 3, 4, 5})
        jobs->add(request(photo));
    jobs->prefer(3);
    jobs->preferThose([] { return std::vector{5, 9, 4}; });
    finishAll();
    EXPECT_THAT(answered(), ElementsAre(1, 3, 5, 4, 2)) << "1 had begun";
}

TEST_F(PhotoJobsTest, PutsOffWhatRunsForWhatIsDragged) {
    jobs->add(request(1));
    jobs->add(request(2));
    begun.acquire();
    PhotoRequest dragged = request(5);
    dragged.faces = {{{{10, 10, 50, 50}, 0, 0}}};
    dragged.only = 0;
    jobs->addNow(dragged);
    finishAll();
    EXPECT_THAT(answered(), ElementsAre(5, 1, 2));
    EXPECT_EQ(answers.front().request.only, 0);
}

TEST_F(PhotoJobsTest, CancelsAll) {
    for (const int photo : {1, 2, 3})
        jobs->add(request(photo));
    begun.acquire();
    EXPECT_THAT(jobs->cancelAll(), testing::UnorderedElementsAre(1, 2, 3));
    finishAll();
    EXPECT_TRUE(answers.empty());
}

TEST_F(PhotoJobsTest, DropsOne) {
    for (const int photo : {1, 2, 3})
        jobs->add(request(photo));
    begun.acquire();
    jobs->drop(1);
    jobs->drop(2);
    finishAll();
    EXPECT_THAT(answered(), ElementsAre(3));
}

TEST_F(PhotoJobsTest, TellsHowFarItIs) {
    std::vector<std::pair<int, int>> told;
    QObject::connect(jobs.get(), &PhotoJobs::progressed, jobs.get(),
                     [&told](int done, int total) { told.emplace_back(done, total); });
    for (const int photo : {1, 2, 3})
        jobs->add(request(photo));
    finishAll();
    EXPECT_THAT(told, testing::Contains(std::pair(1, 3)));
    EXPECT_EQ(told.back(), std::pair(0, 0));
}

TEST_F(PhotoJobsTest, SaysWhatIsBroken) {
    using Outcome = PhotoAnswer::Outcome;
    go.release(1000);
    PhotoRequest no_file = request(1);
    no_file.file = folder / "none.png";
    PhotoRequest no_model = request(2);
    no_model.choice.model = "broken";
    PhotoRequest no_second = request(3);
    no_second.choice.second = "broken";
    for (const PhotoRequest& each : {no_file, no_model, no_second})
        jobs->add(each);
    finishAll();
    ASSERT_EQ(answers.size(), 3U);
    EXPECT_EQ(answers[0].outcome, Outcome::BrokenPicture);
    EXPECT_EQ(answers[1].outcome, Outcome::BrokenModel);
    EXPECT_EQ(answers[1].error.what, "this model is broken");
    EXPECT_EQ(answers[2].outcome, Outcome::BrokenSecond);
}

}  // namespace
}  // namespace rudolph
