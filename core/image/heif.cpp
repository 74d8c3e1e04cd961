#include "core/image/heif.h"

#include "core/base/error.h"

#ifdef RUDOLPH_HAS_LIBHEIF
#include <libheif/heif.h>

#include <memory>
#include <opencv2/imgproc.hpp>
#include <string>

#include "core/image/eight_bits.h"
#include "core/image/picture_limits.h"
#endif

namespace rudolph {

#ifdef RUDOLPH_HAS_LIBHEIF
namespace {

void require_done(const heif_error& result, const std::filesystem::path& file) {
    if (result.code == heif_error_Ok)
        return;
    const bool no_codec = result.code == heif_error_Unsupported_filetype ||
                          result.code == heif_error_Unsupported_feature ||
                          result.code == heif_error_Plugin_loading_error;
    throw Error("the picture cannot be decoded: " +
                    std::string(result.message == nullptr ? "no reason given" : result.message),
                {file},
                no_codec ? "libheif has no decoder for it here; save it as JPEG elsewhere"
                         : "it may be damaged: copy it again");
}

}  // namespace

cv::Mat decode_heif(std::string_view bytes, const std::filesystem::path& file) {
    const std::unique_ptr<heif_context, decltype(&heif_context_free)> context(heif_context_alloc(),
                                                                              heif_context_free);
    require_done(heif_context_read_from_memory_without_copy(context.get(), bytes.data(),
                                                            bytes.size(), nullptr),
                 file);
    heif_image_handle* opened = nullptr;
    require_done(heif_context_get_primary_image_handle(context.get(), &opened), file);
    const std::unique_ptr<heif_image_handle, decltype(&heif_image_handle_release)> handle(
        opened, heif_image_handle_release);
    require_pixels(heif_image_handle_get_width(handle.get()),
                   heif_image_handle_get_height(handle.get()), file);
    const bool alpha = heif_image_handle_has_alpha_channel(handle.get()) != 0;
    const std::unique_ptr<heif_decoding_options, decltype(&heif_decoding_options_free)> options(
        heif_decoding_options_alloc(), heif_decoding_options_free);
    // Turns and crops of the file are applied unless one asks for none.
    options->convert_hdr_to_8bit = 1;
    heif_image* decoded = nullptr;
    require_done(
        heif_decode_image(handle.get(), &decoded, heif_colorspace_RGB,
                          alpha ? heif_chroma_interleaved_RGBA : heif_chroma_interleaved_RGB,
                          options.get()),
        file);
    const std::unique_ptr<heif_image, decltype(&heif_image_release)> image(decoded,
                                                                           heif_image_release);
    int stride = 0;
    std::uint8_t* const pixels =
        heif_image_get_plane(image.get(), heif_channel_interleaved, &stride);
    const cv::Size size(heif_image_get_width(image.get(), heif_channel_interleaved),
                        heif_image_get_height(image.get(), heif_channel_interleaved));
    if (pixels == nullptr || size.empty())
        throw Error("the picture cannot be decoded: it holds no pixels", {file});
    const cv::Mat rgb(size, alpha ? CV_8UC4 : CV_8UC3, pixels, static_cast<size_t>(stride));
    cv::Mat bgr;
    if (!alpha) {
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        return bgr;
    }
    cv::cvtColor(rgb, bgr, cv::COLOR_RGBA2BGRA);
    return eight_bits(bgr);
}

#else

cv::Mat decode_heif(std::string_view /*bytes*/, const std::filesystem::path& file) {
    throw Error("HEIC and AVIF pictures cannot be read by this build", {file},
                "install libheif-dev and build again, or save the picture as JPEG");
}

#endif

}  // namespace rudolph
