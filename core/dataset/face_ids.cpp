#include "core/dataset/face_ids.h"

#include <algorithm>
#include <unordered_map>

#include "core/dataset/names.h"

namespace rudolph {
namespace {

/// The ids of a picture's faces with another beginning; ids that do not begin with the picture's
/// name are a person's own and only get an end.
std::vector<std::string> renamed(const std::vector<std::string>& ids, const std::string& from,
                                 const std::string& to, const std::string& end) {
    std::vector<std::string> found;
    for (const std::string& id : ids)
        found.push_back(id.starts_with(from) ? to + end + id.substr(from.size()) : id + end);
    return found;
}

void number_repeated(std::vector<std::string>& ids) {
    std::unordered_set<std::string> seen(ids.begin(), ids.end());
    if (seen.size() == ids.size())
        return;
    const std::string first = ids.front();
    std::unordered_set<std::string> used;
    int n = 1;
    for (std::string& id : ids) {
        if (!used.insert(id).second) {
            while (seen.contains(id = face_id(first, n)))
                ++n;
            used.insert(id);
        }
        seen.insert(id);
    }
}

}  // namespace

std::string face_id(const std::string& picture_id, int n) {
    return n == 1 ? picture_id : picture_id + '#' + std::to_string(n);
}

std::string picture_id_of(const Sample& face, const std::filesystem::path& root) {
    const size_t sign = face.id.rfind('#');
    const bool is_numbered = sign != std::string::npos && sign + 1 < face.id.size() &&
                             face.id.find_first_not_of("0123456789", sign + 1) == std::string::npos;
    // The picture's name may end like a number of a face.
    const bool is_of_the_name = is_numbered && face.id.size() <= sample_id(root, face.image).size();
    return is_numbered && !is_of_the_name ? face.id.substr(0, sign) : face.id;
}

std::string free_face_id(const std::string& picture_id,
                         const std::unordered_set<std::string>& taken) {
    for (int n = 1;; ++n)
        if (std::string id = face_id(picture_id, n); !taken.contains(id))
            return id;
}

void settle_face_ids(std::vector<Sample>& samples, const std::filesystem::path& root) {
    std::unordered_map<std::string, std::vector<size_t>> faces_of;
    std::vector<const std::vector<size_t>*> pictures;
    for (size_t i = 0; i < samples.size(); ++i) {
        std::vector<size_t>& faces = faces_of[samples[i].image.native()];
        if (faces.empty())
            pictures.push_back(&faces);
        faces.push_back(i);
    }
    std::unordered_set<std::string> taken;
    for (const std::vector<size_t>* faces : pictures) {
        std::vector<std::string> own;
        for (const size_t i : *faces)
            own.push_back(samples[i].id);
        number_repeated(own);
        const auto free = [&taken](const std::vector<std::string>& ids) {
            return std::none_of(ids.begin(), ids.end(),
                                [&taken](const std::string& id) { return taken.contains(id); });
        };
        std::vector<std::string> ids = own;
        for (int n = 1; !free(ids); ++n) {
            const std::filesystem::path& image = samples[faces->front()].image;
            const std::string from = sample_id(root, image);
            const std::string end = n == 1 ? "" : '~' + std::to_string(n);
            ids = renamed(own, from, from + image.extension().string(), end);
        }
        taken.insert(ids.begin(), ids.end());
        for (size_t k = 0; k < faces->size(); ++k)
            samples[(*faces)[k]].id = std::move(ids[k]);
    }
}

}  // namespace rudolph
