#include "core/base/text.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "core/base/random.h"
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

/// What files may be called, as far as tables are concerned.
std::vector<std::string> nasty_texts() {
    std::vector<std::string> texts = {
        "",       " a",     "a ",        "a\nb",     "a\r\nb",  "a\rb",  "\n",  "\"",   "\"\"",
        "a\"b",   "\"a\"",  "a,b",       "a;b",      "a\tb",    "\ta",   "\ra", "=1+1", "+cmd",
        "-x",     "@SUM",   "'",         "''=a",     "'=a",     "'a",    "-3",  "+4.5", "1e5",
        "\"=1\"", "ü\n,\"", "=\"a\nb\"", "a, \"b\"", "\"a\" b", "last\n"};
    Random random(7, 0, 0);
    for (int i = 0; i < 2000; ++i) {
        static constexpr std::string_view letters = "a =+-@'\",;\t\r\n0";
        std::string text;
        for (int length = random.below(7); length > 0; --length)
            text += letters[static_cast<size_t>(random.below(static_cast<int>(letters.size())))];
        texts.push_back(std::move(text));
    }
    return texts;
}

TEST(Csv, GivesBackWhateverTextWasWritten) {
    const std::vector<std::string> texts = nasty_texts();
    for (const char separator : {',', ';', '\t'}) {
        std::string table;
        for (const std::string& text : texts)
            table += csv_field(text) + separator + "1" + separator + csv_field(text) + "\n";
        const std::vector<CsvRowText> rows = csv_rows(table, separator);
        ASSERT_EQ(rows.size(), texts.size());
        int line = 1;
        for (size_t i = 0; i < texts.size(); ++i) {
            EXPECT_THAT(csv_fields(rows[i].text, separator), ElementsAre(texts[i], "1", texts[i]));
            EXPECT_EQ(rows[i].line, line);
            line += 1 + 2 * static_cast<int>(std::count(texts[i].begin(), texts[i].end(), '\n'));
        }
    }
}

TEST(Csv, SpreadsheetsComputeNoText) {
    for (const char* text : {"=1+1", "+cmd", "-x", "@SUM", "\ta", "'=a"})
        EXPECT_TRUE(csv_field(text).starts_with("\"'")) << text;
    for (const char* number : {"-3", "+4.5", "-1e-5", "7"})
        EXPECT_EQ(csv_field(number), number);
}

TEST(Csv, QuotesThatNothingClosesEndWithTheirLine) {
    const auto rows = csv_rows("a,\"b\nc,d\n5\" x 7\",e\r\n");
    ASSERT_EQ(rows.size(), 3U);
    EXPECT_THAT(csv_fields(rows[0].text), ElementsAre("a", "b"));
    EXPECT_THAT(csv_fields(rows[1].text), ElementsAre("c", "d"));
    EXPECT_THAT(csv_fields(rows[2].text), ElementsAre("5\" x 7\"", "e"));
}

TEST(Csv, EmptyRowIsOneEmptyField) {
    EXPECT_THAT(csv_fields(""), ElementsAre(""));
    EXPECT_THAT(csv_fields(","), ElementsAre("", ""));
}

}  // namespace
}  // namespace rudolph
