#pragma once

#include <torch/torch.h>

#include "core/experiment/experiment.h"
#include "core/formats/losses.h"

namespace rudolph {

// Losses of points. Both tensors are N × 2P normalised labels (x0, y0, x1, y1, …); `input` turns
// their differences into pixels of the network's input where a loss is made for pixels. All return
// one number, the mean over all coordinates. Labels that are NaN are not known: nothing is learnt
// of them, and they count as coordinates without an error, so that each coordinate that is known
// weighs the same on every face.

/// 1 where a label is known: a truth value a coordinate, N × 2P.
torch::Tensor known_labels(const torch::Tensor& labels);
/// The same a point: N × P.
torch::Tensor known_points(const torch::Tensor& labels);

/// Mse: (p − t)² of normalised labels. In pixels: L1: |d|; SmoothL1: d²/2 up to one pixel, then
/// |d| − 1/2 (R. Girshick, Fast R-CNN, ICCV 2015, equation 3); Wing: w·ln(1 + |d|/ε) up to w, then
/// |d| − C with C = w − w·ln(1 + w/ε) (Z.-H. Feng et al., Wing Loss for Robust Facial Landmark
/// Localisation with Convolutional Neural Networks, CVPR 2018, equation 5). AdaptiveWing has no
/// loss of points. Throws Error for it.
torch::Tensor point_loss(const LossSpec& spec, const InputSpec& input, const torch::Tensor& points,
                         const torch::Tensor& labels);

// Maps are N × P × height × width; a cell's centre is at ((column + 0.5) / width, (row + 0.5) /
// height), as labels are.

/// Gaussians about the labels with this deviation in cells, 1 at their top. Labels must be known.
torch::Tensor target_maps(const torch::Tensor& labels, int rows, int columns, double deviation);

/// Adaptive Wing with a weight of 10 on cells where the wanted map, spread by a cell, is at least
/// 0.2: X. Wang, L. Bo, L. Fuxin, Adaptive Wing Loss for Robust Face Alignment via Heatmap
/// Regression, ICCV 2019, equations 3, 4 and 7, with its α = 2.1, ω = 14, ε = 1, θ = 0.5.
torch::Tensor adaptive_wing_loss(const torch::Tensor& maps, const torch::Tensor& wanted);

/// Where the mean of each map lies when its numbers go through a softmax: N × 2P labels. A. Nibali
/// et al., Numerical Coordinate Regression with Convolutional Neural Networks, 2018, equations 1–3.
torch::Tensor soft_argmax(const torch::Tensor& probabilities);

/// How widely each map is spread about that mean: √((σx² + σy²) / 2) in pixels of an input of that
/// width and height, N × P.
torch::Tensor map_spread(const torch::Tensor& probabilities, double width, double height);

/// Mean over maps, 0 for those whose label is not known, of the Jensen–Shannon divergence between
/// probabilities and a Gaussian about the label with this deviation in cells: the same paper,
/// equations 9 and 10.
torch::Tensor map_divergence(const torch::Tensor& probabilities, const torch::Tensor& labels,
                             double deviation);

}  // namespace rudolph
