#include "tests/fuzz/run_seeds.h"

#include "core/base/file.h"
#include "core/experiment/experiment.h"
#include "core/runs/run_files.h"
#include "core/runs/run_places.h"
#include "core/runs/run_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {

Dataset faces_of_sound_run() {
    Dataset dataset;
    dataset.root = "/faces";
    dataset.scheme = numbered_points(2);
    for (const char* id : {"a", "b"}) {
        Sample face;
        face.id = id;
        face.image = dataset.root / (face.id + ".png");
        face.points_in_image = Landmarks({{1, 2}, {3, 4}});
        dataset.samples.push_back(face);
    }
    return dataset;
}

std::vector<std::pair<std::string, std::string>> sound_run_files() {
    static const auto all = [] {
        const TempDir dir;
        const Dataset dataset = faces_of_sound_run();
        Experiment experiment = preset("nose-tip");
        experiment.data = dataset.root.string();
        const RunWriter writer(dir / "runs", experiment, dataset, {{0}, {1}});
        writer.write_metrics({{1, 0.5, 0.25, 10.5, 0.125, 0.001, 1.5, 3.5}});
        std::vector<CasePrediction> cases(1);
        cases[0].result.sample_id = "b";
        cases[0].result.predicted_in_image = cases[0].result.truth_in_image =
            dataset.samples[1].points_in_image;
        cases[0].image = dataset.samples[1].image;
        writer.write_predictions(cases);
        std::vector<std::pair<std::string, std::string>> files;
        for (const char* name : {kExperimentFile, kSplitFile, kSummaryFile, kMetricsFile,
                                 kPredictionsFile, kPlacesFile})
            files.emplace_back(name, read_file(writer.folder() / name));
        return files;
    }();
    return all;
}

std::vector<std::string> run_seeds() {
    std::vector<std::string> seeds;
    for (const auto& [name, bytes] : sound_run_files())
        seeds.push_back(static_cast<char>(seeds.size()) + bytes);
    return seeds;
}

}  // namespace rudolph::test
