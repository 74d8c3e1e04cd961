#include "core/dataset/left_out.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(LeftOut, CountsFacesAndSaysWhyTheGravestFirst) {
    Dataset dataset;
    dataset.samples.resize(5);
    EXPECT_EQ(left_out_text(dataset), "");
    dataset.problems.push_back({"/d/list.csv", 0, "a remark", ""});
    EXPECT_EQ(left_out_text(dataset), "");
    dataset.problems.push_back({"/d/list.csv", 7, "no number", "", std::nullopt, 1});
    EXPECT_EQ(left_out_text(dataset), "1 of 6 faces is left out: list.csv:7: no number");
    for (int i = 0; i < 3; ++i)
        dataset.problems.push_back({"/d/list.csv", 0, "missing", "", std::nullopt, 2});
    EXPECT_EQ(
        left_out_text(dataset),
        "7 of 12 faces are left out: list.csv: missing; list.csv: missing; list.csv: missing; "
        "and 1 more");
}

}  // namespace
}  // namespace rudolph
