#include <gmock/gmock.h>

#include <iostream>
#include <set>

#include "core/base/random.h"
#include "core/dataset/inspect_faces.h"
#include "core/formats/open_dataset.h"
#include "tests/support/shared_data.h"

namespace rudolph::test {
namespace {

using Fault = void (*)(Landmarks& face, const LandmarkScheme& scheme, Random& random);

std::vector<int> range(int first, int last) {
    std::vector<int> all;
    for (int i = first; i <= last; ++i)
        all.push_back(i);
    return all;
}

void swap_pairs(Landmarks& face, const LandmarkScheme& scheme, const std::vector<int>& of) {
    for (const auto& [a, b] : scheme.mirror_pairs)
        if (std::find(of.begin(), of.end(), a) != of.end())
            std::swap(face.points[static_cast<size_t>(a)], face.points[static_cast<size_t>(b)]);
}

double size_of(const Landmarks& face) {
    const Box box = bounding_box(face);
    return std::sqrt(box.width * box.height);
}

/// Plants a fault into every hundredth face and says how many of them are found.
double found_share(const Dataset& clean, Fault fault) {
    Dataset dataset = clean;
    std::set<std::string> planted;
    for (size_t i = 7; i < dataset.samples.size(); i += 100) {
        Random random(i);
        fault(dataset.samples[i].points_in_image, dataset.scheme, random);
        planted.insert(dataset.samples[i].id);
    }
    size_t found = 0;
    std::set<std::string> named;
    for (const Problem& problem : inspect_faces(dataset))
        if (planted.contains(problem.sample_id) && named.insert(problem.sample_id).second)
            ++found;
    return static_cast<double>(found) / static_cast<double>(planted.size());
}

TEST(InspectFaces, FindsFaultsPlantedAmongRealFaces) {
    SKIP_WITHOUT_SHARED_DATA(list, "ibug300w/labels_ibug_300W_train.xml");
    const Dataset dataset = open_dataset(list);
    EXPECT_LT(inspect_faces(dataset).size(), dataset.samples.size() / 200);
    const std::pair<const char*, Fault> faults[] = {
        {"eyes swapped", [](Landmarks& face, const LandmarkScheme& scheme,
                            Random& /*random*/) { swap_pairs(face, scheme, range(36, 47)); }},
        {"all swapped", [](Landmarks& face, const LandmarkScheme& scheme,
                           Random& /*random*/) { swap_pairs(face, scheme, range(0, 67)); }},
        {"mouth corners swapped", [](Landmarks& face, const LandmarkScheme& scheme,
                                     Random& /*random*/) { swap_pairs(face, scheme, {48}); }},
        {"jaw the other way", [](Landmarks& face, const LandmarkScheme& scheme,
                                 Random& /*random*/) { swap_pairs(face, scheme, range(0, 16)); }},
        {"a point moved by 20 %",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& random) {
             const double angle = random.uniform(0, 6.28);
             face.points[static_cast<size_t>(random.below(68))] +=
                 Point(std::cos(angle), std::sin(angle)) * 0.2 * size_of(face);
         }},
        {"a point moved by 40 %",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& random) {
             const double angle = random.uniform(0, 6.28);
             face.points[static_cast<size_t>(random.below(68))] +=
                 Point(std::cos(angle), std::sin(angle)) * 0.4 * size_of(face);
         }},
        {"points by one on",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& /*random*/) {
             std::rotate(face.points.begin(), face.points.begin() + 1, face.points.end());
         }},
        {"stretched twice",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& /*random*/) {
             for (Point& point : face.points)
                 point.y *= 2;
         }},
        {"noise of 10 %",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& random) {
             const double size = size_of(face);
             for (Point& point : face.points)
                 point += Point(random.normal(), random.normal()) * 0.1 * size;
         }},
        {"upside down",
         [](Landmarks& face, const LandmarkScheme& /*scheme*/, Random& /*random*/) {
             for (Point& point : face.points)
                 point.y = -point.y;
         }},
    };
    for (const auto& [name, fault] : faults) {
        const double share = found_share(dataset, fault);
        std::cout << name << ": " << 100 * share << " %\n";
        EXPECT_GT(share, 0.9) << name;
    }
}

}  // namespace
}  // namespace rudolph::test
