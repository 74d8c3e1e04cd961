#include "core/demo/mesh.h"

namespace rudolph::demo {

void compute_normals(Mesh& mesh, Seam seam) {
    const int last_row = mesh.rows - 1, last_column = mesh.columns - 1;
    for (int r = 0; r <= last_row; ++r)
        for (int c = 0; c <= last_column; ++c) {
            int before = c - 1, after = c + 1;
            if (before < 0)
                before = seam == Seam::Closed ? last_column - 1 : 0;
            if (after > last_column)
                after = seam == Seam::Closed ? 1 : last_column;
            const Vec3 across = mesh.at(r, after).place - mesh.at(r, before).place;
            const Vec3 down =
                mesh.at(std::min(r + 1, last_row), c).place - mesh.at(std::max(r - 1, 0), c).place;
            mesh.at(r, c).normal = normalised(cross(down, across));
        }
}

}  // namespace rudolph::demo
