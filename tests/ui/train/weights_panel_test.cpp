#include "ui/train/weights_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QPushButton>

#include "core/base/file.h"
#include "core/experiment/pretrained.h"
#include "tests/support/environment.h"
#include "tests/ui/support/studio_fixture.h"
#include "ui/parts/download_offer.h"

namespace rudolph {
namespace {

using test::kTrainKey;
using test::waitFor;

/// With a data folder of its own: no pretrained weights are here.
struct WeightsPanelTest : test::StudioFixture {
    QComboBox* weights() { return train().findChild<QComboBox*>("model.weights"); }
    WeightsPanel* panel() { return train().findChild<WeightsPanel*>(); }
    QLabel* report() { return panel()->findChild<QLabel*>("weights report"); }
    QPushButton* download() { return panel()->findChild<QPushButton*>("download"); }

    test::EnvironmentVariable data{"XDG_DATA_HOME", (folder / "data").string()};
    test::EnvironmentVariable instead{"RUDOLPH_RESNET18", ""};
};

TEST_F(WeightsPanelTest, ANetworkStartsFromARunThatIsChosenAndSaysWhatItTakes) {
    startTraining("1");
    waitForEnd();
    const QString run = trainings().runFolder();
    ASSERT_TRUE(waitFor([&] { return weights()->findData(run) >= 0; }));
    const int place = weights()->findData(run);
    EXPECT_TRUE(weights()->itemText(place).startsWith("nose-tip-"));
    EXPECT_TRUE(weights()->itemText(place).contains("NME"));
    EXPECT_TRUE(weights()->itemText(place).endsWith("CNN"));
    weights()->setCurrentIndex(place);
    EXPECT_EQ(draft().experiment().model.weights, run.toStdString());
    ASSERT_TRUE(waitFor([&] { return report()->text().contains("10 of 10 tensors"); }))
        << report()->text().toStdString();
    EXPECT_TRUE(report()->isVisible());

    // Another last layer starts at random.
    Experiment wider = draft().experiment();
    wider.model.hidden = {20};
    draft().change(wider, nullptr);
    ASSERT_TRUE(waitFor([&] { return report()->text().contains("Of another shape"); }));
    QTest::mouseClick(startButton(), Qt::LeftButton);
    waitForEnd();
    EXPECT_FALSE(read_run(trainings().runFolder().toStdString()).summary.weights.empty());

    weights()->setCurrentIndex(0);
    EXPECT_EQ(draft().experiment().model.weights, "");
    ASSERT_TRUE(waitFor([&] { return !report()->isVisible(); }));
}

TEST_F(WeightsPanelTest, AFileThatNobodyOffersIsShownByItsName) {
    openFaces();
    showPage(kTrainKey);
    write_file(folder / "größe.safetensors", "damaged");
    Experiment own = draft().experiment();
    own.model.weights = (folder / "größe.safetensors").string();
    draft().change(own, nullptr);
    EXPECT_EQ(weights()->currentText(), "größe.safetensors");
    ASSERT_TRUE(waitFor([&] { return report()->isVisible() && !report()->text().isEmpty(); }));
    EXPECT_TRUE(report()->text().contains("größe.safetensors"));
}

TEST_F(WeightsPanelTest, PretrainedWeightsThatAreNotHereAreOffered) {
    openFaces();
    showPage(kTrainKey);
    EXPECT_FALSE(download()->isVisible());
    draft().choosePreset("resnet18-ibug");
    EXPECT_EQ(weights()->currentData().toString(), "resnet18");
    ASSERT_TRUE(waitFor([&] { return download()->isVisible(); }));
    EXPECT_TRUE(panel()->findChild<QLabel*>("download text")->text().contains("f37072fd"));
    int downloads = 0;
    panel()->offer()->setDownload([&](const OfferedFile& file,
                                      const std::filesystem::path& destination,
                                      const ProgressCallback&, const CancelToken&) {
        ++downloads;
        EXPECT_EQ(file.sha256, "f37072fd");
        write_file(destination, "something");
    });
    QTest::mouseClick(download(), Qt::LeftButton);
    ASSERT_TRUE(waitFor([&] { return !download()->isVisible(); }));
    EXPECT_EQ(downloads, 1);
    // What came is no such file, which is said.
    ASSERT_TRUE(waitFor([&] { return report()->text().contains("f37072fd"); }));
}

}  // namespace
}  // namespace rudolph
