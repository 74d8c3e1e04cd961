#include "ui/data/sample_list_panel.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>

namespace rudolph {
namespace {

using testing::ElementsAre;

Sample sampleOf(const std::string& id) {
    Sample sample;
    sample.id = id;
    sample.person = id;
    sample.image = "/nowhere/" + id + ".png";
    sample.points_in_image = Landmarks({{10, 10}, {20, 30}});
    return sample;
}

std::shared_ptr<Dataset> faces(int count) {
    auto dataset = std::make_shared<Dataset>();
    dataset->root = dataset->source = "/nowhere";
    dataset->scheme = numbered_points(2);
    for (int i = 0; i < count; ++i)
        dataset->samples.push_back(sampleOf("face" + std::to_string(i)));
    dataset->problems = {{"/nowhere/face3.png", 0, "odd", "face3", 1},
                         {"/nowhere/face3.png", 0, "small", "face3"},
                         {"/nowhere/x.pts", 2, "broken", ""}};
    return dataset;
}

struct SampleListPanelTest : testing::Test {
    SampleListPanelTest() {
        panel.resize(280, 700);
        panel.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&panel));
        panel.setDocument(&document, {{0, 1, 2}, {3, 4}});
        list = panel.findChild<QListView*>("faces");
        problems = panel.findChild<QListView*>("problems");
        text = panel.findChild<QLineEdit*>("filter text");
    }

    int rows() const { return list->model()->rowCount(); }
    QComboBox* box(const char* name) { return panel.findChild<QComboBox*>(name); }
    void choose(const char* name, const QString& item) {
        ASSERT_GE(box(name)->findText(item), 0);
        box(name)->setCurrentIndex(box(name)->findText(item));
    }
    QPushButton* button(const QString& title) {
        for (QPushButton* one : panel.findChildren<QPushButton*>())
            if (one->text() == title)
                return one;
        ADD_FAILURE() << "no button " << title.toStdString();
        return nullptr;
    }
    void clickRow(QListView* in, int row, Qt::KeyboardModifiers keys = {},
                  Qt::MouseButton mouse = Qt::LeftButton) {
        const QPoint place = in->visualRect(in->model()->index(row, 0)).center();
        QTest::mouseClick(in->viewport(), mouse, keys, place);
    }
    void setState(int index, FaceState state) {
        Sample after = document.face(index);
        after.state = state;
        document.setFace(index, after, "Set state");
    }

    AnnotationDocument document{faces(40)};
    SampleListPanel panel;
    QListView* list;
    QListView* problems;
    QLineEdit* text;
};

TEST_F(SampleListPanelTest, StepsThroughTheFacesInTheOrderShown) {
    QSignalSpy chosen(&panel, &SampleListPanel::sampleChosen);
    EXPECT_EQ(panel.currentSample(), 0);
    panel.selectPrevious();
    EXPECT_EQ(chosen.size(), 0) << "at the start";
    panel.setDisagreements({{"face7", 0.5}, {"face5", 0.2}});
    choose("order", "Furthest from the model first");
    EXPECT_EQ(panel.currentSample(), 0) << "sorting keeps the choice";
    EXPECT_EQ(chosen.size(), 0);
    EXPECT_EQ(list->verticalScrollBar()->value(), 0) << "and shows the furthest";
    panel.selectSample(7);
    panel.selectNext();
    EXPECT_EQ(panel.currentSample(), 5);
    panel.selectNext();
    EXPECT_EQ(panel.currentSample(), 0);
    EXPECT_EQ(chosen.size(), 3);
    panel.selectSample(39);
    panel.selectNext();
    EXPECT_EQ(panel.currentSample(), 39) << "at the end";
}

TEST_F(SampleListPanelTest, ProposalsAreSortedFilteredAndWalkedByTheirConfidence) {
    const auto propose = [this](int index, std::optional<double> confidence) {
        Sample after = document.face(index);
        after.proposed_by = "net";
        after.confidence = confidence;
        document.setFace(index, after, "Fit");
    };
    propose(5, 0.9);
    propose(9, 0.2);
    propose(20, std::nullopt);
    propose(30, 0.4);
    panel.selectSample(10);
    ASSERT_TRUE(panel.selectNextProposal());
    EXPECT_EQ(panel.currentSample(), 30) << "a doubtful one";
    ASSERT_TRUE(panel.selectNextProposal());
    EXPECT_EQ(panel.currentSample(), 9) << "round the end";
    for (const int index : {9, 30}) {
        Sample after = document.face(index);
        after.end_proposal();
        document.setFace(index, after, "Accept");
    }
    ASSERT_TRUE(panel.selectNextProposal());
    EXPECT_EQ(panel.currentSample(), 20) << "no doubtful one is left";
    document.undoStack()->undo();
    document.undoStack()->undo();
    choose("order", "Least sure first");
    std::vector<int> first;
    for (int row = 0; row < 5; ++row)
        first.push_back(panel.faces().faceAt(row));
    EXPECT_EQ(first, (std::vector<int>{9, 30, 5, 20, 0}));
    EXPECT_TRUE(list->model()
                    ->index(0, 0)
                    .data(SampleListModel::SummaryRole)
                    .toString()
                    .contains("20 % sure"));
    choose("trait", "Proposed and doubtful");
    EXPECT_EQ(rows(), 2);
}

TEST_F(SampleListPanelTest, OrderByAModelNeedsAComparison) {
    const int row = box("order")->findText("Furthest from the model first");
    const QModelIndex entry = box("order")->model()->index(row, 0);
    EXPECT_FALSE(entry.flags() & Qt::ItemIsEnabled);
    panel.setDisagreements({{"face7", 0.5}});
    EXPECT_TRUE(entry.flags() & Qt::ItemIsEnabled);
    choose("order", "Furthest from the model first");
    panel.setDocument(&document, {});
    EXPECT_EQ(panel.faces().faceAt(0), 7) << "another split";
    panel.setDocument(nullptr, {});
    EXPECT_FALSE(entry.flags() & Qt::ItemIsEnabled);
    EXPECT_EQ(box("order")->currentIndex(), 0);
}

TEST_F(SampleListPanelTest, AnEditedFaceStaysUntilOneRefreshes) {
    choose("state", "New");
    QPushButton* refresh = button("Refresh");
    panel.selectSample(3);
    setState(3, FaceState::Done);
    EXPECT_EQ(panel.currentSample(), 3);
    EXPECT_EQ(rows(), 40);
    EXPECT_TRUE(refresh->isVisible());
    panel.selectNext();
    EXPECT_EQ(panel.currentSample(), 4);
    QTest::mouseClick(refresh, Qt::LeftButton);
    EXPECT_EQ(rows(), 39);
    EXPECT_EQ(panel.currentSample(), 4);
    EXPECT_FALSE(refresh->isVisible());
}

TEST_F(SampleListPanelTest, KeepsTheChosenFaceWhenFacesComeAndGo) {
    panel.selectSample(30);
    EXPECT_GT(list->verticalScrollBar()->value(), 0);
    const int top = list->visualRect(list->currentIndex()).top();
    QSignalSpy chosen(&panel, &SampleListPanel::sampleChosen);
    document.addFace(2, sampleOf("more"), "Add face");
    EXPECT_EQ(panel.currentSample(), 31);
    EXPECT_EQ(list->visualRect(list->currentIndex()).top(), top);
    ASSERT_EQ(chosen.size(), 1) << "its index is another";
    EXPECT_EQ(chosen[0][0].toInt(), 31);
    panel.selectSample(3);
    EXPECT_EQ(document.face(3).id, "face2#2");
    document.removeFace(3, "Remove face");
    EXPECT_EQ(panel.currentSample(), 3) << "the one in its place";
    EXPECT_EQ(chosen.back()[0].toInt(), 3);
}

TEST_F(SampleListPanelTest, SaysWhenNoFaceMatchesAndComesBack) {
    panel.selectSample(5);
    QSignalSpy chosen(&panel, &SampleListPanel::sampleChosen);
    text->setText("face5");
    EXPECT_EQ(chosen.size(), 0) << "still the same face";
    text->setText("nobody");
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), -1);
    EXPECT_FALSE(panel.currentSample().has_value());
    QTest::mouseClick(button("Clear filters"), Qt::LeftButton);
    EXPECT_EQ(rows(), 40);
    EXPECT_EQ(panel.currentSample(), 5);
}

TEST_F(SampleListPanelTest, ChoosingAHiddenFaceTakesTheFiltersAway) {
    text->setText("face3");
    panel.selectSample(20);
    EXPECT_EQ(panel.currentSample(), 20);
    EXPECT_TRUE(text->text().isEmpty());
    panel.selectSample(99);
    EXPECT_EQ(panel.currentSample(), 20) << "there is no such face";
}

TEST_F(SampleListPanelTest, SeveralFacesHaveAMenuThatThePageExtends) {
    clickRow(list, 1);
    clickRow(list, 3, Qt::ShiftModifier);
    clickRow(list, 2, Qt::ControlModifier);
    EXPECT_THAT(panel.selectedSamples(), ElementsAre(1, 3));
    std::vector<int> asked;
    QObject::connect(&panel, &SampleListPanel::faceMenuRequested, &panel,
                     [&](QMenu* menu, const std::vector<int>& indices) {
                         asked = indices;
                         menu->addAction("Mark as done");
                     });
    emit list->customContextMenuRequested(list->visualRect(list->model()->index(3, 0)).center());
    EXPECT_THAT(asked, ElementsAre(1, 3));
    auto* menu = panel.findChild<QMenu*>();
    ASSERT_NE(menu, nullptr);
    EXPECT_TRUE(menu->isVisible());
    EXPECT_EQ(menu->actions().front()->text(), "Mark as done");
    for (QAction* action : menu->actions())
        if (action->text() == "Copy names")
            action->trigger();
    EXPECT_EQ(QGuiApplication::clipboard()->text(), "face1\nface3");
    menu->close();
}

TEST_F(SampleListPanelTest, AProblemOpensItsFaceAtItsPoint) {
    panel.showProblems();
    QSignalSpy chosen(&panel, &SampleListPanel::problemChosen);
    QSignalSpy place(&panel, &SampleListPanel::problemPlaceChosen);
    QSignalSpy samples(&panel, &SampleListPanel::sampleChosen);
    clickRow(problems, 0);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 3);
    EXPECT_EQ(chosen[0][1].toInt(), 1);
    EXPECT_EQ(panel.currentSample(), 3);
    EXPECT_EQ(samples.size(), 1);
    QTest::keyClick(problems, Qt::Key_Down);
    EXPECT_EQ(chosen.size(), 1) << "looking at the list opens nothing";
    QTest::keyClick(problems, Qt::Key_Return);
    ASSERT_EQ(chosen.size(), 2);
    EXPECT_EQ(chosen[1][1].toInt(), -1);
    clickRow(problems, 2);
    ASSERT_EQ(place.size(), 1);
    EXPECT_EQ(place[0][0].toString(), "x.pts, line 2");
    EXPECT_EQ(place[0][1].toString(), "Broken.");
}

TEST_F(SampleListPanelTest, ProblemsCanBeSearchedCopiedAndLookedFor) {
    panel.showProblems();
    panel.findChild<QLineEdit*>("problem text")->setText("face3");
    QTest::mouseClick(button("Copy all"), Qt::LeftButton);
    EXPECT_EQ(QGuiApplication::clipboard()->text(),
              "/nowhere/face3.png: odd\n/nowhere/face3.png: small");
    QSignalSpy inspect(&panel, &SampleListPanel::inspectRequested);
    QPushButton* start = button("Inspect");
    QTest::mouseClick(start, Qt::LeftButton);
    EXPECT_EQ(inspect.size(), 1);
    panel.setInspecting(true);
    document.setProblems({});
    EXPECT_FALSE(start->isEnabled());
    const auto says = [&](const QString& words) {
        for (auto* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text().contains(words))
                return true;
        return false;
    };
    EXPECT_TRUE(says("Looking for annotations"));
    panel.setInspecting(false);
    EXPECT_TRUE(start->isEnabled());
    EXPECT_TRUE(says("No problems found so far"));
    panel.setInspected();
    EXPECT_TRUE(says("found nothing that looks wrong"));
    EXPECT_EQ(panel.findChild<QTabWidget*>()->tabText(1), "Problems (0)");
    panel.setDocument(nullptr, {});
    EXPECT_FALSE(start->isEnabled());
}

TEST_F(SampleListPanelTest, AnotherDocumentOfTheSameFolderKeepsFiltersAndChoice) {
    text->setText("face3");
    panel.selectSample(31);
    QSignalSpy chosen(&panel, &SampleListPanel::sampleChosen);
    AnnotationDocument again(faces(40));
    panel.setDocument(&again, {});
    EXPECT_EQ(panel.currentSample(), 31);
    EXPECT_EQ(text->text(), "face3");
    EXPECT_EQ(chosen.size(), 1);
    auto other = faces(4);
    other->source = "/elsewhere";
    AnnotationDocument elsewhere(other);
    panel.setDocument(&elsewhere, {});
    EXPECT_TRUE(text->text().isEmpty());
    EXPECT_EQ(rows(), 4);
    EXPECT_EQ(panel.currentSample(), 0);
}

TEST_F(SampleListPanelTest, OutlivesItsDocument) {
    auto short_lived = std::make_unique<AnnotationDocument>(faces(5));
    panel.setDocument(short_lived.get(), {});
    QSignalSpy chosen(&panel, &SampleListPanel::sampleChosen);
    short_lived.reset();
    EXPECT_EQ(rows(), 0);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), -1);
    EXPECT_EQ(problems->model()->rowCount(), 0);
}

TEST_F(SampleListPanelTest, SuggestedFacesAreAQueue) {
    EXPECT_FALSE(panel.isSuggested(5));
    const auto nothing_yet = [&](const char* name, const QString& item) {
        const int row = box(name)->findText(item);
        return (box(name)->model()->flags(box(name)->model()->index(row, 0)) & Qt::ItemIsEnabled) ==
               0;
    };
    EXPECT_TRUE(nothing_yet("order", "Suggested first"));
    EXPECT_TRUE(nothing_yet("trait", "Suggested to mark next"));
    for (const int face : {7, 2, 5}) {
        Sample bare = document.face(face);
        bare.points_in_image = {};
        document.setFace(face, bare, "");
    }
    text->setText("nothing has this name");
    panel.setSuggestions({"face7", "face2", "face5", "gone"});
    EXPECT_EQ(rows(), 3) << "alone, whatever was searched for";
    EXPECT_EQ(panel.currentSample(), 7);
    EXPECT_TRUE(panel.isSuggested(5));
    const auto says = [&](const QString& said) {
        for (const QLabel* label : panel.findChildren<QLabel*>())
            if (label->isVisible() && label->text() == said)
                return true;
        return false;
    };
    EXPECT_TRUE(says("3 of 4 suggested faces are left."));
    Sample marked = document.face(7);
    marked.points_in_image = Landmarks({{1, 1}, {2, 2}});
    document.setFace(7, marked, "");
    EXPECT_TRUE(says("2 of 4 suggested faces are left."));
    EXPECT_TRUE(panel.selectNextSuggestion());
    EXPECT_EQ(panel.currentSample(), 2) << "in their order";
    setState(2, FaceState::Done);
    EXPECT_TRUE(panel.selectNextSuggestion());
    EXPECT_EQ(panel.currentSample(), 5);
    setState(5, FaceState::Done);
    EXPECT_FALSE(panel.selectNextSuggestion());
    EXPECT_TRUE(says("All suggested faces are marked."));
    QSignalSpy wanted(&panel, &SampleListPanel::suggestionsWanted);
    QTest::mouseClick(button("Suggest more"), Qt::LeftButton);
    EXPECT_EQ(wanted.count(), 1);
    // After a training the face that one is at work on stays where one is.
    panel.setSuggestions({"face1", "face3"}, false);
    EXPECT_EQ(panel.currentSample(), 5);
    EXPECT_EQ(rows(), 3);
    panel.setSuggestions({"face1", "face3"}, true);
    EXPECT_EQ(panel.currentSample(), 1);
    panel.setSuggestions({});
    EXPECT_EQ(rows(), document.faceCount());
    EXPECT_FALSE(button("Suggest more")->isVisible());
}

}  // namespace
}  // namespace rudolph
