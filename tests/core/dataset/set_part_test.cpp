#include "core/dataset/set_part.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(SetPart, IsReadFromNames) {
    EXPECT_EQ(part_in_name("person_keypoints_train2017"), "train");
    EXPECT_EQ(part_in_name("labels_ibug_300W_test"), "test");
    EXPECT_EQ(part_in_name("Validation"), "val");
    EXPECT_EQ(part_in_name("valid"), "val");
    EXPECT_EQ(part_in_name("list_98pt_rect_attr_train_test"), "");
    EXPECT_EQ(part_in_name("trainspotting"), "");
    EXPECT_EQ(part_in_name("faces"), "");
}

}  // namespace
}  // namespace rudolph
