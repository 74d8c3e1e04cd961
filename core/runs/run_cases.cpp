#include "core/runs/run_cases.h"

#include <string_view>
#include <unordered_map>

#include "core/runs/run_files.h"
#include "core/runs/run_reader.h"

namespace rudolph {

std::vector<CasePrediction> read_cases(const RunRecord& run, const Dataset* open) {
    if (!is_there(run.folder / kPredictionsFile))
        return {};
    std::vector<CasePrediction> cases = read_predictions(run.folder);
    find_moved_pictures(cases, open);
    return cases;
}

std::vector<int> find_moved_pictures(std::vector<CasePrediction>& cases, const Dataset* open) {
    std::vector<int> missing;
    for (size_t i = 0; i < cases.size(); ++i)
        if (!is_there(cases[i].image))
            missing.push_back(static_cast<int>(i));
    if (missing.empty() || open == nullptr)
        return missing;
    std::unordered_map<std::string_view, const Sample*> samples;
    for (const Sample& sample : open->samples)
        samples.emplace(sample.id, &sample);
    std::erase_if(missing, [&](int place) {
        CasePrediction& face = cases[static_cast<size_t>(place)];
        const auto found = samples.find(face.result.sample_id);
        if (found == samples.end() || found->second->image.filename() != face.image.filename() ||
            !is_there(found->second->image))
            return false;
        face.image = found->second->image;
        return true;
    });
    return missing;
}

}  // namespace rudolph
