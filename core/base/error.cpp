#include "core/base/error.h"

#include <utility>

namespace rudolph {
namespace {

std::string one_line(const std::string& message, const ErrorPlace& place,
                     const std::string& advice) {
    std::string text;
    if (!place.file.empty()) {
        text += place.file.string();
        if (place.line > 0)
            text += ":" + std::to_string(place.line);
        text += ": ";
    }
    text += message;
    if (!advice.empty())
        text += " (" + advice + ")";
    return text;
}

}  // namespace

Error::Error(std::string message, ErrorPlace place, std::string advice)
    : std::runtime_error(one_line(message, place, advice)),
      message_(std::move(message)),
      place_(std::move(place)),
      advice_(std::move(advice)) {}

}  // namespace rudolph
