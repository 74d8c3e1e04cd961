#include "tests/faults/save_job.h"

#include <signal.h>

#include <cstdio>
#include <new>

#include "core/base/error.h"
#include "core/base/write_trace.h"
#include "core/formats/open_dataset.h"
#include "core/formats/save_in_place.h"

namespace rudolph::test {

int save_moved_points(const std::filesystem::path& data) {
    // Tells the shim that allocations count from here on.
    struct sigaction action {};
    sigaction(SIGINT, nullptr, &action);
    try {
        for (const std::string& line : settle_interrupted_writes())
            std::fprintf(stderr, "%s\n", line.c_str());
        Dataset dataset = open_dataset(data);
        FileStamps stamps = annotation_stamps(dataset);
        std::vector<std::filesystem::path> changed;
        for (Sample& face : dataset.samples) {
            face.points_in_image.points.front().x += 1;
            changed.push_back(face.image);
        }
        save_in_place(dataset, changed, {}, stamps, false);
        return 0;
    } catch (const std::bad_alloc&) {
        std::fputs("there is not enough memory\n", stderr);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "%s\n", error.what());
    }
    return 1;
}

}  // namespace rudolph::test
