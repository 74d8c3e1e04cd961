#include "core/formats/dlib_xml_cut.h"

#include <algorithm>
#include <string>

#include "core/base/cancel_scope.h"

namespace rudolph {
namespace {

/// Steps through the text from tag to tag, over comments, CDATA and instructions.
class TagFinder {
public:
    explicit TagFinder(std::string_view text) : text_(text) {}

    /// Where the next tag begins, at or after `from`; npos: there is none.
    size_t next(size_t from) const {
        size_t place = text_.find('<', from);
        while (place != std::string_view::npos) {
            const std::string_view rest = text_.substr(place);
            if (rest.starts_with("<!--"))
                place = after(place, "-->");
            else if (rest.starts_with("<![CDATA["))
                place = after(place, "]]>");
            else if (rest.starts_with("<?"))
                place = after(place, "?>");
            else
                return place;
            if (place != std::string_view::npos)
                place = text_.find('<', place);
        }
        return place;
    }
    /// Just behind the tag that begins at `place`; quoted attributes may hold a '>'.
    size_t end_of_tag(size_t place) const {
        char quote = 0;
        for (; place < text_.size(); ++place) {
            const char c = text_[place];
            if (quote != 0)
                quote = c == quote ? 0 : quote;
            else if (c == '"' || c == '\'')
                quote = c;
            else if (c == '>')
                return place + 1;
        }
        return std::string_view::npos;
    }
    /// Whether the tag at `place` begins like this and its name ends there.
    bool is(size_t place, std::string_view tag) const {
        const std::string_view rest = text_.substr(place);
        return rest.starts_with(tag) &&
               (rest.size() == tag.size() ||
                std::string_view(" \t\r\n/>").find(rest[tag.size()]) != std::string_view::npos);
    }

    /// Whether the tag at `place` has an attribute of this name.
    bool has_attribute(size_t place, const std::string& name) const {
        const std::string_view tag = text_.substr(place, end_of_tag(place) - place);
        for (const char* space : {" ", "\t", "\n"})
            if (tag.find(space + name + '=') != std::string_view::npos)
                return true;
        return false;
    }

private:
    size_t after(size_t place, std::string_view end) const {
        const size_t found = text_.find(end, place);
        return found == std::string_view::npos ? found : found + end.size();
    }

    std::string_view text_;
};

}  // namespace

DlibXmlCut cut_dlib_xml(std::string_view text) {
    const TagFinder tags(text);
    DlibXmlCut list;
    bool dataset = false;
    bool images = false;
    size_t place = tags.next(0);
    for (; place != std::string_view::npos && !images; place = tags.next(place + 1)) {
        dataset = dataset || tags.is(place, "<dataset");
        images = tags.is(place, "<images");
        if (images)
            list.complete = text.substr(0, tags.end_of_tag(place)).ends_with("/>");
        if (tags.is(place, "<image") && tags.has_attribute(place, "file"))
            break;
    }
    list.is_list = images || place != std::string_view::npos;
    list.has_root = dataset && images;
    if (!list.is_list)
        return list;
    list.head_end = std::min(place, text.size());
    while (place != std::string_view::npos && !list.complete) {
        throw_if_scope_cancelled();
        if (tags.is(place, "</images")) {
            list.complete = true;
        } else if (tags.is(place, "<image")) {
            const size_t tag_end = std::min(tags.end_of_tag(place), text.size());
            DlibImageText piece{place, tag_end, tags.end_of_tag(place)};
            if (piece.end == std::string_view::npos) {
                // No tag ends from here on.
                piece.end = text.size();
                list.images.push_back(piece);
                break;
            }
            bool closed = text.substr(0, piece.end).ends_with("/>");
            size_t inner = place;
            while (!closed && inner != std::string_view::npos) {
                inner = tags.next(inner + 1);
                if (inner == std::string_view::npos || tags.is(inner, "<image") ||
                    tags.is(inner, "</images"))
                    break;  // it is never closed: the parser will say so
                if (tags.is(inner, "</image")) {
                    piece.end = tags.end_of_tag(inner);
                    closed = true;
                }
            }
            if (!closed || piece.end == std::string_view::npos)
                piece.end = std::min(inner, text.size());
            list.images.push_back(piece);
            place = piece.end - 1;
        }
        place = tags.next(place + 1);
    }
    list.complete = list.complete || !images;
    return list;
}

}  // namespace rudolph
