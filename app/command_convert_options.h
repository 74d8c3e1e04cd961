#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/formats/format.h"
#include "core/formats/open_options.h"

namespace rudolph {

/// What `rudolph convert` is told.
struct ConvertOptions {
    std::string data;
    std::string destination;
    std::string format;
    std::string map;
    std::vector<std::string> with;
    std::string csv_columns = "part";
    std::optional<std::string> pictures;  ///< "copy", "link" or "refer"
    std::vector<std::string> mends;
    OpenOptions open;
    FormatOptions written;
    bool overwrite = false;
    bool keep_private_data = false;
    bool follow_outside = false;
    bool dry_run = false;
    bool json = false;
};

}  // namespace rudolph
