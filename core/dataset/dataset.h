#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

class Error;
struct Mend;

/// How far the annotation of a face is, as the annotator says.
enum class FaceState { New, InWork, Done, Doubtful };

/// One face in one picture, or a picture in which no face is marked yet (no box, no points).
struct Sample {
    /// Unique in its data set and the same whenever it is opened: the picture's path relative to
    /// the data set's root without its extension ("04-1m", "afw/1051618982_1"), and "#2" for the
    /// second face of a picture, "#3" for the third.
    std::string id;
    std::filesystem::path image;  ///< absolute when it comes from a reader
    cv::Size image_size;          ///< 0×0 until the picture has been decoded
    std::optional<Box> box;       ///< the face's box in the image, where the data set has one
    Landmarks points_in_image;    ///< empty when the face has no points
    /// Whose face: samples with the same text must be on the same side of a split. IMM's person
    /// ("04"); elsewhere the picture without "_mirror", so that twins stay together, and the
    /// photograph where names tell that several are of one (see repeated_names.h).
    std::string person;
    std::optional<int> view;  ///< IMM's view, 1 to 6
    FaceState state = FaceState::New;
    std::string note;
    /// The model that placed the points, while no person has accepted them: they are a proposal,
    /// and never count as truth. Empty: the points are truth.
    std::string proposed_by;
    /// How sure that model is of a proposal, from 0 to 1 (see FaceConfidence); empty: it does not
    /// say, or the points are truth.
    std::optional<double> confidence;
    /// What else the file says of this face, by the name it has there, so that writing the same
    /// format keeps it: the attributes and `<label>` of a dlib box, COCO's other fields as JSON
    /// text. "image.NAME" is one of the picture's, the same for all of its faces.
    std::map<std::string, std::string> attributes;

    bool is_proposal() const { return !proposed_by.empty(); }
    /// The points, where there are any, are a person's now.
    void end_proposal() {
        proposed_by.clear();
        confidence.reset();
    }
    /// Points that may be trained on and measured against.
    bool has_truth() const { return !points_in_image.empty() && !is_proposal(); }

    bool operator==(const Sample&) const = default;
};

/// Something that is wrong with a data set and does not stop the rest of it from being used.
struct Problem {
    std::filesystem::path file;
    int line = 0;  ///< 1-based; 0: the whole file
    std::string message;
    std::string sample_id;  ///< the sample it is about, when that could be read; else empty
    std::optional<int> point = std::nullopt;  ///< the point it is about, 0-based
    int left_out = 0;  ///< how many faces (or pictures) are not in the data set because of this
    std::shared_ptr<const Mend> mend = nullptr;  ///< how it can be put right; null: not known
    /// Of one that stands for problems of its kind that are not listed (see problems.h): how many.
    int others = 0;

    bool operator==(const Problem&) const = default;
};

/// The error as an entry of the list of problems; `file` where the error names none.
Problem problem_from(const Error& error, const std::filesystem::path& file,
                     const std::string& sample_id = {});

enum class DatasetFormat {
    Imm,
    Pts,
    DlibXml,
    Csv,
    Coco,
    Yolo,
    Ljson,
    Project,   ///< our own .rudolph file: holds everything
    Pictures,  ///< a folder of photographs without annotations; can be read only
    Recipe,    ///< what a recipe reads (core/formats/recipe.h); can be read only
    Video,     ///< files of points of the frames of videos; can be read only
    // What annotation tools export; can be read only.
    Cvat,
    LabelStudio,
    Via,
    Labelme,
    YoloLabels  ///< labels of YOLO without the .yaml that says what they are
};

/// Whether data sets of this format cannot be saved where they are.
bool can_be_read_only(DatasetFormat format);

std::string to_string(DatasetFormat format);  ///< for people: "IMM .asf", "dlib XML"

/// Annotated faces, in a steady order (by file name; in a list's order for lists). The faces of one
/// picture follow each other.
struct Dataset {
    std::string name;              ///< the folder's or the list's name
    std::filesystem::path root;    ///< the folder that sample ids are relative to
    std::filesystem::path source;  ///< what was opened: a folder, or a file; absolute
    DatasetFormat format = DatasetFormat::Imm;
    std::string recipe;  ///< of DatasetFormat::Recipe: the recipe's title
    /// How it was opened, where that was told and not seen (core/formats/open_options.h): JSON text
    /// by which it opens so again. Empty: by nothing but `source`.
    std::string opening;
    LandmarkScheme scheme;  ///< all samples with points have this many
    std::vector<Sample> samples;
    std::vector<Problem> problems;
    /// What a list says of itself, by the name it has there (dlib's `<name>` and `<comment>`,
    /// COCO's "info" as JSON text), so that writing the same format keeps it.
    std::map<std::string, std::string> attributes;

    /// Indices of the samples that have true points: those that can be trained on and measured.
    std::vector<int> labelled() const;
    /// The index of a sample, empty when there is none with that id.
    std::optional<int> find(const std::string& id) const;

    bool operator==(const Dataset&) const = default;
};

}  // namespace rudolph
