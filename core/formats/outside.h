#pragma once

#include <filesystem>
#include <string>
#include <unordered_map>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// A list may name any file of the machine. Pictures that do not lie with their data set are shown
/// like others, but copied, or drawn into a file, only when the person says so: or a list from
/// elsewhere would take what it likes along.

/// The folders that a data set's pictures lie in: the one that was opened or holds the list, the
/// one beside "annotations" that lists in such a folder are about, that which the person has named
/// (OpenOptions::pictures), and where this program keeps pictures of videos and tables; none that
/// only a file names, as a project does. Absolute, links resolved.
std::vector<std::filesystem::path> folders_of(const Dataset& dataset);
/// The same of what is, or was, opened there in that way (Dataset::opening).
std::vector<std::filesystem::path> folders_of(const std::filesystem::path& source,
                                              const std::string& opening);

/// Folders that pictures may lie in. Not for several threads at once.
class PictureFolders {
public:
    explicit PictureFolders(const std::vector<std::filesystem::path>& folders);
    /// Once ".." and links are resolved; a missing picture is judged by its name.
    bool hold(const std::filesystem::path& picture);

private:
    bool hold_place(const std::filesystem::path& place) const;

    std::vector<std::filesystem::path> folders_;
    std::unordered_map<std::string, bool> known_;  ///< folders that were asked for
};

/// The pictures, each once, that lie elsewhere. `folders`: those that they may lie in instead of
/// the data set's own, as folders_of() gives them: of sets that were joined, whose own folder is
/// any that holds them all.
std::vector<std::filesystem::path> pictures_outside(
    const Dataset& dataset, const std::vector<std::filesystem::path>& folders = {});

/// "3 pictures lie outside …, the first is …", for people; empty for none.
std::string outside_text(const std::vector<std::filesystem::path>& outside);

/// Takes out the faces whose files are no pictures by what they hold (core/image/announced_size.h);
/// missing ones stay. Returns those files, each once.
std::vector<std::filesystem::path> leave_out_no_pictures(Dataset& dataset);

}  // namespace rudolph
