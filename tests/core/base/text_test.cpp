#include "core/base/text.h"

#include <gmock/gmock.h>

#include <cmath>
#include <limits>

#include "tests/support/comma_locale.h"

namespace rudolph {
namespace {

using test::CommaLocale;
using testing::ElementsAre;

TEST(ParseNumber, TakesWhatSpellsANumber) {
    EXPECT_EQ(parse_number("0.35763609"), 0.35763609);
    EXPECT_EQ(parse_number("-1e-3"), -0.001);
    EXPECT_EQ(parse_number("+5"), 5.0);
    EXPECT_EQ(parse_number(".5"), 0.5);
    EXPECT_TRUE(std::isnan(parse_number("nan").value()));
    EXPECT_TRUE(std::isinf(parse_number("-inf").value()));
}

TEST(ParseNumber, RefusesEverythingElse) {
    for (const char* text :
         {"", " 1", "1 ", "1,5", "0x10", "1.2.3", "one", "--1", "+", "1e", "+-1"})
        EXPECT_FALSE(parse_number(text)) << "'" << text << "'";
}

TEST(ParseInteger, RefusesFractionsAndWhatDoesNotFit) {
    EXPECT_EQ(parse_integer("-42"), -42);
    EXPECT_FALSE(parse_integer("4.0"));
    EXPECT_FALSE(parse_integer("99999999999999999999"));
    EXPECT_FALSE(parse_integer(""));
}

TEST(NumberText, ReadsBackAsTheSameNumber) {
    for (const double value : {0.1, 1.0 / 3, -1e300, 5e-324, 0.0, 152.502})
        EXPECT_EQ(parse_number(number_text(value)), value);
    EXPECT_EQ(number_text(0.1), "0.1");
    EXPECT_EQ(number_text(3), "3");
}

TEST(NumberText, HasADecimalPointWhateverTheLocale) {
    const CommaLocale german;
    EXPECT_EQ(number_text(1234.5), "1234.5");
    EXPECT_EQ(parse_number("1234.5"), 1234.5);
    EXPECT_FALSE(parse_number("1234,5"));
}

TEST(Trimmed, TakesSpaceOffBothEnds) {
    EXPECT_EQ(trimmed(" \t a b\r\n"), "a b");
    EXPECT_EQ(trimmed(" \t "), "");
    EXPECT_EQ(trimmed(""), "");
}

TEST(Words, AreSeparatedByRunsOfSpacesAndTabs) {
    EXPECT_THAT(words("0 \t4\t 0.35  x\r"), ElementsAre("0", "4", "0.35", "x"));
    EXPECT_TRUE(words("").empty());
    EXPECT_TRUE(words("  \t").empty());
}

TEST(Split, KeepsEmptyParts) {
    EXPECT_THAT(split("a,,b,", ','), ElementsAre("a", "", "b", ""));
    EXPECT_THAT(split("", ','), ElementsAre(""));
}

TEST(Lines, EndInEitherWay) {
    EXPECT_THAT(lines("a\r\nb\n\nc"), ElementsAre("a", "b", "", "c"));
    EXPECT_THAT(lines("a\n"), ElementsAre("a"));
    EXPECT_TRUE(lines("").empty());
}

TEST(Lower, LeavesOtherAlphabetsAlone) {
    EXPECT_EQ(lower("ÄB.JPG"), "Äb.jpg");
}

TEST(Csv, FieldsSurviveQuoting) {
    const std::vector<std::string> fields = {"plain", "with, comma", "with \"quotes\"", "", "ö"};
    std::string row;
    for (const std::string& field : fields)
        row += (row.empty() ? "" : ",") + csv_field(field);
    EXPECT_EQ(csv_fields(row), fields);
    EXPECT_EQ(csv_field("plain"), "plain");
    EXPECT_EQ(csv_field("a,b"), "\"a,b\"");
    EXPECT_EQ(csv_field("say \"a\""), "\"say \"\"a\"\"\"");
}

TEST(Csv, EmptyRowIsOneEmptyField) {
    EXPECT_THAT(csv_fields(""), ElementsAre(""));
    EXPECT_THAT(csv_fields(","), ElementsAre("", ""));
}

}  // namespace
}  // namespace rudolph
