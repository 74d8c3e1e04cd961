#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace rudolph {

/// Finds pictures by what files of points and tables call them: a name or a path with or without
/// its extension, with Windows' or other separators, in another case, as part of a path that has
/// gone. All functions may be called from several threads.
class NamedPictures {
public:
    /// `pictures` are absolute and lie anywhere.
    explicit NamedPictures(std::vector<std::filesystem::path> pictures);

    /// What was found: one picture, or how many have the name and nothing tells which is meant.
    struct Found {
        const std::filesystem::path* picture = nullptr;
        int candidates = 0;
        bool by_name_alone = false;    ///< the folder that was named is another one
        bool other_extension = false;  ///< "a.jpg" was named, "a.png" is there
    };

    /// Of several pictures the one whose folders agree most with the named path; then one in
    /// `folder` (where that is not empty), then beside `file`, the file of points that names it,
    /// then in folders as those of the file.
    Found find(std::string_view named, const std::filesystem::path& file,
               const std::string& folder = {}) const;

    const std::vector<std::filesystem::path>& pictures() const { return pictures_; }

private:
    struct Place {
        std::vector<std::string> folders;  ///< keys of their names, the innermost last
    };

    std::vector<std::filesystem::path> pictures_;
    std::vector<int> place_of_;  ///< of each picture
    std::vector<Place> places_;
    std::unordered_map<std::string, std::vector<int>> by_name_;
    std::unordered_map<std::string, std::vector<int>> by_stem_;
};

/// "face_12", of "C:\\set\\face_12.jpg" too.
std::string named_stem(std::string_view named);

}  // namespace rudolph
