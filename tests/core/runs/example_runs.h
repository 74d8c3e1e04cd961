#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/runs/run.h"
#include "core/runs/run_writer.h"
#include "tests/support/files_in.h"

// Runs to write and read in tests.

namespace rudolph::test {

inline Dataset two_faces() {
    Dataset dataset;
    dataset.scheme = numbered_points(2);
    for (const char* id : {"04-1m", "33-1f"}) {
        Sample sample;
        sample.id = id;
        sample.points_in_image = Landmarks({{1, 2}, {3, 4}});
        dataset.samples.push_back(sample);
    }
    return dataset;
}

inline const Split kSplit{{0}, {1}};

inline RunWriter writer_in(const std::filesystem::path& runs,
                           const std::string& name = "nose-tip") {
    Experiment experiment = preset("nose-tip");
    experiment.name = name;
    return {runs, experiment, two_faces(), kSplit};
}

inline std::string name_without_time(const RunWriter& writer) {
    const std::string name = writer.folder().filename().string();
    return name.substr(0, name.size() - std::string("-20240531-182042").size());
}

inline RunSummary finished_summary() {
    RunSummary summary;
    summary.state = RunState::Finished;
    summary.message = "Überraschung";
    summary.started = "2024-05-31T18:20:42+02:00";
    summary.device = "cpu";
    summary.seconds = 12.5;
    summary.epochs_done = 20;
    summary.best_epoch = 17;
    summary.train_faces = 29;
    summary.validation_faces = 8;
    summary.parameters = 63'000'000'000;
    summary.scheme = "imm-58";
    summary.normaliser = "eyes";
    summary.mse = 0.001;
    summary.error_px = 3.25;
    summary.nme = 0.1 + 0.2;
    summary.auc_08 = 0.5;
    summary.fr_08 = 0.25;
    summary.shape_variance_ratio = 0.875;
    summary.turn_right_share = 0.99;
    summary.constant_error_px = 30;
    StressRow dark{stress_degradations().at(1), 8, 0.31, 3.5, 0.375, 1.25, {0.75, 0.5, 4}, 0.625};
    summary.stress = {dark};
    return summary;
}

inline CasePrediction some_case(const std::string& id) {
    CasePrediction entry;
    entry.result.sample_id = id;
    entry.result.predicted_in_image = Landmarks({{1.5, -2.25}, {0.1 + 0.2, 1e-9}});
    entry.result.truth_in_image = Landmarks({{10, 20}, {30.125, 40}});
    entry.result.squared_error = 0.01;
    entry.result.error_px = 17;
    entry.result.nme = 0.3;
    entry.image = "/pictures/über, \"all\".jpg";
    entry.person = "04";
    entry.view = 2;
    return entry;
}

}  // namespace rudolph::test
