#include <gmock/gmock.h>
#include <stdlib.h>

#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/detect/dlib_hog_detector.h"
#include "core/detect/dnn_yunet.h"
#include "core/detect/find_faces.h"
#include "core/detect/yunet_file.h"
#include "core/engine/engine.h"
#include "core/formats/open_dataset.h"
#include "core/geometry/box_overlap.h"
#include "core/image/decode.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/shared_data.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;

std::filesystem::path shared_yunet() {
    return std::filesystem::path(RUDOLPH_SHARED_FOLDER) / "models" / yunet_file().name;
}

/// Null where the weights are missing.
std::unique_ptr<FaceDetector> make(DetectorKind kind) {
    if (kind == DetectorKind::Hog)
        return make_hog_detector();
    return std::filesystem::exists(shared_yunet()) ? load_yunet(shared_yunet()) : nullptr;
}

class Detectors : public testing::TestWithParam<DetectorKind> {
protected:
    void SetUp() override {
        detector_ = make(GetParam());
        if (detector_ == nullptr)
            GTEST_SKIP() << "YuNet's weights are not here, nothing was tested";
    }

    std::unique_ptr<FaceDetector> detector_;
};

INSTANTIATE_TEST_SUITE_P(, Detectors, testing::Values(DetectorKind::Hog, DetectorKind::YuNet),
                         [](const auto& kind) { return to_string(kind.param); });

TEST_P(Detectors, SayWhichTheyAre) {
    EXPECT_EQ(detector_->kind(), GetParam());
}

TEST_P(Detectors, FindNothingWhereNothingIs) {
    for (const cv::Size size : {cv::Size(1, 1), cv::Size(3, 700), cv::Size(700, 3),
                                cv::Size(31, 33), cv::Size(640, 480), cv::Size(9000, 5600)}) {
        const cv::Mat picture(size, CV_8UC3, cv::Scalar(90, 110, 130));
        EXPECT_THAT(detector_->detect(picture), IsEmpty()) << size;
    }
    EXPECT_THAT(detector_->detect_closely(cv::Mat(2, 2, CV_8UC3, cv::Scalar::all(9))), IsEmpty());
}

TEST_P(Detectors, RefuseOtherPictures) {
    EXPECT_THROW(detector_->detect(cv::Mat()), Error);
    EXPECT_THROW(detector_->detect(cv::Mat(99, 99, CV_8UC1, cv::Scalar(0))), Error);
    EXPECT_THROW(detector_->detect_closely(cv::Mat(99, 99, CV_8UC4, cv::Scalar(0))), Error);
}

/// One face of a person that everyone's detector finds, with its points.
struct RealFace {
    cv::Mat picture;
    Box box;
};

RealFace real_face(const std::filesystem::path& folder) {
    const Dataset dataset = open_dataset(folder);
    const Sample& sample = dataset.samples.at(0);
    return {decode_image(sample.image), squared(bounding_box(sample.points_in_image))};
}

TEST_P(Detectors, FindARealFaceAtAnySize) {
    SKIP_WITHOUT_SHARED_DATA(folder, "imm_face_db");
    const RealFace face = real_face(folder);
    for (const double scale : {0.6, 1.0, 8.0}) {
        SCOPED_TRACE(scale);
        cv::Mat picture;
        cv::resize(face.picture, picture, {}, scale, scale, cv::INTER_AREA);
        const auto faces = detector_->detect(picture);
        ASSERT_EQ(faces.size(), 1U);
        const Box expected{face.box.left * scale, face.box.top * scale, face.box.width * scale,
                           face.box.height * scale};
        EXPECT_GT(intersection_over_union(faces[0].box, expected), 0.5);
        EXPECT_NEAR(faces[0].roll_deg, 0, 15);
    }
}

TEST_P(Detectors, FindARealFaceRolledAndInTheDark) {
    SKIP_WITHOUT_SHARED_DATA(folder, "imm_face_db");
    const RealFace face = real_face(folder);
    for (const auto& [code, roll] :
         {std::pair(cv::ROTATE_90_CLOCKWISE, 90.0), {cv::ROTATE_180, 180.0}}) {
        cv::Mat turned;
        cv::rotate(face.picture, turned, code);
        turned *= 0.2;
        const auto faces = find_faces(*detector_, turned);
        ASSERT_EQ(faces.size(), 1U) << roll;
        // YuNet finds such heads at its first look and says that they are upright; predictions find
        // out (see predict_faces_of).
        if (GetParam() == DetectorKind::Hog) {
            EXPECT_NEAR(std::remainder(faces[0].roll_deg - roll, 360), 0, 20);
        }
        const Point centre = face.box.centre();
        const Point expected =
            roll == 90 ? Point(face.picture.rows - 1 - centre.y, centre.x)
                       : Point(face.picture.cols - 1 - centre.x, face.picture.rows - 1 - centre.y);
        EXPECT_LT(cv::norm(faces[0].box.centre() - expected), 0.4 * face.box.width);
    }
}

TEST(YuNet, IsRefusedWhenDamagedOrMissing) {
    const test::TempDir dir;
    const auto message_of = [](const std::filesystem::path& file) -> std::string {
        return test::error_of([&] { load_yunet(file); }).what();
    };
    EXPECT_THAT(message_of(dir / "nowhere.onnx"), HasSubstr("nowhere.onnx"));
    write_file(dir / "empty.onnx", "");
    EXPECT_THAT(message_of(dir / "empty.onnx"), HasSubstr("empty.onnx"));
    if (!std::filesystem::exists(shared_yunet()))
        GTEST_SKIP() << "YuNet's weights are not here: no damaged copy was tried";
    std::string bytes = read_file(shared_yunet());
    bytes[bytes.size() / 2] ^= 1;
    write_file(dir / "damaged.onnx", bytes);
    EXPECT_THAT(message_of(dir / "damaged.onnx"), HasSubstr("damaged.onnx"));
}

TEST(YuNet, FromTheEngineSaysHowToGetIt) {
    const test::TempDir dir;
    const test::EnvironmentVariable data("XDG_DATA_HOME", dir.path());
    const test::EnvironmentVariable weights("RUDOLPH_YUNET", std::nullopt);
    EXPECT_THAT(test::error_of([&] { open_engine()->load_detector(DetectorKind::YuNet); }).what(),
                HasSubstr("rudolph detectors fetch"));
    EXPECT_EQ(open_engine()->load_detector(DetectorKind::Hog)->kind(), DetectorKind::Hog);
}

}  // namespace
}  // namespace rudolph
