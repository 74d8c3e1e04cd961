#include "ui/base/format_text.h"

#include <gtest/gtest.h>

#include "tests/ui/support/in_language.h"

namespace rudolph {
namespace {

TEST(FormatText, KeepsNamesAndTranslatesWords) {
    EXPECT_EQ(formatText(DatasetFormat::Project), "Rudolph project");
    const test::InLanguage german("de");
    EXPECT_EQ(formatText(DatasetFormat::Project), "Rudolph-Projekt");
    EXPECT_EQ(formatText(DatasetFormat::Pictures), "Bilder");
    EXPECT_EQ(formatText(DatasetFormat::Coco), "COCO keypoints");
}

}  // namespace
}  // namespace rudolph
