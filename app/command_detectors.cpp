#include "app/command_detectors.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_fetch.h"
#include "app/command_output.h"
#include "core/detect/yunet_file.h"

namespace rudolph {
namespace {

int list_detectors() {
    print(row_text("hog", "dlib's histograms of gradients: always there, upright faces"));
    const std::filesystem::path file = find_yunet();
    if (file.empty()) {
        print(row_text("yunet", "OpenCV Zoo's network, finds more and is faster: not here yet"));
        print(fmt::format("next: rudolph detectors fetch ({}, {}, from {})\n",
                          megabytes_text(yunet_file().bytes), yunet_file().licence,
                          yunet_file().url));
        return kSuccess;
    }
    print(row_text("yunet", "OpenCV Zoo's network, finds more and is faster: " + path_text(file)));
    if (const std::string wrong = what_is_wrong_with(file, yunet_file()); !wrong.empty()) {
        print(row_text("", wrong));
        print("next: rudolph detectors fetch\n");
    }
    return kSuccess;
}

int fetch_detector(const FetchOptions& options) {
    fetch_offered("YuNet", yunet_file(), options);
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
    add_fetch_options(*fetch, *options);
    fetch->footer("\nExample: rudolph detectors fetch");
}

}  // namespace rudolph
