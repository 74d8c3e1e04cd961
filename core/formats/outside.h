#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// A list may name any file of the machine. Pictures that do not lie with their data set are shown
/// like others, but copied only when the person says so: or a list from elsewhere would take what
/// it likes along.

/// The folders that a data set's pictures lie in: its own, the one beside "annotations" that lists
/// in such a folder are about, that which the person has named (OpenOptions::pictures), and where
/// this program keeps pictures of videos and tables. Absolute, links resolved.
std::vector<std::filesystem::path> folders_of(const Dataset& dataset);

/// The pictures, each once, that lie elsewhere once ".." and links are resolved; missing ones are
/// judged by their names. `more`: further folders that pictures may lie in.
std::vector<std::filesystem::path> pictures_outside(
    const Dataset& dataset, const std::vector<std::filesystem::path>& more = {});

/// "3 pictures lie outside …, the first is …", for people; empty for none.
std::string outside_text(const std::vector<std::filesystem::path>& outside);

/// Takes out the faces whose files are no pictures by what they hold (core/image/announced_size.h);
/// missing ones stay. Returns those files, each once.
std::vector<std::filesystem::path> leave_out_no_pictures(Dataset& dataset);

}  // namespace rudolph
