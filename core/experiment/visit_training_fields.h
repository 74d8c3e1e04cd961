#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

template <class E, class V>
void visit_training_fields(E& e, V& visit) {
    visit.section("Training");
    visit({.key = "optimiser.learning_rate",
           .label = "Learning rate",
           .tip = "How far the weights move in each step. Too small learns slowly, too large never "
                  "settles. 0.001 suits Adam.",
           .minimum = 1e-8,
           .maximum = 10},
          e.optimiser.learning_rate);
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
}

}  // namespace rudolph
