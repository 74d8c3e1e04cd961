#include "core/formats/coco_mend.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "core/base/json.h"
#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/formats/coco_fields.h"

namespace rudolph {
namespace {

constexpr const char* kKeypoints = "keypoints";
constexpr const char* kBox = "bbox";

/// An id that is no integer as the whole number that it plainly is.
std::optional<long long> mended_id(const Json& id) {
    return id.is_string() ? parse_integer(id.get<std::string>()) : find_whole_number<long long>(id);
}

class CocoMender {
public:
    CocoMender(Json& coco, std::string hint) : coco_(coco), hint_(std::move(hint)) {}

    std::vector<std::string> mend() {
        number_ids();
        list_boxes();
        unlabel_unknown_points();
        settle_visibilities();
        name_categories();
        name_keypoints();
        return std::move(said_);
    }

private:
    /// The objects of a list of the file.
    template <class Work>
    void each(const char* list, Work work) {
        const auto found = coco_.find(list);
        if (found == coco_.end() || !found->is_array())
            return;
        for (Json& entry : *found)
            if (entry.is_object())
                work(entry);
    }
    void say(int count, const char* one, const char* several) {
        if (count > 0)
            said_.push_back(count == 1 ? std::string(one) : fmt::format("{} {}", count, several));
    }

    void number_ids();
    void list_boxes();
    void unlabel_unknown_points();
    void settle_visibilities();
    void name_categories();
    void name_keypoints();
    std::map<long long, std::map<int, int>> faces_by_points();
    std::vector<Sample> some_faces(long long id, int count, int of);
    Json& category_of(long long id);

    Json& coco_;
    std::string hint_;
    std::vector<std::string> said_;
};

void CocoMender::number_ids() {
    int count = 0;
    const auto number = [&count](Json& entry, const char* key) {
        const auto id = entry.find(key);
        if (id == entry.end() || id->is_number_integer())
            return;
        if (const auto whole = mended_id(*id)) {
            *id = *whole;
            ++count;
        }
    };
    each(kCocoImages, [&](Json& image) { number(image, kCocoId); });
    each(kCocoCategories, [&](Json& category) { number(category, kCocoId); });
    each(kCocoAnnotations, [&](Json& annotation) {
        for (const char* key : {kCocoId, "image_id", kCocoCategoryId})
            number(annotation, key);
    });
    say(count, "an id is text or has a point: it is read as a whole number",
        "ids are text or have a point: they are read as whole numbers");
}

/// The four numbers under these names, if all are there.
std::optional<std::array<double, 4>> numbers_under(const Json& object,
                                                   const std::array<const char*, 4>& names) {
    std::array<double, 4> numbers{};
    for (size_t i = 0; i < names.size(); ++i) {
        const auto found = object.find(names.at(i));
        if (found == object.end() || !found->is_number())
            return std::nullopt;
        numbers.at(i) = found->get<double>();
    }
    return numbers;
}

std::optional<std::array<double, 4>> box_of(const Json& object) {
    for (const auto& names :
         {std::array{"x", "y", "width", "height"}, std::array{"x", "y", "w", "h"},
          std::array{"left", "top", "width", "height"}})
        if (const auto box = numbers_under(object, names))
            return box;
    for (const auto& names :
         {std::array{"xmin", "ymin", "xmax", "ymax"},
          std::array{"x_min", "y_min", "x_max", "y_max"}, std::array{"x1", "y1", "x2", "y2"},
          std::array{"left", "top", "right", "bottom"}})
        if (const auto edges = numbers_under(object, names))
            return std::array{edges->at(0), edges->at(1), edges->at(2) - edges->at(0),
                              edges->at(3) - edges->at(1)};
    return std::nullopt;
}

void CocoMender::list_boxes() {
    int count = 0;
    each(kCocoAnnotations, [&](Json& annotation) {
        const auto box = annotation.find(kBox);
        if (box == annotation.end() || !box->is_object())
            return;
        if (const auto listed = box_of(*box)) {
            *box = *listed;
            ++count;
        }
    });
    say(count, "a box is an object: its numbers are taken by their names",
        "boxes are objects: their numbers are taken by their names");
}

void CocoMender::unlabel_unknown_points() {
    int count = 0;
    each(kCocoAnnotations, [&](Json& annotation) {
        const auto values = annotation.find(kKeypoints);
        if (values == annotation.end() || !values->is_array() || values->size() % 3 != 0)
            return;
        for (size_t i = 0; i < values->size(); i += 3) {
            Json& x = (*values)[i];
            Json& y = (*values)[i + 1];
            Json& visibility = (*values)[i + 2];
            if (!x.is_null() && !y.is_null() && !visibility.is_null())
                continue;
            count += visibility == 0 ? 0 : 1;
            x = y = visibility = 0;
        }
    });
    say(count, "a keypoint has a coordinate that is no number: it is not labelled",
        "keypoints have a coordinate that is no number: they are not labelled");
}

/// Some files have how sure a network was where COCO has 0, 1 or 2.
void CocoMender::settle_visibilities() {
    int count = 0;
    each(kCocoAnnotations, [&](Json& annotation) {
        const auto values = annotation.find(kKeypoints);
        if (values == annotation.end() || !values->is_array() || values->size() % 3 != 0)
            return;
        for (size_t i = 2; i < values->size(); i += 3) {
            Json& visibility = (*values)[i];
            if (visibility.is_boolean())
                visibility = visibility.get<bool>() ? 2 : 0;
            if (!visibility.is_number() || visibility == 0 || visibility == 1 || visibility == 2)
                continue;
            visibility = visibility.get<double>() > 0 ? 2 : 0;
            ++count;
        }
    });
    say(count, "a visibility is not 0, 1 or 2: above 0 it is read as visible, else as not labelled",
        "visibilities are not 0, 1 or 2: those above 0 are read as visible, others as not "
        "labelled");
}

/// Faces that name no category are of the only one there is. Of several, the reader asks.
void CocoMender::name_categories() {
    const Json& list = coco_list(coco_, kCocoCategories);
    if (list.size() > 1)
        return;
    const Json only =
        list.empty() || !list[0].is_object() ? Json(1) : list[0].value(kCocoId, Json(1));
    int count = 0;
    each(kCocoAnnotations, [&](Json& annotation) {
        if (annotation.contains(kCocoCategoryId) || coco_list(annotation, kKeypoints).empty())
            return;
        annotation[kCocoCategoryId] = only;
        ++count;
    });
    say(count, "an annotation names no category: it is taken for one of the only one",
        "annotations name no category: they are taken for some of the only one");
}

/// How many annotations have how many keypoints, for each category that they name.
std::map<long long, std::map<int, int>> CocoMender::faces_by_points() {
    std::map<long long, std::map<int, int>> faces;
    each(kCocoAnnotations, [&](Json& annotation) {
        const size_t values = coco_list(annotation, kKeypoints).size();
        const Json category = annotation.value(kCocoCategoryId, Json());
        const auto id = find_whole_number<long long>(category);
        if (values > 0 && values % 3 == 0 && id)
            ++faces[*id][static_cast<int>(values / 3)];
    });
    return faces;
}

/// An even choice of the `of` annotations of a category that have so many keypoints, without those
/// whose keypoints are no numbers.
std::vector<Sample> CocoMender::some_faces(long long id, int count, int of) {
    constexpr int kSome = 256;
    const int step = std::max(1, of / kSome);
    int passed = 0;
    std::vector<Sample> faces;
    each(kCocoAnnotations, [&](Json& annotation) {
        const Json& values = coco_list(annotation, kKeypoints);
        if (static_cast<int>(values.size()) != 3 * count ||
            annotation.value(kCocoCategoryId, Json()) != id || passed++ % step != 0 ||
            !std::all_of(values.begin(), values.end(),
                         [](const Json& value) { return value.is_number(); }))
            return;
        Landmarks points;
        for (size_t i = 0; i < values.size(); i += 3) {
            points.points.emplace_back(values[i].get<double>(), values[i + 1].get<double>());
            points.visibility.push_back(values[i + 2] == 0 ? Visibility::NotLabelled
                                                           : Visibility::Visible);
        }
        faces.emplace_back().points_in_image = std::move(points);
    });
    return faces;
}

/// The entry of the category with this id; a new one where there is none.
Json& CocoMender::category_of(long long id) {
    Json& list = coco_[kCocoCategories];
    if (!list.is_array())
        list = Json::array();
    for (Json& category : list)
        if (category.is_object() && category.value(kCocoId, Json()) == id)
            return category;
    return list.emplace_back(Json{{kCocoId, id}, {"name", "face"}, {"supercategory", "person"}});
}

void CocoMender::name_keypoints() {
    for (const auto& [id, points] : faces_by_points()) {
        Json& category = category_of(id);
        const size_t named = coco_list(category, kKeypoints).size();
        const int count = std::max_element(points.begin(), points.end(), [](auto& a, auto& b) {
                              return a.second < b.second;
                          })->first;
        // Names are kept where any face has as many points, or a single one has others.
        if (named > 0 && (points.contains(static_cast<int>(named)) || points.at(count) < 2))
            continue;
        const SchemeChoice choice =
            choose_scheme(some_faces(id, count, points.at(count)), count, hint_);
        category[kKeypoints] = choice.scheme.point_names;
        std::string said = named == 0 ? fmt::format("category {} names no keypoints: ", id)
                                      : fmt::format(
                                            "category {} names {} keypoints, but its faces "
                                            "have {}: ",
                                            id, named, count);
        if (named > 0)
            category.erase("skeleton");
        said += choice.remark.empty()
                    ? fmt::format("its {} points are taken for those of the scheme {}", count,
                                  choice.scheme.name)
                    : choice.remark;
        said_.push_back(std::move(said));
    }
}

}  // namespace

std::vector<std::string> mend_coco(Json& coco, const std::string& hint) {
    return CocoMender(coco, hint).mend();
}

}  // namespace rudolph
