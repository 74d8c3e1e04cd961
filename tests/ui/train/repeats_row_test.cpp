#include "ui/train/repeats_row.h"

#include <gtest/gtest.h>

#include <QComboBox>
#include <QLabel>
#include <QSpinBox>

#include "core/formats/open_dataset.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

struct RepeatsRowTest : testing::Test {
    RepeatsRowTest() { row.show(); }
    ~RepeatsRowTest() override { session.trainings().setRepeats({}); }

    void openFaces(int count) {
        std::filesystem::create_directories(folder / "faces");
        for (int i = 0; i < count; ++i)
            test::write_drawn_face(folder / "faces", "face" + std::to_string(i));
        session.setDocument(std::make_unique<AnnotationDocument>(
            std::make_shared<const Dataset>(open_dataset(folder / "faces"))));
    }
    QComboBox* kind() { return row.findChild<QComboBox*>("repeats"); }
    QSpinBox* count() { return row.findChild<QSpinBox*>("repeats count"); }
    QString meaning() { return row.findChild<QLabel*>("repeats meaning")->text(); }

    test::TempDir folder;
    Session session;
    RepeatsRow row{&session};
};

TEST_F(RepeatsRowTest, BeginsWithOneRun) {
    EXPECT_EQ(kind()->currentText(), "One run");
    EXPECT_FALSE(count()->isVisible());
    EXPECT_TRUE(meaning().isEmpty());
}

TEST_F(RepeatsRowTest, SaysWhichSeedsThereWillBe) {
    kind()->setCurrentIndex(1);
    EXPECT_TRUE(count()->isVisible());
    EXPECT_EQ(session.trainings().repeats(), (Repeats{StudyKind::Seeds, 5}));
    session.draft().setText("seed", "7", nullptr);
    count()->setValue(3);
    EXPECT_EQ(meaning(), "Seeds 7 to 9");
    // Remembered for the next start, and shown by another row.
    Session next;
    EXPECT_EQ(next.trainings().repeats(), (Repeats{StudyKind::Seeds, 3}));
    const RepeatsRow other(&next);
    EXPECT_EQ(other.findChild<QSpinBox*>("repeats count")->value(), 3);
    kind()->setCurrentIndex(0);
    EXPECT_FALSE(session.trainings().repeats().isStudy());
}

TEST_F(RepeatsRowTest, SaysHowLargeFoldsAreOrThatThereAreTooFewFaces) {
    kind()->setCurrentIndex(2);
    EXPECT_TRUE(meaning().isEmpty());
    openFaces(8);
    count()->setValue(4);
    EXPECT_EQ(session.trainings().repeats(), (Repeats{StudyKind::Folds, 4}));
    EXPECT_TRUE(meaning().startsWith("4 folds of 2 ")) << meaning().toStdString();
    count()->setValue(3);
    EXPECT_TRUE(meaning().startsWith("3 folds of 2 to 3 ")) << meaning().toStdString();
    count()->setValue(9);
    EXPECT_TRUE(meaning().startsWith("There are only 8 persons")) << meaning().toStdString();
}

}  // namespace
}  // namespace rudolph
