#pragma once

#include <string>
#include <vector>

namespace rudolph {

/// A model that comes with the program, in its resources: to predict with, and to start from.
struct ShippedModel {
    std::string name;      ///< as it is asked for: "face68"
    std::string resource;  ///< see resource()
};
/// The best for photographs first.
const std::vector<ShippedModel>& shipped_models();
inline constexpr const char* kDefaultModel = "face68";

/// The one that is meant by a name, where no file or folder is called so. Null: none.
const ShippedModel* find_shipped_model(const std::string& name);

}  // namespace rudolph
