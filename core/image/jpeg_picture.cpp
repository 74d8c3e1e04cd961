#include "core/image/jpeg_picture.h"

#include <array>
#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <opencv2/imgproc.hpp>
#include <string>
#include <vector>

// Needs the two before it.
#include <jpeglib.h>
// Needs jpeglib.h.
#include <jerror.h>

#include "core/base/error.h"

namespace rudolph {
namespace {

/// No picture is coded in fewer bytes; a header that announces more pixels is not believed.
constexpr std::uint64_t kMostJpegPixelsPerByte = 1024;

/// libjpeg's own errors end the program, and its warnings go to the terminal.
struct QuietErrors {
    jpeg_error_mgr manager;  ///< first, as libjpeg knows only this part
    std::jmp_buf back;
    bool rows_missing;
};

QuietErrors& errors_of(j_common_ptr info) {
    return *reinterpret_cast<QuietErrors*>(info->err);
}

[[noreturn]] void give_up(j_common_ptr info) {
    std::longjmp(errors_of(info).back, 1);  // NOLINT(cert-err52-cpp): a C library has no other way
}

void note_warning(j_common_ptr info, int level) {
    const int code = info->err->msg_code;
    if (level < 0 && (code == JWRN_HIT_MARKER || code == JWRN_HUFF_BAD_CODE ||
                      code == JWRN_ARITH_BAD_CODE || code == JWRN_MUST_RESYNC))
        errors_of(info).rows_missing = true;
}

void be_silent(j_common_ptr /*info*/) {}
void do_nothing(j_decompress_ptr /*info*/) {}

/// The bytes are over: libjpeg gets an end, as its own reader of files gives it.
boolean give_end(j_decompress_ptr info) {
    static constexpr JOCTET kEnd[] = {0xFF, JPEG_EOI};
    info->src->next_input_byte = kEnd;
    info->src->bytes_in_buffer = sizeof kEnd;
    return TRUE;
}

void skip(j_decompress_ptr info, long count) {
    jpeg_source_mgr& source = *info->src;
    if (count <= 0)
        return;
    if (static_cast<size_t>(count) >= source.bytes_in_buffer) {
        give_end(info);
        return;
    }
    source.next_input_byte += count;
    source.bytes_in_buffer -= static_cast<size_t>(count);
}

/// libjpeg's reading of some bytes, and what it said.
class JpegReader {
public:
    explicit JpegReader(std::string_view bytes) : bytes_(bytes) {
        info.err = jpeg_std_error(&errors.manager);
        errors.manager.error_exit = give_up;
        errors.manager.emit_message = note_warning;
        errors.manager.output_message = be_silent;
        source.next_input_byte = first();
        source.bytes_in_buffer = bytes.size();
        source.init_source = do_nothing;
        source.fill_input_buffer = give_end;
        source.skip_input_data = skip;
        source.resync_to_restart = jpeg_resync_to_restart;
        source.term_source = do_nothing;
    }
    ~JpegReader() { jpeg_destroy_decompress(&info); }
    JpegReader(const JpegReader&) = delete;
    JpegReader& operator=(const JpegReader&) = delete;

    const JOCTET* first() const { return reinterpret_cast<const JOCTET*>(bytes_.data()); }

    /// Does `work`, which must leave nothing to destroy where libjpeg gives up in it: false then.
    template <class Work>
    bool attempt(const Work& work) {
        if (setjmp(errors.back) != 0)  // NOLINT(cert-err52-cpp): a C library has no other way
            return false;
        work();
        return true;
    }

    bool read_header() {
        return attempt([this] {
            jpeg_create_decompress(&info);
            info.src = &source;
            jpeg_read_header(&info, TRUE);
        });
    }

    /// Why libjpeg gave up.
    [[noreturn]] void fail(const std::filesystem::path& file) {
        if (errors.manager.msg_code == JERR_OUT_OF_MEMORY)
            throw_out_of_memory(file);
        std::array<char, JMSG_LENGTH_MAX> why{};
        errors.manager.format_message(reinterpret_cast<j_common_ptr>(&info), why.data());
        throw Error("the picture is damaged: " + std::string(why.data()), {file}, "copy it again");
    }

    QuietErrors errors{};
    jpeg_decompress_struct info{};
    jpeg_source_mgr source{};

private:
    std::string_view bytes_;
};

/// Inks as Adobe's programs and those after them store them: how little of each.
cv::Mat bgr_from_inks(const cv::Mat& cmyk) {
    cv::Mat bgr(cmyk.size(), CV_8UC3);
    constexpr int white = 255;
    for (int y = 0; y < cmyk.rows; ++y)
        for (int x = 0; x < cmyk.cols; ++x) {
            const auto& inks = cmyk.at<cv::Vec4b>(y, x);
            for (int c = 0; c < 3; ++c)
                bgr.at<cv::Vec3b>(y, x)[2 - c] =
                    static_cast<unsigned char>((inks[c] * inks[3] + white / 2) / white);
        }
    return bgr;
}

/// All components are there, each to its last bit.
bool is_complete(const jpeg_decompress_struct& info, int components_seen) {
    if (info.coef_bits == nullptr)  // not progressive: each component comes once
        return components_seen >= info.num_components;
    for (int component = 0; component < info.num_components; ++component)
        for (int i = 0; i < DCTSIZE2; ++i)
            if (info.coef_bits[component][i] != 0)
                return false;
    return true;
}

}  // namespace

JpegPicture decode_jpeg(std::string_view bytes, Colour colour, int reduction,
                        const std::filesystem::path& file) {
    JpegReader reader(bytes);
    jpeg_decompress_struct& info = reader.info;
    if (!reader.read_header())
        reader.fail(file);
    const bool has_inks = info.num_components == 4;
    const bool grey = colour == Colour::Grey && !has_inks;
    info.out_color_space = has_inks ? JCS_CMYK : grey ? JCS_GRAYSCALE : JCS_EXT_BGR;
    info.scale_num = 1;
    info.scale_denom = static_cast<unsigned>(reduction);
    if (!reader.attempt([&] { jpeg_start_decompress(&info); }))
        reader.fail(file);
    cv::Mat pixels =
        cv::Mat::zeros(static_cast<int>(info.output_height), static_cast<int>(info.output_width),
                       CV_8UC(info.output_components));
    const auto read_rows = [&] {
        while (info.output_scanline < info.output_height) {
            JSAMPROW row = pixels.ptr(static_cast<int>(info.output_scanline));
            jpeg_read_scanlines(&info, &row, 1);
        }
    };
    if (!reader.attempt(read_rows))
        reader.fail(file);
    // What comes between the last row and the end does no harm to the picture, but is none.
    const bool ends_well = reader.attempt([&] { jpeg_finish_decompress(&info); });
    if (has_inks)
        pixels = bgr_from_inks(pixels);
    if (has_inks && colour == Colour::Grey)
        cv::cvtColor(pixels, pixels, cv::COLOR_BGR2GRAY);
    return {std::move(pixels), reader.errors.rows_missing || !ends_well};
}

std::optional<size_t> end_of_jpeg_rows(std::string_view bytes) {
    JpegReader reader(bytes);
    jpeg_decompress_struct& info = reader.info;
    size_t end = 0;
    const auto read_scans = [&] {
        const std::uint64_t pixels = std::uint64_t{info.image_width} * info.image_height;
        info.buffered_image = TRUE;  // scan by scan
        if (pixels / kMostJpegPixelsPerByte > bytes.size() || jpeg_start_decompress(&info) != TRUE)
            return;
        int components = 0;
        int status = JPEG_SUSPENDED;
        do {
            status = jpeg_consume_input(&info);
            if (status != JPEG_SCAN_COMPLETED || reader.errors.rows_missing)
                continue;
            components += info.comps_in_scan;
            const JOCTET* const next = reader.source.next_input_byte;
            const JOCTET* const first = reader.first();
            if (is_complete(info, components)) {
                end = next >= first && next <= first + bytes.size()
                          ? static_cast<size_t>(next - first)
                          : bytes.size();
                return;
            }
        } while (status != JPEG_REACHED_EOI && status != JPEG_SUSPENDED &&
                 !reader.errors.rows_missing);
    };
    const bool done = reader.read_header() && reader.attempt(read_scans);
    return done && end > 0 ? std::optional<size_t>(end) : std::nullopt;
}

}  // namespace rudolph
