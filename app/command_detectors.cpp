#include "app/command_detectors.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/detect/detector_file.h"
#include "core/engine/engine.h"

namespace rudolph {
namespace {

struct FetchOptions {
    std::string from;
    std::string url = yunet_file().url;
};

std::filesystem::path yunet_destination() {
    return downloaded_models_folder() / yunet_file().name;
}

/// Empty when the file is what it should be, else what is wrong with it.
std::string what_is_wrong_with(const std::filesystem::path& file) {
    try {
        require_sha256(file, yunet_file().sha256);
        return {};
    } catch (const Error& error) {
        return error.message();
    }
}

std::string size_text(std::uint64_t bytes) {
    return fmt::format("{:.1f} MB", static_cast<double>(bytes) / 1e6);
}

int list_detectors() {
    print(row_text("hog", "dlib's histograms of gradients: always there, upright faces"));
    const std::filesystem::path file = find_yunet();
    if (file.empty()) {
        print(row_text("yunet", "OpenCV Zoo's network, finds more and is faster: not here yet"));
        print(fmt::format("next: rudolph detectors fetch ({}, {}, from {})\n",
                          size_text(yunet_file().bytes), yunet_file().licence, yunet_file().url));
        return kSuccess;
    }
    print(row_text("yunet", "OpenCV Zoo's network, finds more and is faster: " + path_text(file)));
    if (const std::string wrong = what_is_wrong_with(file); !wrong.empty()) {
        print(row_text("", wrong));
        print("next: rudolph detectors fetch\n");
    }
    return kSuccess;
}

void download_yunet(const std::string& url) {
    const auto engine = open_engine();
    ProgressReport progress("downloading");
    engine->download(url, yunet_file().sha256, yunet_destination(), progress.callback(),
                     interrupt_token());
    progress.clear();
}

int fetch_detector(const FetchOptions& options) {
    const std::filesystem::path destination = yunet_destination();
    std::error_code ignored;
    if (std::filesystem::exists(destination, ignored) && what_is_wrong_with(destination).empty()) {
        print(fmt::format("YuNet is already here: {}\n", destination.string()));
        return kSuccess;
    }
    if (options.from.empty())
        download_yunet(options.url);
    else
        write_file(destination, read_with_sha256(options.from, yunet_file().sha256));
    print(fmt::format("YuNet is now here: {} ({}, {})\n", destination.string(),
                      size_text(yunet_file().bytes), yunet_file().licence));
    return kSuccess;
}

}  // namespace

void add_detectors_command(CLI::App& app, Action& action) {
    CLI::App* command =
        add_command(app, action, "detectors",
                    "List what finds faces in photographs, and get the better one", list_detectors);
    command->footer(
        "\nNothing is downloaded unless asked for.\n\n"
        "Examples:\n"
        "  rudolph detectors\n"
        "  rudolph detectors fetch\n"
        "  rudolph detectors fetch --from face_detection_yunet_2023mar.onnx");

    const auto [fetch, options] =
        add_command(*command, action, "fetch",
                    "Download YuNet's weights, check their SHA-256, and keep them for all programs",
                    fetch_detector);
    auto* const from =
        fetch->add_option("--from", options->from, "A copy on this machine: no download");
    fetch->add_option("--url", options->url, "Another address of the same file")
        ->capture_default_str()
        ->excludes(from);
    fetch->footer("\nExample: rudolph detectors fetch");
}

}  // namespace rudolph
