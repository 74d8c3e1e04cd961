#pragma once

#include <iostream>

namespace rudolph {

/// Takes the terminal away from std::cerr, for the rest of the program: OpenCV and LibTorch write
/// there what they throw as well; Rudolph itself writes to stderr by other ways alone.
inline void hush_libraries() {
    std::cerr.rdbuf(nullptr);
}

}  // namespace rudolph
