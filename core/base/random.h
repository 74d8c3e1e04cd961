#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace rudolph {

/// A generator of random numbers that gives the same sequence on every machine and compiler
/// (std's distributions do not). Keyed by up to three numbers, so that each sample of each epoch
/// has its own and the order in which threads ask does not matter.
/// The generator is SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number
/// Generators, OOPSLA 2014, figure 17).
class Random {
public:
    explicit Random(std::uint64_t seed, std::uint64_t epoch = 0, std::uint64_t index = 0);

    std::uint64_t next();
    /// Uniform in [0, 1).
    double uniform();
    /// Uniform in [low, high).
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// Uniform in {0, …, count − 1}; count ≥ 1.
    int below(int count);
    /// Normal with mean 0 and standard deviation 1 (Box and Muller).
    double normal();

private:
    std::uint64_t state_;
};

/// FNV-1a (G. Fowler, L. C. Noll, K.-P. Vo), 64 bits: a key made of a text, the same on every
/// machine.
std::uint64_t stable_hash(std::string_view text);

/// Fisher–Yates: every order equally likely.
template <class Container>
void shuffle(Container& items, Random& random) {
    for (int i = static_cast<int>(items.size()) - 1; i > 0; --i)
        std::swap(items[i], items[random.below(i + 1)]);
}

}  // namespace rudolph
