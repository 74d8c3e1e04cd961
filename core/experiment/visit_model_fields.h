#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

template <class E, class V>
void visit_model_fields(E& e, V& visit) {
    visit.section("Network");
    visit({.key = "model.family",
           .label = "Network",
           .tip = "A small convolutional network that you describe layer by layer, or ResNet-18."},
          e.model.family);
    visit({.key = "model.channels",
           .label = "Channels per layer",
           .tip = "How many patterns each convolution looks for. One number a layer.",
           .minimum = 1,
           .maximum = 2048,
           .only_if_key = "model.family",
           .only_if_value = "cnn"},
          e.model.channels);
    visit({.key = "model.kernels",
           .label = "Kernel sizes",
           .tip = "How wide each convolution's window is. As many numbers as there are channels; "
                  "after each layer the picture is halved.",
           .unit = "px",
           .minimum = 1,
           .maximum = 31,
           .only_if_key = "model.family",
           .only_if_value = "cnn"},
          e.model.kernels);
    visit(
        {.key = "model.activation",
         .label = "Activation",
         .tip = "What bends the output of each layer; without it, all layers together could do no "
                "more than one.",
         .only_if_key = "model.family",
         .only_if_value = "cnn"},
        e.model.activation);
    visit({.key = "model.pooling",
           .label = "Pooling",
           .tip = "How four neighbouring pixels become one after each layer: the largest, or their "
                  "average.",
           .only_if_key = "model.family",
           .only_if_value = "cnn"},
          e.model.pooling);
    visit({.key = "model.hidden",
           .label = "Hidden layers",
           .tip = "Widths of the layers between the convolutions and the points. Empty: none.",
           .minimum = 1,
           .maximum = 16384,
           .only_if_key = "model.family",
           .only_if_value = "cnn"},
          e.model.hidden);
    visit({.key = "model.weights",
           .label = "Start from weights",
           .tip = "A .safetensors file of ResNet-18 weights to start from, with torchvision's "
                  "names. Empty: start from random weights.",
           .only_if_key = "model.family",
           .only_if_value = "resnet18",
           .is_file = true},
          e.model.weights);
}

}  // namespace rudolph
