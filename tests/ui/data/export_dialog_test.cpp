#include "ui/data/export_dialog.h"

#include <gtest/gtest.h>

#include <QCheckBox>
#include <QComboBox>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMimeData>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/file_manager.h"
#include "ui/base/path_convert.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kWaitMs = 60000;

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
    void waitForLosses() {
        ASSERT_TRUE(QTest::qWaitFor([this] { return dialog_->knowsLosses(); }, kWaitMs));
    }
    void exportNow() {
        QTest::mouseClick(dialog_->exportButton(), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog_->isWriting(); }, kWaitMs));
    }
    QStringList shownLosses() {
        QStringList texts;
        for (int i = 0; i < dialog_->lossList()->count(); ++i)
            texts << dialog_->lossList()->item(i)->text();
        return texts;
    }

    test::TempDir dir_;
    std::shared_ptr<const Dataset> dataset_;
    std::unique_ptr<ExportDialog> dialog_;
};

TEST_F(ExportDialogTest, OffersEveryFormatWithItsOwnChoices) {
    EXPECT_EQ(dialog_->formatBox()->count(), static_cast<int>(writable_formats().size()));
    EXPECT_TRUE(dialog_->firstPixelBox()->isVisible());
    EXPECT_FALSE(dialog_->columnsBox()->isVisible());
    dialog_->setFormat("csv");
    EXPECT_FALSE(dialog_->firstPixelBox()->isVisible());
    EXPECT_TRUE(dialog_->columnsBox()->isVisible());
    EXPECT_EQ(dialog_->request().format, DatasetFormat::Csv);
    dialog_->columnsBox()->setCurrentIndex(1);
    EXPECT_EQ(dialog_->request().options.csv_columns, CsvColumns::Xy);
}

TEST_F(ExportDialogTest, WritesWhatCanBeReadAgainAndShowsTheFolder) {
    test::FileManager manager;
    QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
    EXPECT_FALSE(dialog_->exportButton()->isEnabled());
    dialog_->setDestination(toQString(dir_ / "ausgab"));
    QTest::keyClick(dialog_->destinationField(), Qt::Key_E);
    exportNow();
    ASSERT_EQ(exported.count(), 1) << dialog_->result()->text().toStdString();
    const Dataset again = open_dataset(toPath(exported[0][0].toString()));
    ASSERT_EQ(again.samples.size(), 4U);
    EXPECT_NEAR(again.samples[1].points_in_image.points[5].x,
                dataset_->samples[1].points_in_image.points[5].x, 1e-3);
    EXPECT_TRUE(std::filesystem::exists(dir_ / "ausgabe" / "face1.png"));
    EXPECT_TRUE(dialog_->result()->text().contains("ausgabe"));
    ASSERT_TRUE(dialog_->showFolderButton()->isVisible());
    QTest::mouseClick(dialog_->showFolderButton(), Qt::LeftButton);
    EXPECT_EQ(QDir(manager.shown), QDir(toQString(dir_ / "ausgabe")));
}

TEST_F(ExportDialogTest, SaysWhatIsLostBeforeWriting) {
    dialog_->setFormat("project");
    waitForLosses();
    EXPECT_TRUE(shownLosses().isEmpty()) << shownLosses().join('\n').toStdString();
    EXPECT_EQ(dialog_->lossTitle()->text(), "Nothing is lost.");
    dialog_->setFormat("dlib");
    waitForLosses();
    EXPECT_EQ(dialog_->lossTitle()->text(), "This is lost:");
    const std::vector<Loss> expected = losses(*dataset_, DatasetFormat::DlibXml);
    ASSERT_EQ(shownLosses().size(), static_cast<int>(expected.size()));
    EXPECT_EQ(shownLosses()[0], QString::fromStdString(expected[0].message) + '.');
    EXPECT_FALSE(dialog_->lossList()->item(0)->toolTip().isEmpty());
}

TEST_F(ExportDialogTest, ExportsOnlyTheFacesThatAreDone) {
    ASSERT_TRUE(dialog_->facesBox()->isVisible());
    dialog_->facesBox()->setCurrentIndex(1);
    dialog_->setDestination(toQString(dir_ / "done"));
    exportNow();
    const Dataset again = open_dataset(dir_ / "done");
    ASSERT_EQ(again.samples.size(), 1U);
    EXPECT_EQ(again.samples[0].id, "face2");
}

TEST_F(ExportDialogTest, WritesOverFilesOnlyWhenToldTo) {
    dialog_->setDestination(toQString(dir_ / "twice"));
    exportNow();
    exportNow();
    EXPECT_TRUE(dialog_->result()->text().contains("there already"))
        << dialog_->result()->text().toStdString();
    EXPECT_FALSE(dialog_->showFolderButton()->isVisible());
    QTest::mouseClick(dialog_->overwriteBox(), Qt::LeftButton, {},
                      {8, dialog_->overwriteBox()->height() / 2});
    exportNow();
    EXPECT_TRUE(dialog_->result()->text().startsWith("Written to"))
        << dialog_->result()->text().toStdString();
}

TEST_F(ExportDialogTest, CancellingLeavesNothingAndKeepsTheDialog) {
    dialog_->setDestination(toQString(dir_ / "cancelled"));
    QTest::mouseClick(dialog_->exportButton(), Qt::LeftButton);
    ASSERT_TRUE(dialog_->isWriting());
    EXPECT_EQ(dialog_->closeButton()->text(), "Cancel");
    QTest::keyClick(dialog_.get(), Qt::Key_Escape);
    ASSERT_TRUE(QTest::qWaitFor([this] { return !dialog_->isWriting(); }, kWaitMs));
    EXPECT_TRUE(dialog_->isVisible());
    // It may have been done before the wish came through; never half.
    const bool written = dialog_->result()->text().startsWith("Written to");
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
    EXPECT_EQ(dialog_->request().destination, dir_ / "faces");
}

TEST_F(ExportDialogTest, RemembersTheFormatAndWhereEachWentTo) {
    dialog_->setFormat("coco");
    dialog_->setDestination(toQString(dir_ / "coco"));
    exportNow();
    ExportDialog again(dataset_);
    EXPECT_EQ(again.request().format, DatasetFormat::Coco);
    EXPECT_EQ(again.request().destination, dir_ / "coco");
    again.setFormat("dlib");
    EXPECT_TRUE(again.destinationField()->text().isEmpty());
    EXPECT_FALSE(again.exportButton()->isEnabled());
    again.setDestination("not/whole");
    EXPECT_FALSE(again.exportButton()->isEnabled());
}

TEST_F(ExportDialogTest, EveryFormatWritesWhatItReads) {
    for (const FormatInfo& info : writable_formats()) {
        dialog_->setFormat(QString::fromStdString(info.key));
        dialog_->picturesBox()->setCurrentIndex(0);
        dialog_->setDestination(toQString(dir_ / ("to " + info.key)));
        QSignalSpy exported(dialog_.get(), &ExportDialog::exported);
        exportNow();
        ASSERT_EQ(exported.count(), 1)
            << info.key << ": " << dialog_->result()->text().toStdString();
        EXPECT_EQ(open_dataset(toPath(exported[0][0].toString())).samples.size(), 4U) << info.key;
    }
}

TEST_F(ExportDialogTest, GoingAwayWhileWritingStopsIt) {
    dialog_->setDestination(toQString(dir_ / "gone"));
    QTest::mouseClick(dialog_->exportButton(), Qt::LeftButton);
    dialog_.reset();
    const bool begun = std::filesystem::exists(dir_ / "gone" / "face0.pts");
    EXPECT_EQ(std::filesystem::exists(dir_ / "gone" / "face3.pts"), begun);
}

}  // namespace
}  // namespace rudolph
