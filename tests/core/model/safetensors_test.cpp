#include "core/model/safetensors.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

/// A file's bytes from its parts.
std::string file_of(const std::string& header, const std::string& data) {
    const std::uint64_t length = header.size();
    return std::string(reinterpret_cast<const char*>(&length), sizeof length) + header + data;
}

std::string safetensors_error(const std::string& bytes) {
    return test::error_of("weights.safetensors",
                          [&] { parse_safetensors(bytes, "weights.safetensors"); })
        .message();
}

Safetensors example_weights() {
    return {{{"fc.weight", NumberType::F32, {2, 3}, std::string(24, 'w')},
             {"flags", NumberType::Bool, {3}, std::string(3, '\1')},
             {"steps", NumberType::I64, {}, std::string(8, 's')},
             {"none", NumberType::F16, {0, 5}, ""}},
            {{"format", "pt"}, {"Näse", "an \"α\"\nline"}}};
}

TEST(Safetensors, ReadsBackWhatItWrote) {
    const test::TempDir dir;
    write_safetensors(dir / "w.safetensors", example_weights());
    const Safetensors read = read_safetensors(dir / "w.safetensors");
    EXPECT_EQ(read.metadata, example_weights().metadata);
    ASSERT_EQ(read.tensors.size(), example_weights().tensors.size());
    for (const StoredTensor& tensor : example_weights().tensors) {
        ASSERT_NE(read.find(tensor.name), nullptr);
        EXPECT_EQ(*read.find(tensor.name), tensor);
    }
    EXPECT_EQ(read.find("other"), nullptr);
}

TEST(Safetensors, PutsWideNumbersFirstAndAlignsThem) {
    const std::string bytes = safetensors_bytes(example_weights());
    std::uint64_t length = 0;
    bytes.copy(reinterpret_cast<char*>(&length), sizeof length);
    EXPECT_EQ(length % 8, 0U);
    std::vector<std::string> names;
    for (const StoredTensor& tensor : parse_safetensors(bytes, "w").tensors)
        names.push_back(tensor.name);
    EXPECT_EQ(names, (std::vector<std::string>{"steps", "fc.weight", "none", "flags"}));
}

TEST(Safetensors, ReadsHeadersInAnyOrderWithSpaces) {
    const std::string header = R"({ "b": {"dtype":"U8","shape":[2],"data_offsets":[1,3]},)"
                               R"("a": {"shape":[1],"data_offsets":[0,1],"dtype":"I8"} }    )";
    const Safetensors read = parse_safetensors(file_of(header, "xyz"), "w");
    ASSERT_EQ(read.tensors.size(), 2U);
    EXPECT_EQ(read.tensors[0].name, "a");
    EXPECT_EQ(read.tensors[1].bytes, "yz");
}

TEST(Safetensors, AcceptsAFileWithoutTensors) {
    EXPECT_TRUE(parse_safetensors(file_of("{}", ""), "w").tensors.empty());
}

TEST(Safetensors, RefusesHeadersThatCannotBe) {
    EXPECT_THAT(safetensors_error(""), HasSubstr("shorter"));
    EXPECT_THAT(safetensors_error("1234567"), HasSubstr("shorter"));
    EXPECT_THAT(safetensors_error(std::string(8, '\xff') + "{}"), HasSubstr("header"));
    EXPECT_THAT(safetensors_error(file_of("{}", "").substr(0, 9)), HasSubstr("header"));
    EXPECT_THAT(safetensors_error(file_of("", "")), HasSubstr("'{'"));
    EXPECT_THAT(safetensors_error(file_of("[1]", "")), HasSubstr("'{'"));
    EXPECT_THAT(safetensors_error(file_of("{\"a\":", "")), HasSubstr("JSON"));
    EXPECT_THAT(safetensors_error(file_of("{\"\xff\":1}", "")), HasSubstr("JSON"));
    EXPECT_THAT(safetensors_error(file_of(R"({"__metadata__":{"n":1}})", "")),
                HasSubstr("not text"));
    EXPECT_THAT(safetensors_error(file_of(R"({"__metadata__":[]})", "")), HasSubstr("metadata"));
}

TEST(Safetensors, RefusesHeadersLongerThanAnyShouldBe) {
    std::string header = "{}";
    header.resize(100'000'002, ' ');
    EXPECT_THAT(safetensors_error(file_of(header, "")), HasSubstr("100000002 bytes long"));
}

TEST(Safetensors, RefusesTensorsThatDoNotFitTheFile) {
    const auto one = [](const std::string& type, const std::string& shape,
                        const std::string& offsets, size_t bytes) {
        return safetensors_error(file_of("{\"a\":{\"dtype\":\"" + type + "\",\"shape\":" + shape +
                                             ",\"data_offsets\":" + offsets + "}}",
                                         std::string(bytes, 'x')));
    };
    EXPECT_EQ(one("F32", "[2]", "[0,8]", 8), "no error");
    EXPECT_THAT(one("F32", "[2]", "[0,8]", 7), HasSubstr("past the end"));
    EXPECT_THAT(one("F32", "[2]", "[0,8]", 9), HasSubstr("belong to no tensor"));
    EXPECT_THAT(one("F32", "[2]", "[1,9]", 9), HasSubstr("does not begin"));
    EXPECT_THAT(one("F32", "[3]", "[0,8]", 8), HasSubstr("another size"));
    EXPECT_THAT(one("F32", "[2]", "[8,0]", 8), HasSubstr("beginning and an end"));
    EXPECT_THAT(one("F32", "[2]", "[0]", 8), HasSubstr("beginning and an end"));
    EXPECT_THAT(one("F32", "[-2]", "[0,8]", 8), HasSubstr("whole numbers"));
    EXPECT_THAT(one("F32", "[2.0]", "[0,8]", 8), HasSubstr("whole numbers"));
    EXPECT_THAT(one("F32", "\"2\"", "[0,8]", 8), HasSubstr("whole numbers"));
    EXPECT_THAT(one("F32", "[4294967296,4294967296,4]", "[0,0]", 0), HasSubstr("another size"));
    EXPECT_THAT(one("F4", "[2]", "[0,1]", 1), HasSubstr("type 'F4'"));
    EXPECT_THAT(safetensors_error(file_of(R"({"a":7})", "")), HasSubstr("lacks"));
}

TEST(Safetensors, RefusesOverlapsAndRepeatedNames) {
    const std::string a = R"("a":{"dtype":"U8","shape":[2],"data_offsets":[0,2]})";
    const std::string b = R"("b":{"dtype":"U8","shape":[2],"data_offsets":[1,3]})";
    EXPECT_THAT(safetensors_error(file_of("{" + a + "," + b + "}", "xyz")),
                HasSubstr("does not begin"));
    EXPECT_THAT(safetensors_error(file_of("{" + a + "," + a + "}", "xy")), HasSubstr("twice"));
}

TEST(Safetensors, RefusesEveryTruncation) {
    const std::string whole = safetensors_bytes(example_weights());
    for (size_t length = 0; length < whole.size(); ++length)
        EXPECT_THROW(parse_safetensors(whole.substr(0, length), "w"), Error) << length;
}

TEST(Safetensors, DoesNotWriteTensorsThatContradictThemselves) {
    EXPECT_THROW(safetensors_bytes({{{"a", NumberType::F32, {2}, "1234"}}, {}}), Error);
    EXPECT_THROW(
        safetensors_bytes({{{"a", NumberType::U8, {1}, "1"}, {"a", NumberType::U8, {1}, "2"}}, {}}),
        Error);
}

TEST(Safetensors, NamesTheFileThatIsMissing) {
    EXPECT_THROW(read_safetensors("/nowhere/w.safetensors"), Error);
}

}  // namespace
}  // namespace rudolph
