#include "core/formats/open_options.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "core/formats/pts.h"
#include "core/formats/recipe_store.h"
#include "core/image/decode.h"
#include "tests/support/error_of.h"
#include "tests/support/made_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

OpenOptions unusual_options() {
    OpenOptions options;
    options.pts_first_pixel = 0;
    options.pictures = "/ä/pictures";
    options.scheme = builtin_scheme("wflw-98");
    options.recipe = recipe_named("fg-net");
    options.body_part = "face_kpts";
    options.every = 7;
    return options;
}

void expect_same(const OpenOptions& found, const OpenOptions& wanted) {
    EXPECT_EQ(found.first_pixel(), wanted.first_pixel());
    EXPECT_EQ(found.pictures, wanted.pictures);
    EXPECT_EQ(found.scheme, wanted.scheme);
    EXPECT_EQ(found.recipe, wanted.recipe);
    EXPECT_EQ(found.pictures_only, wanted.pictures_only);
    EXPECT_EQ(found.body_part, wanted.body_part);
    EXPECT_EQ(found.every, wanted.every);
}

TEST(Opening, IsEmptyWhereAllIsAsUsual) {
    OpenOptions usual;
    usual.pts_first_pixel = 1;
    EXPECT_EQ(opening_text(usual), "");
    expect_same(open_options_from(""), OpenOptions());
}

TEST(Opening, KeepsEveryOptionThroughItsText) {
    OpenOptions options = unusual_options();
    expect_same(open_options_from(opening_text(options)), options);
    EXPECT_EQ(opening_text(open_options_from(opening_text(options))), opening_text(options));
    options.scheme->name = "mine";  // one that does not come with the program is kept whole
    expect_same(open_options_from(opening_text(options)), options);
    OpenOptions pictures;
    pictures.pictures_only = true;
    expect_same(open_options_from(opening_text(pictures)), pictures);
}

TEST(Opening, WhatIsGivenByHandGoesFirst) {
    const std::string kept = opening_text(unusual_options());
    OpenOptions by_hand;
    by_hand.pts_first_pixel = 1;
    by_hand.every = 1;
    OpenOptions wanted = unusual_options();
    wanted.pts_first_pixel = 1;
    wanted.every = 1;
    expect_same(open_options_from(kept, by_hand), wanted);
    by_hand = {};
    by_hand.pictures_only = true;
    EXPECT_EQ(open_options_from(kept, by_hand).recipe, std::nullopt)
        << "pictures alone are read by no recipe";
    by_hand = {};
    by_hand.recipe = recipe_named("wflw");
    EXPECT_EQ(open_options_from(kept, by_hand).recipe->name, "wflw");
}

TEST(Opening, WhatCannotBeReadIsNamed) {
    EXPECT_THAT(test::error_of([] { open_options_from(R"({"turn": 1})"); }).what(),
                HasSubstr("'turn'"));
    EXPECT_THAT(test::error_of([] { open_options_from(R"({"every": "x"})"); }).what(),
                HasSubstr("every"));
    EXPECT_THROW(open_options_from("{"), Error);
    EXPECT_THROW(open_options_from(R"({"scheme": "of nobody"})"), Error);
}

TEST(Opening, ADataSetOpensAsItWasOpened) {
    const test::TempDir dir;
    const test::MadeFaces faces(2);
    faces.write_pictures([&](int i) { return dir / (std::to_string(i) + ".png"); });
    for (int i = 0; i < 2; ++i)
        test::write_text(dir / (std::to_string(i) + ".pts"), print_pts(faces.points(i)));
    EXPECT_EQ(open_dataset(dir.path()).opening, "");
    OpenOptions options;
    options.pts_first_pixel = 0;
    const Dataset first = open_dataset(dir.path(), options);
    EXPECT_NE(first.samples, open_dataset(dir.path()).samples);
    EXPECT_EQ(open_dataset(dir.path(), open_options_from(first.opening)), first);
}

}  // namespace
}  // namespace rudolph
