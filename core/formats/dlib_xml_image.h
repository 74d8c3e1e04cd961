#pragma once

#include <filesystem>
#include <mutex>
#include <pugixml.hpp>
#include <string_view>
#include <vector>

#include "core/formats/dlib_xml_cut.h"
#include "core/formats/reader.h"

namespace rudolph {

/// What the reader of dlib's lists makes of one <image> element.

/// Tells the line of a place in the text; looks for line ends only when it is first asked.
class LineFinder {
public:
    explicit LineFinder(std::string_view text) : text_(text) {}

    int line(size_t offset) const;

private:
    std::string_view text_;
    mutable std::once_flag once_;
    mutable std::vector<size_t> ends_;
};

struct DlibList {
    std::filesystem::path file;
    std::filesystem::path root;
    std::string_view text;
    LineFinder lines;
    bool counts_from_one = false;  ///< no part of the whole list is called 0
};

/// One <image> element: where it stands, and what is on the disk for it.
struct DlibPiece {
    DlibImageText text;
    std::filesystem::path picture;  ///< empty: missing
    std::filesystem::path points;   ///< empty: there is no .pts file
};

/// The samples of one <image>; one without boxes is a picture in which no face is marked yet. May
/// be called from several threads at once.
FileResult read_dlib_image(const DlibList& list, const DlibPiece& piece,
                           const pugi::xml_node& image);

}  // namespace rudolph
