#include "ui/data/export_dialog.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>
#include <fstream>

#include "core/dataset/reference_shape.h"
#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/file_manager.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/data/export_fields.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

using test::waitFor;

/// The dialog over four drawn faces, of which one is done.
class ExportDialogTest : public testing::Test {
protected:
    ExportDialogTest() {
        std::filesystem::create_directories(dir_ / "faces");
        for (int i = 0; i < 4; ++i)
            test::write_drawn_face(dir_ / "faces", "face" + std::to_string(i));
        auto opened = std::make_shared<Dataset>(open_dataset(dir_ / "faces"));
        opened->samples[2].state = FaceState::Done;
        dataset_ = opened;
        for (const FormatInfo& info : writable_formats())
            Settings().set(settings::kExportDestination / QString::fromStdString(info.key), {});
        Settings().set(settings::kExportFormat, "pts");
        dialog_ = std::make_unique<ExportDialog>(dataset_);
        dialog_->open();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(dialog_.get()));
    }
    ExportFields& fields() { return *dialog_->findChild<ExportFields*>(); }
    QComboBox* box(const char* name) { return dialog_->findChild<QComboBox*>(name); }
    QPushButton* button(const char* name) { return dialog_->findChild<QPushButton*>(name); }
    QListWidget* lossList() { return dialog_->findChild<QListWidget*>(); }
    QString text(const char* name) { return dialog_->findChild<QLabel*>(name)->text(); }
    QString lossTitle() { return text("loss title"); }
    QString result() { return text("result"); }
    bool isWriting() { return button("close")->text() == "Cancel"; }
    void waitForLosses() {
        ASSERT_TRUE(waitFor([this] { return !lossTitle().startsWith("Looking"); }));
    }
    void exportNow() {
        QTest::mouseClick(button("export"), Qt::LeftButton);
        ASSERT_TRUE(waitFor([this] { return !isWriting(); }));
    }
    QStringList shownLosses() {
        QStringList texts;
        for (int i = 0; i < lossList()->count(); ++i)
            texts << lossList()->item(i)->text();
        return texts;
    }

    test::TempDir dir_;
    std::shared_ptr<const Dataset> dataset_;
    std::unique_ptr<ExportDialog> dialog_;
};

TEST_F(ExportDialogTest, OffersEveryFormatWithItsOwnChoices) {
    EXPECT_EQ(box("format")->count(), static_cast<int>(writable_formats().size()));
    EXPECT_TRUE(box("first pixel")->isVisible());
    EXPECT_FALSE(box("columns")->isVisible());
    fields().setFormat("csv");
    EXPECT_FALSE(box("first pixel")->isVisible());
    EXPECT_TRUE(box("columns")->isVisible());
    EXPECT_EQ(fields().request().format, DatasetFormat::Csv);
    box("columns")->setCurrentIndex(1);
    EXPECT_EQ(fields().request().options.csv_columns, CsvColumns::Xy);
}

TEST_F(ExportDialogTest, WritesWhatCanBeReadAgainAndShowsTheFolder) {
    test::FileManager manager;
    QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
    EXPECT_FALSE(button("export")->isEnabled());
    fields().setDestination(toQString(dir_ / "ausgab"));
    QTest::keyClick(dialog_->findChild<QLineEdit*>("destination"), Qt::Key_E);
    exportNow();
    ASSERT_EQ(exported.count(), 1) << result().toStdString();
    const Dataset again = open_dataset(toPath(exported[0][0].toString()));
    ASSERT_EQ(again.samples.size(), 4U);
    EXPECT_NEAR(again.samples[1].points_in_image.points[5].x,
                dataset_->samples[1].points_in_image.points[5].x, 1e-3);
    EXPECT_TRUE(std::filesystem::exists(dir_ / "ausgabe" / "face1.png"));
    EXPECT_TRUE(result().contains("ausgabe"));
    ASSERT_TRUE(button("show folder")->isVisible());
    QTest::mouseClick(button("show folder"), Qt::LeftButton);
    EXPECT_EQ(QDir(manager.shown), QDir(toQString(dir_ / "ausgabe")));
}

TEST_F(ExportDialogTest, WritesThePointsOfAnotherSchemeAndSaysWhatHasNoPlaceThere) {
    Dataset faces;
    faces.name = "faces";
    faces.root = faces.source = dir_ / "faces";
    faces.scheme = builtin_scheme("ibug-68");
    Sample face = dataset_->samples[0];
    face.points_in_image = reference_shape(faces.scheme);
    for (Point& point : face.points_in_image.points)
        point = point * 20 + Point(20, 20);
    faces.samples = {face};
    ExportDialog dialog(std::make_shared<const Dataset>(faces));
    dialog.open();
    auto* points = dialog.findChild<QComboBox*>("points");
    ASSERT_TRUE(points->isVisible());
    const int five = points->findData("celeba-5");
    ASSERT_GT(five, 0);
    EXPECT_LT(points->findData("hand-21"), 0);
    auto* fields = dialog.findChild<ExportFields*>();
    fields->setFormat("project");
    points->setCurrentIndex(five);
    auto* list = dialog.findChild<QListWidget*>();
    ASSERT_TRUE(waitFor([list] { return list->count() == 1; }));
    EXPECT_TRUE(list->item(0)->text().contains("celeba-5"));
    fields->setDestination(toQString(dir_ / "five.rudolph"));
    QSignalSpy exported(&dialog, &ExportDialog::exported);
    QTest::mouseClick(dialog.findChild<QPushButton*>("export"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&exported] { return exported.count() == 1; }));
    EXPECT_EQ(open_dataset(dir_ / "five.rudolph").scheme.name, "celeba-5");
}

TEST_F(ExportDialogTest, SaysWhatIsLostBeforeWriting) {
    fields().setFormat("project");
    waitForLosses();
    EXPECT_TRUE(shownLosses().isEmpty()) << shownLosses().join('\n').toStdString();
    EXPECT_EQ(lossTitle(), "Nothing is lost.");
    fields().setFormat("dlib");
    waitForLosses();
    EXPECT_EQ(lossTitle(), "This is lost:");
    const std::vector<Loss> expected = losses(*dataset_, DatasetFormat::DlibXml);
    ASSERT_EQ(shownLosses().size(), static_cast<int>(expected.size()));
    EXPECT_EQ(shownLosses()[0], QString::fromStdString(expected[0].message) + '.');
    EXPECT_FALSE(lossList()->item(0)->toolTip().isEmpty());
}

TEST_F(ExportDialogTest, ExportsOnlyTheFacesThatAreDone) {
    ASSERT_TRUE(box("faces")->isVisible());
    box("faces")->setCurrentIndex(1);
    fields().setDestination(toQString(dir_ / "done"));
    exportNow();
    const Dataset again = open_dataset(dir_ / "done");
    ASSERT_EQ(again.samples.size(), 1U);
    EXPECT_EQ(again.samples[0].id, "face2");
}

TEST_F(ExportDialogTest, WritesOverFilesOnlyWhenToldTo) {
    fields().setDestination(toQString(dir_ / "twice"));
    exportNow();
    exportNow();
    EXPECT_TRUE(result().contains("there already")) << result().toStdString();
    EXPECT_FALSE(button("show folder")->isVisible());
    auto* overwrite = dialog_->findChild<QCheckBox*>("overwrite");
    QTest::mouseClick(overwrite, Qt::LeftButton, {}, {8, overwrite->height() / 2});
    exportNow();
    EXPECT_TRUE(result().startsWith("Written to")) << result().toStdString();
}

TEST_F(ExportDialogTest, CancellingLeavesNothingAndKeepsTheDialog) {
    fields().setDestination(toQString(dir_ / "cancelled"));
    QTest::mouseClick(button("export"), Qt::LeftButton);
    ASSERT_TRUE(isWriting());
    EXPECT_EQ(button("close")->text(), "Cancel");
    QTest::keyClick(dialog_.get(), Qt::Key_Escape);
    ASSERT_TRUE(waitFor([this] { return !isWriting(); }));
    EXPECT_TRUE(dialog_->isVisible());
    // It may have been done before the wish came through; never half.
    const bool written = result().startsWith("Written to");
    EXPECT_EQ(std::filesystem::exists(dir_ / "cancelled" / "face0.pts"), written);
    EXPECT_EQ(std::filesystem::exists(dir_ / "cancelled" / "face3.pts"), written);
    QTest::keyClick(dialog_.get(), Qt::Key_Escape);
    EXPECT_FALSE(dialog_->isVisible());
}

TEST_F(ExportDialogTest, TakesAFolderThatIsDropped) {
    QMimeData mime;
    mime.setUrls({QUrl::fromLocalFile(toQString(dir_ / "faces"))});
    QDragEnterEvent enter({50, 40}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog_.get(), &enter);
    EXPECT_TRUE(enter.isAccepted());
    QDropEvent drop({50, 40}, Qt::CopyAction, &mime, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(dialog_.get(), &drop);
    EXPECT_EQ(fields().request().destination, dir_ / "faces");
}

TEST_F(ExportDialogTest, RemembersTheFormatAndWhereEachWentTo) {
    fields().setFormat("coco");
    fields().setDestination(toQString(dir_ / "coco"));
    exportNow();
    ExportDialog again(dataset_);
    auto* fields = again.findChild<ExportFields*>();
    auto* write = again.findChild<QPushButton*>("export");
    EXPECT_EQ(fields->request().format, DatasetFormat::Coco);
    EXPECT_EQ(fields->request().destination, dir_ / "coco");
    fields->setFormat("dlib");
    EXPECT_TRUE(again.findChild<QLineEdit*>("destination")->text().isEmpty());
    EXPECT_FALSE(write->isEnabled());
    fields->setDestination("not/whole");
    EXPECT_FALSE(write->isEnabled());
}

TEST_F(ExportDialogTest, EveryFormatWritesWhatItReads) {
    for (const FormatInfo& info : writable_formats()) {
        fields().setFormat(QString::fromStdString(info.key));
        box("pictures")->setCurrentIndex(0);
        fields().setDestination(toQString(dir_ / ("to " + info.key)));
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        exportNow();
        ASSERT_EQ(exported.count(), 1) << info.key << ": " << result().toStdString();
        EXPECT_EQ(open_dataset(toPath(exported[0][0].toString())).samples.size(), 4U) << info.key;
    }
}

TEST_F(ExportDialogTest, LeavesOutPhotographsWithoutAnnotationUnlessTheyAreKept) {
    auto some = std::make_shared<Dataset>(*dataset_);
    some->samples[1].points_in_image = {};
    some->samples[1].box.reset();
    dialog_ = std::make_unique<ExportDialog>(some);
    dialog_->open();
    auto* keep = dialog_->findChild<QCheckBox*>("keep unannotated");
    EXPECT_FALSE(keep->isVisible());
    fields().setFormat("coco");
    ASSERT_TRUE(keep->isVisible());
    EXPECT_FALSE(keep->isChecked());
    waitForLosses();
    EXPECT_EQ(shownLosses().filter("left out").size(), 1) << shownLosses().join('\n').toStdString();
    keep->click();
    waitForLosses();
    EXPECT_EQ(shownLosses().filter("negative").size(), 1) << shownLosses().join('\n').toStdString();
    EXPECT_TRUE(fields().request().options.keep_unannotated);
}

TEST_F(ExportDialogTest, AProjectIsCalledByItsOwnName) {
    fields().setFormat("project");
    fields().setDestination(toQString(dir_ / "mine.rudolph"));
    exportNow();
    EXPECT_EQ(open_dataset(dir_ / "mine.rudolph").name, "mine");
}

TEST_F(ExportDialogTest, GoingAwayWhileWritingStopsIt) {
    fields().setDestination(toQString(dir_ / "gone"));
    QTest::mouseClick(button("export"), Qt::LeftButton);
    dialog_.reset();
    const bool begun = std::filesystem::exists(dir_ / "gone" / "face0.pts");
    EXPECT_EQ(std::filesystem::exists(dir_ / "gone" / "face3.pts"), begun);
}

TEST_F(ExportDialogTest, PicturesFromElsewhereAreCopiedOnlyWhenThePersonSaysSo) {
    std::filesystem::create_directories(dir_ / "elsewhere");
    test::write_drawn_face(dir_ / "elsewhere", "other");
    auto changed = std::make_shared<Dataset>(*dataset_);
    changed->samples[0].image = dir_ / "elsewhere/other.png";
    std::ofstream(dir_ / "faces/text.png") << "no picture";
    changed->samples[1].image = dir_ / "faces/text.png";
    dialog_ = std::make_unique<ExportDialog>(changed);
    dialog_->open();
    fields().setDestination(toQString(dir_ / "out"));
    waitForLosses();
    EXPECT_TRUE(lossList()->item(0)->text().contains("text.png"));
    QTest::mouseClick(button("export"), Qt::LeftButton);
    auto* box = dialog_->findChild<QMessageBox*>();
    ASSERT_NE(box, nullptr);
    EXPECT_TRUE(box->informativeText().contains("other.png"));
    EXPECT_FALSE(isWriting());
    QTest::mouseClick(box->findChild<QPushButton*>("copy outside"), Qt::LeftButton);
    ASSERT_TRUE(waitFor([this] { return result().startsWith("Written"); }))
        << result().toStdString();
    EXPECT_TRUE(std::filesystem::exists(dir_ / "out/elsewhere/other.png"));
    EXPECT_FALSE(std::filesystem::exists(dir_ / "out/faces/text.png"));
}

}  // namespace
}  // namespace rudolph
