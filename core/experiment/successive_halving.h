#pragma once

#include <optional>
#include <vector>

namespace rudolph {

/// Asynchronous successive halving: experiments are trained for a few epochs, and only the best of
/// those that came as far go on to the next rung. L. Li et al., A System for Massively Parallel
/// Hyperparameter Tuning, MLSys 2020, algorithm 2 with one worker and a given list of experiments.
///
/// Every training is that of its whole length, broken off at a rung and gone on with from its
/// checkpoint: so its learning rate follows the schedule of all its epochs, and one that comes to
/// the end is the very run that it would have been by itself.
struct HalvingPlan {
    int first = 5;  ///< epochs of the first rung; at least 1
    int factor =
        3;  ///< one in so many goes on, and each rung has so many times the epochs; 2 to 10
    int epochs = 60;  ///< of a whole training
    /// What all trainings together may cost; 0: no limit of this kind. Seconds are guarded by an
    /// estimate before each step; who trains must break off when they are over.
    long long most_epochs = 0;
    double most_seconds = 0;

    bool operator==(const HalvingPlan&) const = default;
};

/// How far one experiment has come.
struct HalvingTrial {
    std::vector<double> errors = {};  ///< validation error after each epoch; NaN: none
    double seconds = 0;               ///< that these epochs took
    bool finished = false;            ///< needs no more epochs: all are done, or it ended by itself
    bool failed = false;              ///< cannot go on; it never does

    bool operator==(const HalvingTrial&) const = default;
};

/// Train this one until so many epochs are done.
struct HalvingStep {
    int trial = 0;
    int until = 0;

    bool operator==(const HalvingStep&) const = default;
};

/// Where a trial stands among those that came at least as far.
struct HalvingStanding {
    int epochs = 0;          ///< the highest rung that it came to; 0: none
    int better = 0;          ///< of the others that came there
    int compared = 0;        ///< the others that came there
    bool may_go_on = false;  ///< it is among the best, and only the budget keeps it

    bool operator==(const HalvingStanding&) const = default;
};

/// Throws Error where a number of the plan is out of its range, or the budget is smaller than the
/// first rung.
void require_valid(const HalvingPlan& plan);

/// The epochs at which trainings are compared: first, first × factor, … and all of them.
std::vector<int> halving_rungs(const HalvingPlan& plan);

/// What is to be done next; none: all is done, or the budget does not suffice for more. It follows
/// from the trials alone, so that a search goes on after any break. In this order: what was broken
/// off between two rungs goes on; of the highest rung that has one, the best that is among the best
/// 1 / factor and was not taken further; the next experiment that was not tried. When all were
/// tried and a rung has too few for one to go on, its best does, so that the winner is trained to
/// its end. As long as nobody was, enough of the budget is kept for that. Equal errors: the earlier
/// trial is the better.
std::optional<HalvingStep> next_halving_step(const HalvingPlan& plan,
                                             const std::vector<HalvingTrial>& trials);

HalvingStanding halving_standing(const HalvingPlan& plan, const std::vector<HalvingTrial>& trials,
                                 int trial);

/// The trial with the lowest error that was trained to its end; where none was, the best of the
/// highest rung; none before the first rung.
std::optional<int> best_halving_trial(const HalvingPlan& plan,
                                      const std::vector<HalvingTrial>& trials);

/// The epochs that so many experiments cost when the good ones come at random among the poor ones: a
/// budget to propose. At least one whole training.
long long usual_halving_epochs(const HalvingPlan& plan, int experiments);

long long halving_epochs_done(const std::vector<HalvingTrial>& trials);

}  // namespace rudolph
