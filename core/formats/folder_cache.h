#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace rudolph {

/// Finds files beside others without asking the disk again and again: each folder is listed once.
/// Not for several threads at once.
class FolderCache {
public:
    /// Whether there is a file or folder of exactly this name.
    bool has_file(const std::filesystem::path& file);
    /// The file by the name that it has on the disk, which may differ from the sought one, in any
    /// folder of its path, in case and in how Unicode composes letters. Empty: there is none, or
    /// several and none exactly so.
    std::filesystem::path find(const std::filesystem::path& sought);
    /// The picture with this stem and any extension of a picture; the alphabetically first of
    /// several. Empty path: none.
    std::filesystem::path picture(const std::filesystem::path& folder, const std::string& stem);
    /// How many pictures in the folder have this stem, as the disk spells it.
    int pictures_of_stem(const std::filesystem::path& folder, const std::string& stem);

private:
    struct Listing {
        bool exists = false;
        std::unordered_set<std::string> names;
        std::unordered_map<std::string, std::vector<std::string>> pictures_of_stem;
        /// By name_key(); made when it is first needed.
        std::optional<std::unordered_map<std::string, std::vector<std::string>>> names_of_key;
        std::optional<std::unordered_map<std::string, std::vector<std::string>>> pictures_of_key;
    };
    Listing& listing(const std::filesystem::path& folder);

    std::unordered_map<std::string, Listing> listings_;
};

}  // namespace rudolph
