#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "tests/ui/support/photo_fixture.h"
#include "ui/photos/photo_save_dialog.h"

namespace rudolph {
namespace {

using test::kPhotoWaitMs;

struct PhotoSaveTest : test::PhotoFixture {
    PhotoSaveDialog& openDialog() {
        key(Qt::Key_S, Qt::ControlModifier);
        EXPECT_NE(page.saveDialog(), nullptr);
        PhotoSaveDialog& dialog = *page.saveDialog();
        dialog.folderField()->setText(toQString(folder / "results"));
        for (QCheckBox* box : {dialog.picturesBox(), dialog.pointsBox(), dialog.tableBox(),
                               dialog.jsonBox(), dialog.overwriteBox()})
            box->setChecked(false);
        return dialog;
    }
    void save(PhotoSaveDialog& dialog) {
        QTest::mouseClick(dialog.saveButton(), Qt::LeftButton);
        ASSERT_TRUE(QTest::qWaitFor([&] { return !dialog.isSaving(); }, kPhotoWaitMs));
    }
};

TEST_F(PhotoSaveTest, WritesPicturesPointsAndTables) {
    dropFour();
    PhotoSaveDialog& dialog = openDialog();
    EXPECT_FALSE(dialog.saveButton()->isEnabled()) << "nothing is chosen";
    QTest::mouseClick(dialog.picturesBox(), Qt::LeftButton, {}, {8, 8});
    dialog.tableBox()->setChecked(true);
    dialog.jsonBox()->setChecked(true);
    dialog.pointsBox()->setChecked(true);
    dialog.formatBox()->setCurrentIndex(dialog.formatBox()->findData("dlib"));
    save(dialog);
    EXPECT_EQ(dialog.result()->text(), "Wrote drawn, points, faces.csv, faces.jsonl into " +
                                           toQString(folder / "results") +
                                           ". 1 photograph without results was left out.");
    for (const char* name : {"a-one.png", "b-two.png", "c-none.png"})
        EXPECT_TRUE(std::filesystem::exists(folder / "results" / "drawn" / name)) << name;
    const cv::Mat drawn = decode_image(folder / "results" / "drawn" / "a-one.png");
    const cv::Mat photo = decode_image(folder / "photos" / "a-one.png");
    EXPECT_GT(cv::norm(drawn, photo), 0);
    const std::string table = read_file(folder / "results" / "faces.csv");
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 4) << "a header and three faces";
    const Dataset points = open_dataset(folder / "results" / "points");
    EXPECT_EQ(points.labelled().size(), 3U);
}

TEST_F(PhotoSaveTest, WritesOverNothingUnasked) {
    dropFour();
    PhotoSaveDialog& dialog = openDialog();
    dialog.tableBox()->setChecked(true);
    save(dialog);
    save(dialog);
    EXPECT_TRUE(dialog.result()->text().contains("there already"))
        << dialog.result()->text().toStdString();
    dialog.overwriteBox()->setChecked(true);
    save(dialog);
    EXPECT_TRUE(dialog.result()->text().startsWith("Wrote faces.csv"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.saveDialog() == nullptr; }, kPhotoWaitMs));
    // It remembers what and where.
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    key(Qt::Key_S, Qt::ControlModifier);
    ASSERT_NE(page.saveDialog(), nullptr);
    EXPECT_TRUE(page.saveDialog()->tableBox()->isChecked());
    EXPECT_FALSE(page.saveDialog()->picturesBox()->isChecked());
    EXPECT_EQ(page.saveDialog()->folderField()->text(), toQString(folder / "results"));
}

TEST_F(PhotoSaveTest, HandsThePointsToTheAnnotatorAsProposals) {
    dropFour();
    QSignalSpy requested(&page, &PhotoPage::annotateRequested);
    page.annotateAs(toQString(folder / "photos.rudolph"));
    ASSERT_TRUE(requested.wait(kPhotoWaitMs));
    const Dataset dataset = open_dataset(folder / "photos.rudolph");
    ASSERT_EQ(dataset.samples.size(), 4U) << "two faces of one photograph; the broken one is not";
    EXPECT_TRUE(dataset.samples[0].is_proposal());
    EXPECT_EQ(dataset.samples[0].proposed_by, "face68");
    EXPECT_TRUE(dataset.labelled().empty()) << "proposals are no truth";
    EXPECT_EQ(requested.front().at(1).toString().toStdString(), dataset.samples[0].id);
}

}  // namespace
}  // namespace rudolph
