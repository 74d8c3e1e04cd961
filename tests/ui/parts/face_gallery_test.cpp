#include "ui/parts/face_gallery.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QStringListModel>
#include <QTest>
#include <cmath>

#include "core/eval/metrics.h"
#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

using test::waitFor;

constexpr int kTileSide = 96;

struct FaceTileTest : testing::Test {
    FaceTileTest() { test::write_drawn_face(dir.path(), "a"); }

    /// Of the drawn picture, which has 160 × 120 pixels.
    FaceResult nose(Point truth, Point predicted) const {
        FaceResult result;
        result.truth_in_image = Landmarks({truth});
        result.predicted_in_image = Landmarks({predicted});
        return result;
    }
    FaceThumbnail wait(const ThumbnailRequest& request) {
        FaceThumbnail got;
        EXPECT_TRUE(waitFor([&] {
            got = thumbnails.thumbnail(request);
            return !got.image.isNull();
        }));
        return got;
    }
    QImage paint(const FaceThumbnail& thumbnail, const FaceResult& result) {
        LandmarkScheme scheme;
        scheme.point_names = {"nose"};
        QImage image(kTileSide, kTileSide, QImage::Format_RGB32);
        QPainter painter(&image);
        paintFaceTile(painter, image.rect(), thumbnail, result, scheme, {}, false);
        return image;
    }
    static QPoint inTile(const FaceThumbnail& thumbnail, Point in_image) {
        const QRectF& crop = thumbnail.crop_in_image;
        const double scale = kTileSide / crop.width();
        return QPointF((in_image.x + 0.5 - crop.left()) * scale,
                       (in_image.y + 0.5 - crop.top()) * scale)
            .toPoint();
    }

    /// Of the pixels there and beside it.
    static int brightestAt(const QImage& image, QPoint at) {
        int brightest = 0;
        for (int y = at.y() - 1; y <= at.y() + 1; ++y)
            for (int x = at.x() - 1; x <= at.x() + 1; ++x)
                brightest = std::max(brightest, image.pixelColor(x, y).lightness());
        return brightest;
    }

    test::TempDir dir;
    std::filesystem::path picture = dir / "a.png";
    FaceThumbnails thumbnails{kTileSide, nullptr, {}};
};

TEST_F(FaceTileTest, HoldsAPredictionThatIsFarAway) {
    for (const Point& away : {Point{150, 110}, Point{2, 60}, Point{80, -50}, Point{300, 60}}) {
        const FaceResult result = nose({80, 60}, away);
        const FaceThumbnail shown = wait(wholeStory(picture, result));
        EXPECT_TRUE(shown.crop_in_image.contains(QPointF(80, 60)));
        EXPECT_TRUE(shown.crop_in_image.contains(QPointF(away.x, away.y)))
            << away.x << ", " << away.y;
        EXPECT_NEAR(shown.crop_in_image.width(), shown.crop_in_image.height(), 1);
        const QColor cross = paint(shown, result).pixelColor(inTile(shown, away));
        EXPECT_GT(cross.red(), 180) << "the prediction is drawn";
        EXPECT_LT(cross.green(), 120);
    }
}

TEST_F(FaceTileTest, DrawsAnArrowToAPredictionThatIsFarAway) {
    const FaceResult result = nose({40, 60}, {130, 60});
    const FaceThumbnail shown = wait(wholeStory(picture, result));
    EXPECT_GT(brightestAt(paint(shown, result), inTile(shown, {85, 60})), 220);
    const FaceResult near = nose({80, 60}, {83, 60});
    const FaceThumbnail cut = wait(wholeStory(picture, near));
    EXPECT_LT(brightestAt(paint(cut, near), inTile(cut, {81, 60})), 200);
}

TEST_F(FaceTileTest, IsTheFaceAloneWhereThePredictionLiesInIt) {
    const FaceResult result = nose({80, 60}, {84, 57});
    EXPECT_EQ(wait(wholeStory(picture, result)).crop_in_image,
              faceCrop(bounding_box(result.truth_in_image), {160, 120}));
    FaceResult face;
    face.truth_in_image = Landmarks({{60, 40}, {100, 40}, {80, 80}});
    face.predicted_in_image = Landmarks({{55, 42}, {98, 36}, {83, 88}});
    EXPECT_FALSE(wholeStory(picture, face).also);
}

TEST_F(FaceTileTest, AsksForTheSamePictureWhenAPredictionMovesALittle) {
    const QString cut = wholeStory(picture, nose({80, 60}, {140, 60})).cutText();
    EXPECT_EQ(wholeStory(picture, nose({80, 60}, {143, 60})).cutText(), cut);
    EXPECT_NE(wholeStory(picture, nose({80, 60}, {20, 60})).cutText(), cut);
}

TEST_F(FaceTileTest, StandsPredictionsThatAreNone) {
    for (const double value : std::initializer_list<double>{1e300, INFINITY, kNaN}) {
        const FaceResult result = nose({80, 60}, {value, 60});
        const FaceThumbnail shown = wait(wholeStory(picture, result));
        EXPECT_LT(shown.crop_in_image.width(), 1000);
        paint(shown, result);
    }
    FaceResult none = nose({80, 60}, {});
    none.predicted_in_image = {};
    EXPECT_FALSE(wholeStory(picture, none).also);
}

TEST(FaceGallery, WantsThePicturesAroundTheViewport) {
    const test::TempDir dir;
    QStringList names;
    for (int i = 0; i < 30; ++i) {
        names << QString::number(i);
        test::write_drawn_face(dir.path(), std::to_string(i));
    }
    QStringListModel model(names);
    FaceThumbnails thumbnails(kTileSide, nullptr, {});
    const auto picture = [&](const QModelIndex& index) {
        return ThumbnailRequest{dir / (index.data().toString().toStdString() + ".png"), {}};
    };
    FaceGallery gallery(&thumbnails, [&](const QModelIndex& index) {
        FaceTile tile;
        tile.picture = picture(index);
        tile.title = index.data().toString();
        return tile;
    });
    gallery.setModel(&model);
    gallery.resize(240, 200);
    for (const auto shape :
         {FaceGallery::Shape::Rows, FaceGallery::Shape::Grid, FaceGallery::Shape::Line}) {
        thumbnails.clear();
        gallery.setShape(shape, {64, 64});
        gallery.show();
        ASSERT_TRUE(QTest::qWaitForWindowExposed(&gallery));
        QSet<QString> loaded;
        const auto follow = QObject::connect(&thumbnails, &FaceThumbnails::loaded, &gallery,
                                             [&loaded](const QString& image) { loaded << image; });
        ASSERT_TRUE(waitFor([&] { return loaded.size() >= 12; }));
        EXPECT_TRUE(loaded.contains(toQString(dir / "0.png")));
        gallery.scrollToBottom();
        gallery.scrollTo(model.index(29));
        ASSERT_TRUE(waitFor([&] { return loaded.contains(toQString(dir / "29.png")); }));
        QObject::disconnect(follow);
        gallery.hide();
        gallery.scrollTo(model.index(0));
    }
}

}  // namespace
}  // namespace rudolph
