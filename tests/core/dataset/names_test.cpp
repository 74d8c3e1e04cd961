#include "core/dataset/names.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(ImmName, SaysPersonAndView) {
    const auto name = imm_name("04-3f");
    ASSERT_TRUE(name);
    EXPECT_EQ(name->person, "04");
    EXPECT_EQ(name->view, 3);
    EXPECT_EQ(imm_name("12-6m_mirror")->person, "12");
    for (const char* other : {"", "04-7m", "04-0m", "4-1m", "04-1x", "04_1m", "04-1m2", "image"})
        EXPECT_FALSE(imm_name(other)) << other;
}

TEST(SampleId, IsThePathBelowTheRootWithoutItsExtension) {
    EXPECT_EQ(sample_id("/data/set", "/data/set/afw/a_1.jpg"), "afw/a_1");
    EXPECT_EQ(sample_id("/data/set", "/data/set/a.b.jpg"), "a.b");
    EXPECT_EQ(sample_id("/data/set", "/data/other/a.jpg"), "../other/a");
    EXPECT_EQ(sample_id("/data", "/data/caf\xe9.jpg"), "café");
}

TEST(PersonOf, KeepsTwinsTogether) {
    EXPECT_EQ(person_of("afw/a_1"), "afw/a_1");
    EXPECT_EQ(person_of("afw/a_1_mirror"), "afw/a_1");
    EXPECT_EQ(person_of("set/04-1m"), "04");
}

}  // namespace
}  // namespace rudolph
