#pragma once

#include <string>
#include <vector>

#include "core/base/random.h"

namespace rudolph::test {

/// Small files of a reader's format, made by our own writers from drawn points, each of which can
/// be read.
std::vector<std::string> seeds_of(const std::string& reader);

/// A seed with some of it changed: bits, numbers, words of the format, parts cut out, repeated, or
/// put in from another seed.
std::string mutated(const std::vector<std::string>& seeds, Random& random);

/// Long inputs that are slow to read, or take much memory, where a reader is careless.
std::vector<std::string> hard_inputs(const std::string& reader);

}  // namespace rudolph::test
