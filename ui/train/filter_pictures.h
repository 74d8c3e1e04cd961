#pragma once

#include <QImage>
#include <filesystem>
#include <vector>

namespace rudolph {

/// What the first layer of a network looks for, a small grey picture for each of its channels (one
/// pixel a weight, averaged over the input's channels): middle grey is no weight, white and black
/// the largest of all in either direction. Reads a model file of weights without LibTorch. Throws
/// Error when the file cannot be read; empty when its first layer is no convolution.
std::vector<QImage> firstLayerFilters(const std::filesystem::path& model_file);

}  // namespace rudolph
