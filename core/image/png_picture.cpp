#include "core/image/png_picture.h"

#include <png.h>

#include <algorithm>
#include <bit>
#include <csetjmp>
#include <string>
#include <vector>

#include "core/base/error.h"

namespace rudolph {
namespace {

/// What libpng's calls need, outside of the function that they jump back to.
class PngReader {
public:
    PngReader(std::string_view bytes, PngPixels pixels) : rest_(bytes), wanted_(pixels) {
        png_ = png_create_read_struct(PNG_LIBPNG_VER_STRING, this, give_up, be_silent);
        info_ = png_ == nullptr ? nullptr : png_create_info_struct(png_);
        if (info_ == nullptr) {
            png_destroy_read_struct(&png_, nullptr, nullptr);
            throw std::bad_alloc();
        }
        png_set_read_fn(png_, this, read_on);
    }
    ~PngReader() { png_destroy_read_struct(&png_, &info_, nullptr); }
    PngReader(const PngReader&) = delete;
    PngReader& operator=(const PngReader&) = delete;

    /// False where libpng gives up; error() says why.
    bool read_header() {
        if (setjmp(png_jmpbuf(png_)) != 0)  // NOLINT(cert-err52-cpp): a C library has no other way
            return false;
        png_read_info(png_, info_);
        choose_pixels();
        png_read_update_info(png_, info_);
        return true;
    }

    /// After read_header().
    void make_room() {
        const int channels = png_get_channels(png_, info_);
        const int depth = png_get_bit_depth(png_, info_) == 16 ? CV_16U : CV_8U;
        picture_.create(static_cast<int>(png_get_image_height(png_, info_)),
                        static_cast<int>(png_get_image_width(png_, info_)),
                        CV_MAKETYPE(depth, channels));
        for (int row = 0; row < picture_.rows; ++row)
            rows_.push_back(picture_.ptr(row));
    }

    /// After make_room().
    bool read_rows() {
        if (setjmp(png_jmpbuf(png_)) != 0)  // NOLINT(cert-err52-cpp)
            return false;
        png_read_image(png_, rows_.data());
        png_read_end(png_, nullptr);
        return true;
    }

    const cv::Mat& picture() const { return picture_; }
    const std::string& error() const { return error_; }

private:
    void choose_pixels() {
        const bool has_colours = (png_get_color_type(png_, info_) & PNG_COLOR_MASK_COLOR) != 0;
        const bool has_alpha = (png_get_color_type(png_, info_) & PNG_COLOR_MASK_ALPHA) != 0 ||
                               png_get_valid(png_, info_, PNG_INFO_tRNS) != 0;
        const bool keeps_alpha = wanted_ == PngPixels::Stored && has_alpha;
        png_set_expand(png_);
        if (!keeps_alpha)
            png_set_strip_alpha(png_);
        if (wanted_ != PngPixels::Stored)
            png_set_strip_16(png_);
        else if (std::endian::native == std::endian::little)
            png_set_swap(png_);
        const bool wants_colours = wanted_ == PngPixels::Bgr ||
                                   (wanted_ == PngPixels::Stored && (has_colours || keeps_alpha));
        // Shares of red and green as OpenCV takes them; blue has the rest.
        constexpr double kRed = 0.299;
        constexpr double kGreen = 0.587;
        if (wants_colours && has_colours)
            png_set_bgr(png_);
        else if (wants_colours)
            png_set_gray_to_rgb(png_);
        else if (has_colours)
            png_set_rgb_to_gray(png_, PNG_ERROR_ACTION_NONE, kRed, kGreen);
        png_set_interlace_handling(png_);
    }

    static PngReader& of(png_structp png) {
        return *static_cast<PngReader*>(png_get_error_ptr(png));
    }
    [[noreturn]] static void give_up(png_structp png, png_const_charp why) {
        of(png).error_ = why;
        png_longjmp(png, 1);
    }
    static void be_silent(png_structp /*png*/, png_const_charp /*what*/) {}
    static void read_on(png_structp png, png_bytep to, size_t count) {
        std::string_view& rest = of(png).rest_;
        if (count > rest.size())
            png_error(png, "its end is missing");
        std::copy_n(rest.begin(), count, to);
        rest.remove_prefix(count);
    }

    std::string_view rest_;
    PngPixels wanted_;
    png_structp png_ = nullptr;
    png_infop info_ = nullptr;
    cv::Mat picture_;
    std::vector<png_bytep> rows_;
    std::string error_;
};

}  // namespace

cv::Mat decode_png(std::string_view bytes, PngPixels pixels, const std::filesystem::path& file) {
    PngReader reader(bytes, pixels);
    bool done = reader.read_header();
    if (done) {
        reader.make_room();
        done = reader.read_rows();
    }
    if (!done)
        throw Error("the picture is damaged: " + reader.error(), {file}, "copy it again");
    return reader.picture();
}

}  // namespace rudolph
