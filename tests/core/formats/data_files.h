#pragma once

#include <opencv2/core.hpp>
#include <string>
#include <vector>

#include "core/base/file.h"
#include "core/base/text.h"
#include "core/dataset/dataset.h"
#include "core/formats/losses.h"
#include "core/image/decode.h"

namespace rudolph::test {

/// A plain picture of the size that a test asks for.
inline void write_picture(const std::filesystem::path& file, cv::Size size = {100, 50}) {
    write_image(file, cv::Mat(size, CV_8UC3, cv::Scalar(90, 120, 150)));
}

inline std::string asf_text(const std::vector<Point>& relative, int closed_from = 1 << 30) {
    std::string text = "#####\n# shape\n\n" + std::to_string(relative.size()) + "\n#\n";
    for (size_t i = 0; i < relative.size(); ++i) {
        const bool closed = static_cast<int>(i) >= closed_from;
        text += (closed ? "1 \t0" : "0 \t4") + std::string(" \t") + number_text(relative[i].x) +
                " \t" + number_text(relative[i].y) + " \t" + std::to_string(i) + " \t0 \t1\n";
    }
    return text + "\n# host image\n01-1m.bmp\n";
}

/// Points in the file's own counting, from 1.
inline std::string pts_text(const std::vector<Point>& one_based) {
    std::string text = "version: 1\nn_points:  " + std::to_string(one_based.size()) + "\n{\n";
    for (const Point& point : one_based)
        text += number_text(point.x) + " " + number_text(point.y) + "\n";
    return text + "}\n";
}

inline std::string xml_text(const std::string& images) {
    return "<?xml version='1.0' encoding='ISO-8859-1'?>\n<dataset>\n<name>Test</name>\n<images>\n" +
           images + "</images>\n</dataset>\n";
}

inline std::vector<std::string> ids(const Dataset& dataset) {
    std::vector<std::string> found;
    for (const Sample& sample : dataset.samples)
        found.push_back(sample.id);
    return found;
}

inline std::string messages(const std::vector<Problem>& problems) {
    std::string text;
    for (const Problem& problem : problems)
        text += problem.file.string() + ":" + std::to_string(problem.line) + ": " +
                problem.message + " [" + problem.sample_id + "]\n";
    return text;
}

inline std::vector<std::string> messages(const std::vector<Loss>& losses) {
    std::vector<std::string> found;
    for (const Loss& loss : losses)
        found.push_back(loss.message);
    return found;
}

}  // namespace rudolph::test
