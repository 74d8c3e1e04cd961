#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rudolph::test {

/// A reader that takes bytes from anywhere.
struct FuzzedReader {
    std::string name;
    /// Reads the bytes as a file; returns whether it could. Throws nothing but what is a bug.
    bool (*read)(std::string_view bytes);
};

const std::vector<FuzzedReader>& fuzzed_readers();
/// Throws std::out_of_range for a name there is not.
const FuzzedReader& fuzzed_reader(const std::string& name);

}  // namespace rudolph::test
