#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/dataset/dataset.h"
#include "core/formats/folder_cache.h"
#include "core/formats/named_pictures.h"

namespace rudolph {

/// Whether folders of this name hold lists of pictures that lie beside them: "annotations",
/// "labels".
bool is_folder_of_lists(const std::filesystem::path& folder);

/// Finds the pictures that a list names, where they are now. Tried in turn: the name as it is, with
/// the separators of Windows, in UTF-8 and in Latin-1; below the folder that the person has named,
/// beside the list, in its folder "images"; then with another case or composition; and, where the
/// list's folders have gone (it names another machine's, or lies in "annotations" beside "images"),
/// by the file's name and as many of its folders as fit, anywhere below. What is found by its name
/// alone is counted, and so is what is missing. Not for several threads at once.
class PictureFinder {
public:
    /// `list`: the file, relative to whose folder names are; `pictures`: the folder that the person
    /// has named, or empty.
    explicit PictureFinder(std::filesystem::path list, std::filesystem::path pictures = {},
                           CancelToken cancel = {});

    /// Normalised; empty: not found.
    std::filesystem::path find(const std::string& name);
    /// The same of a picture that may have any of these names, the first one rather.
    std::filesystem::path find_any(const std::vector<std::string>& names);
    /// The picture of a list that names none: the one with the list's own stem.
    std::filesystem::path of_the_list();

    /// Notes that the pictures of some faces were not found; `line` of the list, 0: none.
    void miss(const std::string& name, int line, int faces);
    /// What find() has found by name alone, and what was missed: each by itself, or in one sentence
    /// where it is many.
    std::vector<Problem> problems() const;

private:
    struct Missing {
        std::string name;
        int line = 0;
        int faces = 0;
    };
    std::filesystem::path find_as_named(const std::string& name);
    std::filesystem::path find_by_name(const std::string& name);
    const NamedPictures& all_pictures();
    bool is_usual_place(const std::filesystem::path& folder) const;

    std::filesystem::path list_;
    std::filesystem::path named_folder_;
    std::filesystem::path searched_;  ///< where names are looked for last
    CancelToken cancel_;
    FolderCache folders_;
    std::vector<std::filesystem::path> bases_;
    std::optional<NamedPictures> all_pictures_;  ///< below `searched_`; listed when first needed
    std::map<std::filesystem::path, int> found_in_;  ///< folder: how many by their names alone
    int with_other_extension_ = 0;
    std::string first_with_other_extension_;
    std::vector<Missing> missing_;
};

}  // namespace rudolph
