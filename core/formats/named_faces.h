#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <vector>

#include "core/formats/reader.h"

namespace rudolph {

/// What annotation tools know: shapes with labels, and perhaps which of them belong together, but
/// no faces. Their readers fill these in, and NamedFaces makes faces of them.

/// One point. Points of one group, where that is not empty, are one face's.
struct NamedPoint {
    std::string label;
    Point place;
    Visibility visibility = Visibility::Visible;
    std::string group;
    int line = 0;  ///< of the file; 0: not known
};

struct NamedBox {
    std::string label;
    Box box;
    std::string group;  ///< of the points of its face
    std::map<std::string, std::string> attributes;
};

/// A shape that is a whole face, or points that were found to be one.
struct NamedFace {
    std::string kind;                 ///< the label of the shape
    std::vector<std::string> labels;  ///< of its points; empty: their order is what tells them
    Landmarks points;
    std::optional<Box> box;
    std::map<std::string, std::string> attributes;
    int line = 0;
};

/// All that a file says of one picture.
struct NamedPicture {
    std::filesystem::path picture;
    cv::Size size;                                  ///< 0×0: not said
    std::map<std::string, std::string> attributes;  ///< of all of its faces
    std::vector<NamedFace> faces;
    std::vector<NamedPoint> points;  ///< those of no whole face
    std::vector<NamedBox> boxes;
};

/// Collects what a tool's file says, a picture at a time, and makes faces of it.
///
/// Points without a group are one face's where no label comes twice; else those in (or nearest to)
/// the same box are, and without boxes those between two repetitions of the whole list of labels.
/// Labels that are all the same mean that the order tells the points. A box belongs to the face
/// most of whose points it holds. The points of the set are all labels that there are: a face
/// without one has a point that is not labelled. They stand in the order of the tool's definition,
/// else of their numbers where all labels end in one, else as they come first. What is dropped or
/// guessed becomes a problem.
class NamedFaces {
public:
    /// `file` is for problems; ids are relative to `root`.
    NamedFaces(std::filesystem::path file, std::filesystem::path root);

    /// The tool's own definition of the points of a kind of shape: they all exist, in this order.
    void define(const std::string& kind, std::vector<std::string> labels);
    /// An order of labels that are not numbered, of which some may never occur.
    void prefer(std::vector<std::string> labels);
    void add(NamedPicture picture);

    /// The samples, and in `dataset` their scheme: the built-in one whose points are called just
    /// so, else the one that the faces look like, else one of these labels. Throws Error when the
    /// labels are no names of points.
    ReaderResult finish(Dataset& dataset);

private:
    struct Picture {
        std::filesystem::path picture;
        cv::Size size;
        std::map<std::string, std::string> attributes;
        std::vector<NamedFace> faces;
    };
    /// Of whole shapes, or of points; named, or in order.
    struct Kind {
        std::string name;
        bool in_order = false;
        bool operator==(const Kind&) const = default;
        bool operator<(const Kind& other) const {
            return std::tie(name, in_order) < std::tie(other.name, other.in_order);
        }
    };

    static Kind kind_of(const NamedFace& face);
    std::vector<std::vector<NamedPoint>> groups_of(NamedPicture& picture);
    std::vector<std::vector<NamedPoint>> groups_of_loose(std::vector<NamedPoint> loose,
                                                         const std::vector<NamedBox>& boxes);
    void give_boxes(std::vector<NamedFace>& faces, const std::vector<std::string>& groups,
                    std::vector<NamedBox> boxes);
    void leave_out_other_kinds(const Kind& main);
    void leave_out_other_boxes();
    std::vector<std::string> ordered_labels(const Kind& kind) const;
    void name_points(const Kind& kind, const std::vector<std::string>& labels);
    void settle_scheme(Dataset& dataset, const std::vector<std::string>& labels);
    std::string id_of(const Picture& picture) const;
    void say(std::string message, int left_out = 0);

    std::filesystem::path file_;
    std::filesystem::path root_;
    std::map<std::string, std::vector<std::string>> defined_;
    std::vector<std::string> preferred_;
    std::vector<Picture> pictures_;
    std::set<std::string> face_boxes_;  ///< labels of boxes that hold a face's points
    int split_pictures_ = 0;            ///< whose faces were told by repetition alone
    int alike_faces_ = 0;               ///< whose points have all the same label
    ReaderResult result_;
};

}  // namespace rudolph
