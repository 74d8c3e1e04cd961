#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace rudolph {

/// One `<image>` element of a list: where it stands in the text.
struct DlibImageText {
    size_t begin = 0;
    size_t tag_end = 0;  ///< behind its first tag
    size_t end = 0;
};

/// A list cut at its `<image>` elements, so that no document of the whole list is ever in memory.
struct DlibXmlCut {
    size_t head_end = 0;  ///< where the first `<image>` begins
    std::vector<DlibImageText> images;
    bool complete = false;  ///< `</images>` was there
    bool is_list = false;   ///< `<images>`, or an `<image>` with a file, was there
    bool has_root = false;  ///< `<dataset>` and `<images>` were there
};

/// Cuts UTF-8 (or Latin-1) text; an element that is never closed ends where the next one begins.
DlibXmlCut cut_dlib_xml(std::string_view text);

}  // namespace rudolph
