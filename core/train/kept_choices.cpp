#include "core/train/kept_choices.h"

#include <fmt/format.h>

#include <atomic>

#include "core/base/descriptor.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/base/sha256.h"
#include "core/base/system.h"

namespace rudolph {
namespace {

/// More than any processor has; a file that says so was not written here.
constexpr int kMostThreads = 4096;
constexpr std::uint64_t kMostChoiceBytes = 1 << 16;

Json kept_json(const std::string& question, const ComputeTrial& found) {
    return {{"question", Json::parse(question)},
            {"bfloat16", found.choice.bfloat16},
            {"threads", found.choice.threads},
            {"split_batch", found.choice.split_batch},
            {"seconds_per_face", found.seconds_per_face}};
}

}  // namespace

KeptChoices::KeptChoices() : folder_(user_cache_folder() / "rudolph" / "compute") {}

std::filesystem::path KeptChoices::file_of(const std::string& question) const {
    return folder_ / (sha256_of(question).substr(0, 16) + ".json");
}

std::optional<ComputeTrial> KeptChoices::find(const std::string& question) const {
    const std::filesystem::path file = file_of(question);
    try {
        const Json json = parse_json(read_file(file, kMostChoiceBytes), file);
        ComputeTrial trial;
        trial.choice.bfloat16 = json.at("bfloat16").get<bool>();
        trial.choice.threads = whole_number<int>(json.at("threads"));
        trial.choice.split_batch = json.at("split_batch").get<bool>();
        trial.seconds_per_face = json.at("seconds_per_face").get<double>();
        const int threads = trial.choice.threads;
        if (json.at("question") == Json::parse(question) && threads >= 1 && threads <= kMostThreads)
            return trial;
    } catch (const Error&) {
        // Is missing or damaged: then it is tried again.
    } catch (const Json::exception&) {
    }
    return {};
}

ComputeTrial KeptChoices::keep(const std::string& question, const ComputeTrial& found) const {
    const std::filesystem::path file = file_of(question);
    ComputeTrial result = found;
    try {
        // Under a name of its own first, so that nobody reads a part.
        static std::atomic<unsigned> count = 0;
        const std::filesystem::path mine = folder_ / fmt::format(".{}-{}-{}", this_process_id(),
                                                                 ++count, file.filename().string());
        write_json(mine, kept_json(question, found));
        if (!rename_to_free(mine, file)) {
            const std::optional<ComputeTrial> first = find(question);
            if (first)
                result = *first;
            else
                replace(question, found);
            remove_name(mine);
        }
    } catch (const Error& error) {
        result.note = fmt::format(
            "how it is computed could not be kept ({}), so that another run may be computed "
            "otherwise and differ in its last digits",
            error.what());
    }
    return result;
}

void KeptChoices::replace(const std::string& question, const ComputeTrial& found) const {
    write_json(file_of(question), kept_json(question, found));
}

}  // namespace rudolph
