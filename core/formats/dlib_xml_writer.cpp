#include "core/formats/dlib_xml_writer.h"
#include "core/base/encoding.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "core/base/text.h"
#include "core/dataset/choose_scheme.h"
#include "core/dataset/names.h"
#include "core/formats/dlib_xml.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// How many points a box's parts tell of: up to the last that is labelled.
int told_points(const Landmarks& points) {
    int count = points.size();
    while (count > 0 && !points.is_labelled(count - 1))
        --count;
    return count;
}

Landmarks rounded(Landmarks points, int usual) {
    if (points.size() > usual) {
        points.points.resize(static_cast<size_t>(usual));
        points.visibility.resize(static_cast<size_t>(usual));
    }
    const int told = told_points(points);
    // What a reader would take for faces of another kind is not written.
    if (told == 0 || 2 * told <= usual)
        return {};
    Landmarks result;
    result.points.reserve(static_cast<size_t>(usual));
    result.visibility.reserve(static_cast<size_t>(usual));
    for (int i = 0; i < usual; ++i) {
        const bool labelled = i < points.size() && points.is_labelled(i);
        const Point point = labelled ? points.points[static_cast<size_t>(i)] : Point();
        result.points.emplace_back(std::round(point.x), std::round(point.y));
        result.visibility.push_back(labelled ? Visibility::Visible : Visibility::NotLabelled);
    }
    return result;
}

/// Whole pixels, and at least one of them.
Box rounded(const Box& box) {
    return {std::round(box.left), std::round(box.top), std::max(1.0, std::round(box.width)),
            std::max(1.0, std::round(box.height))};
}

/// dlib refuses to read boxes with other attributes.
bool is_known(const std::string& attribute) {
    static const std::set<std::string> known = {
        kDlibLabel, "difficult", "truncated", "occluded", "ignore",
        "angle",    "age",       "gender",    "pose",     "detection_score"};
    return known.count(attribute) > 0;
}

/// Where no face has the first point, a reader takes the second for it: lists that count from 1
/// look like this. False: some face has it.
bool drop_unknown_first_point(std::vector<Sample>& faces) {
    bool any = false;
    for (const Sample& face : faces) {
        any = any || !face.points_in_image.empty();
        if (!face.points_in_image.empty() && face.points_in_image.is_labelled(0))
            return false;
    }
    if (!any)
        return false;
    for (Sample& face : faces)
        if (Landmarks& points = face.points_in_image; !points.empty()) {
            points.points.erase(points.points.begin());
            points.visibility.erase(points.visibility.begin());
        }
    return true;
}

Dataset held_by_dlib(Dataset dataset, const FormatOptions& /*options*/) {
    Dataset held = truth_only(std::move(dataset));
    std::erase_if(held.attributes, [](const auto& attribute) {
        return (attribute.first != "name" && attribute.first != "comment") ||
               attribute.second.empty();
    });
    std::map<int, int> told;
    for (const Sample& face : held.samples)
        if (const int points = told_points(face.points_in_image); points > 0)
            ++told[points];
    const int usual = usual_point_count(told);
    for (Sample& face : held.samples)
        face.points_in_image = rounded(face.points_in_image, usual);
    int count = usual;
    while (drop_unknown_first_point(held.samples))
        --count;
    for (Sample& face : held.samples) {
        if (face.box)
            face.box = rounded(*face.box);
        else if (!face.points_in_image.empty())
            face.box = rounded(bounding_box(face.points_in_image));
        else
            face.attributes.clear();  // there is no box to say them of
        std::erase_if(face.attributes,
                      [](const auto& attribute) { return !is_known(attribute.first); });
    }
    held.scheme = choose_scheme(held.samples, count).scheme;
    drop_blank_faces(held);
    return held;
}

std::string escaped(std::string_view text) {
    std::string result;
    for (const char c : text) {
        switch (c) {
            case '&':
                result += "&amp;";
                break;
            case '<':
                result += "&lt;";
                break;
            case '>':
                result += "&gt;";
                break;
            case '\'':
                result += "&apos;";
                break;
            case '"':
                result += "&quot;";
                break;
            case '\n':
                result += "&#10;";
                break;
            case '\r':
                result += "&#13;";
                break;
            case '\t':
                result += "&#9;";
                break;
            default:
                result += c;
        }
    }
    return result;
}

void add(std::string& text, const char* name, std::string_view value) {
    text += ' ';
    text += name;
    text += "='";
    text += escaped(value);
    text += '\'';
}

void add(std::string& text, const char* name, double whole) {
    add(text, name, std::to_string(static_cast<long long>(whole)));
}

void print_parts(std::string& text, const Landmarks& points) {
    // Names sort as text.
    const size_t digits = std::max<size_t>(2, std::to_string(points.size() - 1).size());
    for (int i = 0; i < points.size(); ++i) {
        if (!points.is_labelled(i))
            continue;
        const std::string number = std::to_string(i);
        const Point& point = points.points[static_cast<size_t>(i)];
        text += "      <part";
        add(text, "name", std::string(digits - number.size(), '0') + number);
        add(text, "x", point.x);
        add(text, "y", point.y);
        text += "/>\n";
    }
}

void print_face(std::string& text, const Sample& face) {
    text += "    <box";
    add(text, "top", face.box->top);
    add(text, "left", face.box->left);
    add(text, "width", face.box->width);
    add(text, "height", face.box->height);
    const auto label = face.attributes.find(kDlibLabel);
    for (const auto& [name, value] : face.attributes)
        if (name != kDlibLabel)
            add(text, name.c_str(), value);
    if (label == face.attributes.end() && face.points_in_image.empty()) {
        text += "/>\n";
        return;
    }
    text += ">\n";
    if (label != face.attributes.end())
        text += "      <label>" + escaped(label->second) + "</label>\n";
    print_parts(text, face.points_in_image);
    text += "    </box>\n";
}

/// About as much text as there will be.
size_t expected_size(const Dataset& dataset) {
    size_t size = 1000;
    for (const Sample& face : dataset.samples)
        size += 160 + face.image.native().size() + 42 * face.points_in_image.points.size();
    return size;
}

std::vector<OutputFile> print_dlib(const Dataset& dataset, const fs::path& list,
                                   const FormatOptions& /*options*/) {
    const auto text_of = [&dataset](const char* key) {
        const auto found = dataset.attributes.find(key);
        return found == dataset.attributes.end() ? std::string() : escaped(found->second);
    };
    // dlib itself reads bytes, and writes this encoding.
    const std::string start = "<?xml version='1.0' encoding='";
    const std::string usual_encoding = "ISO-8859-1";
    // A long text: it is not put together twice.
    std::string text;
    text.reserve(expected_size(dataset));
    text += start + usual_encoding + "'?>\n<dataset>\n<name>" + text_of("name") +
            "</name>\n<comment>" + text_of("comment") + "</comment>\n<images>\n";
    for (size_t begin = 0; begin < dataset.samples.size();) {
        const Sample& first = dataset.samples[begin];
        text += "  <image";
        add(text, "file", first.image.lexically_proximate(list.parent_path()).generic_string());
        if (first.image_size.area() > 0) {
            add(text, "width", first.image_size.width);
            add(text, "height", first.image_size.height);
        }
        size_t end = begin;
        if (!first.box)
            text += "/>\n";
        else
            text += ">\n";
        for (; end < dataset.samples.size() && dataset.samples[end].image == first.image; ++end)
            if (dataset.samples[end].box)
                print_face(text, dataset.samples[end]);
        if (first.box)
            text += "  </image>\n";
        begin = end;
    }
    text += "</images>\n</dataset>\n";
    const bool ascii = std::all_of(text.begin(), text.end(),
                                   [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!ascii && is_utf8(text))
        text.replace(start.size(), usual_encoding.size(), "UTF-8");
    return one_file(list, std::move(text));
}

}  // namespace

FormatWriter dlib_xml_writer() {
    return {held_by_dlib, print_dlib};
}

}  // namespace rudolph
