#include "core/experiment/shipped_models.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace rudolph {

const std::vector<ShippedModel>& shipped_models() {
    static const std::vector<ShippedModel> all = {{kDefaultModel, "models/face68.safetensors"}};
    return all;
}

const ShippedModel* find_shipped_model(const std::string& name) {
    const auto& all = shipped_models();
    const auto found =
        std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.name == name; });
    std::error_code ignored;
    return found == all.end() || std::filesystem::exists(name, ignored) ? nullptr : &*found;
}

}  // namespace rudolph
