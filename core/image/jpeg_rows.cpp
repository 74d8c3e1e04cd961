#include "core/image/jpeg_rows.h"

#include <csetjmp>
#include <cstddef>
#include <cstdint>
#include <cstdio>

// Needs the two before it.
#include <jpeglib.h>
// Needs jpeglib.h.
#include <jerror.h>

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

std::optional<size_t> end_of_jpeg_rows(std::string_view bytes) {
    const auto* const first = reinterpret_cast<const JOCTET*>(bytes.data());
    QuietErrors errors{};
    jpeg_decompress_struct info{};
    jpeg_source_mgr source{};
    // What changes after setjmp and is read after a jump back must be volatile.
    volatile size_t end = 0;
    info.err = jpeg_std_error(&errors.manager);
    errors.manager.error_exit = give_up;
    errors.manager.emit_message = note_warning;
    errors.manager.output_message = be_silent;
    // NOLINTNEXTLINE(cert-err52-cpp): a C library has no other way
    if (setjmp(errors.back) == 0) {
        jpeg_create_decompress(&info);
        source.next_input_byte = first;
        source.bytes_in_buffer = bytes.size();
        source.init_source = do_nothing;
        source.fill_input_buffer = give_end;
        source.skip_input_data = skip;
        source.resync_to_restart = jpeg_resync_to_restart;
        source.term_source = do_nothing;
        info.src = &source;
        jpeg_read_header(&info, TRUE);
        const std::uint64_t pixels = std::uint64_t{info.image_width} * info.image_height;
        info.buffered_image = TRUE;  // scan by scan
        if (pixels / kMostJpegPixelsPerByte <= bytes.size() &&
            jpeg_start_decompress(&info) == TRUE) {
            int components = 0;
            int status = JPEG_SUSPENDED;
            do {
                status = jpeg_consume_input(&info);
                if (status != JPEG_SCAN_COMPLETED || errors.rows_missing)
                    continue;
                components += info.comps_in_scan;
                const JOCTET* const next = source.next_input_byte;
                if (is_complete(info, components)) {
                    end = next >= first && next <= first + bytes.size()
                              ? static_cast<size_t>(next - first)
                              : bytes.size();
                    break;
                }
            } while (status != JPEG_REACHED_EOI && status != JPEG_SUSPENDED &&
                     !errors.rows_missing);
        }
    }
    jpeg_destroy_decompress(&info);
    return end > 0 ? std::optional<size_t>(end) : std::nullopt;
}

}  // namespace rudolph
