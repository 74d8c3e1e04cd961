#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/command_convert_options.h"
#include "core/base/json_fwd.h"
#include "core/dataset/dataset.h"
#include "core/formats/losses.h"
#include "core/formats/map_dataset.h"
#include "core/formats/write_dataset.h"

namespace rudolph {

/// One call of `rudolph convert`: reads faces, changes their points where that is asked for, says
/// what the other format loses, and writes them.
class ConvertJob {
public:
    /// Throws UsageError where what is asked for makes no sense.
    explicit ConvertJob(const ConvertOptions& options);
    /// Returns the exit status. Throws Error and Cancelled.
    int run();

private:
    void read();
    void change_points();
    void join();
    void tell() const;
    Json result_json() const;
    void print_list() const;
    void write(Json& result);

    const ConvertOptions& options_;
    WriteRequest request_;
    CopiedPictures copied_;
    Dataset dataset_;
    LandmarkScheme read_scheme_;
    std::optional<MappedDataset> map_;  ///< its faces are in dataset_
    std::vector<std::string> size_remarks_;
    int mended_ = 0;
    std::vector<std::filesystem::path> no_pictures_;
    std::vector<Loss> lost_;
};

}  // namespace rudolph
