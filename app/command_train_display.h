#pragma once

#include <string>
#include <utility>

#include "app/command_output.h"
#include "core/train/trainer.h"

namespace rudolph {

enum class TrainOutput {
    Text,      ///< for people
    JsonLines  ///< one JSON object a line: "start", "epoch" and "end" events
};

/// Shows a training while it goes: lines on standard output and, on a terminal, a bar on standard
/// error. Used by the thread that trains.
class TrainDisplay {
public:
    /// `part`: which run of a study it is, for its events; empty: of none.
    explicit TrainDisplay(TrainOutput output, std::string part = {})
        : output_(output), part_(std::move(part)) {}

    /// Valid as long as this object.
    TrainObserver observer();
    /// The last word; `data` is for the advice on what to do next.
    void finish(const TrainResult& result, const std::string& data);

private:
    void start(const TrainingPlan& plan);
    void batch(const BatchReport& report);
    void epoch(const EpochReport& report);
    void note(const std::string& text);
    void print_plan(const TrainingPlan& plan);
    void print_event(Json event) const;

    TrainOutput output_;
    std::string part_;
    int epochs_ = 0;
    ProgressReport preparing_{"decoding pictures"};
    ProgressReport measuring_{"measuring the best network"};
    StatusLine line_;
};

}  // namespace rudolph
