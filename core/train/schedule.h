#pragma once

#include "core/experiment/experiment.h"

namespace rudolph {

/// The learning rate when `epochs_done` epochs (with a fraction) of `epochs` are done; `highest` is
/// the experiment's. In the warm-up share of the run it rises in a line from near 0; then
/// Constant stays; Step is multiplied by the step factor after every so many epochs; Cosine falls
/// to 0 at the end (Loshchilov, Hutter, SGDR, ICLR 2017, equation 5, without restarts). OneCycle
/// rises along a cosine from 1/25 within the warm-up share (0 means 0.3) and falls along another to
/// 1/10 000 of where it began (L. N. Smith, N. Topin, Super-Convergence, 2018).
double scheduled_rate(const ScheduleSpec& schedule, double highest, double epochs_done, int epochs);

}  // namespace rudolph
