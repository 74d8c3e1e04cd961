#pragma once

#include <array>
#include <limits>
#include <string_view>

#include "core/experiment/experiment.h"

namespace rudolph {

/// The JSON spelling of an enumeration's values, in their order.
inline constexpr std::array<std::string_view, 3> kSplitMethodNames = {"automatic", "imm-persons",
                                                                      "share"};
inline constexpr std::array<std::string_view, 2> kTargetNames = {"all", "nose-tip"};
inline constexpr std::array<std::string_view, 2> kCropNames = {"whole-image", "face-box"};
inline constexpr std::array<std::string_view, 2> kFamilyNames = {"cnn", "resnet18"};
inline constexpr std::array<std::string_view, 3> kActivationNames = {"relu", "leaky-relu", "tanh"};
inline constexpr std::array<std::string_view, 2> kPoolingNames = {"max", "average"};
inline constexpr std::array<std::string_view, 3> kDeviceNames = {"auto", "cpu", "cuda"};

constexpr const auto& names_of(SplitMethod) {
    return kSplitMethodNames;
}
constexpr const auto& names_of(TargetPoints) {
    return kTargetNames;
}
constexpr const auto& names_of(CropKind) {
    return kCropNames;
}
constexpr const auto& names_of(NetworkFamily) {
    return kFamilyNames;
}
constexpr const auto& names_of(Activation) {
    return kActivationNames;
}
constexpr const auto& names_of(Pooling) {
    return kPoolingNames;
}
constexpr const auto& names_of(DeviceChoice) {
    return kDeviceNames;
}

/// A Field without what follows from the member's type.
struct FieldRecord {
    std::string_view key;
    std::string_view label;
    std::string_view tip;
    std::string_view unit = {};
    double minimum = -std::numeric_limits<double>::infinity();
    double maximum = std::numeric_limits<double>::infinity();
    std::string_view only_if_key = {};
    std::string_view only_if_value = {};
    bool is_file = false;
};

/// Seeds up to here survive JSON readers that keep numbers as doubles.
inline constexpr double kLargestSeed = 9007199254740992.0;  // 2^53

// The description that everything in fields.h is made from: calls visit(record, member) for each
// setting in the order of the form, and visit.section(title) before each group.

template <class E, class V>
void visit_data_fields(E& e, V& visit) {
    visit.section("Experiment");
    visit({.key = "name",
           .label = "Name",
           .tip = "What the experiment is called. Its runs are named after it."},
          e.name);
    visit({.key = "description",
           .label = "Description",
           .tip = "What you want to find out with it, in your own words."},
          e.description);
    visit.section("Data");
    visit({.key = "data",
           .label = "Faces",
           .tip = "The folder or XML list of annotated faces.",
           .is_file = true},
          e.data);
    visit({.key = "split.method",
           .label = "Split by",
           .tip = "How faces are divided into those to learn from and those to test on. Automatic "
                  "takes IMM's persons 33 to 40 for testing where there are any, else a share."},
          e.split.method);
    visit({.key = "split.validation_share",
           .label = "Validation share",
           .tip = "The part of the faces kept for testing when the split is by share. All pictures "
                  "of one person stay together.",
           .minimum = 0.01,
           .maximum = 0.9},
          e.split.validation_share);
    visit({.key = "split.seed",
           .label = "Split seed",
           .tip = "Another number draws other persons for testing.",
           .minimum = 0,
           .maximum = kLargestSeed},
          e.split.seed);
    visit({.key = "target",
           .label = "Points to find",
           .tip = "All points of the face, or only the tip of the nose."},
          e.target);
}

template <class E, class V>
void visit_input_fields(E& e, V& visit) {
    visit.section("Input");
    visit({.key = "input.crop",
           .label = "Crop",
           .tip = "What the network sees: the whole picture made smaller, or a square cut out "
                  "around the face."},
          e.input.crop);
    visit({.key = "input.width",
           .label = "Width",
           .tip = "Width of the picture that the network sees.",
           .unit = "px",
           .minimum = 4,
           .maximum = 1024},
          e.input.width);
    visit({.key = "input.height",
           .label = "Height",
           .tip = "Height of the picture that the network sees.",
           .unit = "px",
           .minimum = 4,
           .maximum = 1024},
          e.input.height);
    visit({.key = "input.channels",
           .label = "Channels",
           .tip = "1 for grey; 3 repeats the grey picture for networks that were made for colour, "
                  "such as ResNet-18.",
           .minimum = 1,
           .maximum = 3},
          e.input.channels);
    visit(
        {.key = "input.box_scale",
         .label = "Box scale",
         .tip = "How much larger than the face's box the crop is. More shows more of the hair and "
                "background.",
         .unit = "×",
         .minimum = 0.5,
         .maximum = 5,
         .only_if_key = "input.crop",
         .only_if_value = "face-box"},
        e.input.box_scale);
    visit({.key = "input.mean",
           .label = "Mean",
           .tip = "Subtracted from every pixel (0 is black, 1 is white), so that the network's "
                  "numbers lie around zero.",
           .minimum = 0,
           .maximum = 1},
          e.input.mean);
    visit({.key = "input.deviation",
           .label = "Deviation",
           .tip = "Every pixel is divided by this after the mean is subtracted.",
           .minimum = 0.01,
           .maximum = 10},
          e.input.deviation);
}

template <class E, class V>
void visit_augmentation_fields(E& e, V& visit) {
    visit.section("Augmentation");
    visit({.key = "augmentation.brightness",
           .label = "Brightness",
           .tip = "Each picture is made up to this much darker or brighter: 0.2 is up to 20 %, 0 "
                  "leaves it alone.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.brightness);
    visit({.key = "augmentation.contrast",
           .label = "Contrast",
           .tip = "Each picture gets up to this much less or more contrast: 0.2 is up to 20 %, 0 "
                  "leaves it alone.",
           .minimum = 0,
           .maximum = 1},
          e.augmentation.contrast);
    visit({.key = "augmentation.shift_px",
           .label = "Shift",
           .tip = "Each picture is moved by up to this many pixels left or right, up or down, and "
                  "its points with it.",
           .unit = "px",
           .minimum = 0,
           .maximum = 512},
          e.augmentation.shift_px);
    visit({.key = "augmentation.rotation_deg",
           .label = "Rotation",
           .tip = "Each picture is turned by up to this angle either way, and its points with it.",
           .unit = "°",
           .minimum = 0,
           .maximum = 180},
          e.augmentation.rotation_deg);
}

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

template <class E, class V>
void visit_fields(E& experiment, V& visit) {
    visit_data_fields(experiment, visit);
    visit_input_fields(experiment, visit);
    visit_augmentation_fields(experiment, visit);
    visit_model_fields(experiment, visit);
    visit_training_fields(experiment, visit);
}

}  // namespace rudolph
