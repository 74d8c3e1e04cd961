#pragma once

#include <array>
#include <limits>
#include <string_view>

#include "core/experiment/experiment.h"
#include "core/formats/losses.h"

namespace rudolph {

/// The JSON spelling of an enumeration's values, in their order.
inline constexpr std::array<std::string_view, 4> kSplitMethodNames = {"automatic", "imm-persons",
                                                                      "share", "folds"};
inline constexpr std::array<std::string_view, 2> kTargetNames = {"all", "nose-tip"};
inline constexpr std::array<std::string_view, 3> kNormalisationNames = {"fixed", "crop", "local"};
inline constexpr std::array<std::string_view, 2> kCropNames = {"whole-image", "face-box"};
inline constexpr std::array<std::string_view, 4> kFamilyNames = {"cnn", "resnet18", "resnet34",
                                                                 "light"};
inline constexpr std::array<std::string_view, 3> kHeadNames = {"direct", "heatmap", "pip"};
inline constexpr std::array<std::string_view, 5> kLossNames = {"mse", "l1", "smooth-l1", "wing",
                                                               "adaptive-wing"};
inline constexpr std::array<std::string_view, 3> kOptimiserNames = {"adam", "adamw", "sgd"};
inline constexpr std::array<std::string_view, 4> kScheduleNames = {"constant", "step", "cosine",
                                                                   "one-cycle"};
inline constexpr std::array<std::string_view, 4> kPrecisionNames = {"auto", "float32", "bfloat16",
                                                                    "exact"};
inline constexpr std::array<std::string_view, 2> kSwitchNames = {"off", "on"};
inline constexpr std::array<std::string_view, 3> kActivationNames = {"relu", "leaky-relu", "tanh"};
inline constexpr std::array<std::string_view, 2> kPoolingNames = {"max", "average"};
inline constexpr std::array<std::string_view, 3> kDeviceNames = {"auto", "cpu", "cuda"};

constexpr const auto& names_of(SplitMethod) {
    return kSplitMethodNames;
}
constexpr const auto& names_of(TargetPoints) {
    return kTargetNames;
}
constexpr const auto& names_of(Normalisation) {
    return kNormalisationNames;
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
constexpr const auto& names_of(HeadKind) {
    return kHeadNames;
}
constexpr const auto& names_of(LossKind) {
    return kLossNames;
}
constexpr const auto& names_of(OptimiserKind) {
    return kOptimiserNames;
}
constexpr const auto& names_of(ScheduleKind) {
    return kScheduleNames;
}
constexpr const auto& names_of(Precision) {
    return kPrecisionNames;
}
constexpr const auto& names_of(Switch) {
    return kSwitchNames;
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

}  // namespace rudolph
