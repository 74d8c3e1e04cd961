#include "core/base/json.h"

#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;

int line_of_error(std::string_view text) {
    return test::error_of("a.json", [&] { parse_json(text, "a.json"); }).place().line;
}

TEST(Json, SaysTheLineOfASyntaxError) {
    EXPECT_EQ(line_of_error("{\n  \"a\": 1,\n  \"b\": oops\n}\n"), 3);
    EXPECT_EQ(line_of_error("nonsense"), 1);
    EXPECT_EQ(line_of_error(""), 1);
    EXPECT_EQ(line_of_error("{\n\"a\": [1, 2\n"), 3);
}

TEST(Json, KeepsTheOrderOfKeys) {
    const TempDir dir;
    const Json json = parse_json(R"({"z": 1, "a": [1.5, "ü"], "m": null})", "text");
    write_json(dir / "ö.json", json);
    EXPECT_EQ(read_json(dir / "ö.json"), json);
    const std::string text = read_file(dir / "ö.json");
    EXPECT_LT(text.find("\"z\""), text.find("\"a\""));
    EXPECT_TRUE(text.ends_with("}\n"));
}

TEST(Json, WritesTextThatIsNotUtf8) {
    const TempDir dir;
    write_json(dir / "a.json", Json{{"name", "caf\xe9"}});
    EXPECT_EQ(read_json(dir / "a.json").at("name"), "caf\xef\xbf\xbd");
}

TEST(Json, AWholeNumberIsNeitherCutNorWrapped) {
    EXPECT_EQ(whole_number<int>(Json(-7)), -7);
    EXPECT_EQ(whole_number<int>(Json(20.0)), 20) << "as some programs write it";
    EXPECT_EQ(whole_number<std::uint64_t>(Json(18446744073709551615U)), 18446744073709551615U);
    for (const char* text : {"2.5", "1e300", "-1e300", "2147483648", "-2147483649",
                             "18446744073709551615", "true", "\"3\"", "null", "[3]"}) {
        const Json json = parse_json(text, "a.json");
        EXPECT_FALSE(find_whole_number<int>(json)) << text;
        EXPECT_THROW(whole_number<int>(json), Json::exception) << text;
    }
    EXPECT_FALSE(find_whole_number<unsigned>(Json(-1)));
    EXPECT_EQ(whole_numbers(Json({1, 2.0})), (std::vector{1, 2}));
    EXPECT_THROW(whole_numbers(Json({1, 2.5})), Json::exception);
    EXPECT_THROW(whole_numbers(Json(1)), Json::exception);
}

TEST(Json, MissingFileIsAnError) {
    const TempDir dir;
    EXPECT_THROW(read_json(dir / "missing.json"), Error);
}

TEST(Json, AnObjectMayHaveVeryManyKeys) {
    std::string text;
    for (int i = 0; i < 200000; ++i)
        text += (text.empty() ? "{\"k" : ",\"k") + std::to_string(i) + "\":" + std::to_string(i);
    const Json json = parse_json(text + ",\"k7\":\"last\"}", "text");
    EXPECT_EQ(json.size(), 200000U);
    EXPECT_EQ(json.at("k7"), "last") << "of a repeated key the last value counts";
    EXPECT_EQ(std::prev(json.end()).key(), "k199999");
}

TEST(Json, GivesWhatTheLibrarysOwnParserGives) {
    for (const char* text :
         {"{}", "[]", "3", "\"a\"", "null", "[[],{},[{}]]", "{\"a\":{\"b\":[1,2.5,-3,true,null]}}",
          "{\"a\":1,\"b\":2,\"a\":3}", "[1e3,\"\\u00e4\",18446744073709551615]"})
        EXPECT_EQ(parse_json(text, "text"), Json::parse(text)) << text;
    for (const char* text : {"", "{", "[1,]", "{\"a\"}", "1 2", "[1]x", "nul", "\"a", "{\"a\":1,}"})
        EXPECT_THROW(parse_json(text, "text"), Error) << text;
    EXPECT_EQ(test::error_of([] { parse_json("[1e999]", {}); }).message(), "a number is too large");
}

}  // namespace
}  // namespace rudolph
