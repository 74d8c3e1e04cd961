#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSignalSpy>

#include "core/base/file.h"
#include "core/formats/open_dataset.h"
#include "core/image/decode.h"
#include "tests/ui/support/photo_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/photos/photo_save_dialog.h"

namespace rudolph {
namespace {

using test::kWaitMs;
using test::waitFor;

struct PhotoSaveTest : test::PhotoFixture {
    PhotoSaveDialog& openDialog() {
        key(Qt::Key_S, Qt::ControlModifier);
        EXPECT_NE(saveDialog(), nullptr);
        PhotoSaveDialog& dialog = *saveDialog();
        dialog.findChild<QLineEdit*>("folder")->setText(toQString(folder / "results"));
        for (QCheckBox* box :
             {dialog.findChild<QCheckBox*>("pictures"), dialog.findChild<QCheckBox*>("points"),
              dialog.findChild<QCheckBox*>("table"), dialog.findChild<QCheckBox*>("json"),
              dialog.findChild<QCheckBox*>("overwrite")})
            box->setChecked(false);
        return dialog;
    }
    void save(PhotoSaveDialog& dialog) {
        QTest::mouseClick(dialog.findChild<QPushButton*>("save"), Qt::LeftButton);
        ASSERT_TRUE(waitFor([&] { return !dialog.isSaving(); }));
    }
};

TEST_F(PhotoSaveTest, WritesPicturesPointsAndTables) {
    dropFour();
    PhotoSaveDialog& dialog = openDialog();
    EXPECT_FALSE(dialog.findChild<QPushButton*>("save")->isEnabled()) << "nothing is chosen";
    QTest::mouseClick(dialog.findChild<QCheckBox*>("pictures"), Qt::LeftButton, {}, {8, 8});
    dialog.findChild<QCheckBox*>("table")->setChecked(true);
    dialog.findChild<QCheckBox*>("json")->setChecked(true);
    dialog.findChild<QCheckBox*>("points")->setChecked(true);
    dialog.findChild<QComboBox*>("format")->setCurrentIndex(
        dialog.findChild<QComboBox*>("format")->findData("dlib"));
    save(dialog);
    EXPECT_EQ(dialog.findChild<QLabel*>("result")->text(),
              "Wrote drawn, points, faces.csv, faces.jsonl into " + toQString(folder / "results") +
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
    dialog.findChild<QCheckBox*>("table")->setChecked(true);
    save(dialog);
    save(dialog);
    EXPECT_TRUE(dialog.findChild<QLabel*>("result")->text().contains("there already"))
        << dialog.findChild<QLabel*>("result")->text().toStdString();
    dialog.findChild<QCheckBox*>("overwrite")->setChecked(true);
    save(dialog);
    EXPECT_TRUE(dialog.findChild<QLabel*>("result")->text().startsWith("Wrote faces.csv"));
    QTest::keyClick(&dialog, Qt::Key_Escape);
    ASSERT_TRUE(waitFor([&] { return saveDialog() == nullptr; }));
    // It remembers what and where.
    page.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&page));
    key(Qt::Key_S, Qt::ControlModifier);
    ASSERT_NE(saveDialog(), nullptr);
    EXPECT_TRUE(saveDialog()->findChild<QCheckBox*>("table")->isChecked());
    EXPECT_FALSE(saveDialog()->findChild<QCheckBox*>("pictures")->isChecked());
    EXPECT_EQ(saveDialog()->findChild<QLineEdit*>("folder")->text(), toQString(folder / "results"));
}

TEST_F(PhotoSaveTest, VideosAreSavedFrameByFrame) {
    write("a.png", {{200, 200}});
    std::ofstream(folder / "photos" / "walk.avi") << "video";
    std::ofstream(folder / "photos" / "broken.avi") << "no video";
    drop({folder / "photos"});
    settle();
    PhotoSaveDialog& dialog = openDialog();
    dialog.findChild<QCheckBox*>("pictures")->setChecked(true);
    dialog.findChild<QCheckBox*>("table")->setChecked(true);
    dialog.findChild<QCheckBox*>("points")->setChecked(true);
    save(dialog);
    EXPECT_EQ(dialog.findChild<QLabel*>("result")->text(),
              "Wrote drawn, points, faces.csv into " + toQString(folder / "results") +
                  ". Videos are in tables and as drawn videos only.");
    EXPECT_EQ(read_file(folder / "results" / "drawn" / "walk.mp4"), "30");
    const std::string table = read_file(folder / "results" / "faces.csv");
    EXPECT_TRUE(table.starts_with("file,frame,seconds,face,"));
    EXPECT_EQ(std::count(table.begin(), table.end(), '\n'), 32)
        << "a header, a photograph's face, and one in each frame";
    EXPECT_NE(table.find("walk.avi,29,2.9,1,"), std::string::npos);
}

TEST_F(PhotoSaveTest, HandsThePointsToTheAnnotatorAsProposals) {
    dropFour();
    QSignalSpy requested(&session.navigation(), &Navigation::faceWanted);
    page.photos().annotateAs(toQString(folder / "photos.rudolph"));
    ASSERT_TRUE(requested.wait(kWaitMs));
    const Dataset dataset = open_dataset(folder / "photos.rudolph");
    ASSERT_EQ(dataset.samples.size(), 4U) << "two faces of one photograph; the broken one is not";
    EXPECT_TRUE(dataset.samples[0].is_proposal());
    EXPECT_EQ(dataset.samples[0].proposed_by, "face68");
    EXPECT_TRUE(dataset.labelled().empty()) << "proposals are no truth";
    EXPECT_EQ(requested.front().at(1).toString().toStdString(), dataset.samples[0].id);
}

}  // namespace
}  // namespace rudolph
