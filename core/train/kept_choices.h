#pragma once

#include <filesystem>
#include <optional>

#include "core/train/compute_choice.h"

namespace rudolph {

/// How networks were found to be computed fastest on this machine, a small file each, so that the
/// same experiment is computed alike, and so gives the same numbers, in the window, on the command
/// line, in a queue and in every repeat, whatever else the machine does at that moment. Any thread
/// and any number of programs.
class KeptChoices {
public:
    /// In the person's folder for what can be made again.
    KeptChoices();
    explicit KeptChoices(std::filesystem::path folder) : folder_(std::move(folder)) {}

    const std::filesystem::path& folder() const { return folder_; }
    /// `question`: see compute_question().
    std::optional<ComputeTrial> find(const std::string& question) const;
    /// Keeps what a trial found and returns what counts from now on: of two programs that tried at
    /// the same time the first is right. Where it cannot be kept, that is noted in the result.
    ComputeTrial keep(const std::string& question, const ComputeTrial& found) const;
    /// In the place of what was kept before. Throws Error.
    void replace(const std::string& question, const ComputeTrial& found) const;

private:
    std::filesystem::path file_of(const std::string& question) const;

    std::filesystem::path folder_;
};

}  // namespace rudolph
