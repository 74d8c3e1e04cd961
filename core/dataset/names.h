#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace rudolph {

/// The end of the name of a picture's mirror image, its twin.
inline constexpr std::string_view kMirrorEnding = "_mirror";

/// What IMM's file names say: "04-1m" is view 1 of person 04, a man.
struct ImmName {
    std::string person;
    int view = 0;
};
std::optional<ImmName> imm_name(std::string_view stem);

/// The picture's path below `root` without its extension, with / between folders, as UTF-8.
std::string sample_id(const std::filesystem::path& root, const std::filesystem::path& picture);

/// Whose face the picture with this id shows: IMM's person, else the id without "_mirror".
std::string person_of(const std::string& id);

/// The last part of an id.
std::string_view stem_of(std::string_view id);

}  // namespace rudolph
