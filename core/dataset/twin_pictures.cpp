#include "core/dataset/twin_pictures.h"

#include <map>
#include <numeric>
#include <unordered_set>

namespace rudolph {
namespace {

/// Which are joined with which, directly or through others.
class Groups {
public:
    explicit Groups(size_t count) : parent_(count) {
        std::iota(parent_.begin(), parent_.end(), size_t{0});
    }
    size_t of(size_t i) {
        while (parent_[i] != i)
            i = parent_[i] = parent_[parent_[i]];
        return i;
    }
    void join(size_t a, size_t b) {
        a = of(a);
        b = of(b);
        parent_[std::max(a, b)] = std::min(a, b);
    }

private:
    std::vector<size_t> parent_;
};

}  // namespace

TwinPictures twin_pictures(const Dataset& dataset, const std::vector<int>& faces,
                           const CheckedPictures& pictures) {
    std::vector<int> first_faces;
    std::vector<std::optional<PictureHash>> hashes;
    std::unordered_set<std::string> seen;
    for (const int i : faces) {
        const Sample& face = dataset.samples[at(i)];
        const auto picture = pictures.find(face.image.native());
        if (picture == pictures.end() || !picture->second.hash ||
            !seen.insert(face.image.native()).second)
            continue;
        first_faces.push_back(i);
        hashes.push_back(picture->second.hash);
    }
    Groups groups(hashes.size());
    for (const auto& [a, b] : nearly_the_same(hashes))
        groups.join(at(a), at(b));
    std::map<size_t, std::vector<int>> members;
    for (size_t i = 0; i < hashes.size(); ++i)
        members[groups.of(i)].push_back(first_faces[i]);
    TwinPictures twins;
    for (auto& [group, of_group] : members)
        if (of_group.size() > 1)
            twins.push_back(std::move(of_group));
    return twins;
}

TwinPictures find_twin_pictures(const Dataset& dataset, const CancelToken& cancel,
                                const ProgressCallback& progress) {
    const std::vector<int> faces = dataset.labelled();
    std::vector<ListedPicture> pictures;
    std::unordered_set<std::string> seen;
    for (const int i : faces)
        if (const auto& image = dataset.samples[at(i)].image; seen.insert(image.native()).second)
            pictures.push_back({image, {}});
    return twin_pictures(dataset, faces, check_pictures(pictures, cancel, progress));
}

}  // namespace rudolph
