#include "ui/data/sample_details.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QTableWidget>
#include <QTest>

#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"

namespace rudolph {
namespace {

using test::waitFor;

class SampleDetailsTest : public testing::Test {
protected:
    SampleDetailsTest() {
        test::write_drawn_face(dir.path(), "a");
        dataset = open_dataset(dir.path());
        facts = {dataset.samples[0], dataset.scheme, dataset.format, SplitSide::Train, {}};
        auto* input = details.findChild<QComboBox*>();
        input->setCurrentIndex(input->findText("full-face: 160 × 120 pixels"));
        labels = details.findChild<QTableWidget*>();
    }

    test::TempDir dir;
    Dataset dataset;
    SampleFacts facts;
    SampleDetails details;
    QTableWidget* labels;
};

TEST_F(SampleDetailsTest, APointThatIsNotPlacedHasNoLabel) {
    facts.face.points_in_image.visibility[5] = Visibility::NotLabelled;
    facts.face.points_in_image.points[5] = {};
    details.show();
    details.setFace(facts);
    ASSERT_TRUE(waitFor([&] { return labels->rowCount() == 68; }));
    for (const int column : {1, 2}) {
        EXPECT_EQ(labels->item(5, column)->text(), "–");
        EXPECT_NE(labels->item(4, column)->text(), "–");
    }
}

TEST_F(SampleDetailsTest, MakesTheNetworksViewWhenItCanBeSeen) {
    details.setFace(facts);
    QTest::qWait(20);
    EXPECT_EQ(labels->rowCount(), 0);
    details.show();
    EXPECT_TRUE(waitFor([&] { return labels->rowCount() == 68; }));
}

}  // namespace
}  // namespace rudolph
