#include "ui/cases/finding_text.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

std::string text(FindingKind kind, double limit, double factor, double failing = 0,
                 double others_failing = 0) {
    Finding finding;
    finding.kind = kind;
    finding.limit = limit;
    finding.factor = factor;
    finding.faces = 12;
    finding.others = 88;
    finding.failing = failing;
    finding.others_failing = others_failing;
    finding.worst = FacePart::Jaw;
    finding.best = FacePart::Eyes;
    return findingText(finding).toStdString();
}

TEST(FindingText, IsWhatOnePersonWouldTellAnother) {
    EXPECT_EQ(text(FindingKind::Turned, 1, 2.02),
              "Turned heads are off twice as much as frontal ones");
    EXPECT_EQ(text(FindingKind::Collapsed, 0, 0.4),
              "Predicted shapes vary 0.40 times as much as true ones: the network draws nearly the "
              "same face");
    EXPECT_EQ(text(FindingKind::Dark, 60, 1.83, 0.3, 0.1),
              "Faces darker than 60 are off 1.8 times as much as others, and fail 3.0 times as "
              "often");
    EXPECT_EQ(text(FindingKind::Part, 0, 3), "The jaw is off 3.0 times as much as the eyes");
    EXPECT_EQ(text(FindingKind::WrongTurns, 0, 0.2),
              "12 of 88 turned heads are drawn turned the "
              "wrong way");
}

TEST(FindingText, SaysNothingOfFailuresThatAreRareOrAlike) {
    EXPECT_EQ(text(FindingKind::Small, 80, 12, 0.01, 0.001),
              "Faces smaller than 80 px are off 12 times as much as larger ones");
    EXPECT_EQ(text(FindingKind::Rolled, 20, 1.5, 0.1, 0.09),
              "Heads tilted by more than 20° are off 1.5 times as much as upright ones");
    EXPECT_TRUE(QString::fromStdString(text(FindingKind::Bright, 160, 3, 0.2, 0))
                    .endsWith("of the others none"));
}

TEST(FindingText, HasDetailsAndNamesForEverything) {
    for (int kind = 0; kind <= static_cast<int>(FindingKind::Outliers); ++kind) {
        Finding finding;
        finding.kind = static_cast<FindingKind>(kind);
        EXPECT_FALSE(findingText(finding).isEmpty());
        EXPECT_FALSE(findingDetails(finding).isEmpty());
    }
    for (int part = 0; part < kFaceParts; ++part)
        EXPECT_FALSE(partName(static_cast<FacePart>(part)).isEmpty());
    for (int i = 0; i < kAttributes; ++i) {
        EXPECT_FALSE(attributeName(static_cast<Attribute>(i)).isEmpty());
        EXPECT_FALSE(attributeLabel(static_cast<Attribute>(i)).isEmpty());
        EXPECT_TRUE(attributeText(static_cast<Attribute>(i), 12).contains("12"));
    }
}

}  // namespace
}  // namespace rudolph
