#include "ui/photos/photo_page.h"

#include <QComboBox>
#include <QFileDialog>
#include <QSemaphore>
#include <QSignalSpy>
#include <QToolBar>
#include <QToolButton>
#include <QTreeWidget>
#include <thread>
#include <utility>

#include "core/base/file.h"
#include "tests/support/dot_faces.h"
#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/photos/detector_hint.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

struct PhotoPageTest : test::PhotoFixture {
    /// The five points of a face, 24 of its 64 parts down for the eyes.
    static Point leftEye(const Box& box) {
        return {box.left + 20.5 / 64 * box.width - 0.5, box.top + 24.5 / 64 * box.height - 0.5};
    }
    Point pointOf(int row, int number = 0) {
        return face(row, number).points_in_image.points.at(0);
    }
};

TEST_F(PhotoPageTest, SaysWhatItIsForWhileItIsEmpty) {
    ASSERT_NE(emptyState(), nullptr);
    EXPECT_EQ(emptyState()->title(), "Points on your own photographs");
    EXPECT_TRUE(emptyState()->text().contains("Nothing leaves this machine"));
    QStringList buttons;
    for (auto* button : emptyState()->findChildren<QPushButton*>())
        if (button->isVisible())
            buttons << button->text();
    EXPECT_TRUE(buttons.contains("Open photographs…"));
    EXPECT_TRUE(buttons.contains("Open a folder…"));
    for (auto* button : emptyState()->findChildren<QPushButton*>())
        if (button->text() == "Open photographs…")
            QTest::mouseClick(button, Qt::LeftButton);
    auto* dialog = page.findChild<QFileDialog*>();
    ASSERT_NE(dialog, nullptr);
    emit dialog->filesSelected({toQString(write("one.png", {{200, 200}}))});
    ASSERT_TRUE(waitFor([&] { return photos().rowCount() == 1; }));
    EXPECT_EQ(emptyState(), nullptr);
}

TEST_F(PhotoPageTest, FindsTheFacesOfWhatIsDropped) {
    dropFour();
    EXPECT_EQ(entry(0).reading.faces.size(), 1U);
    EXPECT_EQ(entry(1).reading.faces.size(), 2U);
    EXPECT_EQ(entry(2).reading.faces.size(), 0U);
    EXPECT_EQ(entry(2).state, PhotoState::Done);
    EXPECT_EQ(entry(3).state, PhotoState::Broken);
    EXPECT_FALSE(entry(3).problem.isEmpty());
    EXPECT_EQ(page.statusLine(), "4 photographs · 3 faces · 1 without a face · 1 broken");
    EXPECT_EQ(current(), &entry(0));
    EXPECT_TRUE(view()->hasImage());
    EXPECT_EQ(fact("points"), "5");
    EXPECT_EQ(stage()->tool()->chosen(), 0) << "a single face is the chosen one";
}

TEST_F(PhotoPageTest, ShowsWhatIsWrongWithABrokenFile) {
    dropFour();
    choose(3);
    EXPECT_FALSE(view()->hasImage());
    EXPECT_FALSE(view()->message().isEmpty());
    EXPECT_FALSE(action("Draw box")->isEnabled());
}

TEST_F(PhotoPageTest, AddsNoFileTwiceAndSaysSo) {
    dropFour();
    drop({folder / "photos"});
    EXPECT_EQ(photos().rowCount(), 4);
    EXPECT_EQ(notice()->text(), "These are in the list already.");
    std::ofstream(folder / "notes.txt") << "no photograph";
    drop({folder / "notes.txt"});
    EXPECT_EQ(photos().rowCount(), 4);
}

TEST_F(PhotoPageTest, TheChosenTileIsMarkedWholeSoThatItsCaptionCanBeRead) {
    find<QToolButton>("grid")->setChecked(true);
    dropFour();
    choose(1);
    QListView* list = listPanel()->list();
    const QImage shown = list->viewport()->grab().toImage();
    const auto ground = [&](int row) {
        // The corner is neither photograph nor words.
        const QRect tile = list->visualRect(list->model()->index(row, 0));
        return shown.pixelColor(tile.bottomLeft() + QPoint(3, -3));
    };
    EXPECT_NE(ground(1), ground(0));
    EXPECT_EQ(ground(0), ground(2));
}

TEST_F(PhotoPageTest, ThePointsFollowABoxThatIsDragged) {
    dropFour();
    const Box before = face(0).found.box;
    const Point eye = pointOf(0);
    const Point middle = before.centre();
    press(at(middle.x, middle.y));
    moveTo(at(middle.x + 30, middle.y + 20));
    moveTo(at(middle.x + 60, middle.y + 40));
    ASSERT_TRUE(waitFor([&] { return pointOf(0).x > eye.x + 40; })) << "while the button is down";
    release(at(middle.x + 60, middle.y + 40));
    settle();
    EXPECT_NEAR(face(0).found.box.left, before.left + 60, 2);
    EXPECT_NEAR(pointOf(0).x, leftEye(face(0).found.box).x, 2);
    EXPECT_EQ(fact("found"), "drawn by hand");
    EXPECT_EQ(undoStack()->count(), 1);
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(face(0).found.box, before);
    EXPECT_NEAR(pointOf(0).x, eye.x, 2);
    key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    settle();
    EXPECT_NEAR(face(0).found.box.left, before.left + 60, 2);
}

TEST_F(PhotoPageTest, ACornerResizesTheBox) {
    dropFour();
    const Box before = face(0).found.box;
    drag(at(before.right(), before.bottom()), at(before.right() + 40, before.bottom() + 40));
    settle();
    EXPECT_EQ(face(0).found.box.left, before.left);
    EXPECT_NEAR(face(0).found.box.width, before.width + 40, 2);
    EXPECT_NEAR(pointOf(0).x, leftEye(face(0).found.box).x, 2);
}

TEST_F(PhotoPageTest, EscLeavesADraggedBoxAsItWas) {
    dropFour();
    const Box before = face(0).found.box;
    press(at(before.centre().x, before.centre().y));
    moveTo(at(300, 300));
    EXPECT_NE(face(0).found.box, before);
    key(Qt::Key_Escape);
    release(at(300, 300));
    settle();
    EXPECT_EQ(face(0).found.box, before);
    EXPECT_NEAR(pointOf(0).x, leftEye(before).x, 2);
    EXPECT_EQ(undoStack()->count(), 0);
}

TEST_F(PhotoPageTest, DrawsABoxWhereNothingWasFound) {
    dropFour();
    choose(2);
    EXPECT_TRUE(hint().startsWith("No face found")) << "says what to do";
    drag(at(100, 100), at(200, 220));
    settle();
    ASSERT_EQ(entry(2).reading.faces.size(), 1U);
    EXPECT_NEAR(face(2).found.box.width, 100, 2);
    EXPECT_EQ(face(2).points_in_image.size(), 5);
    EXPECT_TRUE(entry(2).by_person);
    key(Qt::Key_Delete);
    settle();
    EXPECT_TRUE(entry(2).reading.faces.empty());
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(entry(2).reading.faces.size(), 1U);
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_TRUE(entry(2).reading.faces.empty());
    EXPECT_FALSE(entry(2).by_person);
}

TEST_F(PhotoPageTest, DrawsAnotherBoxWithTheMouseAndByKeysAlone) {
    dropFour();
    key(Qt::Key_B);
    EXPECT_TRUE(action("Draw box")->isChecked());
    drag(at(400, 100), at(500, 200));
    settle();
    EXPECT_FALSE(action("Draw box")->isChecked());
    ASSERT_EQ(entry(0).reading.faces.size(), 2U);
    EXPECT_EQ(stage()->tool()->chosen(), 1);
    key(Qt::Key_B);
    key(Qt::Key_Return);
    settle();
    ASSERT_EQ(entry(0).reading.faces.size(), 3U);
    const Box box = face(0, 2).found.box;
    for (int i = 0; i < 3; ++i)
        key(Qt::Key_Right);
    key(Qt::Key_Down, Qt::ControlModifier);
    settle();
    EXPECT_NEAR(face(0, 2).found.box.left, box.left + 0.06 * box.width, 1e-6);
    EXPECT_GT(face(0, 2).found.box.height, box.height);
    EXPECT_NEAR(pointOf(0, 2).x, leftEye(face(0, 2).found.box).x, 8);
    const int steps = undoStack()->count();
    key(Qt::Key_Z, Qt::ControlModifier);
    EXPECT_EQ(face(0, 2).found.box, box) << "presses of arrow keys are one step";
    EXPECT_EQ(undoStack()->count(), steps);
    key(Qt::Key_B);
    key(Qt::Key_Escape);
    EXPECT_FALSE(action("Draw box")->isChecked());
}

TEST_F(PhotoPageTest, TabAndTheListChooseFaces) {
    dropFour();
    choose(1);
    PhotoTool* tool = stage()->tool();
    EXPECT_EQ(tool->chosen(), -1);
    EXPECT_FALSE(action("Delete face")->isEnabled());
    key(Qt::Key_Tab);
    EXPECT_EQ(tool->chosen(), 0);
    key(Qt::Key_Tab);
    EXPECT_EQ(tool->chosen(), 1);
    key(Qt::Key_Backtab);
    EXPECT_EQ(tool->chosen(), 0);
    QTreeWidget* faces = find<QTreeWidget>("faces of the photo");
    EXPECT_EQ(faces->topLevelItemCount(), 2);
    QTest::mouseClick(faces->viewport(), Qt::LeftButton, {},
                      faces->visualItemRect(faces->topLevelItem(1)).center());
    EXPECT_EQ(tool->chosen(), 1);
    const Box first = face(1, 0).found.box;
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {},
                      at(first.centre().x, first.centre().y));
    EXPECT_EQ(tool->chosen(), 0);
    EXPECT_EQ(undoStack()->count(), 0) << "a click moves nothing";
}

TEST_F(PhotoPageTest, UndoGoesToThePhotographThatWasEdited) {
    dropFour();
    key(Qt::Key_Delete);
    EXPECT_TRUE(entry(0).reading.faces.empty());
    choose(1);
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(current(), &entry(0));
    EXPECT_EQ(entry(0).reading.faces.size(), 1U);
}

TEST_F(PhotoPageTest, AnotherModelKeepsTheBoxes) {
    dropFour();
    const Box drawn{20, 30, 90, 90};
    emit stage()->tool()->boxDrawn(drawn);
    settle();
    const std::vector<PhotoFace> before = entry(0).reading.faces;
    setModel("other");
    settle();
    ASSERT_EQ(entry(0).reading.faces.size(), 2U);
    EXPECT_EQ(face(0, 1).found.box, drawn);
    EXPECT_EQ(face(0, 0).found.box, before[0].found.box);
    EXPECT_GT(face(0, 0).points_in_image.points[2].y, before[0].points_in_image.points[2].y);
    EXPECT_EQ(calls->detectors, 1);
}

TEST_F(PhotoPageTest, AModelThatCannotBeUsedSaysSoAndAnotherOneGoesOn) {
    setModel("broken");
    write("a-one.png", {{200, 200}});
    drop({folder / "photos"});
    settle();
    EXPECT_TRUE(notice()->text().contains("This model is broken"))
        << notice()->text().toStdString();
    EXPECT_EQ(entry(0).state, PhotoState::Waiting);
    setModel("face68");
    settle();
    EXPECT_EQ(entry(0).state, PhotoState::Done);
    EXPECT_TRUE(notice()->isHidden());
}

TEST_F(PhotoPageTest, FollowsAModelWhoseTrainingGoesOn) {
    const test::TrainedRun run(folder / "trained");
    run.writeBest(34);
    dropFour();
    setModel(run.model());
    settle();
    const double first = face(0).points_in_image.points[2].y;
    // The training has a better network, and at its end the same one with a calibration.
    run.writeBest(40);
    ASSERT_TRUE(waitFor([&] { return face(0).points_in_image.points[2].y > first + 2; }));
    settle();
    EXPECT_EQ(entry(0).state, PhotoState::Done);
    EXPECT_EQ(calls->detectors, 1) << "the boxes stay";
    setModel("face68");
    settle();
    EXPECT_NEAR(face(0).points_in_image.points[2].y, first, 1e-6) << "another one is chosen";
}

TEST_F(PhotoPageTest, ARunThatIsChosenWhileItsBestNetworkIsMeasuredIsAskedAgainAfterwards) {
    PhotoTools tools = test::fakePhotoTools(calls);
    tools.predictor = engineModelTools().predictor;
    page.setTools(tools);
    dropFour();
    TrainJob job;
    job.dataset = std::make_shared<const Dataset>(test::dot_faces(folder.path(), 4));
    job.experiment = test::dot_experiment();
    job.runs = folder / "runs";
    QString run;
    QSemaphore measuring;
    QSemaphore go_on;
    TrainObserver observer;
    observer.on_start = [&run](const TrainingPlan& plan) { run = toQString(plan.run_folder); };
    observer.on_measure = [&, told = false](const Progress&) mutable {
        if (std::exchange(told, true))
            return;
        measuring.release();
        go_on.acquire();
    };
    std::thread training([&] { open_engine()->train(job, observer, {}); });
    measuring.acquire();
    setModel(run);
    settle();
    EXPECT_EQ(face(0).points_in_image.size(), 2) << "that network's points";
    EXPECT_FALSE(face(0).confidence) << "how sure it is is being measured";
    go_on.release();
    training.join();
    ASSERT_TRUE(waitFor([&] { return face(0).confidence.has_value(); }));
    settle();
    EXPECT_TRUE(fact("confidence").contains('%')) << fact("confidence").toStdString();
}

TEST_F(PhotoPageTest, LooksWithTheNewNetworkOnceSomebodyLooksAtThePage) {
    const test::TrainedRun run(folder / "trained");
    run.writeBest(34);
    dropFour();
    setModel(run.model());
    settle();
    const double first = face(0).points_in_image.points[2].y;
    page.hide();
    QSignalSpy renewed(&session.models(), &ModelShelf::modelRenewed);
    run.writeBest(40);
    ASSERT_TRUE(renewed.wait(kWaitMs));
    EXPECT_TRUE(page.isSettled()) << "the training has the processors";
    page.show();
    EXPECT_FALSE(page.isSettled());
    settle();
    EXPECT_GT(face(0).points_in_image.points[2].y, first + 2);
}

TEST_F(PhotoPageTest, KeepsWhatIsFoundInSightWhileASecondModelIsAsked) {
    dropFour();
    const PhotoReading found = entry(1).reading;
    setSecondModel("other");
    EXPECT_FALSE(page.isSettled());
    EXPECT_EQ(page.photos().list().counts().waiting, 0);
    EXPECT_EQ(entry(1).reading, found);
    page.photos().stop();
    settle();
    EXPECT_TRUE(entry(1).compared.faces.empty());
    page.photos().goOn();
    settle();
    EXPECT_EQ(entry(1).compared.faces.size(), 2U);
    EXPECT_EQ(entry(1).reading, found);
    // A box whose points are due still gets both.
    page.photos().setCurrent(entry(0).id);
    page.photos().drawBox({400, 300, 80, 80});
    setSecondModel("yet another");
    settle();
    ASSERT_EQ(entry(0).reading.faces.size(), 2U);
    EXPECT_FALSE(entry(0).reading.faces[1].points_in_image.empty());
    EXPECT_EQ(entry(0).compared.faces.size(), 2U);
}

TEST_F(PhotoPageTest, ComparesTwoModelsOverEachOtherAndSideBySide) {
    dropFour();
    setSecondModel("other");
    settle();
    ASSERT_EQ(entry(0).compared.faces.size(), 1U);
    EXPECT_GT(entry(0).compared.faces[0].points_in_image.points[2].y,
              face(0).points_in_image.points[2].y);
    EXPECT_TRUE(legend().contains("other"));
    EXPECT_FALSE(find<FaceView>("second photograph")->isVisible());
    find<QComboBox>("two models")->setCurrentIndex(1);
    EXPECT_TRUE(find<FaceView>("second photograph")->isVisible());
    QTest::qWait(50);
    view()->zoomIn();
    EXPECT_NEAR(find<FaceView>("second photograph")->scaleNow(), view()->scaleNow(), 1e-9);
    find<FaceView>("second photograph")->zoomIn();
    find<FaceView>("second photograph")->zoomIn();
    EXPECT_NEAR(find<FaceView>("second photograph")->scaleNow(), view()->scaleNow(), 1e-9);
    find<QComboBox>("two models")->setCurrentIndex(0);
    setSecondModel({});
    EXPECT_FALSE(find<FaceView>("second photograph")->isVisible());
    EXPECT_TRUE(entry(0).compared.faces.empty());
}

TEST_F(PhotoPageTest, ABrokenSecondModelLeavesTheFirst) {
    dropFour();
    setSecondModel("broken");
    settle();
    EXPECT_TRUE(page.photos().choice().second.isEmpty());
    EXPECT_TRUE(notice()->text().startsWith("The second model cannot be used."));
    EXPECT_EQ(entry(0).state, PhotoState::Done);
    EXPECT_EQ(entry(0).reading.faces.size(), 1U);
}

TEST_F(PhotoPageTest, OffersTheDetectorThatIsNotThere) {
    dropFour();
    QComboBox* box = find<QComboBox>("detector");
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    EXPECT_EQ(page.photos().choice().detector, DetectorKind::Hog) << "goes on with what is there";
    EXPECT_TRUE(find<QLabel>("download text")->text().contains("YuNet"));
    EXPECT_TRUE(find<QPushButton>("download")->isVisibleTo(&page));
    find<QPushButton>("download")->click();
    ASSERT_TRUE(
        waitFor([&] { return find<QPushButton>("download")->text().startsWith("Download"); }));
    EXPECT_EQ(calls->downloads, 1);
    EXPECT_EQ(find<QLabel>("download text")->text(), "There is no connection. Try again later.");
    EXPECT_EQ(page.photos().choice().detector, DetectorKind::Hog);
}

TEST_F(PhotoPageTest, SaysWhatIsOddAboutAFileThatIsReadAllTheSame) {
    const auto whole = write("whole.jpg", {{200, 200}});
    std::ofstream(folder / "photos" / "moving.jpg", std::ios::binary)
        << read_file(whole) << std::string(1000, 'v');
    drop({folder / "photos"});
    settle();
    choose(0);
    EXPECT_TRUE(find<QLabel>("remark")->isVisible());
    EXPECT_TRUE(find<QLabel>("remark")->text().startsWith("The picture is followed by"));
    EXPECT_TRUE(find<QLabel>("remark")->text().endsWith("left out."));
    choose(1);
    EXPECT_FALSE(find<QLabel>("remark")->isVisible());
}

TEST_F(PhotoPageTest, SaysInOneLineThatThereIsABetterDetectorUntilThatIsDismissed) {
    Settings().set(settings::kDetectorHintDismissed, false);
    auto* hint = page.findChild<DetectorHint*>();
    ASSERT_NE(hint, nullptr);
    EXPECT_FALSE(hint->isVisible()) << "nobody uses the page yet";
    dropFour();
    EXPECT_TRUE(hint->isVisible());
    EXPECT_EQ(hint->actionButton()->text(), "Get YuNet (0.2 MB)");
    hint->actionButton()->click();
    EXPECT_FALSE(hint->isVisible());
    EXPECT_TRUE(find<QPushButton>("download")->isVisibleTo(&page));
    ASSERT_TRUE(waitFor([&] { return calls->downloads == 1; }));
    ASSERT_TRUE(
        waitFor([&] { return find<QPushButton>("download")->text().startsWith("Download"); }));
    write("later.png", {{200, 200}});
    drop({folder / "photos" / "later.png"});
    settle();
    EXPECT_TRUE(hint->isVisible());
    hint->findChild<QToolButton*>()->click();
    write("last.png", {{200, 200}});
    drop({folder / "photos" / "last.png"});
    settle();
    EXPECT_FALSE(hint->isVisible());
    Settings().set(settings::kDetectorHintDismissed, false);
}

TEST_F(PhotoPageTest, RemovesPhotographsAndBringsThemBack) {
    dropFour();
    listPanel()->list()->selectAll();
    action("Remove from the list")->trigger();
    EXPECT_EQ(photos().rowCount(), 0);
    EXPECT_NE(emptyState(), nullptr);
    undoStack()->undo();
    EXPECT_EQ(photos().rowCount(), 4);
    EXPECT_EQ(emptyState(), nullptr);
    choose(1);
    listPanel()->focusList();
    QTest::keyClick(listPanel()->list(), Qt::Key_Delete, Qt::ShiftModifier);
    EXPECT_EQ(photos().rowCount(), 3);
    ASSERT_NE(current(), nullptr);
    EXPECT_EQ(current()->file.filename(), "c-none.png") << "what has taken its place";
}

TEST_F(PhotoPageTest, WalksFromFaceToFaceAndZoomsToThem) {
    dropFour();
    choose(0);
    PhotoTool* tool = stage()->tool();
    const auto isInTheMiddle = [&](int row, int number) {
        const Point centre = face(row, number).found.box.centre();
        const QPointF off = view()->viewFromImage({centre.x, centre.y}) -
                            QRectF(view()->viewport()->rect()).center();
        return std::hypot(off.x(), off.y()) < 3;
    };
    ASSERT_EQ(tool->chosen(), 0);
    const double fitting = view()->scaleNow();
    key(Qt::Key_D);
    EXPECT_EQ(current(), &entry(1));
    ASSERT_TRUE(waitFor([&] { return tool->chosen() == 0 && isInTheMiddle(1, 0); }));
    EXPECT_GT(view()->scaleNow(), 1.5 * fitting);
    key(Qt::Key_D);
    EXPECT_EQ(tool->chosen(), 1);
    EXPECT_TRUE(isInTheMiddle(1, 1));
    key(Qt::Key_D);
    EXPECT_EQ(current(), &entry(2)) << "which has no face";
    EXPECT_EQ(tool->chosen(), -1);
    key(Qt::Key_A);
    EXPECT_EQ(current(), &entry(1));
    ASSERT_TRUE(waitFor([&] { return tool->chosen() == 1 && isInTheMiddle(1, 1); }))
        << "backwards the last face comes first";
    key(Qt::Key_A);
    EXPECT_EQ(tool->chosen(), 0);
    key(Qt::Key_A);
    EXPECT_EQ(current(), &entry(0));
    ASSERT_TRUE(waitFor([&] { return isInTheMiddle(0, 0); }));
    key(Qt::Key_A);
    EXPECT_EQ(current(), &entry(0));
    EXPECT_EQ(tool->chosen(), 0);
}

TEST_F(PhotoPageTest, FiltersAndGoesThroughThePhotographs) {
    dropFour();
    key(Qt::Key_D, Qt::ShiftModifier);
    EXPECT_EQ(current(), &entry(1));
    key(Qt::Key_A, Qt::ShiftModifier);
    EXPECT_EQ(current(), &entry(0));
    find<QComboBox>("which photographs")->setCurrentIndex(1);
    ASSERT_EQ(listPanel()->order()->rowCount(), 1);
    EXPECT_EQ(current(), &entry(2));
    find<QToolButton>("grid")->click();
    EXPECT_TRUE(find<QToolButton>("grid")->isChecked());
    listPanel()->choose(entry(1).id);
    EXPECT_EQ(current(), &entry(1)) << "takes the filter away where it hides it";
}

TEST_F(PhotoPageTest, StopsAndGoesOn) {
    QSignalSpy busy(&session.activities(), &Activities::changed);
    for (int i = 0; i < 40; ++i)
        write("photo" + std::to_string(100 + i) + ".png", {{200, 200}});
    drop({folder / "photos"});
    EXPECT_FALSE(busy.isEmpty());
    ASSERT_FALSE(session.activities().active().empty());
    EXPECT_EQ(session.activities().active().front()->what(), "Looking at photographs");
    session.activities().active().front()->cancel();
    settle();
    int waiting = photos().counts().waiting;
    EXPECT_GT(waiting, 0);
    EXPECT_TRUE(notice()->text().startsWith("Stopped"));
    QTest::mouseClick(notice()->actionButton(), Qt::LeftButton);
    settle();
    EXPECT_EQ(photos().counts().waiting, 0);
    EXPECT_TRUE(session.activities().active().empty());
}

TEST_F(PhotoPageTest, MarksADoubtfulFaceInWords) {
    dropFour();
    photos().change(entry(0).id, [](PhotoEntry& entry) {
        entry.reading.faces[0].confidence = FaceConfidence{0.31, {0.9, 0.9, 0.2, 0.9, 0.9}};
        entry.reading.faces[0].angles = HeadAngles{-25, 0, 0};
    });
    EXPECT_EQ(fact("confidence"), "31 %, doubtful");
    EXPECT_EQ(fact("points"), "5, 1 of them doubtful");
    EXPECT_EQ(fact("pose"), "turned 25° to the left");
    EXPECT_TRUE(hint().startsWith("The model is not sure"));
    EXPECT_TRUE(legend().contains("hollow"));
    EXPECT_EQ(find<QTreeWidget>("faces of the photo")->topLevelItem(0)->text(1), "31 %, doubtful");
}

TEST_F(PhotoPageTest, ToolsThatDoNotFitAreInAMenu) {
    dropFour();
    auto* bar = page.findChild<QToolBar*>();
    ASSERT_NE(bar, nullptr);
    auto* rest = bar->findChild<QToolButton*>("qt_toolbar_ext_button");
    ASSERT_NE(rest, nullptr);
    page.resize(1600, 700);
    ASSERT_TRUE(waitFor([&] { return !rest->isVisible(); }));
    // In another language words are longer.
    for (const char* id : {"photos/lines", "photos/numbers", "photos/boxes", "photos/draw"})
        page.findChild<QAction*>(id)->setIconText("Ein sehr langes Wort");
    page.resize(900, 700);
    ASSERT_TRUE(waitFor([&] { return rest->isVisible(); }));
    for (auto* button : bar->findChildren<QToolButton*>())
        if (button->isVisible())
            EXPECT_TRUE(bar->rect().contains(button->geometry())) << button->text().toStdString();
}

TEST_F(PhotoPageTest, KeysAndNamesAreThereForAll) {
    dropFour();
    for (QWidget* widget : page.findChildren<QWidget*>()) {
        if (!(widget->focusPolicy() & Qt::TabFocus) || !widget->isVisibleTo(&page))
            continue;
        const auto* button = qobject_cast<QAbstractButton*>(widget);
        const QString name = button != nullptr && !button->text().isEmpty()
                                 ? button->text()
                                 : widget->accessibleName();
        EXPECT_FALSE(name.isEmpty() && qobject_cast<QToolButton*>(widget) == nullptr &&
                     (button != nullptr || qobject_cast<QComboBox*>(widget) != nullptr))
            << widget->metaObject()->className() << " " << widget->objectName().toStdString();
    }
}

}  // namespace
}  // namespace rudolph
