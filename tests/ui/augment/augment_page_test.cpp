#include "ui/augment/augment_page.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QScrollBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QToolButton>
#include <set>

#include "core/augment/crop.h"
#include "core/base/file.h"
#include "core/train/epoch_batches.h"
#include "tests/ui/support/augment_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/augment/augment_checks.h"
#include "ui/augment/augment_faces.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_model.h"
#include "ui/augment/variant_viewer.h"
#include "ui/base/image_convert.h"
#include "ui/canvas/face_view.h"

namespace rudolph {
namespace {

using test::waitFor;

using AugmentPageTest = test::AugmentFixture;

TEST_F(AugmentPageTest, WithoutDataSaysWhatToDo) {
    window.session()->opener().setDemoFaces({.people = 4});
    showPage(Qt::Key_2);
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_EQ(shownMessage()->title(), "No faces to augment yet");
    for (auto* button : shownMessage()->findChildren<QPushButton*>())
        if (button->text() == "Make demo faces")
            QTest::mouseClick(button, Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return window.session()->dataset() != nullptr; }));
    showPage(Qt::Key_2);
    settle();
    EXPECT_EQ(variants().size(), 24U);
}

TEST_F(AugmentPageTest, ShowsPixelForPixelWhatTrainingGets) {
    openPage();
    page().findChild<QSpinBox*>("epoch")->setValue(3);
    settle();
    const Experiment experiment = draft().experiment();
    const auto dataset = window.session()->dataset();
    FaceStore store(*dataset, experiment.input, target_indices(experiment.target, dataset->scheme));
    std::vector<std::string> notes;
    store.prepare({0}, notes, {}, {});
    ASSERT_EQ(variants().size(), 24U);
    for (const AugmentVariant& variant : variants()) {
        const Crop crop = store.crop(
            0, draw_in_epoch(experiment.augmentation, experiment.seed, variant.epoch, 0));
        EXPECT_EQ(variant.crop, toQImage(crop.grey));
        EXPECT_EQ(variant.points_in_crop, crop.points_in_crop);
    }
    EXPECT_EQ(variants().front().epoch, 3);
    EXPECT_EQ(variants().back().epoch, 26);
    EXPECT_TRUE(caption().contains("Epochs 3 to 26")) << caption().toStdString();
    EXPECT_EQ(page().result()->originals.front().crop, toQImage(store.crop(0).grey));
}

TEST_F(AugmentPageTest, ShowsOneEffectFromOneEndOfItsRangeToTheOther) {
    openPage();
    choose("effects", "Only rotation");
    const double reach = draft().experiment().augmentation.rotation_deg;
    EXPECT_EQ(variants().front().draw.rotation_deg, -reach);
    EXPECT_EQ(variants().back().draw.rotation_deg, reach);
    for (const AugmentVariant& variant : variants())
        EXPECT_EQ(variant.draw, (AugmentationDraw{.rotation_deg = variant.draw.rotation_deg}));
    // Neither epoch nor seed has a say in it.
    EXPECT_FALSE(page().findChild<QSpinBox*>("epoch")->isEnabled());
    EXPECT_FALSE(page().findChild<QDoubleSpinBox*>("seed")->isEnabled());
    number("augmentation.rotation_deg")->setValue(0);
    settle();
    EXPECT_TRUE(caption().startsWith("Rotation is off")) << caption().toStdString();
}

TEST_F(AugmentPageTest, DrawsAgainWithAnotherSeedAndGoesBack) {
    openPage();
    auto* seed = page().findChild<QDoubleSpinBox*>("seed");
    const auto own = static_cast<double>(draft().experiment().seed);
    EXPECT_EQ(seed->value(), own);
    const AugmentationDraw before = variants().front().draw;
    for (auto* button : page().findChildren<QPushButton*>())
        if (button->text() == "&Again")
            QTest::mouseClick(button, Qt::LeftButton);
    settle();
    EXPECT_NE(seed->value(), own);
    EXPECT_NE(variants().front().draw, before);
    EXPECT_EQ(static_cast<double>(draft().experiment().seed), own);
    for (auto* button : page().findChildren<QToolButton*>())
        if (button->accessibleName().startsWith("Back to the seed"))
            QTest::mouseClick(button, Qt::LeftButton);
    settle();
    EXPECT_EQ(variants().front().draw, before);
    // It follows the experiment's.
    Experiment other = draft().experiment();
    other.seed = 7;
    draft().change(other, nullptr);
    EXPECT_EQ(seed->value(), 7);
}

TEST_F(AugmentPageTest, ShowsOneVariantEachOfManyFaces) {
    openPage();
    choose("which faces", "Many faces");
    ASSERT_EQ(variants().size(), 12U);
    std::set<int> faces;
    for (const AugmentVariant& variant : variants()) {
        EXPECT_EQ(variant.epoch, 1);
        EXPECT_EQ(variant.draw, draw_in_epoch(draft().experiment().augmentation,
                                              draft().experiment().seed, 1, variant.index));
        faces.insert(variant.index);
    }
    EXPECT_EQ(faces.size(), 12U);
    EXPECT_EQ(grid().model()->index(0, 0).data().toString(), "face10");
    page().findChild<QLineEdit*>("filter of faces")->setFocus();
    QTest::keyClicks(page().findChild<QLineEdit*>("filter of faces"), "face13");
    settle();
    EXPECT_EQ(variants().size(), 1U);
    QTest::keyClicks(page().findChild<QLineEdit*>("filter of faces"), "zzz");
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_EQ(shownMessage()->title(), "No face matches the filter");
}

TEST_F(AugmentPageTest, GoesThroughTheFaces) {
    openPage();
    EXPECT_EQ(variants().front().name, "face10");
    EXPECT_FALSE(page().findChild<QToolButton*>("previous face")->isEnabled());
    QTest::mouseClick(page().findChild<QToolButton*>("next face"), Qt::LeftButton);
    settle();
    EXPECT_EQ(variants().front().name, "face11");
    EXPECT_EQ(variants().front().index, 1);
    page().findChild<QListView*>("augment faces")->setFocus();
    QTest::keyClick(page().findChild<QListView*>("augment faces"), Qt::Key_End);
    settle();
    EXPECT_EQ(variants().front().name, "face21");
    EXPECT_FALSE(page().findChild<QToolButton*>("next face")->isEnabled());
}

TEST_F(AugmentPageTest, ShowsAVariantLargeWithItsDrawInWords) {
    openPage();
    QTest::mouseClick(grid().viewport(), Qt::LeftButton, {},
                      grid().visualRect(grid().model()->index(5, 0)).center());
    ASSERT_TRUE(viewer().isVisible());
    EXPECT_TRUE(viewer().isVisible());
    EXPECT_EQ(viewer().view()->picture().size(),
              draft().experiment().input.width == 128 ? QSize(128, 128) : QSize());
    ASSERT_TRUE(viewer().view()->truth());
    EXPECT_EQ(viewer().view()->truth()->points_in_image, variants()[5].points_in_crop);
    const QString words = viewer().findChild<QLabel*>("variant words")->text();
    EXPECT_FALSE(words.isEmpty());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Right);
    EXPECT_EQ(viewer().view()->truth()->points_in_image, variants()[6].points_in_crop);
    // It follows the sliders.
    number("augmentation.rotation_deg")->setValue(1);
    settle();
    EXPECT_EQ(viewer().view()->truth()->points_in_image, variants()[6].points_in_crop);
    viewer().setFocus();
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    EXPECT_FALSE(viewer().isVisible());
    EXPECT_TRUE(grid().hasFocus());
    QTest::keyClick(&grid(), Qt::Key_Return);
    EXPECT_TRUE(viewer().isVisible());
}

TEST_F(AugmentPageTest, ShowsWhatTheNetworkSees) {
    openPage();
    const QImage crop = variants().front().crop;
    for (auto* box : page().findChildren<QCheckBox*>())
        if (box->text().contains("network"))
            QTest::mouseClick(box, Qt::LeftButton, {}, QPoint(8, box->height() / 2));
    settle();
    EXPECT_NE(variants().front().crop, crop);
    EXPECT_LT(page().result()->black, 0);
    EXPECT_GT(page().result()->white, 0);
    EXPECT_TRUE(caption().contains("black is")) << caption().toStdString();
}

TEST_F(AugmentPageTest, ChecksThatFacesStayWhatTheyAre) {
    openPage();
    using Verdict = AugmentChecks::Verdict;
    const AugmentChecks& checks = *page().findChild<AugmentChecks*>();
    EXPECT_EQ(checks.verdict(AugmentChecks::kFlip), Verdict::Good);
    EXPECT_EQ(checks.text(AugmentChecks::kFlip), "Flipped twice equals the original.");
    EXPECT_NE(checks.verdict(AugmentChecks::kOutside), Verdict::None);
    number("augmentation.shift_px")->setValue(400);
    number("augmentation.shift_probability")->setValue(1);
    settle();
    EXPECT_EQ(checks.verdict(AugmentChecks::kOutside), Verdict::Bad);
    number("augmentation.shift_px")->setValue(0);
    number("augmentation.rotation_deg")->setValue(0);
    number("augmentation.scale")->setValue(0);
    settle();
    EXPECT_EQ(checks.verdict(AugmentChecks::kOutside), Verdict::Good);
}

TEST_F(AugmentPageTest, SaysWhichPictureCannotBeRead) {
    write_file(folder / "faces" / "face11.png", "no picture");
    openPage();
    page().findChild<AugmentFaces*>()->selectFace(1);
    settle();
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_TRUE(shownMessage()->text().contains("face11.png"))
        << shownMessage()->text().toStdString();
    choose("which faces", "Many faces");
    EXPECT_EQ(shownMessage(), nullptr);
    EXPECT_FALSE(variants().front().problem.isEmpty());
    EXPECT_TRUE(variants().back().problem.isEmpty());
}

TEST_F(AugmentPageTest, ReadingPicturesCanBeCancelledAndTakenUpAgain) {
    openPage();
    choose("which faces", "Many faces");
    page().findChild<QComboBox*>("which faces")->setCurrentIndex(0);
    // Another input decodes afresh; cancelled before it can be over.
    draft().choosePreset("nose-tip");
    ASSERT_FALSE(page().isSettled());
    page().cancelReading();
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_EQ(shownMessage()->title(), "The pictures were not read");
    settle();
    EXPECT_NE(shownMessage(), nullptr);
    EXPECT_EQ(page().result(), nullptr);
    for (auto* button : shownMessage()->findChildren<QPushButton*>())
        if (button->text() == "Read them")
            QTest::mouseClick(button, Qt::LeftButton);
    settle();
    EXPECT_EQ(shownMessage(), nullptr);
    EXPECT_EQ(variants().size(), 24U);
}

TEST_F(AugmentPageTest, RemembersHowManyVariantsOfHowManyFaces) {
    openPage();
    choose("which faces", "Many faces");
    choose("variant count", "12 variants");
    Session session;
    AugmentPage again(&session);
    EXPECT_EQ(again.findChild<QComboBox*>("which faces")->currentText(), "Many faces");
    EXPECT_EQ(again.findChild<QComboBox*>("variant count")->currentData().toInt(), 12);
}

TEST_F(AugmentPageTest, FitsItsGridIntoTheWindow) {
    openPage();
    for (const QSize& size : {QSize(1600, 1000), QSize(1280, 800), QSize(1100, 900)})
        for (const char* count : {"12 variants", "24 variants", "48 variants"}) {
            window.resize(size);
            choose("variant count", count);
            EXPECT_FALSE(grid().verticalScrollBar()->isVisible()) << size.width() << " " << count;
            const int last = grid().model()->rowCount() - 1;
            EXPECT_TRUE(grid().viewport()->rect().contains(
                grid().visualRect(grid().model()->index(last, 0))));
            EXPECT_EQ(variants().front().tile.deviceIndependentSize().toSize(), grid().tileSize());
        }
}

TEST_F(AugmentPageTest, CannotFlipFacesWhoseMirrorIsNotKnown) {
    for (int i = 0; i < 12; ++i) {
        const auto file = folder / "faces" / ("face" + std::to_string(10 + i) + ".pts");
        write_file(file, "version: 1\nn_points: 3\n{\n40 40\n80 40\n60 80\n}\n");
    }
    openPage();
    ASSERT_NE(shownMessage(), nullptr);
    EXPECT_TRUE(shownMessage()->text().contains("mirror each other"))
        << shownMessage()->text().toStdString();
    number("augmentation.flip")->setValue(0);
    settle();
    EXPECT_EQ(shownMessage(), nullptr);
    EXPECT_EQ(page().findChild<AugmentChecks*>()->verdict(AugmentChecks::kFlip),
              AugmentChecks::Verdict::None);
}

TEST(VariantModelTest, TakesMoreAndFewerVariants) {
    VariantModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const size_t count : {3U, 5U, 5U, 1U, 0U, 2U}) {
        auto result = std::make_shared<AugmentResult>();
        result->variants.resize(count);
        for (AugmentVariant& variant : result->variants)
            variant.epoch = 4;
        model.setResult(result);
        EXPECT_EQ(model.rowCount(), static_cast<int>(count));
        EXPECT_EQ(model.index(0).data().toString(), count > 0 ? "Epoch 4" : "");
    }
    model.setResult(nullptr);
    EXPECT_EQ(model.rowCount(), 0);
}

}  // namespace
}  // namespace rudolph
