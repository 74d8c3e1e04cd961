#pragma once

#include <optional>

#include "core/formats/reader.h"

namespace rudolph {

/// What the rows of YOLO's labels are, where no .yaml says it.
struct YoloLayout {
    enum class Rows {
        Boxes,    ///< class, box
        Points,   ///< class, box, points
        Outlines  ///< class, polygon
    };
    Rows rows = Rows::Boxes;
    int points = 0;
    int dimensions = 2;  ///< numbers a point: x, y, perhaps its visibility
};

/// Looks at the labels of some of these pictures, where YOLO has them: "labels" instead of
/// "images", or beside the picture. Rows with as many numbers in all of them are points if every
/// third number after the box is a visibility, or if the box holds them. Empty: there are none, or
/// they are something else.
std::optional<YoloLayout> yolo_layout(const std::vector<std::filesystem::path>& pictures);

/// Reads such labels in parallel; only the heads of pictures are read, for their sizes. The names
/// of classes come from "classes.txt" in the root. Folders called train, val or test are parts of
/// the set. Outlines are not read, and that is said.
ReaderResult read_yolo_labels(const YoloLayout& layout,
                              const std::vector<std::filesystem::path>& pictures, Dataset& dataset,
                              const CancelToken& cancel = {},
                              const ProgressCallback& progress = {});

}  // namespace rudolph
