#include "core/model/weights_report.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace rudolph {
namespace {

constexpr std::size_t kNamesInNote = 6;

}  // namespace

std::string listed_names(const std::vector<std::string>& names) {
    const std::size_t shown = names.size() <= kNamesInNote ? names.size() : kNamesInNote - 1;
    std::string text =
        fmt::format("{}", fmt::join(names.begin(), names.begin() + static_cast<long>(shown), ", "));
    if (shown < names.size())
        text += fmt::format(" and {} more", names.size() - shown);
    return text;
}

std::vector<std::string> sentences(const WeightsReport& report) {
    std::vector<std::string> notes = {fmt::format("{} of {} tensors start from the weights in {}",
                                                  report.taken, report.wanted, report.source)};
    const auto add = [&notes](const char* what, const std::vector<std::string>& names) {
        if (!names.empty())
            notes.push_back(what + listed_names(names));
    };
    add("made for colour, so summed over red, green and blue for grey pictures: ", report.summed);
    add("of another shape, so they start at random: ", report.misfits);
    add("not in that file, so they start as usual: ", report.missing);
    add("in that file without a place here: ", report.left_over);
    return notes;
}

}  // namespace rudolph
