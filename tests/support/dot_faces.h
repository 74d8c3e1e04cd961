#pragma once

#include <opencv2/imgproc.hpp>
#include <string>

#include "core/base/random.h"
#include "core/image/decode.h"
#include "core/train/trainer.h"

namespace rudolph::test {

/// "Faces" that a tiny network learns in a moment: pictures of 48×36 with one bright dot, which is
/// the nose tip, and a second point that goes with it.
inline Dataset dot_faces(const std::filesystem::path& folder, int people, int pictures_each = 2) {
    Dataset dataset;
    dataset.name = "dots";
    dataset.root = dataset.source = folder;
    dataset.scheme.name = "dots";
    dataset.scheme.title = "Dots";
    dataset.scheme.point_names = {"dot", "beside it"};
    dataset.scheme.nose_tip = 0;
    dataset.scheme.normaliser = NormalisingDistance{"between the points", {0}, {1}};
    Random random(7);
    for (int i = 0; i < people * pictures_each; ++i) {
        const Point dot(random.uniform(10, 30), random.uniform(8, 28));
        // What is hardly seen behind it makes them different pictures.
        cv::Mat behind(9, 12, CV_8UC1);
        Random shades(100 + static_cast<std::uint64_t>(i));
        for (int at = 0; at < 9 * 12; ++at)
            behind.data[at] = static_cast<uchar>(37 + shades.below(7));
        cv::Mat picture;
        cv::resize(behind, picture, {48, 36}, 0, 0, cv::INTER_LINEAR);
        cv::circle(picture, cv::Point(dot * 16), 5 * 16, cv::Scalar(230), cv::FILLED, cv::LINE_AA,
                   4);
        Sample sample;
        sample.id = "face" + std::to_string(100 + i);
        sample.image = folder / (sample.id + ".png");
        sample.image_size = picture.size();
        sample.points_in_image = Landmarks({dot, dot + Point(8, 0)});
        sample.person = std::to_string(i / pictures_each);
        write_image(sample.image, picture);
        dataset.samples.push_back(std::move(sample));
    }
    return dataset;
}

/// Small enough for a fraction of a second.
inline Experiment dot_experiment() {
    Experiment experiment;
    experiment.name = "dots";
    experiment.data = "dots";
    experiment.split = {SplitMethod::Share, 0.25, 1};
    experiment.input.width = 32;
    experiment.input.height = 24;
    experiment.augmentation.shift_px = 2;
    experiment.augmentation.brightness = 0.1;
    experiment.model.channels = {6, 8};
    experiment.model.kernels = {5, 3};
    experiment.model.hidden = {32};
    experiment.epochs = 3;
    experiment.batch_size = 4;
    experiment.device = DeviceChoice::Cpu;
    experiment.precision = Precision::Float32;
    experiment.threads = 1;
    return experiment;
}

}  // namespace rudolph::test
