#include "core/image/gif.h"

#include <gif_lib.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/image/picture_limits.h"

namespace rudolph {
namespace {

/// Nothing is packed more tightly (the longest strings of 12-bit codes): a header that announces
/// more is not believed.
constexpr std::int64_t kMostGifPixelsPerByte = 4096;

/// Rows of an interlaced frame come in four passes. GIF89a, appendix E.
struct Pass {
    int first;
    int step;
};
constexpr std::array<Pass, 4> kInterlaced = {{{0, 8}, {4, 8}, {2, 4}, {1, 2}}};
constexpr std::array<Pass, 1> kInOrder = {{{0, 1}}};

struct CloseGif {
    void operator()(GifFileType* gif) const { DGifCloseFile(gif, nullptr); }
};
using GifFile = std::unique_ptr<GifFileType, CloseGif>;

int read_on(GifFileType* gif, GifByteType* to, int count) {
    auto& rest = *static_cast<std::string_view*>(gif->UserData);
    const size_t taken = std::min(rest.size(), static_cast<size_t>(std::max(0, count)));
    std::copy_n(rest.begin(), taken, to);
    rest.remove_prefix(taken);
    return static_cast<int>(taken);
}

/// Reads one frame and no more: GIFs may hold thousands, which unpack to gigabytes.
class GifReader {
public:
    GifReader(std::string_view bytes, const std::filesystem::path& file)
        : rest_(bytes), file_(file), bytes_(static_cast<std::int64_t>(bytes.size())) {
        int code = 0;
        gif_.reset(DGifOpen(&rest_, read_on, &code));
        if (!gif_)
            fail(code);
        require_size(gif_->SWidth, gif_->SHeight);
    }

    cv::Mat first_frame() {
        if (!go_to_frame())
            throw Error("the picture cannot be decoded: this GIF holds no frame", {file_});
        require(DGifGetImageDesc(gif_.get()));
        const GifImageDesc& frame = gif_->Image;
        require_size(frame.Width, frame.Height);
        const ColorMapObject* colours =
            frame.ColorMap != nullptr ? frame.ColorMap : gif_->SColorMap;
        if (colours == nullptr)
            throw Error("the picture cannot be decoded: this GIF has no colours", {file_});
        // Some say 0×0 of the whole and mean the frame.
        const cv::Size all(gif_->SWidth > 0 ? gif_->SWidth : frame.Left + frame.Width,
                           gif_->SHeight > 0 ? gif_->SHeight : frame.Top + frame.Height);
        require_size(all.width, all.height);
        if (all.empty() || frame.Width <= 0 || frame.Height <= 0)
            throw Error("the picture cannot be decoded: it holds no pixels", {file_});
        cv::Mat bgr(all, CV_8UC3, cv::Scalar::all(255));
        std::vector<GifPixelType> row(static_cast<size_t>(frame.Width));
        const auto read_rows = [&](const auto& passes) {
            for (const Pass& pass : passes)
                for (int y = pass.first; y < frame.Height; y += pass.step) {
                    require(DGifGetLine(gif_.get(), row.data(), frame.Width));
                    paint(row, frame.Left, frame.Top + y, *colours, bgr);
                }
        };
        if (frame.Interlace)
            read_rows(kInterlaced);
        else
            read_rows(kInOrder);
        return bgr;
    }

    /// After first_frame().
    bool has_another_frame() {
        try {
            return go_to_frame();
        } catch (const Error&) {
            return false;  // what comes after the frame that is shown does not matter
        }
    }

private:
    [[noreturn]] void fail(int code) const {
        const char* reason = GifErrorString(code);
        const bool over = code == D_GIF_ERR_READ_FAILED || code == D_GIF_ERR_EOF_TOO_SOON ||
                          code == D_GIF_ERR_NO_SCRN_DSCR;
        if (over)
            throw Error("the picture is cut off: its end is missing", {file_}, "copy it again");
        throw Error("the picture cannot be decoded: " +
                        std::string(reason == nullptr ? "no reason given" : reason),
                    {file_}, "it may be damaged: copy it again");
    }
    void require(int status) const {
        if (status == GIF_ERROR)
            fail(gif_->Error);
    }
    void require_size(int width, int height) const {
        const std::int64_t pixels = std::int64_t{width} * height;
        require_pixels(width, height, file_);
        if (pixels / kMostGifPixelsPerByte > bytes_)
            throw Error("the picture is too large, or says so: " + std::to_string(width) + "×" +
                            std::to_string(height) + " pixels in " + std::to_string(bytes_) +
                            " bytes",
                        {file_}, "it may be damaged: copy it again");
    }

    /// Passes over what stands before the next frame, and notes which colour is transparent in it.
    bool go_to_frame() {
        for (;;) {
            GifRecordType type = UNDEFINED_RECORD_TYPE;
            require(DGifGetRecordType(gif_.get(), &type));
            if (type == IMAGE_DESC_RECORD_TYPE)
                return true;
            if (type == TERMINATE_RECORD_TYPE)
                return false;
            if (type == EXTENSION_RECORD_TYPE)
                read_extension();
        }
    }

    void read_extension() {
        int code = 0;
        GifByteType* block = nullptr;
        require(DGifGetExtension(gif_.get(), &code, &block));
        GraphicsControlBlock control{};
        if (code == GRAPHICS_EXT_FUNC_CODE && block != nullptr &&
            DGifExtensionToGCB(block[0], block + 1, &control) == GIF_OK)
            transparent_ = control.TransparentColor;
        while (block != nullptr)
            require(DGifGetExtensionNext(gif_.get(), &block));
    }

    void paint(const std::vector<GifPixelType>& row, int left, int y, const ColorMapObject& colours,
               cv::Mat& bgr) const {
        if (y >= bgr.rows)
            return;
        for (int i = 0; i < std::min(static_cast<int>(row.size()), bgr.cols - left); ++i) {
            const int index = row[static_cast<size_t>(i)];
            if (index == transparent_ || index >= colours.ColorCount)
                continue;
            const GifColorType& colour = colours.Colors[index];
            bgr.at<cv::Vec3b>(y, left + i) = {colour.Blue, colour.Green, colour.Red};
        }
    }

    std::string_view rest_;  ///< giflib reads on from here, so this object must not move
    const std::filesystem::path& file_;
    std::int64_t bytes_;
    int transparent_ = NO_TRANSPARENT_COLOR;
    GifFile gif_;
};

}  // namespace

GifPicture decode_gif(std::string_view bytes, const std::filesystem::path& file) {
    GifReader reader(bytes, file);
    GifPicture picture;
    picture.bgr = reader.first_frame();
    picture.is_animated = reader.has_another_frame();
    return picture;
}

}  // namespace rudolph
