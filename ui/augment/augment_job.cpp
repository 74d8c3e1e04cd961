#include "ui/augment/augment_job.h"

#include <QPainter>
#include <algorithm>
#include <cmath>

#include "core/augment/crop.h"
#include "core/base/parallel.h"
#include "core/train/choose_faces.h"
#include "core/train/epoch_batches.h"
#include "ui/base/image_convert.h"
#include "ui/canvas/paint_landmarks.h"

namespace rudolph {
namespace {

constexpr int kCheckedDraws = 2000;

const AugmentationPreview& decoded(const AugmentRequest& request, AugmentCache& cache,
                                   const CancelToken& cancel, const ProgressCallback& progress) {
    const Experiment& experiment = request.experiment;
    const bool same = cache.preview != nullptr && cache.faces == request.faces &&
                      cache.scheme == request.scheme && cache.input == experiment.input &&
                      cache.target == experiment.target;
    if (same)
        return *cache.preview;
    cache.preview.reset();
    auto preview = std::make_unique<AugmentationPreview>(request.scheme, request.faces,
                                                         experiment.input, experiment.target);
    preview->prepare(cancel, progress);
    cache.faces = request.faces;
    cache.scheme = request.scheme;
    cache.input = experiment.input;
    cache.target = experiment.target;
    cache.preview = std::move(preview);
    return *cache.preview;
}

/// The draws, without any pixels yet.
std::vector<AugmentVariant> plannedVariants(const AugmentRequest& request) {
    std::vector<AugmentVariant> variants;
    const AugmentationSpec& spec = request.experiment.augmentation;
    const int count = request.variant_count();
    for (int i = 0; i < count; ++i) {
        AugmentVariant variant;
        variant.face = request.many ? i : 0;
        const int index = request.faces[static_cast<size_t>(variant.face)].index;
        if (request.alone) {
            const double position = count > 1 ? static_cast<double>(i) / (count - 1) : 1;
            variant.draw = draw_alone(spec, *request.alone, position,
                                      request.seed + static_cast<std::uint64_t>(i));
        } else {
            variant.epoch = request.epoch + (request.many ? 0 : i);
            variant.draw = draw_in_epoch(spec, request.seed, variant.epoch, index);
        }
        variants.push_back(std::move(variant));
    }
    return variants;
}

std::vector<AugmentVariant> plannedOriginals(const AugmentRequest& request) {
    std::vector<AugmentVariant> originals(request.faces.size());
    for (size_t i = 0; i < originals.size(); ++i)
        originals[i].face = static_cast<int>(i);
    return originals;
}

/// A crop on its way to a variant.
struct Made {
    AugmentVariant* variant = nullptr;
    QSize tile;
    cv::Mat grey;
    std::vector<float> numbers;  ///< one channel, of as_network
};

void cut(const AugmentRequest& request, const AugmentationPreview& preview, Made& made) {
    AugmentVariant& variant = *made.variant;
    const PreviewFace& face = request.faces[static_cast<size_t>(variant.face)];
    variant.index = face.index;
    variant.name = QString::fromStdString(face.sample.id);
    variant.problem = QString::fromStdString(preview.problem(variant.face));
    if (!variant.problem.isEmpty())
        return;
    const Crop crop = preview.crop(variant.face, variant.draw);
    made.grey = crop.grey;
    variant.points_in_crop = crop.points_in_crop;
    if (!request.as_network)
        return;
    const InputSpec& input = request.experiment.input;
    made.numbers.resize(static_cast<size_t>(input.channels) * crop.grey.total());
    write_input(crop.grey, input, made.numbers.data());
    made.numbers.resize(crop.grey.total());
}

/// One scale for all, so that what the normalisation leaves of a dark variant can be compared. A
/// few numbers are far from the others where noise is, and would make all else grey.
void findScale(const std::vector<Made>& all, AugmentResult& result) {
    constexpr double kBeyond = 0.005;
    std::vector<float> numbers;
    for (const Made& made : all)
        numbers.insert(numbers.end(), made.numbers.begin(), made.numbers.end());
    if (numbers.empty())
        return;
    const auto beyond = static_cast<long>(kBeyond * static_cast<double>(numbers.size()));
    const auto low = numbers.begin() + beyond;
    std::nth_element(numbers.begin(), low, numbers.end());
    result.black = *low;
    const auto high = numbers.end() - 1 - beyond;
    std::nth_element(numbers.begin(), high, numbers.end());
    result.white = *high;
}

void showNumbers(std::vector<Made>& all, AugmentResult& result) {
    findScale(all, result);
    const float range = std::max(result.white - result.black, 1e-6F);
    for (Made& made : all) {
        if (made.numbers.empty())
            continue;
        cv::Mat grey(made.grey.size(), CV_8UC1);
        std::transform(
            made.numbers.begin(), made.numbers.end(), grey.begin<unsigned char>(),
            [&](float number) {
                const float share = (number - result.black) / range;
                return static_cast<unsigned char>(std::lround(255 * std::clamp(share, 0.0F, 1.0F)));
            });
        made.grey = grey;
    }
}

void paint(const AugmentRequest& request, const LandmarkScheme& scheme, Made& made) {
    AugmentVariant& variant = *made.variant;
    if (made.grey.empty())
        return;
    variant.crop = toQImage(made.grey);
    const QSize size = made.tile.expandedTo({1, 1});
    QImage tile(size * request.pixel_ratio, QImage::Format_RGB32);
    tile.setDevicePixelRatio(request.pixel_ratio);
    QPainter painter(&tile);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRect(QPoint(), size), variant.crop);
    if (request.show_points) {
        const double x = static_cast<double>(size.width()) / made.grey.cols;
        const double y = static_cast<double>(size.height()) / made.grey.rows;
        const bool few = variant.points_in_crop.size() <= 4;
        const double radius =
            std::clamp(size.width() / (few ? 45.0 : 110.0), few ? 2.5 : 1.0, few ? 4.0 : 2.5);
        paintLandmarks(
            painter, variant.points_in_crop, scheme, PointRole::Truth,
            [x, y](const Point& p) { return QPointF((p.x + 0.5) * x, (p.y + 0.5) * y); }, radius,
            !few);
    }
    painter.end();
    variant.tile = tile;
}

}  // namespace

std::shared_ptr<const AugmentResult> drawVariants(const AugmentRequest& request,
                                                  AugmentCache& cache, const CancelToken& cancel,
                                                  const ProgressCallback& progress) {
    const AugmentationPreview& preview = decoded(request, cache, cancel, progress);
    auto made = std::make_shared<AugmentResult>();
    AugmentResult& result = *made;
    result.many = request.many;
    result.scheme = preview.target_scheme();
    result.variants = plannedVariants(request);
    result.originals = plannedOriginals(request);
    require_mirror(request.experiment, request.scheme,
                   target_indices(request.experiment.target, request.scheme));
    std::vector<Made> all;
    for (AugmentVariant& variant : result.originals)
        all.push_back({&variant, request.original_tile, {}, {}});
    for (AugmentVariant& variant : result.variants)
        all.push_back({&variant, request.tile, {}, {}});
    const int count = static_cast<int>(all.size());
    parallel_for(
        count, [&](int i) { cut(request, preview, all[static_cast<size_t>(i)]); }, cancel);
    if (request.as_network)
        showNumbers(all, result);
    parallel_for(
        count, [&](int i) { paint(request, result.scheme, all[static_cast<size_t>(i)]); }, cancel);
    result.check =
        preview.check(request.experiment.augmentation, request.seed, kCheckedDraws, cancel);
    return made;
}

}  // namespace rudolph
