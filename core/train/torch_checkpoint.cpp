#include "core/train/torch_checkpoint.h"

#include <cmath>

#include "core/base/error.h"
#include "core/base/json.h"
#include "core/base/nan.h"
#include "core/model/safetensors.h"
#include "core/model/torch_weights.h"
#include "core/runs/run_files.h"

namespace rudolph {
namespace {

constexpr const char* kCheckpointKey = "rudolph-checkpoint";
constexpr int kCheckpointVersion = 1;
const std::string kNetwork = "network.";
const std::string kAverage = "average.";
const std::string kOptimiser = "optimiser.";

std::filesystem::path checkpoint_of(const std::filesystem::path& run) {
    return run / kCheckpointFile;
}

/// Numbers that JSON cannot say are NaN: an NME that is not known.
Json number(double value) {
    return std::isfinite(value) ? Json(value) : Json();
}

Json to_json(const EpochMetrics& epoch) {
    Json row = Json::array({epoch.epoch});
    for (const double* value : figures(epoch))
        row.push_back(number(*value));
    return row;
}

EpochMetrics metrics_from(const Json& row) {
    EpochMetrics epoch;
    epoch.epoch = whole_number<int>(row.at(0));
    size_t next = 1;
    for (double* value : figures(epoch)) {
        const Json& entry = row.at(next++);
        *value = entry.is_null() ? kNaN : entry.get<double>();
    }
    return epoch;
}

Json to_json(const TrainingPosition& position, const Optimiser& optimiser) {
    Json epochs = Json::array();
    for (const EpochMetrics& epoch : position.epochs)
        epochs.push_back(to_json(epoch));
    return {{"version", kCheckpointVersion},
            {"steps", optimiser.steps()},
            {"frozen_steps", optimiser.frozen_steps()},
            {"epoch", position.epoch},
            {"faces_done", position.faces_done},
            {"batches_done", position.batches_done},
            {"loss_sum", position.loss_sum},
            {"mse_sum", position.mse_sum},
            {"seconds", position.seconds},
            {"batch_size", position.batch_size},
            {"bfloat16", position.compute.bfloat16},
            {"threads", position.compute.threads},
            {"split_batch", position.compute.split_batch},
            {"epochs", epochs}};
}

struct Checkpoint {
    Safetensors contents;
    TrainingPosition position;
    long long steps = 0;
    long long frozen_steps = 0;
};

Checkpoint read_checkpoint(const std::filesystem::path& run) {
    const std::filesystem::path file = checkpoint_of(run);
    std::error_code ignored;
    if (!std::filesystem::exists(file, ignored))
        throw Error("this run cannot be continued: it has no checkpoint", {file},
                    "start a new run; runs of older versions keep none");
    Checkpoint checkpoint{read_safetensors(file), {}, 0, 0};
    const auto found = checkpoint.contents.metadata.find(kCheckpointKey);
    if (found == checkpoint.contents.metadata.end())
        throw Error("this file is no checkpoint of a training", {file});
    const Json json = parse_json(found->second, file);
    TrainingPosition& position = checkpoint.position;
    try {
        if (whole_number<int>(json.at("version")) > kCheckpointVersion)
            throw Error("it was made by a newer version of Rudolph", {file}, "update Rudolph");
        checkpoint.steps = whole_number<long long>(json.at("steps"));
        // Older ones froze nothing.
        checkpoint.frozen_steps = whole_number<long long>(json.value("frozen_steps", Json(0)));
        position.epoch = whole_number<int>(json.at("epoch"));
        position.faces_done = whole_number<int>(json.at("faces_done"));
        position.batches_done = whole_number<int>(json.at("batches_done"));
        position.loss_sum = json.at("loss_sum").get<double>();
        position.mse_sum = json.at("mse_sum").get<double>();
        position.seconds = json.at("seconds").get<double>();
        position.batch_size = whole_number<int>(json.at("batch_size"));
        position.compute.bfloat16 = json.at("bfloat16").get<bool>();
        position.compute.threads = whole_number<int>(json.at("threads"));
        position.compute.split_batch = json.at("split_batch").get<bool>();
        for (const Json& row : json.at("epochs"))
            position.epochs.push_back(metrics_from(row));
    } catch (const Json::exception&) {
        throw Error("the checkpoint is damaged", {file}, "start a new run");
    }
    return checkpoint;
}

void add(std::vector<StoredTensor>& to, const std::string& prefix,
         std::vector<StoredTensor> tensors) {
    for (StoredTensor& tensor : tensors) {
        tensor.name = prefix + tensor.name;
        to.push_back(std::move(tensor));
    }
}

/// The tensors whose names begin with the prefix, without it.
Safetensors part_of(const Safetensors& contents, const std::string& prefix) {
    Safetensors part;
    for (const StoredTensor& tensor : contents.tensors)
        if (tensor.name.starts_with(prefix)) {
            part.tensors.push_back(tensor);
            part.tensors.back().name.erase(0, prefix.size());
        }
    return part;
}

}  // namespace

void write_checkpoint(const std::filesystem::path& run, TrainStep& step,
                      const TrainingPosition& position) {
    Safetensors contents;
    add(contents.tensors, kNetwork, stored_state(step.network()));
    if (&step.averaged() != &step.network())
        add(contents.tensors, kAverage, stored_state(step.averaged()));
    for (const auto& [name, row] : step.optimiser().state())
        contents.tensors.push_back(stored_tensor(kOptimiser + name, row));
    contents.metadata[kCheckpointKey] = to_json(position, step.optimiser()).dump();
    write_safetensors(checkpoint_of(run), contents);
}

TrainingPosition read_position(const std::filesystem::path& run) {
    return read_checkpoint(run).position;
}

void load_checkpoint(const std::filesystem::path& run, TrainStep& step) {
    const std::filesystem::path file = checkpoint_of(run);
    const Checkpoint checkpoint = read_checkpoint(run);
    load_state(step.network(), part_of(checkpoint.contents, kNetwork), file);
    if (&step.averaged() != &step.network())
        load_state(step.averaged(), part_of(checkpoint.contents, kAverage), file);
    const torch::NoGradGuard no_grad;
    for (auto& [name, row] : step.optimiser().state()) {
        const StoredTensor* stored = checkpoint.contents.find(kOptimiser + name);
        if (stored == nullptr || stored->shape != row.sizes().vec())
            throw Error("the checkpoint is of another optimiser or network", {file});
        row.copy_(tensor_of(*stored, file));
    }
    step.optimiser().set_steps(checkpoint.steps, checkpoint.frozen_steps);
}

}  // namespace rudolph
