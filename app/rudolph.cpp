#include <CLI/CLI.hpp>
#include <algorithm>
#include <new>

#include "app/command.h"
#include "app/command_bench.h"
#include "app/command_calibrate.h"
#include "app/command_completion.h"
#include "app/command_convert.h"
#include "app/command_demo_faces.h"
#include "app/command_detectors.h"
#include "app/command_evaluate.h"
#include "app/command_export.h"
#include "app/command_inspect.h"
#include "app/command_interrupt.h"
#include "app/command_output.h"
#include "app/command_predict.h"
#include "app/command_recipe.h"
#include "app/command_runs.h"
#include "app/command_study.h"
#include "app/command_suggest.h"
#include "app/command_train.h"
#include "app/command_weights.h"
#include "app/hush_libraries.h"
#include "core/base/error.h"
#include "core/base/write_trace.h"
#include "core/image/picture_limits.h"

namespace rudolph {
namespace {

constexpr const char* kExamples = R"(
Examples:
  rudolph demo-faces faces
  rudolph inspect faces --sheet faces.png
  rudolph convert faces faces-coco --to coco
  rudolph train nose-tip --data faces --set epochs=5
  rudolph runs list
  rudolph evaluate runs/nose-tip-20250131-101500 --data faces --sheet cases.png
  rudolph predict photo.jpg --out found --draw
  rudolph export runs/nose-tip-20250131-101500 nose-tip.onnx

Each command explains itself: rudolph train --help
Exit status: 0 done, 1 the job failed, 2 wrong use, 3 a face is missing or doubtful (predict),
130 stopped with Ctrl+C.)";

void describe(CLI::App& app, Action& action) {
    app.set_version_flag("--version", "rudolph " RUDOLPH_VERSION, "Print the version and end");
    app.add_option_function<int>("--largest-picture", set_largest_picture,
                                 "The most million pixels that a picture may have; else by the "
                                 "memory that there is, or as chosen in the studio")
        ->check(CLI::Range(1, 100000));
    app.get_formatter()->column_width(34);
    app.footer(kExamples);
    // For the test of the commands that the guide names.
    app.add_flag_callback(
           "--parse-only", [] {}, "Only see whether the command line is right")
        ->group("");
    app.require_subcommand(0, 1);
    add_demo_faces_command(app, action);
    add_inspect_command(app, action);
    add_recipe_command(app, action);
    add_convert_command(app, action);
    add_suggest_command(app, action);
    add_train_command(app, action);
    add_study_command(app, action);
    add_evaluate_command(app, action);
    add_calibrate_command(app, action);
    add_predict_command(app, action);
    add_export_command(app, action);
    add_detectors_command(app, action);
    add_weights_command(app, action);
    add_bench_command(app, action);
    add_runs_command(app, action);
    add_completion_command(app, action);
}

/// "rudolph train", as far as the command line was understood.
std::string command_name(const CLI::App& app) {
    const auto chosen = app.get_subcommands();
    return chosen.empty() ? app.get_name() : app.get_name() + " " + command_name(*chosen.front());
}

int wrong_use(std::string message, const CLI::App& app) {
    std::replace(message.begin(), message.end(), '\n', ' ');
    print_to_person(message + " (see " + command_name(app) + " --help)");
    return kWrongUse;
}

int run(int argc, char** argv) {
    CLI::App app(
        "Finds keypoints in faces: looks at annotated faces, trains networks, measures them.",
        "rudolph");
    Action action;
    describe(app, action);
    try {
        app.parse(argc, argv);
        if (app.count("--parse-only") > 0)
            return kSuccess;
        if (!action) {
            std::fputs(app.help().c_str(), stderr);
            return kWrongUse;
        }
        catch_interrupts();
        for (const std::string& line : settle_interrupted_writes())
            print_to_person(line);
        const int status = action();
        require_printed();
        return status;
    } catch (const CLI::ParseError& error) {
        return error.get_exit_code() == 0 ? app.exit(error) : wrong_use(error.what(), app);
    } catch (const UsageError& error) {
        return wrong_use(error.what(), app);
    } catch (const Cancelled&) {
        print_to_person("stopped");
        return interrupted_status();
    } catch (const Error& error) {
        print_to_person(error.what());
    } catch (const std::bad_alloc&) {
        print_to_person("there is not enough memory");
    } catch (const std::exception& error) {
        print_to_person(std::string("unexpected: ") + error.what());
    }
    return kJobFailed;
}

}  // namespace
}  // namespace rudolph

int main(int argc, char** argv) {
    rudolph::hush_libraries();
    return rudolph::run(argc, argv);
}
