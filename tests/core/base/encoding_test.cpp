#include "core/base/encoding.h"

#include <gmock/gmock.h>

#include "core/base/file.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::TempDir;
using testing::HasSubstr;

std::string utf16(std::string_view ascii, bool big_endian) {
    std::string bytes;
    for (const char c : ascii)
        bytes += big_endian ? std::string{'\0', c} : std::string{c, '\0'};
    return bytes;
}

TEST(Encodings, LatinNamesSurviveTheWayThereAndBack) {
    EXPECT_TRUE(is_utf8("Bär €"));
    EXPECT_FALSE(is_utf8("B\xe4r"));
    EXPECT_FALSE(is_utf8("cut \xc3"));
    EXPECT_EQ(utf8_from_latin1("B\xe4r"), "Bär");
    EXPECT_EQ(latin1_from_utf8("Bär"), "B\xe4r");
    EXPECT_FALSE(latin1_from_utf8("€"));
    EXPECT_FALSE(latin1_from_utf8("B\xe4r"));
}

TEST(Encodings, TextComesWithoutMarksHoweverItWasSaved) {
    const std::string text = "n_points: 2\n1 2\n";
    EXPECT_EQ(plain_text("\xef\xbb\xbf" + text), text);
    EXPECT_EQ(plain_text("\xff\xfe" + utf16(text, false)), text);
    EXPECT_EQ(plain_text("\xfe\xff" + utf16(text, true)), text);
    EXPECT_EQ(plain_text(utf16(text, false)), text);
    EXPECT_EQ(plain_text(utf16(text, true)), text);
    EXPECT_EQ(plain_text("a\rb\r"), "a\nb\n");
    EXPECT_EQ(plain_text("a\r\nb"), "a\r\nb");
    EXPECT_EQ(plain_text(""), "");
    // A pair of surrogates, a lone one, and half a character.
    EXPECT_EQ(plain_text(std::string("\xff\xfe\x3d\xd8\x00\xde\x3d\xd8\x41\x00\x41", 11)),
              "\xf0\x9f\x98\x80\xef\xbf\xbd"
              "A");
}

TEST(Encodings, ABinaryFileIsNoText) {
    const TempDir dir;
    write_file(dir / "a.pts", std::string("\x05\0\0\0\xc3\xf5\x8f\x42", 8));
    const Error error = test::error_of([&] { read_text(dir / "a.pts"); });
    EXPECT_THAT(error.what(), HasSubstr("binary file"));
}

TEST(Encodings, WhatIsShownFitsAnyTerminal) {
    EXPECT_EQ(shown_text("ä b"), "ä b");
    EXPECT_EQ(shown_text("\x1b[31m\xe4\t"), "?[31m? ");
    EXPECT_EQ(shown_text("äöü", 2), "äö…");
}

TEST(NameKey, IsTheSameForWhatLooksTheSame) {
    EXPECT_EQ(name_key("001A02.JPG"), name_key("001a02.jpg"));
    EXPECT_EQ(name_key("Ju\xcc\x88rgen.jpg"), name_key("J\xc3\xbcrgen.JPG"));
    EXPECT_EQ(name_key("J\xfcrgen.jpg"), name_key("J\xc3\xbcrgen.jpg"));
    EXPECT_NE(name_key("Jurgen.jpg"), name_key("J\xc3\xbcrgen.jpg"));
    EXPECT_NE(name_key("1.jpg"), name_key("I.jpg"));
}

}  // namespace
}  // namespace rudolph
