#include "core/dataset/inspect_order.h"

#include <gmock/gmock.h>

#include "core/base/random.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/mend.h"
#include "core/dataset/reference_shape.h"
#include "core/formats/open_dataset.h"
#include "tests/support/shared_data.h"

namespace rudolph::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

Dataset noisy_faces(const std::string& scheme) {
    Dataset dataset;
    dataset.source = dataset.root = "/set";
    dataset.scheme = builtin_scheme(scheme);
    const Landmarks reference = reference_shape(dataset.scheme);
    Random random(3);
    for (int i = 0; i < 30; ++i) {
        Sample face;
        face.id = "face" + std::to_string(i);
        face.image = dataset.root / (face.id + ".jpg");
        face.image_size = {300, 300};
        const Affine place = Affine::translation(150, 150) *
                             Affine::rotation(random.uniform(-25, 25), {0, 0}) *
                             Affine::scaling(80, 80);
        face.points_in_image = reference;
        for (Point& point : face.points_in_image.points)
            point = place(point + Point(random.normal(), random.normal()) * 0.01);
        dataset.samples.push_back(std::move(face));
    }
    return dataset;
}

/// The points of a line taken from `start` on, backwards or forwards.
void reorder(Landmarks& face, const Polyline& line, size_t start, bool reversed) {
    const Landmarks before = face;
    const size_t n = line.points.size();
    for (size_t i = 0; i < n; ++i)
        face.points[at(line.points[i])] =
            before.points[at(line.points[(reversed ? start + n - i : start + i) % n])];
}

TEST(InspectOrder, FindsPartsTheOtherWayRoundOrBegunElsewhereAndPutsThemRight) {
    for (const char* scheme : {"imm-58", "ibug-68"}) {
        const Dataset right = noisy_faces(scheme);
        EXPECT_THAT(inspect_faces(right), IsEmpty());
        for (const Polyline& line : right.scheme.lines) {
            const size_t last = line.points.size() - 1;
            std::vector<std::pair<size_t, bool>> orders = {{last, true}};
            if (line.closed)
                orders.insert(
                    orders.end(),
                    {{0, true}, {line.points.size() / 2, true}, {line.points.size() / 2, false}});
            for (const auto& [start, reversed] : orders) {
                Dataset wrong = right;
                reorder(wrong.samples[7].points_in_image, line, start, reversed);
                const auto found = inspect_faces(wrong);
                ASSERT_THAT(found, SizeIs(1)) << line.name << start << reversed;
                EXPECT_EQ(found[0].sample_id, "face7");
                EXPECT_THAT(found[0].message, HasSubstr("'" + line.name + "'"));
                ASSERT_TRUE(found[0].mend);
                EXPECT_EQ(apply_mends(wrong, found, {MendKind::Order}), 1);
                EXPECT_EQ(wrong, right) << line.name << start << reversed;
            }
        }
    }
}

TEST(InspectOrder, TellsWhichPointsAndHow) {
    Dataset dataset = noisy_faces("imm-58");
    reorder(dataset.samples[2].points_in_image, dataset.scheme.lines[1], 4, true);
    const auto found = inspect_faces(dataset);
    ASSERT_THAT(found, SizeIs(1));
    EXPECT_THAT(found[0].message, HasSubstr("points 13–20"));
    EXPECT_THAT(found[0].message, HasSubstr("the other way round"));
    EXPECT_EQ(found[0].point, 13);
}

TEST(InspectOrder, FindsTheEyesOfImmThatRunBackAndNoOthers) {
    SKIP_WITHOUT_SHARED_DATA(folder, "imm_face_db");
    std::vector<std::string> faces;
    for (const Problem& finding : inspect_faces(open_dataset(folder)))
        if (finding.mend)
            faces.push_back(finding.sample_id);
    EXPECT_THAT(faces, ElementsAre("06-5m", "10-4m", "18-4m", "33-3m", "36-4m", "36-5m", "36-6m",
                                   "39-3m", "40-5m"));
}

}  // namespace
}  // namespace rudolph::test
