#include "app/command_demo_faces.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>

#include "app/command_add.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "core/base/text.h"
#include "core/demo/demo_faces.h"

namespace rudolph {
namespace {

struct DemoFacesOptions {
    std::string folder;
    std::string format = "imm";
    DemoFacesSpec spec;
};

/// CLI11 takes "-1" for a very large unsigned number.
std::string checked_seed(const std::string& text) {
    const auto value = parse_integer(text);
    return value && *value >= 0 ? "" : "'" + text + "' is not a whole number from 0";
}

int make_demo_faces(const DemoFacesOptions& options) {
    DemoFacesSpec spec = options.spec;
    spec.format = options.format == "imm" ? DemoFormat::Imm : DemoFormat::Ibug;
    ProgressReport progress("drawing faces");
    const int faces =
        write_demo_faces(options.folder, spec, interrupt_token(), progress.callback());
    progress.clear();
    print(fmt::format("{} of {} written to {} ({})\n", count_text(faces, "face"),
                      spec.people == 1 ? "1 person" : fmt::format("{} people", spec.people),
                      options.folder,
                      spec.format == DemoFormat::Imm ? "IMM .asf, 58 points"
                                                     : "iBUG .pts and labels.xml, 68 points"));
    print(fmt::format("next: rudolph inspect {}\n", shell_quoted(options.folder)));
    return kSuccess;
}

}  // namespace

void add_demo_faces_command(CLI::App& app, Action& action) {
    const auto [command, options] =
        add_command(app, action, "demo-faces",
                    "Draw made-up faces with exact points, to try everything without a download",
                    make_demo_faces);
    command->add_option("DIR", options->folder, "The folder to write into; it is made")->required();
    command->add_option("--format", options->format, "imm: .asf, 58 points; ibug: .pts, 68 points")
        ->check(CLI::IsMember({"imm", "ibug"}))
        ->capture_default_str();
    command->add_option("--people", options->spec.people, "How many people, each in six pictures")
        ->check(CLI::Range(1, 99))
        ->capture_default_str();
    command->add_option("--seed", options->spec.seed, "The same seed gives the same faces")
        ->check(checked_seed)
        ->capture_default_str();
    command->footer("\nExample: rudolph demo-faces faces --people 40 --seed 1");
}

}  // namespace rudolph
