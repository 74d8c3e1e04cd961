#include "ui/data/finding_review.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QSignalSpy>

#include "core/dataset/inspect_faces.h"
#include "core/dataset/inspect_set.h"
#include "core/dataset/mend.h"
#include "tests/support/dot_faces.h"
#include "tests/ui/support/trained_dots.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/data/network_help.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"

namespace rudolph {
namespace {

using test::waitFor;

/// Faces with a finding of each kind, and a network trained for a moment.
class FindingReviewTest : public test::TrainedDotsTest {
protected:
    FindingReviewTest() {
        auto dataset = std::make_shared<Dataset>(test::dot_faces(trained_->path(), 4));
        std::vector<Sample>& faces = dataset->samples;
        auto mend = std::make_shared<Mend>();
        mend->kind = MendKind::Side;
        mend->faces.push_back({faces[0].id, faces[0].points_in_image, {}, {1, 0}});
        faces[3].box = Box{0, 0, 2, 2};
        dataset->problems = {{faces[0].image, 0, "on the wrong side", faces[0].id, 0, 0, mend},
                             {"/list.csv", 3, "no number", ""},
                             {faces[1].image, 0, "the pictures look nearly the same", faces[1].id},
                             {faces[2].image, 0, "lies far away", faces[2].id, 1},
                             {faces[3].image, 0, "the box misses its points", faces[3].id},
                             {faces[4].image, 0, std::string(kOutlierShape) + ": far", faces[4].id},
                             {faces[4].image, 0, "of a face that has gone", "gone", 1}};
        document_ = std::make_unique<AnnotationDocument>(dataset);
        help_.setDocument(document_.get());
        help_.setModel(run_);
        review_.setDocument(document_.get());
        QObject::connect(&review_, &FindingReview::faceWanted, &window_,
                         [this](int face, int) { shown_.push_back(face); });
    }
    QString said() { return review_.findChild<QLabel*>("finding")->text(); }

    Session session_;
    QWidget window_;
    NetworkHelp help_{&session_, &window_};
    FindingReview review_{&help_, &session_.navigation(), &window_};
    std::unique_ptr<AnnotationDocument> document_;
    std::vector<int> shown_;
};

TEST_F(FindingReviewTest, GoesThroughTheFindingsWithAFixForEach) {
    const Dataset before = document_->dataset();
    QString report;
    QObject::connect(&session_.navigation(), &Navigation::reported, &window_,
                     [&report](const QString& text) { report = text; });
    EXPECT_FALSE(review_.isUnderWay());
    review_.start();
    // Left and right are exchanged by what the finding itself proposes.
    ASSERT_TRUE(review_.fix());
    EXPECT_EQ(review_.face(), 0);
    EXPECT_TRUE(said().startsWith("Finding 1 of 5: On the wrong side.")) << said().toStdString();
    review_.accept();
    EXPECT_EQ(document_->face(0).points_in_image.points[0],
              before.samples[0].points_in_image.points[1]);
    // For the second nothing is known: accepting does nothing.
    EXPECT_EQ(review_.face(), 1);
    EXPECT_TRUE(said().contains("No fix is known")) << said().toStdString();
    review_.accept();
    EXPECT_EQ(review_.face(), 1);
    review_.skip();
    EXPECT_EQ(document_->face(1), before.samples[1]);
    // The network's place for the one point that is odd.
    EXPECT_EQ(review_.face(), 2);
    ASSERT_TRUE(waitFor([this] { return review_.fix().has_value(); }));
    EXPECT_EQ(review_.fix()->points_in_image.points[0],
              before.samples[2].points_in_image.points[0]);
    EXPECT_NE(review_.fix()->points_in_image.points[1],
              before.samples[2].points_in_image.points[1]);
    EXPECT_TRUE(review_.fix()->has_truth());
    EXPECT_EQ(document_->face(2), before.samples[2]) << "not before it is accepted";
    review_.accept();
    // A box about the points.
    EXPECT_EQ(review_.face(), 3);
    ASSERT_TRUE(review_.fix());
    EXPECT_EQ(review_.fix()->points_in_image, before.samples[3].points_in_image);
    const Point& inside = before.samples[3].points_in_image.points[0];
    EXPECT_LT(review_.fix()->box->left, inside.x);
    EXPECT_GT(review_.fix()->box->right(), inside.x);
    review_.skip();
    // The whole shape.
    EXPECT_EQ(review_.face(), 4);
    ASSERT_TRUE(waitFor([this] { return review_.fix().has_value(); }));
    EXPECT_NE(review_.fix()->points_in_image.points[0],
              before.samples[4].points_in_image.points[0]);
    review_.skip();
    EXPECT_FALSE(review_.isUnderWay());
    EXPECT_TRUE(review_.isHidden());
    EXPECT_EQ(report, "All findings were gone through; 2 fixes were accepted.");
    EXPECT_EQ(shown_, std::vector<int>({0, 1, 2, 3, 4}));
    EXPECT_EQ(document_->undoStack()->count(), 2);
    document_->undoStack()->undo();
    document_->undoStack()->undo();
    EXPECT_EQ(document_->dataset().samples, before.samples);
}

TEST_F(FindingReviewTest, WhatWasPutRightMeanwhileIsPassedOver) {
    Sample mine = document_->face(0);
    mine.points_in_image.points[0] += Point(1, 0);
    document_->setFace(0, mine, "Move point");
    review_.start();
    EXPECT_EQ(review_.face(), 1) << "the mend was of other points";
    document_->removeFace(2, "Remove face");
    review_.skip();
    EXPECT_EQ(document_->face(review_.face()).id, "face103") << "after the one that has gone";
}

TEST_F(FindingReviewTest, MissingPointsAreFixedByTheNetworkOrByWhatIsProposed) {
    Sample without = document_->face(1);
    without.points_in_image = {};
    Sample proposed = document_->face(2);
    proposed.proposed_by = "a network";
    document_->setFaces({{1, without}, {2, proposed}}, "Prepare");
    std::vector<Problem> missing;
    for (const int face : {0, 1, 2})
        missing.push_back({"", 0, kNoPointsMarked, document_->face(face).id});
    document_->setProblems(missing);
    review_.start();
    EXPECT_EQ(review_.face(), 1) << "the first one has its points by now";
    ASSERT_TRUE(waitFor([this] { return review_.fix().has_value(); }));
    EXPECT_EQ(review_.fix()->points_in_image.size(), document_->scheme().size());
    review_.skip();
    EXPECT_EQ(review_.face(), 2);
    ASSERT_TRUE(review_.fix());
    review_.accept();
    EXPECT_TRUE(document_->face(2).has_truth());
    EXPECT_EQ(document_->face(2).points_in_image, proposed.points_in_image);
}

TEST_F(FindingReviewTest, ARemedyOfSeveralFacesIsAcceptedForAllOfThem) {
    auto mend = std::make_shared<Mend>();
    mend->kind = MendKind::Jaw;
    for (const int i : {1, 3})
        mend->faces.push_back(
            {document_->face(i).id, document_->face(i).points_in_image, {}, {}, {1}});
    document_->setProblems({{"", 0, "across the face", document_->face(1).id, 1, 0, mend}});
    review_.start();
    EXPECT_TRUE(said().contains("the selected points lose their labels. It is for 2 faces"))
        << said().toStdString();
    review_.accept();
    for (const int i : {1, 3})
        EXPECT_FALSE(document_->face(i).points_in_image.is_labelled(1)) << i;
    EXPECT_EQ(document_->undoStack()->count(), 1);
    EXPECT_FALSE(review_.isUnderWay());
}

TEST_F(FindingReviewTest, FacesFarFromTheNetworkAreFindingsTheFarthestFirst) {
    document_->setProblems({});
    QString report;
    QObject::connect(&session_.navigation(), &Navigation::reported, &window_,
                     [&report](const QString& text) { report = text; });
    review_.start();
    EXPECT_FALSE(review_.isUnderWay());
    EXPECT_TRUE(report.startsWith("Nothing was found")) << report.toStdString();
    review_.setDisagreements({{"face105", 0.2}, {"face106", 0.01}, {"face101", 0.3}, {"gone", 1}});
    review_.start();
    EXPECT_EQ(document_->face(review_.face()).id, "face101");
    EXPECT_TRUE(said().contains("30.0 %")) << said().toStdString();
    ASSERT_TRUE(waitFor([this] { return review_.fix().has_value(); }));
    review_.skip();
    EXPECT_EQ(document_->face(review_.face()).id, "face105");
    review_.end();
    EXPECT_FALSE(review_.isUnderWay());
    EXPECT_FALSE(review_.fix());
}

}  // namespace
}  // namespace rudolph
