#pragma once

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "core/base/error.h"
#include "core/demo/demo_faces.h"
#include "core/formats/open_dataset.h"

namespace rudolph::test {

struct LargeListSpec {
    int faces = 100000;
    int people = 4;  ///< six demo pictures each
    /// Each face has a picture of its own (a hard link to a demo picture, a thousand a folder);
    /// else all faces lie in the demo pictures, many in each.
    bool own_pictures = true;
};

/// A name for picture `index` of a large list: "many/012/012345.jpg".
inline std::filesystem::path large_list_picture(int index) {
    return fmt::format("many/{:03}/{:06}.jpg", index / 1000, index);
}

/// Writes demo faces into a new folder and beside them "large/labels.xml", a dlib list that repeats
/// them with boxes and 68 points, all within seconds. Returns the list.
inline std::filesystem::path write_large_list(const std::filesystem::path& folder,
                                              const LargeListSpec& spec = {}) {
    namespace fs = std::filesystem;
    write_demo_faces(folder / "demo", {DemoFormat::Ibug, spec.people, 1});
    const Dataset demo = open_dataset(folder / "demo");
    const fs::path large = folder / "large";
    fs::create_directories(large);
    fs::path list = large / "labels.xml";
    std::string text =
        "<?xml version='1.0' encoding='ISO-8859-1'?>\n<dataset>\n<name>large</name>\n<images>\n";
    const auto add_box = [&text](const Sample& face) {
        fmt::format_to(std::back_inserter(text),
                       "    <box top='{:.0f}' left='{:.0f}' width='{:.0f}' height='{:.0f}'>\n",
                       face.box->top, face.box->left, face.box->width, face.box->height);
        for (int i = 0; i < face.points_in_image.size(); ++i) {
            const Point& point = face.points_in_image.points[static_cast<size_t>(i)];
            fmt::format_to(std::back_inserter(text),
                           "      <part name='{:02}' x='{:.0f}' y='{:.0f}'/>\n", i, point.x,
                           point.y);
        }
        text += "    </box>\n";
    };
    const auto count = static_cast<int>(demo.samples.size());
    std::ofstream stream(list, std::ios::binary);
    for (int i = 0; i < (spec.own_pictures ? spec.faces : count); ++i) {
        const Sample& face = demo.samples[static_cast<size_t>(i % count)];
        const fs::path picture = large_list_picture(i);
        if (i % 1000 == 0)
            fs::create_directories((large / picture).parent_path());
        fs::create_hard_link(face.image, large / picture);
        fmt::format_to(std::back_inserter(text), "  <image file='{}' width='640' height='480'>\n",
                       picture.string());
        for (int k = i; k < spec.faces; k += spec.own_pictures ? spec.faces : count)
            add_box(face);
        text += "  </image>\n";
        stream << text;
        text.clear();
    }
    stream << "</images>\n</dataset>\n";
    if (!stream.flush())
        throw Error("the list cannot be written", {list});
    return list;
}

}  // namespace rudolph::test
