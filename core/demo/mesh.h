#pragma once

#include <functional>
#include <vector>

#include "core/demo/demo_math.h"

namespace rudolph::demo {

enum class Material : std::uint8_t { None, Skin, Ear, Hair, Body, Frame };

/// `s` and `t` are where the point lies on its part (for the skin: the face plane, see SkinPlace
/// in head.h), `u` is the angle about the part's axis. What is drawn there depends on them.
struct Vertex {
    Vec3 place, normal;
    float s = 0, t = 0, u = 0;
};

/// A grid of vertices; neighbours are joined.
struct Mesh {
    Material material = Material::Skin;
    int rows = 0, columns = 0;
    std::vector<Vertex> vertices;
    /// False where nothing is drawn: the shape of hairlines. Empty: drawn everywhere.
    std::function<bool(float s, float t, float u)> drawn;

    Mesh(Material of, int row_count, int column_count)
        : material(of),
          rows(row_count),
          columns(column_count),
          vertices(static_cast<std::size_t>(row_count) * static_cast<std::size_t>(column_count)) {}

    Vertex& at(int row, int column) {
        return vertices[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                        static_cast<std::size_t>(column)];
    }
    const Vertex& at(int row, int column) const {
        return vertices[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns) +
                        static_cast<std::size_t>(column)];
    }
};

enum class Seam { Open, Closed };

/// Normals from neighbouring places: outward where rows run down and columns to the viewer's right.
/// Closed: the first and the last column are the same line.
void compute_normals(Mesh& mesh, Seam seam);

}  // namespace rudolph::demo
