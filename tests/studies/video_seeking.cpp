// How long a jump in a video takes, and whether it arrives: seek_bench VIDEO...
//
// Reads each video from its start to its end, then jumps to kJumps of its frames, forwards and
// backwards at random. A line a video: how long reading took, median and longest jump, and how many
// jumps gave another frame or another time than reading. Holds a small copy of every frame.

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/random.h"
#include "core/engine/engine.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;
constexpr int kJumps = 80;
constexpr int kSmall = 8;  // every so many pixels of a row and a column
constexpr double kSameTime = 1e-4;

double since(Clock::time_point start) {
    return std::chrono::duration<double, std::milli>(Clock::now() - start).count();
}

cv::Mat small(const cv::Mat& bgr) {
    cv::Mat kept;
    cv::resize(bgr, kept, {}, 1.0 / kSmall, 1.0 / kSmall, cv::INTER_NEAREST);
    return kept;
}

void measure(const Engine& engine, const std::string& file) {
    std::vector<cv::Mat> frames;
    std::vector<double> times;
    cv::Mat bgr;
    double seconds = 0;
    const auto reading = engine.open_video(file);
    const auto start = Clock::now();
    while (reading->read(bgr, seconds)) {
        frames.push_back(small(bgr));
        times.push_back(seconds);
    }
    const double all_ms = since(start);
    const auto video = engine.open_video(file);
    Random random(1);
    std::vector<double> jumps_ms;
    int wrong = 0;
    for (int jump = 0; jump < kJumps; ++jump) {
        const auto place =
            static_cast<size_t>(random.uniform() * static_cast<double>(frames.size()));
        const auto before = Clock::now();
        video->seek(times[place]);
        const bool found = video->read(bgr, seconds);
        jumps_ms.push_back(since(before));
        if (!found || std::abs(seconds - times[place]) > kSameTime ||
            cv::norm(small(bgr), frames[place], cv::NORM_INF) > 0)
            ++wrong;
    }
    std::sort(jumps_ms.begin(), jumps_ms.end());
    fmt::print(
        "{}: {} frames; all read in {:.0f} ms, a jump {:.0f} ms, the longest {:.0f}; {} of "
        "{} jumps wrong\n",
        file, frames.size(), all_ms, jumps_ms[kJumps / 2], jumps_ms.back(), wrong, kJumps);
}

}  // namespace
}  // namespace rudolph

int main(int count, char** arguments) {
    try {
        const auto engine = rudolph::open_engine();
        for (int i = 1; i < count; ++i)
            rudolph::measure(*engine, arguments[i]);
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "{}\n", error.what());
        return 1;
    }
}
