// Photographs from the drop to the saved points, in the studio's window with nothing but mouse and
// keys, the model that comes with the program and the detector that needs no download.
#include <QCheckBox>
#include <QFileDialog>
#include <QMimeData>
#include <QToolButton>
#include <QTreeWidget>
#include <QWindow>
#include <limits>
#include <sstream>

#include "core/base/file.h"
#include "core/demo/demo_faces.h"
#include "core/eval/metrics.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "tests/support/shared_data.h"
#include "tests/ui/support/annotating_fixture.h"
#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/photos/photo_save_dialog.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;

constexpr double kGoodNme = 0.08;
/// Stands in every photograph's file, as a camera would say where it was.
constexpr auto kPlace = "48.137154 N 11.576124 E";

/// What another test has chosen before does not count.
struct FirstStart {
    FirstStart() {
        Settings settings;
        settings.set(settings::kPhotoModel, {});
        settings.set(settings::kPhotoSecondModel, {});
        settings.set(settings::kPhotoDetector, {});
        settings.set(settings::kPhotoDetectorFile, {});
        settings.set(settings::kPhotosAsGrid, false);
    }
};

struct PhotoSession : testing::Test {
    PhotoSession() {
        fs::create_directories(photos());
        window.session()->setRunsFolder(toQString(folder / "runs"));
        window.resize(1280, 800);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&window));
    }
    ~PhotoSession() override {
        if (window.session()->document() != nullptr)
            window.session()->document()->setJournal(nullptr);
    }

    fs::path photos() const { return folder / "Köpfe"; }
    fs::path results() const { return folder / "Ergebnisse für alle"; }
    PhotoPage& page() { return *window.findChild<PhotoPage*>(); }
    PhotoListModel& list() { return page().photos().list(); }
    PhotoStage& stage() { return *page().findChild<PhotoStage*>(); }
    FaceView* view() { return stage().view(); }
    QString fact(const QString& name) {
        return page().findChild<PhotoDetails*>()->findChild<QLabel*>(name)->text();
    }
    PhotoSaveDialog* saveDialog() { return page().findChild<PhotoSaveDialog*>(); }
    const PhotoEntry& entry(int row) { return list().entry(row); }
    const PhotoFace& face(int row, int number) {
        return entry(row).reading.faces.at(static_cast<size_t>(number));
    }
    std::vector<PhotoFace> allFaces() {
        std::vector<PhotoFace> all;
        for (int row = 0; row < list().rowCount(); ++row)
            for (const PhotoFace& face : entry(row).reading.faces)
                all.push_back(face);
        return all;
    }

    void settle() {
        ASSERT_TRUE(waitFor([&] { return page().isSettled(); }));
    }
    /// Without a window manager nobody makes the window active again when a dialog has closed.
    void key(Qt::Key code, Qt::KeyboardModifiers with = {}) {
        window.activateWindow();
        ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(view(), code, with);
    }
    void drag(const Point& from, const Point& to) {
        const auto at = [this](const Point& p) { return view()->viewFromImage({p.x, p.y}); };
        QWidget* canvas = view()->viewport();
        QTest::mousePress(canvas, Qt::LeftButton, {}, at(from).toPoint());
        QTest::mouseMove(canvas, ((at(from) + at(to)) / 2).toPoint());
        QTest::mouseMove(canvas, at(to).toPoint());
        QTest::mouseRelease(canvas, Qt::LeftButton, {}, at(to).toPoint());
        settle();
    }
    void replaceText(QLineEdit* field, const QString& text) {
        QTest::mouseClick(field, Qt::LeftButton);
        QTest::keyClick(field, Qt::Key_A, Qt::ControlModifier);
        // QTest types nothing but ASCII.
        for (const QChar letter : text) {
            QKeyEvent pressed(QEvent::KeyPress, 0, Qt::NoModifier, letter);
            QApplication::sendEvent(field, &pressed);
        }
        ASSERT_EQ(field->text(), text);
    }
    void check(QCheckBox* box, bool checked) {
        if (box->isChecked() != checked)
            QTest::mouseClick(box, Qt::LeftButton, {}, {8, box->height() / 2});
        ASSERT_EQ(box->isChecked(), checked) << box->text().toStdString();
    }
    void choose(QComboBox* box, int item) {
        QTest::mouseClick(box, Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return box->view()->isVisible(); }));
        const QRect row = box->view()->visualRect(box->model()->index(item, 0));
        // A list that has just opened takes a click for the second half of a double click.
        ASSERT_TRUE(waitFor([&] {
            QTest::mouseClick(box->view()->viewport(), Qt::LeftButton, {}, row.center());
            return !box->view()->isVisible();
        }));
        ASSERT_EQ(box->currentIndex(), item);
    }

    /// A copy as it came from a camera.
    void copyPhotograph(const fs::path& from) {
        std::string bytes = read_file(from);
        const std::string block = std::string("Exif\0\0", 6) + kPlace;
        bytes.insert(2, std::string("\xff\xe1\0", 3) + static_cast<char>(block.size() + 2) + block);
        write_file(photos() / from.filename(), bytes);
    }
    /// To the window itself, as the system does it: whatever lies there has its say.
    void dropPhotographs() {
        QTest::keyClick(&window, Qt::Key_6, Qt::ControlModifier);
        ASSERT_EQ(window.page(), StudioPage::Photos);
        ASSERT_EQ(page().photos().choice().model, "face68");
        ASSERT_EQ(page().photos().choice().detector, DetectorKind::Hog);
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(toQString(photos()))});
        const QPoint middle = window.rect().center();
        QDragEnterEvent enter(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.windowHandle(), &enter);
        ASSERT_TRUE(enter.isAccepted());
        QDropEvent dropped(middle, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(window.windowHandle(), &dropped);
        ASSERT_TRUE(waitFor([&] { return list().rowCount() > 0; }));
        settle();
        ASSERT_EQ(list().rowCount(), 3);
        const auto* notice = page().findChild<NoticeBar*>();
        EXPECT_TRUE(notice->isHidden()) << notice->text().toStdString();
    }
    void choosePhotograph(int row) {
        QListView* list = page().findChild<PhotoListPanel*>()->list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
        settle();
        ASSERT_EQ(page().photos().current(), &entry(row));
        ASSERT_TRUE(view()->hasImage());
    }
    void chooseFace(int number) {
        QTreeWidget* list = page().findChild<QTreeWidget*>("faces of the photo");
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualItemRect(list->topLevelItem(number)).center());
        ASSERT_EQ(stage().tool()->chosen(), number);
    }

    double nme(int row, int number) {
        const Sample& sample = annotated(row);
        const PhotoFace& found = face(row, number);
        if (found.points_in_image.size() != sample.points_in_image.size())
            return std::numeric_limits<double>::infinity();
        return face_result(sample.id, found.points_in_image, sample.points_in_image,
                           truth.scheme.normalising_distance(sample.points_in_image), {}, {1, 1})
            .nme;
    }
    const Sample& annotated(int row) {
        const auto place = truth.find(entry(row).file.stem().string());
        return truth.samples.at(static_cast<size_t>(place.value()));
    }
    /// The face whose points are known; −1: it was not found.
    int annotatedFace(int row) {
        for (int i = 0; i < static_cast<int>(entry(row).reading.faces.size()); ++i)
            if (nme(row, i) < 0.5)
                return i;
        return -1;
    }
    /// In the model and in what the person sees of it.
    void expectEachAnnotatedFaceFound() {
        for (int row = 0; row < list().rowCount(); ++row) {
            SCOPED_TRACE(entry(row).file.filename());
            const int number = annotatedFace(row);
            ASSERT_GE(number, 0) << "not found";
            EXPECT_LE(nme(row, number), kGoodNme);
            choosePhotograph(row);
            chooseFace(number);
            EXPECT_TRUE(fact("confidence").contains('%'));
            EXPECT_TRUE(fact("points").startsWith("68"));
            EXPECT_TRUE(fact("angles").startsWith("yaw "));
            EXPECT_TRUE(fact("found").startsWith("found, score "));
        }
    }

    /// Ctrl+S; pictures, points and the table.
    void saveAll(const QString& format) {
        key(Qt::Key_S, Qt::ControlModifier);
        PhotoSaveDialog* dialog = saveDialog();
        ASSERT_NE(dialog, nullptr);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
        check(dialog->findChild<QCheckBox*>("pictures"), true);
        check(dialog->findChild<QCheckBox*>("points"), true);
        check(dialog->findChild<QCheckBox*>("table"), true);
        check(dialog->findChild<QCheckBox*>("json"), false);
        choose(dialog->findChild<QComboBox*>("format"),
               dialog->findChild<QComboBox*>("format")->findData(format));
        replaceText(dialog->findChild<QLineEdit*>("folder"), toQString(results()));
        QTest::mouseClick(dialog->findChild<QPushButton*>("save"), Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return !dialog->isSaving(); }));
        EXPECT_EQ(dialog->findChild<QLabel*>("result")->text(),
                  "Wrote drawn, points, faces.csv into " + toQString(results()) + ".");
        QTest::keyClick(dialog, Qt::Key_Escape);
        ASSERT_TRUE(waitFor([&] { return saveDialog() == nullptr; }));
    }
    void expectDrawnPictures() {
        for (int row = 0; row < list().rowCount(); ++row) {
            const fs::path file = results() / "drawn" / entry(row).file.filename();
            SCOPED_TRACE(file);
            ASSERT_TRUE(fs::exists(file));
            const cv::Mat drawn = decode_image(file);
            const cv::Mat photo = decode_image(entry(row).file);
            ASSERT_EQ(drawn.size(), photo.size());
            cv::Mat changed;
            cv::absdiff(drawn, photo, changed);
            cv::Mat grey;
            cv::cvtColor(changed, grey, cv::COLOR_BGR2GRAY);
            // Far more than what compressing it anew does.
            EXPECT_GE(cv::countNonZero(grey > 40), 68);
            EXPECT_THAT(read_file(entry(row).file), HasSubstr(kPlace));
            EXPECT_THAT(read_file(file), Not(HasSubstr("Exif")));
        }
        for (const auto& each : fs::recursive_directory_iterator(results()))
            if (each.is_regular_file()) {
                EXPECT_THAT(read_file(each.path()), Not(HasSubstr(kPlace))) << each.path();
            }
    }
    void expectTable() {
        std::istringstream table(read_file(results() / "faces.csv"));
        std::vector<std::string> lines;
        for (std::string line; std::getline(table, line);)
            lines.push_back(line);
        ASSERT_EQ(lines.size(), 1 + allFaces().size());
        const auto fields = [](const std::string& line) {
            return std::count(line.begin(), line.end(), ',');
        };
        size_t at = 1;
        for (int row = 0; row < list().rowCount(); ++row)
            for (size_t i = 0; i < entry(row).reading.faces.size(); ++i, ++at) {
                EXPECT_THAT(lines[at], HasSubstr(entry(row).file.filename().string()));
                EXPECT_EQ(fields(lines[at]), fields(lines[0]));
            }
    }
    static void expectSamePoints(const Landmarks& read, const Landmarks& shown, double precision) {
        ASSERT_EQ(read.size(), shown.size());
        for (size_t i = 0; i < shown.points.size(); ++i) {
            EXPECT_NEAR(read.points[i].x, shown.points[i].x, precision) << i;
            EXPECT_NEAR(read.points[i].y, shown.points[i].y, precision) << i;
        }
    }
    /// By the header's button, into a project beside the results, and there accepts the first face.
    void annotateThese() {
        for (auto* button : page().findChildren<QToolButton*>())
            if (button->isVisible() && button->text() == "Annotate these…")
                QTest::mouseClick(button, Qt::LeftButton);
        auto* dialog = page().findChild<QFileDialog*>();
        ASSERT_NE(dialog, nullptr);
        ASSERT_TRUE(QTest::qWaitForWindowExposed(dialog));
        auto* name = dialog->findChild<QLineEdit*>();
        replaceText(name, toQString(folder / "Vorschläge.rudolph"));
        QTest::keyClick(name, Qt::Key_Return);
        AnnotationDocument* document = nullptr;
        ASSERT_TRUE(waitFor([&] {
            document = window.session()->document();
            return window.page() == StudioPage::Data && document != nullptr;
        }));
        ASSERT_TRUE(fs::exists(folder / "Vorschläge.rudolph"));
        const std::vector<PhotoFace> faces = allFaces();
        ASSERT_EQ(document->faceCount(), static_cast<int>(faces.size()));
        const SampleListModel& list = window.findChild<SampleListPanel*>()->faces();
        ASSERT_EQ(list.rowCount(), document->faceCount());
        for (int i = 0; i < document->faceCount(); ++i) {
            SCOPED_TRACE(document->face(i).id);
            EXPECT_EQ(list.data(list.index(i), SampleListModel::ProposedByRole), "face68");
            EXPECT_EQ(document->face(i).image.parent_path(), photos());
            expectSamePoints(document->face(i).points_in_image,
                             faces[static_cast<size_t>(i)].points_in_image, 1e-3);
        }
        EXPECT_TRUE(document->dataset().labelled().empty()) << "proposals are no truth";
        auto* canvas = window.findChild<FaceView*>("face");
        ASSERT_TRUE(waitFor([&] {
            return window.findChild<DataPage*>()->isAnnotating() && canvas->isVisible() &&
                   canvas->hasImage();
        }));
        for (auto* button : window.findChild<DataPage*>()->findChildren<QPushButton*>())
            if (button->isVisible() && button->text().remove('&') == "Accept")
                QTest::mouseClick(button, Qt::LeftButton);
        EXPECT_EQ(document->dataset().labelled(), std::vector<int>{0});
    }

    test::TempDir folder;
    test::EmptyDataHome home{folder / "data"};
    FirstStart first_start;
    MainWindow window;
    Dataset truth;
};

TEST_F(PhotoSession, FromRealPhotographsToSavedPointsAndTheAnnotator) {
    SKIP_WITHOUT_SHARED_DATA(real, "photos");
    truth = open_dataset(real);
    for (const char* name : {"16413031_1.jpg", "2404040793_1.jpg", "815038_1.jpg"})
        copyPhotograph(real / name);
    ASSERT_NO_FATAL_FAILURE(dropPhotographs());
    ASSERT_GE(allFaces().size(), 4U) << "one of them shows two faces";
    ASSERT_NO_FATAL_FAILURE(expectEachAnnotatedFaceFound());

    // A box that lies askew: the points stay on the face.
    choosePhotograph(0);
    const int number = annotatedFace(0);
    const PhotoFace before = face(0, number);
    const Box& box = before.found.box;
    drag(box.centre(), box.centre() + Point(0.15 * box.width, 0));
    EXPECT_NEAR(face(0, number).found.box.left, box.left + 0.15 * box.width, 2);
    EXPECT_NE(face(0, number).points_in_image, before.points_in_image) << "looked at anew";
    EXPECT_LE(nme(0, number), kGoodNme);
    EXPECT_EQ(fact("found"), "drawn by hand");
    key(Qt::Key_Z, Qt::ControlModifier);
    settle();
    EXPECT_EQ(face(0, number).found.box, box);
    expectSamePoints(face(0, number).points_in_image, before.points_in_image, 0.5);

    ASSERT_NO_FATAL_FAILURE(saveAll("dlib"));
    expectDrawnPictures();
    expectTable();
    const Dataset read = open_dataset(results() / "points");
    const std::vector<PhotoFace> faces = allFaces();
    ASSERT_EQ(read.labelled().size(), faces.size());
    ASSERT_EQ(read.samples.size(), faces.size());
    for (size_t i = 0; i < faces.size(); ++i) {
        SCOPED_TRACE(read.samples[i].id);
        // dlib's lists keep whole pixels.
        expectSamePoints(read.samples[i].points_in_image, faces[i].points_in_image, 0.5 + 1e-9);
        EXPECT_TRUE(fs::equivalent(read.samples[i].image.parent_path(), photos()));
    }
    annotateThese();
}

TEST_F(PhotoSession, FromMadeUpFacesToSavedPointsAndTheAnnotator) {
    DemoFacesSpec spec;
    spec.format = DemoFormat::Ibug;
    spec.people = 1;
    write_demo_faces(folder / "made", spec);
    fs::remove(folder / "made" / "labels.xml");  // the .pts files are more exact
    truth = open_dataset(folder / "made");
    for (const char* name : {"01-1m.jpg", "01-2m.jpg", "01-6m.jpg"})
        copyPhotograph(folder / "made" / name);
    ASSERT_NO_FATAL_FAILURE(dropPhotographs());
    ASSERT_NO_FATAL_FAILURE(expectEachAnnotatedFaceFound());

    // Instead of what the detector has found, a box that a person draws.
    choosePhotograph(1);
    ASSERT_EQ(entry(1).reading.faces.size(), 1U);
    const Box found = face(1, 0).found.box;
    key(Qt::Key_Delete);
    settle();
    ASSERT_TRUE(entry(1).reading.faces.empty());
    drag({found.left, found.top}, {found.right(), found.bottom()});
    ASSERT_EQ(entry(1).reading.faces.size(), 1U);
    const PhotoFace& drawn = face(1, 0);
    EXPECT_NEAR(drawn.found.box.width, found.width, 2);
    ASSERT_EQ(drawn.points_in_image.size(), 68);
    const Box about = squared(drawn.found.box, 1.5);
    for (const Point& point : drawn.points_in_image.points) {
        EXPECT_TRUE(point.x > about.left && point.x < about.right()) << point;
        EXPECT_TRUE(point.y > about.top && point.y < about.bottom()) << point;
    }
    EXPECT_LE(nme(1, 0), kGoodNme);
    EXPECT_EQ(fact("found"), "drawn by hand");

    ASSERT_NO_FATAL_FAILURE(saveAll("pts"));
    expectDrawnPictures();
    expectTable();
    // These files lie beside their pictures where they are read.
    for (int row = 0; row < 3; ++row)
        fs::copy_file(entry(row).file, results() / "points" / entry(row).file.filename());
    const Dataset read = open_dataset(results() / "points");
    ASSERT_EQ(read.labelled().size(), 3U);
    for (int row = 0; row < 3; ++row)
        expectSamePoints(read.samples[static_cast<size_t>(row)].points_in_image,
                         face(row, 0).points_in_image, 1e-3);
    annotateThese();
}

}  // namespace
}  // namespace rudolph
