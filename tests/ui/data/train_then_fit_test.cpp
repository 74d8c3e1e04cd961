#include "ui/data/train_then_fit.h"

#include <gtest/gtest.h>

#include <QSignalSpy>
#include <QWidget>

#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/data/network_help.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

using test::waitFor;

/// Faces with a dot, two of which have no points, and a network that learns them in a moment.
class TrainThenFitTest : public testing::Test {
protected:
    TrainThenFitTest() {
        session_.setRunsFolder(toQString(folder_ / "läufe"));
        open(10);
        QObject::connect(&session_.navigation(), &Navigation::reported, &window_,
                         [this](const QString& text) { reports_ << text; });
    }
    ~TrainThenFitTest() override {
        while (session_.trainings().isTraining())
            if (!waitFor([this] { return !session_.trainings().isTraining(); }))
                break;
    }
    void open(int people) {
        auto dataset = std::make_shared<Dataset>(test::dot_faces(folder_.path(), people, 2));
        for (const size_t i : {1U, 3U})
            dataset->samples[i].points_in_image = {};
        session_.setDocument(std::make_unique<AnnotationDocument>(dataset));
        help_.setDocument(document());
        learner_.setDocument(document());
    }
    AnnotationDocument* document() { return session_.document(); }
    static Experiment quick(const Dataset& dataset) {
        Experiment experiment = test::dot_experiment();
        experiment.data = dataset.source.string();
        return experiment;
    }

    test::TempDir folder_;
    Session session_;
    QWidget window_;
    QStringList reports_;
    NetworkHelp help_{&session_, &window_};
    TrainThenFit learner_{&session_, &help_, &window_, quick};
};

TEST_F(TrainThenFitTest, TrainsOnWhatIsMarkedAndProposesTheRestWhileOneGoesOn) {
    learner_.start();
    EXPECT_TRUE(learner_.isUnderWay());
    EXPECT_TRUE(session_.trainings().isTraining());
    EXPECT_TRUE(reports_.last().startsWith("A network is trained on 18 faces"))
        << reports_.last().toStdString();
    // Meanwhile a person marks one of those without points.
    Sample mine = document()->face(1);
    mine.points_in_image = Landmarks({{1, 2}, {3, 4}});
    document()->setFace(1, mine, "Place points");
    ASSERT_TRUE(waitFor([this] { return document()->face(3).is_proposal(); }));
    EXPECT_EQ(document()->face(1), mine) << "a person's own points are never changed";
    EXPECT_FALSE(learner_.isUnderWay());
    EXPECT_TRUE(help_.modelName().startsWith("dots-")) << help_.modelName().toStdString();
    EXPECT_TRUE(document()->face(3).confidence.has_value());
    EXPECT_EQ(document()->undoStack()->count(), 2) << "one step each";
    document()->undoStack()->undo();
    EXPECT_TRUE(document()->face(3).points_in_image.empty());
}

TEST_F(TrainThenFitTest, AfterAStoppedTrainingPlacesNothingAndSaysSo) {
    QSignalSpy failed(&learner_, &TrainThenFit::failed);
    learner_.start();
    session_.trainings().stop();
    ASSERT_TRUE(waitFor([&] { return failed.count() == 1; }));
    EXPECT_FALSE(learner_.isUnderWay());
    EXPECT_TRUE(document()->face(3).points_in_image.empty());
    EXPECT_EQ(document()->undoStack()->count(), 0);
}

TEST_F(TrainThenFitTest, AnotherDocumentIsLeftAlone) {
    learner_.start();
    open(5);
    EXPECT_FALSE(learner_.isUnderWay());
    ASSERT_TRUE(waitFor([this] { return !session_.trainings().isTraining(); }));
    EXPECT_TRUE(document()->face(3).points_in_image.empty());
}

TEST_F(TrainThenFitTest, WithTooFewFacesOrNothingLeftSaysWhatToDo) {
    QSignalSpy failed(&learner_, &TrainThenFit::failed);
    open(3);
    learner_.start();
    EXPECT_FALSE(learner_.isUnderWay());
    ASSERT_EQ(failed.count(), 1);
    EXPECT_EQ(failed[0][0].toString(), "Only 4 faces have points to learn from.");
    for (const int i : {1, 3}) {
        Sample marked = document()->face(i);
        marked.points_in_image = document()->face(0).points_in_image;
        document()->setFace(i, marked, "");
    }
    learner_.start();
    EXPECT_EQ(reports_.last(), "Every face has points already.");
    EXPECT_FALSE(session_.trainings().isTraining());
}

TEST_F(TrainThenFitTest, TakenOutOfTheQueueItIsOver) {
    session_.trainings().queue()->add({{quick(document()->dataset())}});
    session_.trainings().startQueue();
    Experiment other = quick(document()->dataset());
    TrainThenFit second(&session_, &help_, &window_, [&other](const Dataset&) {
        other.name = "another";
        return other;
    });
    second.setDocument(document());
    second.start();
    ASSERT_TRUE(second.isUnderWay());
    TrainingQueue* queue = session_.trainings().queue();
    ASSERT_TRUE(queue->nextWaiting());
    ASSERT_TRUE(queue->remove(*queue->nextWaiting()));
    ASSERT_TRUE(waitFor([&] { return !second.isUnderWay(); }));
    EXPECT_TRUE(document()->face(3).points_in_image.empty());
}

}  // namespace
}  // namespace rudolph
