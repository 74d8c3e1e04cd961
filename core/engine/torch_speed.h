#pragma once

#include <string>

namespace rudolph {

/// Billions of additions and multiplications a second of one thread, each the best of several
/// tries.
struct MatrixSpeed {
    double torch_gflops = 0;  ///< LibTorch's product of two matrices
    double plain_gflops = 0;  ///< three nested loops
};

MatrixSpeed measure_matrix_speed();

/// The warning of Engine::slow_matrix_warning for these figures; empty when all is well.
std::string slow_matrix_warning(const MatrixSpeed& speed);

}  // namespace rudolph
