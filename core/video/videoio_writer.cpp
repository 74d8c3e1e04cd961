#include "core/video/videoio_writer.h"

#include <cmath>
#include <cstdio>
#include <opencv2/core/utils/logger.hpp>
#include <opencv2/videoio.hpp>
#include <system_error>
#include <vector>

#include "core/base/descriptor.h"
#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/staged_files.h"
#include "core/base/text.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

struct Encoding {
    int writer;
    int code;
};

std::vector<Encoding> encodings_for(const std::string& extension) {
    const int h264 = cv::VideoWriter::fourcc('a', 'v', 'c', '1');
    const int mpeg4 = cv::VideoWriter::fourcc('m', 'p', '4', 'v');
    const int mkv_h264 = cv::VideoWriter::fourcc('H', '2', '6', '4');
    const int mkv_mpeg4 = cv::VideoWriter::fourcc('F', 'M', 'P', '4');
    const int motion_jpeg = cv::VideoWriter::fourcc('M', 'J', 'P', 'G');
    if (extension == ".mp4")
        return {{cv::CAP_FFMPEG, h264}, {cv::CAP_FFMPEG, mpeg4}};
    if (extension == ".mkv")
        return {{cv::CAP_FFMPEG, mkv_h264}, {cv::CAP_FFMPEG, mkv_mpeg4}};
    if (extension == ".avi")
        return {{cv::CAP_OPENCV_MJPEG, motion_jpeg}, {cv::CAP_FFMPEG, motion_jpeg}};
    return {};
}

class OpenCvVideoWriter : public VideoWriter {
public:
    OpenCvVideoWriter(const fs::path& file, cv::Size size, double frames_per_second)
        : file_(destination_of(file)), size_(size) {
        const std::string extension = file.extension().string();
        const auto encodings = encodings_for(lower(extension));
        if (encodings.empty())
            throw Error("videos cannot be written as '" + extension + "'", {file_},
                        "end the name in .mp4, .mkv or .avi");
        if (size.width < 2 || size.height < 2)
            throw Error("a video needs at least 2×2 pixels", {file_});
        cv::utils::logging::setLogLevel(cv::utils::logging::LOG_LEVEL_SILENT);
        create_folder(file_.parent_path());
        // With the extension, by which encoders are chosen.
        make_beside(file_.parent_path(), beside_, extension);
        const bool known = std::isfinite(frames_per_second) && frames_per_second > 0;
        for (const Encoding& encoding : encodings)
            if (open(encoding, known ? frames_per_second : kUsualRate))
                return;
        remove_beside();
        throw Error("no encoder for videos like this is here", {file_},
                    "write .avi instead, which needs none");
    }

    ~OpenCvVideoWriter() override {
        writer_.release();
        remove_beside();
    }
    OpenCvVideoWriter(const OpenCvVideoWriter&) = delete;
    OpenCvVideoWriter& operator=(const OpenCvVideoWriter&) = delete;

    void write(const cv::Mat& bgr) override {
        if (bgr.type() != CV_8UC3 || bgr.size() != size_)
            throw Error("a frame is not of the video's size or not in colour", {file_});
        try {
            writer_.write(bgr);
        } catch (const cv::Exception& error) {
            throw Error("the video cannot be encoded: " + error.err, {file_});
        }
        ++frames_;
    }

    void finish() override {
        writer_.release();
        if (frames_ == 0)
            throw Error("there are no frames to write", {file_});
        require_readable();
        StagedFiles files;
        files.adopt(beside_, Descriptor::to_read(beside_), file_);
        beside_.clear();
        files.commit();
    }

private:
    bool open(const Encoding& encoding, double rate) {
        try {
            return writer_.open(beside_.string(), encoding.writer, encoding.code, rate, size_,
                                true);
        } catch (const cv::Exception&) {
            return false;
        }
    }

    /// Encoders do not tell when the disk is full; what was written does.
    void require_readable() const {
        cv::Mat frame;
        bool read = false;
        try {
            cv::VideoCapture written;
            for (const int reader : {cv::CAP_FFMPEG, cv::CAP_OPENCV_MJPEG})
                read = read || (written.open(beside_.string(), reader) && written.read(frame));
        } catch (const cv::Exception&) {
            read = false;
        }
        if (!read)
            throw Error("the video could not be written", {file_}, "is the disk full?");
    }

    void remove_beside() {
        std::error_code ignored;
        if (!beside_.empty())
            fs::remove(beside_, ignored);
        beside_.clear();
    }

    fs::path file_;
    fs::path beside_;
    cv::Size size_;
    cv::VideoWriter writer_;
    std::int64_t frames_ = 0;
};

}  // namespace

std::unique_ptr<VideoWriter> create_video_file(const fs::path& file, cv::Size size,
                                               double frames_per_second) {
    return std::make_unique<OpenCvVideoWriter>(file, size, frames_per_second);
}

}  // namespace rudolph
