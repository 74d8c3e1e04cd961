#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

template <class E, class V>
void visit_model_fields(E& e, V& visit) {
    visit.section("Network");
    visit({.key = "model.family",
           .label = "Network",
           .tip = "A small convolutional network that you describe layer by layer, ResNet-18, "
                  "ResNet-34, or a light network of their shape that needs no graphics card."},
          e.model.family);
    visit(
        {.key = "model.layers",
         .label = "Layers",
         .tip = "The network layer by layer, such as conv 12 7, relu, max-pool 2, full 168; one to "
                "the points follows by itself. Empty: as the five settings below say in short.",
         .only_if_key = "model.family",
         .only_if_value = "cnn"},
        e.model.layers);
    visit({.key = "model.channels",
           .label = "Channels per layer",
           .tip = "How many patterns each convolution looks for. One number a layer.",
           .minimum = 1,
           .maximum = 2048,
           .only_if_key = "model.layers",
           .only_if_value = ""},
          e.model.channels);
    visit({.key = "model.kernels",
           .label = "Kernel sizes",
           .tip = "How wide each convolution's window is. As many numbers as there are channels; "
                  "after each layer the picture is halved.",
           .unit = "px",
           .minimum = 1,
           .maximum = 31,
           .only_if_key = "model.layers",
           .only_if_value = ""},
          e.model.kernels);
    visit(
        {.key = "model.activation",
         .label = "Activation",
         .tip = "What bends the output of each layer; without it, all layers together could do no "
                "more than one.",
         .only_if_key = "model.layers",
         .only_if_value = ""},
        e.model.activation);
    visit({.key = "model.pooling",
           .label = "Pooling",
           .tip = "How four neighbouring pixels become one after each layer: the largest, or their "
                  "average.",
           .only_if_key = "model.layers",
           .only_if_value = ""},
          e.model.pooling);
    visit({.key = "model.hidden",
           .label = "Hidden layers",
           .tip = "Widths of the layers between the convolutions and the points. Empty: none.",
           .minimum = 1,
           .maximum = 16384,
           .only_if_key = "model.layers",
           .only_if_value = ""},
          e.model.hidden);
    visit(
        {.key = "model.width",
         .label = "Width",
         .tip = "Channels of the first stage; each of the three after it has twice as many. Wider "
                "sees more and is slower. Multiples of 16 suit processors best.",
         .minimum = 4,
         .maximum = 256,
         .only_if_key = "model.family",
         .only_if_value = "light"},
        e.model.width);
    visit(
        {.key = "model.head",
         .label = "Answer",
         .tip = "How the network says where a point is: its coordinates at once (direct), a map of "
                "likely places (heatmap), or a coarse map with offsets and neighbours that vote "
                "(pip).",
         .only_if_key = "model.family",
         .only_if_value = "resnet18|resnet34|light"},
        e.model.head);
    visit({.key = "model.pyramid",
           .label = "Pyramid channels",
           .tip = "Width of the maps that heatmap and pip answers are read from.",
           .minimum = 4,
           .maximum = 512,
           .only_if_key = "model.head",
           .only_if_value = "heatmap|pip"},
          e.model.pyramid);
    visit({.key = "model.map_stride",
           .label = "Map stride",
           .tip = "How many pixels of the input make one cell of a map: 4, 8, 16 or 32. 4 suits "
                  "heatmaps, 32 pip.",
           .unit = "px",
           .minimum = 4,
           .maximum = 32,
           .only_if_key = "model.head",
           .only_if_value = "heatmap|pip"},
          e.model.map_stride);
    visit({.key = "model.neighbours",
           .label = "Neighbours",
           .tip = "How many nearby points every cell also votes for.",
           .minimum = 0,
           .maximum = 50,
           .only_if_key = "model.head",
           .only_if_value = "pip"},
          e.model.neighbours);
    visit({.key = "model.weights",
           .label = "Start from weights",
           .tip = "A run whose network is learnt on, a file of weights (.safetensors, or .pth with "
                  "torchvision's names), pretrained ones (resnet18, resnet34), or Rudolph's own "
                  "model (face68), which fits networks of its shape. Tensors that fit by name and "
                  "shape are taken. Empty: start from random weights.",
           .is_file = true},
          e.model.weights);
    visit({.key = "model.flip_average",
           .label = "Average with mirror image",
           .tip = "Predictions are the mean of those for the picture and for its mirror image: a "
                  "little better, twice as slow."},
          e.model.flip_average);
    visit(
        {.key = "model.looks",
         .label = "Looks",
         .tip = "How many times predictions look at a picture: from the second time on the face is "
                "cut out upright and centred, by the points found before. The figures after each "
                "epoch are of one look.",
         .minimum = 1,
         .maximum = 4,
         .only_if_key = "input.crop",
         .only_if_value = "whole-image"},
        e.model.looks);
}

}  // namespace rudolph
