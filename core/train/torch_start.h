#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/model/torch_network.h"
#include "core/model/weights_report.h"

namespace rudolph {

/// Fills a network with the weights that the experiment starts from, as far as they fit. Empty
/// where it starts from random ones, which it then has already: none are asked for, or pretrained
/// ones that are not here. Throws Error when they cannot be read, nothing fits, or a downloaded
/// file is damaged. Its sum is then checked; `sha256` gets that of any file.
std::optional<WeightsReport> load_starting_weights(Network& network, const std::string& weights,
                                                   std::string* sha256 = nullptr);

/// A network as a training begins with it: its weights, and where its answers start. `notes` gets
/// what was taken of the weights it starts from, or why none were.
std::shared_ptr<Network> starting_network(const Experiment& experiment, int outputs,
                                          const TargetFrame& frame,
                                          std::vector<std::string>& notes);

}  // namespace rudolph
