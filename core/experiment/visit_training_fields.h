#pragma once

#include "core/experiment/field_record.h"
#include "core/formats/losses.h"

namespace rudolph {

template <class E, class V>
void visit_training_fields(E& e, V& visit) {
    visit.section("Loss");
    visit({.key = "loss.kind",
           .label = "Loss",
           .tip = "What training makes small. Squares (mse) fear large errors most; wing cares for "
                  "small ones, too. Adaptive wing is for heatmaps."},
          e.loss.kind);
    visit({.key = "loss.wing_width_px",
           .label = "Wing width",
           .tip = "Errors below this count by their logarithm.",
           .unit = "px",
           .minimum = 0.1,
           .maximum = 100,
           .only_if_key = "loss.kind",
           .only_if_value = "wing"},
          e.loss.wing_width_px);
    visit({.key = "loss.wing_curvature_px",
           .label = "Wing curvature",
           .tip = "The smaller, the more the smallest errors count.",
           .unit = "px",
           .minimum = 0.01,
           .maximum = 100,
           .only_if_key = "loss.kind",
           .only_if_value = "wing"},
          e.loss.wing_curvature_px);
    visit({.key = "loss.map_weight",
           .label = "Map weight",
           .tip = "How much it counts that a heatmap is one compact spot.",
           .minimum = 0,
           .maximum = 1000,
           .only_if_key = "model.head",
           .only_if_value = "heatmap"},
          e.loss.map_weight);
    visit({.key = "loss.map_deviation",
           .label = "Spot size",
           .tip = "Standard deviation of the spot that is wanted, in cells of the map.",
           .minimum = 0.3,
           .maximum = 10,
           .only_if_key = "model.head",
           .only_if_value = "heatmap"},
          e.loss.map_deviation);
    visit.section("Training");
    visit({.key = "optimiser.kind",
           .label = "Optimiser",
           .tip = "How steps are made of gradients. Adam suits most; AdamW with a weight decay "
                  "generalises better; sgd is plain steps with momentum."},
          e.optimiser.kind);
    visit({.key = "optimiser.learning_rate",
           .label = "Learning rate",
           .tip = "How far the weights move in each step. Too small learns slowly, too large never "
                  "settles. 0.001 suits Adam.",
           .minimum = 1e-8,
           .maximum = 10},
          e.optimiser.learning_rate);
    visit(
        {.key = "optimiser.body_rate",
         .label = "Rate of the body",
         .tip = "What the learning rate is multiplied by for the body: the convolutions that see, "
                "before the head that says where the points are. Below 1 it keeps more of the "
                "weights that it started from.",
         .minimum = 0,
         .maximum = 10},
        e.optimiser.body_rate);
    visit({.key = "optimiser.freeze_epochs",
           .label = "Freeze the body",
           .tip = "In so many first epochs only the head learns, and the body stays as it started. "
                  "0: all learns from the beginning.",
           .unit = "epochs",
           .minimum = 0,
           .maximum = 100000},
          e.optimiser.freeze_epochs);
    visit({.key = "optimiser.momentum",
           .label = "Momentum",
           .tip = "How much of the step before goes into each step.",
           .minimum = 0,
           .maximum = 0.999,
           .only_if_key = "optimiser.kind",
           .only_if_value = "sgd"},
          e.optimiser.momentum);
    visit({.key = "optimiser.weight_decay",
           .label = "Weight decay",
           .tip = "Pulls weights towards zero, which keeps a network from learning faces by heart.",
           .minimum = 0,
           .maximum = 10},
          e.optimiser.weight_decay);
    visit({.key = "optimiser.clip_norm",
           .label = "Longest gradient",
           .tip = "Longer gradients are shortened to this. 0 leaves all as they are.",
           .minimum = 0,
           .maximum = 1e6},
          e.optimiser.clip_norm);
    visit(
        {.key = "schedule.kind",
         .label = "Schedule",
         .tip = "How the learning rate changes: not at all, in steps, along a cosine down to zero, "
                "or up and down once (one-cycle)."},
        e.schedule.kind);
    visit({.key = "schedule.warm_up",
           .label = "Warm-up",
           .tip = "The share of the run in which the rate rises to the learning rate.",
           .minimum = 0,
           .maximum = 0.9},
          e.schedule.warm_up);
    visit({.key = "schedule.step_epochs",
           .label = "Step every",
           .tip = "After so many epochs the rate is multiplied by the step factor.",
           .unit = "epochs",
           .minimum = 1,
           .maximum = 100000,
           .only_if_key = "schedule.kind",
           .only_if_value = "step"},
          e.schedule.step_epochs);
    visit({.key = "schedule.step_factor",
           .label = "Step factor",
           .tip = "What the rate is multiplied by at each step.",
           .minimum = 0.001,
           .maximum = 1,
           .only_if_key = "schedule.kind",
           .only_if_value = "step"},
          e.schedule.step_factor);
    visit({.key = "epochs",
           .label = "Epochs",
           .tip = "How often the network sees every training face.",
           .minimum = 1,
           .maximum = 100000},
          e.epochs);
    visit({.key = "batch_size",
           .label = "Batch size",
           .tip = "How many faces the network looks at before each step.",
           .minimum = 1,
           .maximum = 4096},
          e.batch_size);
    visit(
        {.key = "average_decay",
         .label = "Weight average",
         .tip = "What a running average of the weights keeps of itself in each step: 0.999 spans a "
                "thousand steps. The average is what is measured and saved. 0: none.",
         .minimum = 0,
         .maximum = 0.99999},
        e.average_decay);
    visit({.key = "patience",
           .label = "Patience",
           .tip = "Training stops after so many epochs without a better result. 0: it goes on to "
                  "the end.",
           .unit = "epochs",
           .minimum = 0,
           .maximum = 100000},
          e.patience);
    visit({.key = "balance_poses",
           .label = "Balance poses",
           .tip = "Heads turned in a way that few are get shown more often."},
          e.balance_poses);
    visit(
        {.key = "seed",
         .label = "Seed",
         .tip = "The start of all chance: first weights, order, augmentation. The same seed gives "
                "the same run.",
         .minimum = 0,
         .maximum = kLargestSeed},
        e.seed);
    visit({.key = "device",
           .label = "Device",
           .tip = "Where to compute: a CUDA graphics card when there is one (auto), or as chosen."},
          e.device);
    visit({.key = "precision",
           .label = "Precision",
           .tip =
               "Of the numbers that the network computes with. bfloat16 is shorter and, on newer "
               "processors, faster; auto tries it once for each shape of network and keeps to what "
               "it found. exact: float32, in two shares of every batch, the same on "
               "every machine; in a studio, where it was started with --exact."},
          e.precision);
    visit(
        {.key = "threads",
         .label = "Threads",
         .tip = "How many threads compute. 0: as many as a trial, once for each shape of network, "
                "shows to be fastest; two for exact.",
         .minimum = 0,
         .maximum = 256},
        e.threads);
}

}  // namespace rudolph
