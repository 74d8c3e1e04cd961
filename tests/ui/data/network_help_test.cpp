#include "ui/data/network_help.h"

#include <gtest/gtest.h>

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

#include "core/base/error.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/trained_dots.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"
#include "ui/session/trainings.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

/// A network trained for a moment, and faces of which some have no points.
class NetworkHelpTest : public test::TrainedDotsTest {
protected:
    NetworkHelpTest() {
        auto dataset = std::make_shared<Dataset>(test::dot_faces(trained_->path(), 4));
        for (const size_t i : {1U, 3U})
            dataset->samples[i].points_in_image = {};
        document_ = std::make_unique<AnnotationDocument>(dataset);
        session_.setRunsFolder(toQString(trained_->path() / "runs"));
        help_.setDocument(document_.get());
        help_.setModel(run_);
    }
    bool waitUntilIdle() {
        return waitFor([this] { return !help_.isBusy(); });
    }

    Session session_;
    QWidget window_;
    NetworkHelp help_{&session_, &window_};
    std::unique_ptr<AnnotationDocument> document_;
};

TEST_F(NetworkHelpTest, ProposesPointsForAllFacesWithoutAnyInOneStep) {
    const Dataset before = document_->dataset();
    help_.fitAll();
    ASSERT_TRUE(waitUntilIdle());
    for (const int i : {1, 3}) {
        EXPECT_EQ(document_->face(i).points_in_image.size(), 2);
        EXPECT_TRUE(document_->face(i).is_proposal());
        EXPECT_EQ(document_->face(i).proposed_by, help_.modelName().toStdString());
    }
    EXPECT_EQ(document_->face(0), before.samples[0]);
    EXPECT_EQ(document_->dataset().labelled(), before.labelled()) << "proposals are no truth";
    EXPECT_EQ(document_->undoStack()->count(), 1);
    EXPECT_TRUE(document_->undoStack()->undoText().startsWith("Fit 2 faces by dots-"));
    document_->undoStack()->undo();
    EXPECT_EQ(document_->dataset(), before);
}

TEST_F(NetworkHelpTest, ShowsWhatItDoesAndStopsWhenAsked) {
    QStringList reports;
    QObject::connect(&session_.navigation(), &Navigation::reported, &help_,
                     [&reports](const QString& text) { reports << text; });
    help_.fitAll();
    ASSERT_EQ(session_.activities().active().size(), 1U);
    const Activity* activity = session_.activities().active().front();
    EXPECT_EQ(activity->what(), "Fitting the points of all faces");
    EXPECT_EQ(activity->page(), StudioPage::Data);
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_TRUE(session_.activities().active().empty());
    ASSERT_EQ(reports.size(), 1);
    EXPECT_TRUE(reports[0].startsWith("The network placed the points of 2 faces."))
        << reports[0].toStdString();
    help_.compare();
    session_.activities().active().front()->cancel();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_FALSE(document_->isModified() && document_->undoStack()->count() > 1);
}

TEST_F(NetworkHelpTest, FitsOneFace) {
    help_.fitFace(3);
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_TRUE(document_->face(3).is_proposal());
    EXPECT_TRUE(document_->face(1).points_in_image.empty());
}

TEST_F(NetworkHelpTest, ThePersonsOwnWorkMeanwhileGoesFirst) {
    help_.fitAll();
    Sample mine = document_->face(1);
    mine.points_in_image = Landmarks({{1, 2}, {3, 4}});
    document_->setFace(1, mine, "Place points");
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(document_->face(1), mine);
    EXPECT_TRUE(document_->face(3).is_proposal());
}

TEST_F(NetworkHelpTest, SaysHowFarItIsFromWhatPeopleMarked) {
    QHash<QString, double> found;
    QObject::connect(&help_, &NetworkHelp::disagreementsFound, &help_,
                     [&found](const QHash<QString, double>& by_id) { found = by_id; });
    help_.compare();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(found.size(), document_->faceCount() - 2);
    for (const double value : found)
        EXPECT_GT(value, 0);
    EXPECT_FALSE(document_->isModified());
}

TEST_F(NetworkHelpTest, WithoutAModelSaysWhatToDo) {
    help_.setModel({});
    QSignalSpy failed(&help_, &NetworkHelp::failed);
    help_.fitFace(1);
    EXPECT_EQ(failed.count(), 1);
    EXPECT_FALSE(help_.isBusy());
}

TEST_F(NetworkHelpTest, ABrokenModelSaysWhy) {
    help_.setModel(toQString(trained_->path() / "none.safetensors"));
    QSignalSpy failed(&help_, &NetworkHelp::failed);
    help_.fitFace(1);
    ASSERT_TRUE(waitUntilIdle());
    ASSERT_EQ(failed.count(), 1);
    EXPECT_FALSE(failed.front().front().toString().isEmpty());
    EXPECT_EQ(document_->undoStack()->count(), 0);
}

TEST_F(NetworkHelpTest, OffersTheTrainedRunsThatFitAndSaysWhyOthersDoNot) {
    const auto action = [this](const QString& beginning) -> QAction* {
        for (QAction* each : help_.modelMenu()->actions())
            if (each->text().startsWith(beginning))
                return each;
        return nullptr;
    };
    help_.setModel({});
    emit help_.modelMenu()->aboutToShow();
    ASSERT_TRUE(waitFor([&] {
        return action("dots-") != nullptr && action("Rudolph’s own model · knows none") != nullptr;
    }));
    EXPECT_EQ(help_.modelMenu()->actions().front(), action("dots-")) << "what fits comes first";
    QAction* own = action("Rudolph’s own model");
    EXPECT_FALSE(own->isEnabled());
    EXPECT_TRUE(own->toolTip().contains("ibug-68")) << own->toolTip().toStdString();
    EXPECT_TRUE(own->toolTip().contains("dots")) << own->toolTip().toStdString();
    action("dots-")->trigger();
    EXPECT_EQ(help_.model(), run_);
    EXPECT_TRUE(help_.remark().isEmpty()) << help_.remark().toStdString();
}

TEST_F(NetworkHelpTest, RudolphsOwnModelIsThereWithoutAnyRun) {
    Settings().set(settings::kAnnotationModel, settings::kAnnotationModel.by_default);
    Session fresh;
    fresh.setRunsFolder(toQString(trained_->path() / "none"));
    NetworkHelp help(&fresh, &window_);
    EXPECT_EQ(help.model(), "face68");
    EXPECT_EQ(help.modelMenu()->actions().front()->text(), "Rudolph’s own model");
    EXPECT_TRUE(help.modelMenu()->actions().front()->isChecked());
}

/// Faces of another scheme than the model's, of which it knows some points.
TEST_F(NetworkHelpTest, PlacesThePointsThatAMapGivesAndCountsTheOthers) {
    auto faces = std::make_shared<Dataset>(test::dot_faces(trained_->path(), 1));
    faces->scheme = builtin_scheme("cofw-29");
    for (Sample& face : faces->samples)
        face.points_in_image = {};
    AnnotationDocument document(faces);
    help_.setDocument(&document);
    help_.setModel("face68");
    ASSERT_TRUE(waitFor([this] { return !help_.remark().isEmpty(); }));
    EXPECT_EQ(help_.remark(), "It places 19 of the 29 points; the others are left to you.");
    QString report;
    QObject::connect(&session_.navigation(), &Navigation::reported, &help_,
                     [&report](const QString& text) { report = text; });
    help_.fitFace(0);
    ASSERT_TRUE(waitUntilIdle());
    const Sample& face = document.face(0);
    EXPECT_EQ(face.proposed_by, "face68") << "the same in every language";
    EXPECT_TRUE(face.confidence.has_value());
    EXPECT_EQ(face.points_in_image.size(), 29);
    EXPECT_TRUE(report.contains("It does not know 10 of the 29 points: they are not placed."))
        << report.toStdString();
    // A point that it does not know stays where a person has placed it.
    ASSERT_FALSE(face.points_in_image.is_labelled(5));
    Sample mine = face;
    mine.end_proposal();
    mine.points_in_image.points[5] = {12, 34};
    mine.points_in_image.visibility[5] = Visibility::Hidden;
    document.setFace(0, mine, "Place point");
    help_.fitFace(0);
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_TRUE(document.face(0).is_proposal());
    EXPECT_EQ(document.face(0).points_in_image.points[5], Point(12, 34));
    EXPECT_EQ(document.face(0).points_in_image.visibility[5], Visibility::Hidden);
    help_.setDocument(nullptr);
}

TEST_F(NetworkHelpTest, AModelThatCannotFitIsNotAsked) {
    help_.setModel("face68");
    ASSERT_TRUE(waitFor([this] { return !help_.remark().isEmpty(); }));
    QSignalSpy failed(&help_, &NetworkHelp::failed);
    help_.fitAll();
    EXPECT_FALSE(help_.isBusy());
    ASSERT_EQ(failed.count(), 1);
    EXPECT_TRUE(failed[0][1].toString().contains("none of them")) << "the reason";
    document_->setScheme(builtin_scheme("ibug-51"));
    EXPECT_EQ(help_.remark(), "") << "all of its points are among the model's";
}

TEST_F(NetworkHelpTest, SuggestsWhatToMarkNextWithProposalsInOneStep) {
    const Dataset before = document_->dataset();
    QStringList ids;
    QObject::connect(&help_, &NetworkHelp::suggested, &help_,
                     [&ids](const QStringList& found, bool asked) {
                         ids = found;
                         EXPECT_TRUE(asked);
                     });
    QString report;
    QObject::connect(&session_.navigation(), &Navigation::reported, &help_,
                     [&report](const QString& text) { report = text; });
    help_.suggest();
    ASSERT_EQ(session_.activities().active().size(), 1U);
    EXPECT_EQ(session_.activities().active().front()->what(), "Looking for faces to mark next");
    ASSERT_TRUE(waitUntilIdle());
    ids.sort();
    EXPECT_EQ(ids, QStringList({"face101", "face103"})) << "those without points";
    EXPECT_TRUE(document_->face(1).is_proposal());
    EXPECT_TRUE(report.startsWith("Suggested 2 faces of the 2 that dots-")) << report.toStdString();
    EXPECT_EQ(document_->undoStack()->count(), 1);
    document_->undoStack()->undo();
    EXPECT_EQ(document_->dataset(), before);
    for (const int i : {1, 3}) {
        Sample done = document_->face(i);
        done.state = FaceState::Done;
        document_->setFace(i, done, "Mark as done");
    }
    ids.clear();
    help_.suggest();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_TRUE(ids.isEmpty());
    EXPECT_EQ(report, "Every face has points or is done: there is none to suggest.");
}

TEST_F(NetworkHelpTest, SuggestsAnewAfterATrainingOnTheseFaces) {
    QList<bool> asked;
    QObject::connect(&help_, &NetworkHelp::suggested, &help_,
                     [&asked](const QStringList&, bool by_person) { asked << by_person; });
    emit session_.trainings().allEnded();
    EXPECT_FALSE(help_.isBusy()) << "nobody has asked for suggestions";
    help_.suggest();
    ASSERT_TRUE(waitUntilIdle());
    emit session_.trainings().allEnded();
    EXPECT_FALSE(help_.isBusy()) << "nothing was trained on these faces";
    EXPECT_EQ(asked, QList<bool>({true}));
}

TEST_F(NetworkHelpTest, FacesWithoutASchemeGetTheModels) {
    auto pictures = std::make_shared<Dataset>(test::dot_faces(trained_->path(), 1));
    pictures->scheme = {};
    for (Sample& face : pictures->samples)
        face.points_in_image = {};
    AnnotationDocument document(pictures);
    help_.setDocument(&document);
    help_.fitAll();
    ASSERT_TRUE(waitUntilIdle());
    EXPECT_EQ(document.scheme().name, "dots");
    EXPECT_TRUE(document.face(1).is_proposal());
    help_.setDocument(nullptr);
}

}  // namespace
}  // namespace rudolph
