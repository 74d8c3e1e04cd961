#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/error.h"
#include "core/base/progress.h"
#include "core/dataset/dataset.h"
#include "core/formats/folder_cache.h"

namespace rudolph {

/// A file of the points of one face that is larger is something else.
inline constexpr std::uint64_t kMaxFaceFileBytes = 16 << 20;

/// What a reader of one format makes of its files. Counts are not compared and ids may repeat:
/// open_dataset() sees to both.
struct ReaderResult {
    std::vector<Sample> samples;
    std::vector<Problem> problems;
    /// For a number of points, the lines that the files themselves draw through them.
    std::map<int, std::vector<Polyline>> lines;
};

/// What became of one file; readers fill one of these per file in parallel, then join them in
/// order, so that the result does not depend on the threads.
struct FileResult {
    std::vector<Sample> samples;
    std::vector<Problem> problems;
    std::vector<Polyline> lines;
};

/// The number of points that most faces have; of equally frequent ones the largest. 0: no face has
/// points.
int usual_point_count(const std::vector<Sample>& samples);
/// The same of how many faces have how many points.
int usual_point_count(const std::map<int, int>& faces_with);

ReaderResult joined(std::vector<FileResult> files);

/// A sample of this picture with what the picture's name says, and neither box nor points. In .asf
/// sets "12_03" is a picture of person 12.
Sample face_of_picture(const std::filesystem::path& root, const std::filesystem::path& picture,
                       DatasetFormat format = DatasetFormat::Pictures);

/// A list may name a picture several times: its faces stand together, in the place of the first,
/// and those with a taken id get the next number.
void join_repeated_pictures(std::vector<Sample>& samples, const std::filesystem::path& root);

/// As a person reads a list: those of an earlier line before those of a later one.
void sort_by_line(std::vector<Problem>& problems);

/// What kept a face from being read.
Problem left_out(const Error& error, const std::filesystem::path& file,
                 const std::string& sample_id = {});

/// The point, when both coordinates are finite and not absurd (beyond a million pixels); else
/// throws Error.
Point checked_point(double x, double y, const ErrorPlace& place);

/// The picture of a file of points that does not lie beside it, and whose face it is.
struct PictureElsewhere {
    std::filesystem::path picture;
    std::string person;
};
/// By the file of points.
using PicturesElsewhere = std::map<std::filesystem::path, PictureElsewhere>;

/// What one file of points says of the face in its picture; throws Error.
using FaceFileReader = std::function<FileResult(const std::filesystem::path& file,
                                                const std::filesystem::path& picture)>;

/// The faces of files that lie beside their pictures, read in parallel: face.pts is of face.jpg,
/// and so is face.jpg.ljson. Those of `elsewhere` have the ids that they would have there. A file
/// that `read` throws an Error for, or whose picture is missing, is a problem.
ReaderResult read_beside_pictures(const std::filesystem::path& root,
                                  const std::vector<std::filesystem::path>& files,
                                  const PicturesElsewhere& elsewhere, const FaceFileReader& read,
                                  const CancelToken& cancel, const ProgressCallback& progress);

}  // namespace rudolph
