#include "core/dataset/problems.h"

#include <gmock/gmock.h>

#include "core/dataset/mend.h"

namespace rudolph {
namespace {

using testing::EndsWith;
using testing::StartsWith;

std::vector<Problem> of_annotations(int from, int to) {
    std::vector<Problem> problems;
    for (int i = from; i < to; ++i)
        problems.push_back({"list.json", i + 1,
                            "annotation " + std::to_string(i) + ": there is no image b" +
                                std::to_string(i) + ".png",
                            "", std::nullopt, 1});
    return problems;
}

int left_out(const std::vector<Problem>& problems) {
    int faces = 0;
    for (const Problem& problem : problems)
        faces += problem.left_out;
    return faces;
}

TEST(Shortened, KeepsAThousandOfAKindAndCountsTheOthers) {
    std::vector<Problem> problems = of_annotations(0, 25000);
    problems.insert(problems.begin() + 7, {"list.json", 3, "something else is wrong", ""});
    const std::vector<Problem> kept = shortened(problems);
    ASSERT_EQ(kept.size(), 1002U);
    EXPECT_EQ(kept[7], problems[7]);
    EXPECT_EQ(kept[1000], problems[1000]);
    EXPECT_EQ(kept.back().message,
              "and 24000 more like this: annotation 1000: there is no image b1000.png");
    EXPECT_EQ(kept.back().others, 24000);
    EXPECT_EQ(count_of(kept), problems.size());
    EXPECT_EQ(left_out(kept), 25000);
}

TEST(Shortened, MoreMayComeLater) {
    std::vector<Problem> kept = shortened(of_annotations(0, 5000));
    for (const Problem& problem : of_annotations(5000, 6000))
        kept.push_back(problem);
    kept = shortened(std::move(kept));
    ASSERT_EQ(kept.size(), 1001U);
    EXPECT_EQ(count_of(kept), 6000U);
    EXPECT_EQ(left_out(kept), 6000);
    EXPECT_THAT(kept.back().message, StartsWith("and 5000 more like this: annotation 1000"));
    EXPECT_EQ(shortened(kept), kept);
}

TEST(Shortened, IsBoundedWhateverTheMessagesAre) {
    std::vector<Problem> problems;
    const auto word = [](int number) {
        std::string text;
        for (; number > 0; number /= 26)
            text += static_cast<char>('a' + number % 26);
        return text;
    };
    for (int i = 0; i < 300000; ++i)
        problems.push_back({"a", 0, word(i) + " is wrong", ""});
    const std::vector<Problem> kept = shortened(problems);
    EXPECT_LT(kept.size(), 2000U);
    EXPECT_EQ(count_of(kept), problems.size());
}

TEST(Shortened, EveryMendIsKept) {
    std::vector<Problem> problems = of_annotations(0, 3000);
    for (Problem& problem : problems)
        problem.mend = std::make_shared<const Mend>();
    EXPECT_EQ(shortened(problems).size(), problems.size());
}

}  // namespace
}  // namespace rudolph
