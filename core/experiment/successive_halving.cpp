#include "core/experiment/successive_halving.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>

#include "core/base/error.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

constexpr int kMostTriedOut = 60;
constexpr double kWorst = std::numeric_limits<double>::infinity();

/// The best that a trial had up to some epoch.
double error_at(const HalvingTrial& trial, int epochs) {
    double best = kWorst;
    for (size_t i = 0; i < trial.errors.size() && static_cast<int>(i) < epochs; ++i)
        if (trial.errors[i] < best)
            best = trial.errors[i];
    return best;
}

class Halving {
public:
    Halving(const HalvingPlan& plan, const std::vector<HalvingTrial>& trials)
        : plan_(plan), trials_(trials), rungs_(halving_rungs(plan)) {}

    std::optional<HalvingStep> next() const {
        for (const bool keeping : {true, false})
            if (const auto step = next(keeping))
                return step;
        return std::nullopt;
    }

    /// The highest rung that a trial came to; −1: none. What needs no more came to all, what failed
    /// at least to the first: it is one of the poor ones there.
    int rung_of(int trial) const {
        const HalvingTrial& each = at(trial);
        if (each.finished)
            return last_rung();
        int rung = each.failed ? 0 : -1;
        while (rung < last_rung() && each.errors.size() >= epochs_of(rung + 1))
            ++rung;
        return rung;
    }

    int last_rung() const { return static_cast<int>(rungs_.size()) - 1; }

    /// Those that came to a rung, best first.
    std::vector<int> ranking(int rung) const {
        std::vector<int> there;
        for (int i = 0; i < count(); ++i)
            if (rung_of(i) >= rung)
                there.push_back(i);
        std::stable_sort(there.begin(), there.end(),
                         [&](int a, int b) { return error_there(a, rung) < error_there(b, rung); });
        return there;
    }

    double error_there(int trial, int rung) const {
        return error_at(at(trial), rungs_[static_cast<size_t>(rung)]);
    }

    /// Whether it has an answer that may be compared, and can be trained.
    bool can_go_on(int trial, int rung) const {
        const HalvingTrial& each = at(trial);
        return !each.failed && !each.finished && rung_of(trial) == rung && rung < last_rung() &&
               std::isfinite(error_there(trial, rung));
    }

    /// The best of a rung that are to go on to the next.
    std::optional<int> promoted(int rung, bool at_least_one) const {
        const std::vector<int> there = ranking(rung);
        const auto best = there.size() / static_cast<size_t>(plan_.factor);
        for (size_t place = 0; place < best; ++place)
            if (can_go_on(there[place], rung))
                return there[place];
        if (at_least_one && !has_followers(rung))
            for (const int trial : there)
                if (can_go_on(trial, rung))
                    return trial;
        return std::nullopt;
    }

private:
    /// Whether one has gone on from here and has not failed.
    bool has_followers(int rung) const {
        const std::vector<int> above = ranking(rung + 1);
        return std::any_of(above.begin(), above.end(),
                           [this](int trial) { return !at(trial).failed; });
    }
    const HalvingTrial& at(int trial) const { return trials_[static_cast<size_t>(trial)]; }
    int count() const { return static_cast<int>(trials_.size()); }
    size_t epochs_of(int rung) const {
        return static_cast<size_t>(rungs_[static_cast<size_t>(rung)]);
    }

    std::optional<HalvingStep> next(bool keeping) const {
        const auto fits = [&](std::optional<HalvingStep> step) {
            return step && affordable(*step, keeping);
        };
        // Broken off between two rungs.
        for (int i = 0; i < count(); ++i) {
            if (at(i).failed || at(i).finished || at(i).errors.empty())
                continue;
            const int rung = rung_of(i);
            const bool between = rung < 0 || at(i).errors.size() > epochs_of(rung);
            if (between && rung < last_rung() && fits(step_to(i, rung + 1)))
                return step_to(i, rung + 1);
        }
        for (int rung = last_rung() - 1; rung >= 0; --rung)
            if (const auto trial = promoted(rung, false); trial && fits(step_to(*trial, rung + 1)))
                return step_to(*trial, rung + 1);
        for (int i = 0; i < count(); ++i)
            if (at(i).errors.empty() && !at(i).failed && !at(i).finished && fits(step_to(i, 0)))
                return step_to(i, 0);
        // Nothing else can come to any rung.
        for (int rung = 0; rung < last_rung(); ++rung)
            if (const auto trial = promoted(rung, true); trial && fits(step_to(*trial, rung + 1)))
                return step_to(*trial, rung + 1);
        return std::nullopt;
    }

    HalvingStep step_to(int trial, int rung) const {
        return {trial, rungs_[static_cast<size_t>(rung)]};
    }

    double seconds_an_epoch(int trial) const {
        const HalvingTrial& own = at(trial);
        if (!own.errors.empty() && own.seconds > 0)
            return own.seconds / static_cast<double>(own.errors.size());
        double seconds = 0;
        double epochs = 0;
        for (const HalvingTrial& each : trials_) {
            seconds += each.seconds;
            epochs += static_cast<double>(each.errors.size());
        }
        return epochs > 0 ? seconds / epochs : 0;
    }

    /// `keeping`: enough must be left for one to come to its end.
    bool affordable(const HalvingStep& step, bool keeping) const {
        double seconds = 0;
        double farthest = step.until;
        bool ended = step.until == plan_.epochs;
        for (const HalvingTrial& each : trials_) {
            seconds += each.seconds;
            ended = ended || each.finished;
            if (!each.failed)
                farthest = std::max(farthest, static_cast<double>(each.errors.size()));
        }
        const double kept = keeping && !ended ? plan_.epochs - farthest : 0;
        const double more = step.until - static_cast<double>(at(step.trial).errors.size()) + kept;
        const auto done = static_cast<double>(halving_epochs_done(trials_));
        if (plan_.most_epochs > 0 && done + more > static_cast<double>(plan_.most_epochs))
            return false;
        return plan_.most_seconds <= 0 ||
               (seconds < plan_.most_seconds &&
                seconds + more * seconds_an_epoch(step.trial) <= plan_.most_seconds);
    }

    const HalvingPlan& plan_;
    const std::vector<HalvingTrial>& trials_;
    const std::vector<int> rungs_;
};

}  // namespace

void require_valid(const HalvingPlan& plan) {
    if (plan.factor < 2 || plan.factor > 10)
        throw Error("one in 2 to 10 experiments can go on, not one in " +
                    std::to_string(plan.factor));
    if (plan.first < 1 || plan.first >= plan.epochs)
        throw Error("the first comparison must come before the last of the " +
                        std::to_string(plan.epochs) + " epochs",
                    {}, "choose fewer epochs for it");
    if (plan.most_epochs < 0 || plan.most_seconds < 0)
        throw Error("a budget cannot be below 0");
    if (plan.most_epochs > 0 && plan.most_epochs < plan.first)
        throw Error("the budget is smaller than the first comparison needs", {},
                    "allow more epochs");
}

std::vector<int> halving_rungs(const HalvingPlan& plan) {
    std::vector<int> rungs;
    for (long long epochs = plan.first; epochs < plan.epochs; epochs *= plan.factor)
        rungs.push_back(static_cast<int>(epochs));
    rungs.push_back(plan.epochs);
    return rungs;
}

std::optional<HalvingStep> next_halving_step(const HalvingPlan& plan,
                                             const std::vector<HalvingTrial>& trials) {
    return Halving(plan, trials).next();
}

HalvingStanding halving_standing(const HalvingPlan& plan, const std::vector<HalvingTrial>& trials,
                                 int trial) {
    const Halving halving(plan, trials);
    const int rung = halving.rung_of(trial);
    if (rung < 0)
        return {};
    const std::vector<int> ranking = halving.ranking(rung);
    HalvingStanding standing;
    standing.epochs = halving_rungs(plan)[static_cast<size_t>(rung)];
    standing.compared = static_cast<int>(ranking.size()) - 1;
    standing.better =
        static_cast<int>(std::find(ranking.begin(), ranking.end(), trial) - ranking.begin());
    const auto best = ranking.size() / static_cast<size_t>(plan.factor);
    standing.may_go_on = halving.can_go_on(trial, rung) &&
                         (static_cast<size_t>(standing.better) < best || standing.better == 0);
    return standing;
}

std::optional<int> best_halving_trial(const HalvingPlan& plan,
                                      const std::vector<HalvingTrial>& trials) {
    const Halving halving(plan, trials);
    for (int rung = halving.last_rung(); rung >= 0; --rung)
        for (const int trial : halving.ranking(rung))
            if (!trials[static_cast<size_t>(trial)].failed &&
                std::isfinite(halving.error_there(trial, rung)))
                return trial;
    return std::nullopt;
}

long long usual_halving_epochs(const HalvingPlan& plan, int experiments) {
    // Carried out on made-up errors; of many experiments a part, as the cost grows with their
    // number.
    const int tried = std::clamp(experiments, 1, kMostTriedOut);
    HalvingPlan endless = plan;
    endless.most_epochs = 0;
    endless.most_seconds = 0;
    std::vector<HalvingTrial> trials(static_cast<size_t>(tried));
    while (const auto step = next_halving_step(endless, trials)) {
        HalvingTrial& trial = trials[static_cast<size_t>(step->trial)];
        trial.errors.assign(static_cast<size_t>(step->until),
                            Random(1, static_cast<std::uint64_t>(step->trial)).uniform());
        trial.finished = step->until == plan.epochs;
    }
    return halving_epochs_done(trials) * std::max(tried, experiments) / tried;
}

long long halving_epochs_done(const std::vector<HalvingTrial>& trials) {
    long long epochs = 0;
    for (const HalvingTrial& trial : trials)
        epochs += static_cast<long long>(trial.errors.size());
    return epochs;
}

}  // namespace rudolph
