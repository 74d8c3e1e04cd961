#include "ui/data/data_page.h"

#include <gmock/gmock.h>

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QSplitter>
#include <QStackedWidget>
#include <QTabWidget>
#include <QTableWidget>
#include <QTest>
#include <QToolButton>
#include <fstream>

#include "tests/support/drawn_faces.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/data/import_assistant.h"
#include "ui/data/sample_details.h"
#include "ui/data/sample_list_panel.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/message_panel.h"
#include "ui/session/data_opener.h"
#include "ui/session/session.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

class DataPageTest : public testing::Test {
protected:
    DataPageTest() {
        page.resize(1280, 800);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&page));
        view = page.findChild<FaceView*>("face");
        list = page.findChild<QListView*>("faces");
        problems = page.findChild<QListView*>("problems");
        text = page.findChild<QLineEdit*>("filter text");
        tabs = page.findChild<QTabWidget*>();
        states = page.findChild<QStackedWidget*>();
    }

    void open(const std::filesystem::path& path) {
        session.opener().open(toQString(path));
        waitUntilIdle();
    }
    void waitUntilIdle() {
        ASSERT_TRUE(waitFor([&] { return session.activities().active().empty(); }));
    }
    MessagePanel* panel() { return qobject_cast<MessagePanel*>(states->currentWidget()); }
    void clickRow(QListView* in, int row) {
        const QRect place = in->visualRect(in->model()->index(row, 0));
        QTest::mouseClick(in->viewport(), Qt::LeftButton, {}, place.center());
    }
    void drop(const std::filesystem::path& path) {
        QMimeData data;
        data.setUrls({QUrl::fromLocalFile(toQString(path))});
        const QPoint at(600, 400);
        QDragEnterEvent enter(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &enter);
        EXPECT_TRUE(enter.isAccepted());
        QDropEvent dropped(at, Qt::CopyAction, &data, Qt::LeftButton, {});
        QApplication::sendEvent(&page, &dropped);
    }

    test::TempDir dir;
    Session session;
    DataPage page{&session};
    FaceView* view;
    QListView* list;
    QListView* problems;
    QLineEdit* text;
    QTabWidget* tabs;
    QStackedWidget* states;
};

TEST_F(DataPageTest, SaysAtFirstWhatItIsFor) {
    ASSERT_NE(panel(), nullptr);
    EXPECT_EQ(panel()->title(), "Look at annotated faces");
    QStringList buttons;
    for (const QPushButton* button : panel()->findChildren<QPushButton*>())
        buttons << button->text();
    EXPECT_TRUE(buttons.contains("Make demo faces"));
    EXPECT_TRUE(buttons.contains("Open a folder…"));
}

TEST_F(DataPageTest, OpensAFolderAndShowsTheFaceThatIsClicked) {
    test::write_drawn_face(dir.path(), "a", {160, 120});
    test::write_drawn_face(dir.path(), "b", {100, 200});
    open(dir.path());
    ASSERT_NE(session.dataset(), nullptr);
    EXPECT_EQ(session.dataset()->samples[1].image_size, cv::Size(100, 200));
    EXPECT_EQ(list->model()->rowCount(), 2);
    EXPECT_THAT(page.statusLine().toStdString(), testing::HasSubstr("2 faces"));
    ASSERT_TRUE(waitFor([&] { return view->hasImage(); }));

    clickRow(list, 1);
    ASSERT_TRUE(waitFor([&] { return view->accessibleDescription() == "b"; }));
    ASSERT_TRUE(view->truth().has_value());
    EXPECT_EQ(view->truth()->points_in_image, session.dataset()->samples[1].points_in_image);
    EXPECT_LE(view->viewFromImage({0, 199}).y(), view->viewport()->height());
}

TEST_F(DataPageTest, ArrowKeysWalkThroughTheFaces) {
    for (const char* name : {"a", "b", "c"})
        test::write_drawn_face(dir.path(), name);
    open(dir.path());
    ASSERT_TRUE(waitFor([&] { return view->hasImage(); }));
    EXPECT_TRUE(list->hasFocus());
    QTest::keyClick(list, Qt::Key_Down);
    QTest::keyClick(list, Qt::Key_Down);
    EXPECT_TRUE(waitFor([&] { return view->accessibleDescription() == "c"; }));
}

TEST_F(DataPageTest, ShowsTheSampleAsTheNetworkGetsIt) {
    for (const char* name : {"a", "b", "c"})
        test::write_drawn_face(dir.path(), name);
    open(dir.path());
    auto* details = page.findChild<SampleDetails*>();
    auto* labels = details->findChild<QTableWidget*>();
    auto* crop = details->findChild<FaceView*>();
    auto* input = details->findChild<QComboBox*>();
    input->setCurrentIndex(input->findText("full-face: 160 × 120 pixels"));
    ASSERT_TRUE(waitFor([&] { return labels->rowCount() == 68; }));
    EXPECT_TRUE(crop->hasImage());
    const QPointF end = crop->viewFromImage({159.5, 119.5}) - crop->viewFromImage({-0.5, -0.5});
    EXPECT_NEAR(end.x() / end.y(), 160.0 / 120, 0.01);
    const Point first = test::average_face("ibug-68", Box{40, 20, 80, 80}).front();
    EXPECT_NEAR(labels->item(0, 1)->text().toDouble(), (first.x + 0.5) / 160, 0.0005);
    EXPECT_NEAR(labels->item(0, 2)->text().toDouble(), (first.y + 0.5) / 120, 0.0005);

    input->setCurrentIndex(input->findText("nose-tip: 80 × 60 pixels"));
    EXPECT_TRUE(waitFor([&] { return labels->rowCount() == 1; }));
}

TEST_F(DataPageTest, FiltersWhileTyping) {
    for (const char* name : {"anna", "bert", "berta"})
        test::write_drawn_face(dir.path(), name);
    open(dir.path());
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(text->hasFocus());
    QTest::keyClicks(text, "BERT");
    EXPECT_EQ(list->model()->rowCount(), 2);
    EXPECT_TRUE(waitFor([&] { return view->accessibleDescription() == "bert"; }));
    QTest::keyClicks(text, "zzz");
    EXPECT_EQ(list->model()->rowCount(), 0);
    EXPECT_EQ(view->message(), "No face matches the filters.");
    page.findChild<SampleListPanel*>()->clearFilters();
    EXPECT_EQ(list->model()->rowCount(), 3);
    EXPECT_TRUE(waitFor([&] { return view->hasImage(); }));
}

TEST_F(DataPageTest, KeysSwitchNumbersAndLines) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    open(dir.path());
    const bool numbers = view->numbersShown();
    const bool lines = view->linesShown();
    QTest::keyClick(list, Qt::Key_N);
    QTest::keyClick(list, Qt::Key_L);
    EXPECT_EQ(view->numbersShown(), !numbers);
    EXPECT_EQ(view->linesShown(), !lines);
    EXPECT_EQ(Settings().get(settings::kLinesShown), !lines);
    QTest::keyClick(list, Qt::Key_N);
    QTest::keyClick(list, Qt::Key_L);
    // Where one types, a letter is a letter.
    text->setFocus();
    QTest::keyClicks(text, "n");
    EXPECT_EQ(view->numbersShown(), numbers);
    EXPECT_EQ(text->text(), "n");
}

TEST_F(DataPageTest, ListsProblemsAndChoosesTheirFaces) {
    for (const char* name : {"a", "b", "far"})
        test::write_drawn_face(dir.path(), name);
    std::ofstream(dir / "cut.pts") << "version: 1\nn_points: 68\n{\n1 2\n";
    std::ofstream(dir / "cut.png") << "";
    {
        std::ofstream far(dir / "far.pts");
        far << "version: 1\nn_points: 68\n{\n";
        for (int i = 0; i < 68; ++i)
            far << 900 + i << " 10\n";
        far << "}\n";
    }
    open(dir.path());
    // Two of files, and one of drawn faces that all look the same.
    ASSERT_EQ(problems->model()->rowCount(), 3);
    EXPECT_EQ(tabs->tabText(1), "Problems (3)");
    tabs->setCurrentIndex(1);
    for (int row = 0; row < 3; ++row) {
        if (problems->model()->index(row, 0).data().toString().contains("nearly the same"))
            continue;
        const bool about_far = problems->model()->index(row, 0).data().toString().contains("far");
        clickRow(problems, row);
        if (about_far)
            EXPECT_TRUE(waitFor([&] { return view->accessibleDescription() == "far"; }));
        else
            EXPECT_THAT(view->message().toStdString(), testing::HasSubstr("cut.pts"));
    }
    QTest::keyClick(problems, Qt::Key_C, Qt::ControlModifier);
    EXPECT_FALSE(QGuiApplication::clipboard()->text().isEmpty());
}

TEST_F(DataPageTest, APartInTheWrongOrderIsMendedFromItsProblemAndThatIsUndone) {
    DemoFacesSpec spec;
    spec.people = 3;
    session.opener().setDemoFaces(spec);
    session.opener().openDemoFaces();
    waitUntilIdle();
    AnnotationDocument* document = session.document();
    ASSERT_NE(document, nullptr);
    const auto mend = page.findChild<QPushButton*>("mend");
    const auto mend_all = page.findChild<QPushButton*>("mend all");
    const std::vector<Sample> right = {document->face(4), document->face(10)};
    for (const int index : {4, 10}) {
        Sample wrong = document->face(index);
        const std::vector<int>& eye = document->scheme().lines[1].points;
        for (size_t i = 0; i < eye.size(); ++i)
            wrong.points_in_image.points[static_cast<size_t>(eye[i])] =
                document->face(index)
                    .points_in_image.points[static_cast<size_t>(eye[eye.size() - 1 - i])];
        document->setFace(index, wrong, "wrong");
    }
    const std::vector<Sample> wrong = {document->face(4), document->face(10)};
    session.opener().inspect();
    waitUntilIdle();
    ASSERT_EQ(problems->model()->rowCount(), 2);
    tabs->setCurrentIndex(1);
    EXPECT_FALSE(mend->isVisible());
    clickRow(problems, 0);
    ASSERT_TRUE(mend->isVisible());
    EXPECT_TRUE(mend_all->isVisible());
    QTest::mouseClick(mend, Qt::LeftButton);
    waitUntilIdle();
    EXPECT_EQ(document->face(4), right[0]);
    EXPECT_EQ(document->face(10), wrong[1]);
    ASSERT_EQ(problems->model()->rowCount(), 1) << "it has looked again";
    document->undoStack()->undo();
    EXPECT_EQ(document->face(4), wrong[0]);
    session.opener().inspect();
    waitUntilIdle();
    ASSERT_EQ(problems->model()->rowCount(), 2);
    clickRow(problems, 1);
    QTest::mouseClick(mend_all, Qt::LeftButton);
    waitUntilIdle();
    EXPECT_EQ(document->face(4), right[0]);
    EXPECT_EQ(document->face(10), right[1]);
    EXPECT_EQ(problems->model()->rowCount(), 0);
}

TEST_F(DataPageTest, OpensWhatIsDropped) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    drop(dir.path());
    waitUntilIdle();
    EXPECT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(Settings().get(settings::kRecentDatasets).value(0), toQString(dir.path()));
}

TEST_F(DataPageTest, OpensTheFolderOfADroppedPicture) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    drop(dir / "a.png");
    waitUntilIdle();
    EXPECT_EQ(list->model()->rowCount(), 2);
}

TEST_F(DataPageTest, SaysWhatIsWrongWithAnEmptyFolderAndGoesBack) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    open(dir.path());
    const test::TempDir nothing;
    open(nothing.path());
    ASSERT_NE(panel(), nullptr);
    EXPECT_THAT(panel()->title().toStdString(), testing::HasSubstr("cannot be opened"));
    EXPECT_THAT(panel()->text().toStdString(), testing::HasSubstr(nothing.path().string()));
    for (QPushButton* button : panel()->findChildren<QPushButton*>())
        if (button->text() == "Back")
            button->click();
    EXPECT_EQ(panel(), nullptr);
    EXPECT_EQ(list->model()->rowCount(), 2);
}

TEST_F(DataPageTest, DoesNotTakeAnUnrelatedFileForItsFolder) {
    test::write_drawn_face(dir.path(), "a");
    std::ofstream(dir / "letter.txt") << "no faces";
    drop(dir / "letter.txt");
    waitUntilIdle();
    ASSERT_NE(panel(), nullptr);
    EXPECT_THAT(panel()->title().toStdString(), testing::HasSubstr("letter.txt"));
}

TEST_F(DataPageTest, FilteringBringsACollapsedListBack) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    open(dir.path());
    auto* splitter = page.findChild<QSplitter*>("data splitter");
    splitter->setSizes({0, 900, 300});
    ASSERT_EQ(splitter->sizes().first(), 0);
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    EXPECT_GE(splitter->sizes().first(), 240);
    EXPECT_TRUE(text->hasFocus());
    splitter->setSizes({280, 700, 280});
}

TEST_F(DataPageTest, SaysThatAFolderIsGone) {
    open(dir / "gone");
    ASSERT_NE(panel(), nullptr);
    EXPECT_THAT(panel()->text().toStdString(), testing::HasSubstr("gone"));
    EXPECT_FALSE(Settings().get(settings::kRecentDatasets).contains(toQString(dir / "gone")));
}

TEST_F(DataPageTest, KeepsAFaceWhosePictureCannotBeRead) {
    test::write_drawn_face(dir.path(), "a");
    std::ofstream(dir / "a.png") << "no picture";
    open(dir.path());
    EXPECT_EQ(list->model()->rowCount(), 1);
    EXPECT_EQ(problems->model()->rowCount(), 1);
    EXPECT_FALSE(view->hasImage());
    EXPECT_FALSE(view->message().isEmpty());
}

TEST_F(DataPageTest, KeepsTheChosenFaceWhenThePicturesHaveBeenChecked) {
    for (const char* name : {"a", "b", "c"})
        test::write_drawn_face(dir.path(), name);
    session.opener().open(toQString(dir.path()));
    ASSERT_TRUE(waitFor([&] { return session.dataset() != nullptr; }));
    page.findChild<SampleListPanel*>()->selectSample(2);
    QSignalSpy chosen(page.findChild<SampleListPanel*>(), &SampleListPanel::sampleChosen);
    waitUntilIdle();
    for (const QList<QVariant>& arguments : chosen)
        EXPECT_EQ(arguments.first().toInt(), 2);
    EXPECT_EQ(page.findChild<SampleListPanel*>()->currentSample(), 2);
}

TEST_F(DataPageTest, CancellingKeepsWhatWasOpen) {
    for (const char* name : {"a", "b"})
        test::write_drawn_face(dir.path(), name);
    session.opener().open(toQString(dir.path()));
    session.opener().cancel();
    waitUntilIdle();
    EXPECT_EQ(session.dataset(), nullptr);
    ASSERT_NE(panel(), nullptr);
    EXPECT_EQ(panel()->title(), "Look at annotated faces");
}

TEST_F(DataPageTest, TheLastOfSeveralWishesWins) {
    const test::TempDir other;
    for (const char* name : {"a", "b"})
        test::write_drawn_face(dir.path(), name);
    for (const char* name : {"x", "y", "z"})
        test::write_drawn_face(other.path(), name);
    session.opener().open(toQString(dir.path()));
    session.opener().open(toQString(other.path()));
    waitUntilIdle();
    EXPECT_EQ(list->model()->rowCount(), 3);
}

TEST_F(DataPageTest, FolderDialogDoesNotBlock) {
    session.navigation().chooseFaces();
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    EXPECT_TRUE(dialog->isVisible());
    dialog->reject();
}

TEST_F(DataPageTest, AsksOnceForTheFolderOfAListsPictures) {
    std::filesystem::create_directories(dir / "elsewhere");
    std::filesystem::create_directories(dir / "list");
    std::ofstream list_file(dir / "list" / "faces.xml");
    list_file << "<dataset><images>";
    for (const std::string name : {"a", "b", "c"}) {
        test::write_drawn_face(dir / "elsewhere", name);
        list_file << "<image file='/gone/" << name
                  << ".png'><box left='10' top='10' width='90' height='80'>"
                     "<part name='0' x='30' y='40'/><part name='1' x='60' y='40'/></box></image>";
    }
    list_file << "</images></dataset>";
    list_file.close();
    open(dir / "list" / "faces.xml");
    ASSERT_NE(session.dataset(), nullptr);
    EXPECT_TRUE(session.dataset()->samples.empty());
    auto* where = page.findChild<QPushButton*>("pictures folder");
    ASSERT_TRUE(where->isVisible());
    QTest::mouseClick(where, Qt::LeftButton);
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    dialog->selectFile(toQString(dir / "elsewhere"));
    static_cast<QDialog*>(dialog)->accept();
    waitUntilIdle();
    EXPECT_EQ(session.dataset()->samples.size(), 3U);
    EXPECT_FALSE(where->isVisible());
}

TEST_F(DataPageTest, EverythingThatCanBeUsedHasANameAndATip) {
    test::write_drawn_face(dir.path(), "a");
    test::write_drawn_face(dir.path(), "b");
    open(dir.path());
    for (const QAbstractButton* button : page.findChildren<QAbstractButton*>()) {
        if (!button->isVisible() || button->text().isEmpty())
            continue;
        EXPECT_FALSE(button->toolTip().isEmpty()) << button->text().toStdString();
    }
    for (const QComboBox* box : page.findChildren<QComboBox*>())
        EXPECT_FALSE(box->accessibleName().isEmpty());
    for (const QAbstractItemView* items : {list, problems})
        EXPECT_FALSE(items->accessibleName().isEmpty());
}

TEST(DataPage, MayCloseWhileItOpens) {
    const test::TempDir dir;
    for (int i = 0; i < 40; ++i)
        test::write_drawn_face(dir.path(), std::to_string(i), {640, 480});
    Session session;
    DataPage page(&session);
    page.show();
    session.opener().open(toQString(dir.path()));
    QTest::qWait(20);
}

TEST_F(DataPageTest, OpensRealFaces) {
    SKIP_WITHOUT_SHARED_DATA(faces, "imm_face_db");
    open(faces);
    const auto files = QDir(toQString(faces)).entryList({"*.asf"}, QDir::Files).size();
    EXPECT_EQ(list->model()->rowCount(), files);
    // A grimace may look wrong; nothing else does.
    for (int row = 0; row < problems->model()->rowCount(); ++row)
        EXPECT_THAT(
            problems->model()->index(row, 0).data().toString().toStdString(),
            testing::AnyOf(testing::HasSubstr("outlier"), testing::HasSubstr("Wrong order")));
}

}  // namespace
}  // namespace rudolph
