#include <gmock/gmock.h>

#include <QAbstractItemModelTester>
#include <QLocale>
#include <QSignalSpy>

#include "ui/data/problem_model.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Sample seenFace(const std::string& id, int person, int view) {
    Sample sample;
    sample.id = id;
    sample.image = "/pictures/" + id.substr(0, id.find('#')) + ".png";
    sample.person = "0" + std::to_string(person);
    sample.view = view;
    sample.points_in_image = Landmarks({{10, 10}, {20, 30}});
    return sample;
}

/// Persons 1 to 3 in views 1 and 3; person 3 validates; the last face has no points.
std::shared_ptr<Dataset> sixFaces() {
    auto dataset = std::make_shared<Dataset>();
    dataset->root = "/pictures";
    dataset->format = DatasetFormat::Pts;
    dataset->scheme = numbered_points(2);
    for (const int person : {1, 2, 3})
        for (const int view : {1, 3})
            dataset->samples.push_back(seenFace(
                "0" + std::to_string(person) + "-" + std::to_string(view) + "m", person, view));
    dataset->samples[1].note = "Brille, ähnlich";
    dataset->samples[2].state = FaceState::Done;
    dataset->samples[3].proposed_by = "resnet";
    dataset->samples[3].state = FaceState::InWork;
    dataset->samples[5].points_in_image = {};
    dataset->problems = {{"/pictures/01-1m.asf", 3, "a point is odd", "01-1m", 1},
                         {"/pictures/list.xml", 0, "broken", ""},
                         {"/pictures/01-1m.asf", 0, "another thing", "01-1m"},
                         {"/pictures/02-3m.asf", 0, "looks odd", "02-3m"}};
    return dataset;
}

const Split kSplit = {{0, 1, 2}, {4}};

struct SampleModels : testing::Test {
    SampleModels() { faces.setDocument(&document, kSplit); }

    std::vector<std::string> shown() const {
        std::vector<std::string> ids;
        for (int row = 0; row < faces.rowCount(); ++row)
            ids.push_back(faces.index(row).data().toString().toStdString());
        return ids;
    }
    std::vector<std::string> shown(const SampleQuery& query,
                                   SampleOrder order = SampleOrder::Dataset) {
        faces.setQuery(query, order);
        return shown();
    }
    void setState(int index, FaceState state) {
        Sample after = document.face(index);
        after.state = state;
        document.setFace(index, after, "Set state");
    }

    AnnotationDocument document{sixFaces()};
    SampleListModel faces;
    QAbstractItemModelTester tester{&faces, QAbstractItemModelTester::FailureReportingMode::Fatal};
};

TEST_F(SampleModels, KeepTheRulesOfQtModelsWhateverHappens) {
    ProblemModel problems;
    const QAbstractItemModelTester problems_tester(
        &problems, QAbstractItemModelTester::FailureReportingMode::Fatal);
    problems.setDocument(&document);
    faces.setQuery({"01"}, SampleOrder::Name);
    const int added = document.addFace(0, seenFace("x", 1, 1), "Add face");
    EXPECT_THAT(shown(), ElementsAre("01-1m", "01-1m#2", "01-3m"));
    setState(added, FaceState::Doubtful);
    document.undoStack()->setIndex(0);
    document.setProblems({});
    EXPECT_EQ(problems.rowCount(), 0);
    document.setScheme(numbered_points(1));
    faces.setDocument(nullptr, {});
    problems.setDocument(nullptr);
    EXPECT_EQ(faces.rowCount(), 0);
    faces.setDocument(&document, {});
    EXPECT_EQ(faces.rowCount(), 2) << "the query stays";
}

TEST(SampleListModel, ForgetsADocumentThatGoes) {
    auto document = std::make_unique<AnnotationDocument>(sixFaces());
    SampleListModel faces;
    ProblemModel problems;
    faces.setDocument(document.get(), kSplit);
    problems.setDocument(document.get());
    EXPECT_EQ(faces.rowCount(), 6);
    document.reset();
    EXPECT_EQ(faces.rowCount(), 0);
    EXPECT_EQ(problems.rowCount(), 0);
    EXPECT_EQ(faces.document(), nullptr);
}

TEST_F(SampleModels, SayViewSideAndWhatIsMissing) {
    const auto summary = [&](int row) {
        return faces.index(row).data(SampleListModel::SummaryRole).toString().toStdString();
    };
    EXPECT_EQ(summary(0), "view 1 · training");
    EXPECT_EQ(summary(4), "view 1 · validation");
    EXPECT_EQ(summary(5), "view 3 · no points");
    EXPECT_EQ(summary(3), "view 3") << "a proposal is on no side";
    Sample part = document.face(0);
    part.points_in_image.visibility[1] = Visibility::NotLabelled;
    document.setFace(0, part, "Remove");
    EXPECT_EQ(summary(0), "view 1 · 1 of 2 points · training");
}

TEST_F(SampleModels, GiveWhatAnnotatorsSay) {
    EXPECT_EQ(faces.index(1).data(SampleListModel::NoteRole).toString(), "Brille, ähnlich");
    EXPECT_EQ(faces.index(2).data(SampleListModel::StateRole).toInt(),
              static_cast<int>(FaceState::Done));
    EXPECT_EQ(faces.index(3).data(SampleListModel::ProposedByRole).toString(), "resnet");
    EXPECT_EQ(faces.index(0).data(SampleListModel::ProblemCountRole).toInt(), 2);
    EXPECT_THAT(faces.index(3).data(Qt::AccessibleTextRole).toString().toStdString(),
                testing::AllOf(testing::HasSubstr("In work"), testing::HasSubstr("resnet")));
    EXPECT_THAT(faces.index(0).data(Qt::ToolTipRole).toString().toStdString(),
                testing::HasSubstr("A point is odd."));
}

TEST_F(SampleModels, FilterByTextInNamesPersonsAndNotes) {
    EXPECT_THAT(shown({"03"}), ElementsAre("03-1m", "03-3m"));
    EXPECT_THAT(shown({"3M 0"}), ElementsAre("01-3m", "02-3m", "03-3m"));
    EXPECT_THAT(shown({"brille"}), ElementsAre("01-3m"));
    EXPECT_THAT(shown({"ÄHNL 01"}), ElementsAre("01-3m")) << "letters that are not ASCII";
    EXPECT_THAT(shown({"nobody"}), IsEmpty());
    EXPECT_EQ(shown({"  "}).size(), 6U);
}

TEST_F(SampleModels, FilterByEverythingElse) {
    EXPECT_THAT(shown({.text = {}, .states = {FaceState::Done}}), ElementsAre("02-1m"));
    EXPECT_EQ(shown({.text = {}, .states = {FaceState::New, FaceState::InWork}}).size(), 5U);
    const auto having = [](FaceTrait trait) { return SampleQuery{.text = {}, .trait = trait}; };
    EXPECT_THAT(shown(having(FaceTrait::HasNote)), ElementsAre("01-3m"));
    EXPECT_THAT(shown(having(FaceTrait::Proposed)), ElementsAre("02-3m"));
    EXPECT_THAT(shown(having(FaceTrait::HasProblem)), ElementsAre("01-1m", "02-3m"));
    EXPECT_THAT(shown(having(FaceTrait::WithoutPoints)), ElementsAre("03-3m"));
    SampleQuery query{.text = {}, .person = "02"};
    EXPECT_THAT(shown(query), ElementsAre("02-1m", "02-3m"));
    query.view = 3;
    EXPECT_THAT(shown(query), ElementsAre("02-3m"));
    query.side = SplitSide::Validation;
    EXPECT_THAT(shown(query), IsEmpty());
    EXPECT_THAT(shown({.text = {}, .side = SplitSide::Validation}), ElementsAre("03-1m"));
}

TEST_F(SampleModels, SortByStateProblemsAndDisagreement) {
    EXPECT_THAT(shown({}, SampleOrder::State),
                ElementsAre("02-3m", "01-1m", "01-3m", "03-1m", "03-3m", "02-1m"));
    EXPECT_THAT(shown({}, SampleOrder::Problems),
                ElementsAre("01-1m", "02-3m", "01-3m", "02-1m", "03-1m", "03-3m"));
    faces.setQuery({}, SampleOrder::Disagreement);
    EXPECT_FALSE(faces.index(0).data(SampleListModel::DisagreementRole).isValid());
    faces.setDisagreements({{"03-1m", 0.041}, {"01-3m", 0.3}, {"gone", 1}});
    EXPECT_THAT(shown(), ElementsAre("01-3m", "03-1m", "01-1m", "02-1m", "02-3m", "03-3m"));
    EXPECT_EQ(faces.index(1).data(SampleListModel::SummaryRole).toString(),
              "off by 4.1 % · view 1 · validation");
}

TEST(SampleOrder, SortsNumbersInNamesByTheirValue) {
    auto dataset = std::make_shared<Dataset>();
    for (const char* id : {"b2", "A10", "a9", "a09b", "a", "é1", "b2"})
        dataset->samples.push_back(seenFace(id, 1, 1));
    AnnotationDocument document(dataset);
    SampleListModel faces;
    faces.setDocument(&document, {});
    faces.setQuery({}, SampleOrder::Name);
    std::vector<int> order;
    for (int row = 0; row < faces.rowCount(); ++row)
        order.push_back(faces.faceAt(row));
    EXPECT_THAT(order, ElementsAre(4, 2, 3, 1, 0, 6, 5));
    EXPECT_EQ(faces.rowOf(1), 3);
}

TEST_F(SampleModels, AnEditOfAFaceChangesOneRow) {
    faces.setQuery({"03"}, SampleOrder::Dataset);
    QSignalSpy changed(&faces, &QAbstractItemModel::dataChanged);
    QSignalSpy reset(&faces, &QAbstractItemModel::modelReset);
    setState(5, FaceState::Done);
    ASSERT_EQ(changed.size(), 1);
    EXPECT_EQ(changed[0][0].toModelIndex().row(), 1);
    EXPECT_EQ(changed[0][1].toModelIndex().row(), 1);
    setState(0, FaceState::Done);
    EXPECT_EQ(changed.size(), 1) << "it is not shown";
    EXPECT_EQ(reset.size(), 0);
}

TEST_F(SampleModels, AFaceStaysWhereItIsWhileItIsEdited) {
    EXPECT_EQ(shown({.text = {}, .states = {FaceState::New}}, SampleOrder::State).size(), 4U);
    QSignalSpy misplaced(&faces, &SampleListModel::misplacedChanged);
    setState(1, FaceState::Done);
    EXPECT_THAT(shown(), ElementsAre("01-1m", "01-3m", "03-1m", "03-3m"));
    EXPECT_EQ(faces.misplacedCount(), 1);
    document.undoStack()->undo();
    EXPECT_EQ(faces.misplacedCount(), 0);
    document.undoStack()->redo();
    EXPECT_EQ(misplaced.size(), 3);
    faces.refresh();
    EXPECT_THAT(shown(), ElementsAre("01-1m", "03-1m", "03-3m"));
    EXPECT_EQ(faces.misplacedCount(), 0);
}

TEST_F(SampleModels, AFaceThatWouldMoveSaysSo) {
    faces.setQuery({}, SampleOrder::State);
    setState(0, FaceState::Done);
    EXPECT_EQ(faces.misplacedCount(), 1);
    EXPECT_EQ(faces.rowOf(0), 1);
    faces.refresh();
    EXPECT_EQ(faces.rowOf(0), 4) << "in the data set's order among those that are done";
}

TEST_F(SampleModels, ThoseThatWereShownStayWhenFacesComeAndGo) {
    faces.setQuery({.text = {}, .trait = FaceTrait::WithoutPoints}, SampleOrder::Dataset);
    document.addFace(5, seenFace("", 3, 3), "Add face");
    EXPECT_THAT(shown(), ElementsAre("03-3m"));
    Sample second = seenFace("", 3, 3);
    second.points_in_image = {};
    second.box = Box{1, 2, 3, 4};
    document.addFace(5, second, "Add face");
    EXPECT_THAT(shown(), ElementsAre("03-3m", "03-3m#2"));
    EXPECT_EQ(faces.misplacedCount(), 1);
    document.removeFace(6, "Remove face");
    EXPECT_THAT(shown(), ElementsAre("03-3m"));
    faces.refresh();
    EXPECT_THAT(shown(), IsEmpty());
}

TEST_F(SampleModels, SidesFollowFacesWhoseIndexChanges) {
    document.addFace(0, seenFace("", 1, 1), "Add face");
    EXPECT_EQ(faces.side(faces.faceAt(5)), SplitSide::Validation);
    EXPECT_EQ(faces.sample(5).id, "03-1m");
    EXPECT_EQ(faces.side(1), SplitSide::Train) << "another face of a person who trains";
}

TEST_F(SampleModels, NewProblemsJoinTheListOfThoseWithProblems) {
    faces.setQuery({.text = {}, .trait = FaceTrait::HasProblem}, SampleOrder::Dataset);
    document.setProblems({{"/pictures/x", 0, "odd", "03-1m"}});
    EXPECT_THAT(shown(), ElementsAre("01-1m", "02-3m", "03-1m"));
    faces.refresh();
    EXPECT_THAT(shown(), ElementsAre("03-1m"));
}

TEST_F(SampleModels, ProblemsSayWhereWhatAndWhose) {
    ProblemModel problems;
    problems.setDocument(&document);
    ASSERT_EQ(problems.rowCount(), 4);
    EXPECT_EQ(problems.index(0).data().toString(), "01-1m.asf, line 3\nA point is odd.");
    EXPECT_EQ(problems.line(0), "/pictures/01-1m.asf:3: a point is odd");
    EXPECT_EQ(problems.faceOf(0), 0);
    EXPECT_EQ(problems.faceOf(1), -1);
    EXPECT_EQ(problems.faceOf(3), 3);
    problems.setSearch("ODD 02");
    ASSERT_EQ(problems.rowCount(), 1);
    EXPECT_EQ(problems.faceOf(0), 3);
    EXPECT_EQ(problems.problemCount(), 4);
}

TEST(SampleListText, FollowsTheLocaleInShownNumbers) {
    const QLocale before;
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(disagreementText(0.0412), "off by 4,1 %");
    QLocale::setDefault(before);
}

}  // namespace
}  // namespace rudolph
