#include "core/video/videoio_turn.h"

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libavutil/display.h>
#include <libavutil/log.h>
}

#include <array>
#include <cmath>
#include <cstdarg>
#include <cstring>
#include <memory>

namespace rudolph {
namespace {

struct CloseInput {
    void operator()(AVFormatContext* input) const { avformat_close_input(&input); }
};
using Input = std::unique_ptr<AVFormatContext, CloseInput>;

using DisplayMatrix = std::array<std::int32_t, 9>;

/// Null: the file says nothing.
const std::uint8_t* display_matrix(const AVStream& stream) {
    // Streams' own side data were moved in FFmpeg 6.1.
#if LIBAVFORMAT_VERSION_INT >= AV_VERSION_INT(60, 15, 100)
    const AVCodecParameters& parameters = *stream.codecpar;
    const AVPacketSideData* data = av_packet_side_data_get(
        parameters.coded_side_data, parameters.nb_coded_side_data, AV_PKT_DATA_DISPLAYMATRIX);
    return data != nullptr && data->size >= sizeof(DisplayMatrix) ? data->data : nullptr;
#else
    std::size_t size = 0;
    const std::uint8_t* data = av_stream_get_side_data(&stream, AV_PKT_DATA_DISPLAYMATRIX, &size);
    return size >= sizeof(DisplayMatrix) ? data : nullptr;
#endif
}

}  // namespace

int clockwise_turn(const std::filesystem::path& video) {
    // What is odd about a file is no line for the terminal. OpenCV sets the level anew whenever it
    // opens a video, but not who prints.
    av_log_set_callback([](void*, int, const char*, va_list) {});
    AVFormatContext* opened = nullptr;
    // As an absolute path: FFmpeg takes names like "http:…" for addresses.
    if (avformat_open_input(&opened, std::filesystem::absolute(video).c_str(), nullptr, nullptr) !=
        0)
        return 0;
    const Input input(opened);
    for (unsigned i = 0; i < input->nb_streams; ++i) {
        const AVStream& stream = *input->streams[i];
        if (stream.codecpar->codec_type != AVMEDIA_TYPE_VIDEO)
            continue;
        const std::uint8_t* bytes = display_matrix(stream);
        if (bytes == nullptr)
            return 0;
        DisplayMatrix matrix{};
        std::memcpy(matrix.data(), bytes, sizeof matrix);
        const double counterclockwise = av_display_rotation_get(matrix.data());
        if (!std::isfinite(counterclockwise))
            return 0;
        // Players turn by quarters; what lies between is the nearest.
        return static_cast<int>((4 - std::lround(counterclockwise / 90)) % 4) * 90;
    }
    return 0;
}

}  // namespace rudolph
