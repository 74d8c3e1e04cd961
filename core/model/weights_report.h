#pragma once

#include <string>
#include <vector>

namespace rudolph {

/// What a network took of weights to start from. Names are those of tensors.
struct WeightsReport {
    std::string source;  ///< "resnet18-f37072fd.pth"
    int taken = 0;
    int wanted = 0;
    std::vector<std::string> summed;  ///< made for colour, taken for grey: its sum over the colours
    std::vector<std::string> misfits;    ///< "fc.weight (1000×512 there, 4×512 here)"
    std::vector<std::string> missing;    ///< in the file
    std::vector<std::string> left_over;  ///< of the file
};

/// A sentence on what was taken and one each on what was summed, skipped, missing or left over.
std::vector<std::string> sentences(const WeightsReport& report);

/// "a, b, c and 12 more"
std::string listed_names(const std::vector<std::string>& names);

}  // namespace rudolph
