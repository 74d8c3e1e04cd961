#include "core/base/resources.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/model/safetensors.h"

namespace rudolph {
namespace {

TEST(Resources, HoldTheLandmarkSchemes) {
    EXPECT_THAT(resource_names("schemes/"),
                testing::IsSupersetOf({"schemes/ibug-68.json", "schemes/imm-58.json"}));
}

TEST(Resources, AreListedInAlphabeticalOrder) {
    const auto names = resource_names("");
    EXPECT_TRUE(std::is_sorted(names.begin(), names.end()));
    EXPECT_TRUE(resource_names("nothing-like-it/").empty());
}

TEST(Resources, AreAllWholeJsonButModels) {
    for (const std::string& name : resource_names(""))
        if (name.ends_with(".safetensors"))
            EXPECT_NO_THROW(parse_safetensors(resource(name), name)) << name;
        else
            EXPECT_NO_THROW(parse_json(resource(name), name)) << name;
}

TEST(Resources, MissingNameIsAnError) {
    EXPECT_THROW(resource("schemes/none.json"), Error);
    EXPECT_THROW(resource(""), Error);
}

}  // namespace
}  // namespace rudolph
