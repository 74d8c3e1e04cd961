#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "core/base/cancel_token.h"
#include "core/base/growing_file.h"
#include "core/base/progress.h"
#include "core/formats/format.h"
#include "core/predict/photo_output.h"
#include "core/video/video_reader.h"

namespace rudolph {

/// Begins a video file of frames of that size; throws Error. The engine's, or a test's.
using CreateVideo = std::function<std::unique_ptr<VideoWriter>(
    const std::filesystem::path& file, cv::Size size, double frames_per_second)>;

/// Which files results on photographs and videos become.
struct PhotoFiles {
    std::filesystem::path folder;        ///< made when missing
    std::string table;                   ///< name of the one table of everything; empty: none
    std::string json;                    ///< name of the same as JSON lines; empty: none
    std::vector<DatasetFormat> formats;  ///< as annotators read them; frames are left out
    std::string formats_in;              ///< the folder below for these; empty: `folder`
    /// The folder below for photographs with the points drawn, for save_photos(); empty: none.
    std::string drawn_in;
    bool with_frames = false;  ///< there are results of videos
    bool overwrite = false;    ///< annotations and drawn photographs that are there
    bool overwrite_tables = false;
};

/// Writes results while they come: tables grow with each and appear when all is done; annotators'
/// formats are written then. Never copies a photograph, as its file tells where it was taken.
class PhotoWriter {
public:
    /// Throws Error when the folder cannot be written to, or tables are there already.
    PhotoWriter(PhotoFiles files, PhotoModel model);

    /// Known before hours are spent on many photographs: throws Error when annotations are there
    /// already; `outputs` as add() gets them.
    void require_free(const std::vector<std::filesystem::path>& outputs) const;
    /// `output`: what files of this photograph alone are called, relative to the folder and without
    /// extension; empty: as the photograph is, relative to the folder that holds all of them.
    void add(const PhotoResult& result, const std::filesystem::path& output = {});
    /// Puts everything in place; returns the files and folders that were written. Throws Error.
    std::vector<std::filesystem::path> finish(const CancelToken& cancel = {});
    /// What was lost, or not written, in finish(); sentences without a full stop.
    const std::vector<std::string>& notes() const { return notes_; }

private:
    std::filesystem::path place_of_formats() const { return files_.folder / files_.formats_in; }
    void write(const FormatInfo& format, std::vector<std::filesystem::path>& written,
               const CancelToken& cancel);

    PhotoFiles files_;
    PhotoModel model_;
    std::unique_ptr<GrowingFile> table_;
    std::unique_ptr<GrowingFile> json_;
    std::vector<PhotoResult> results_;  ///< for annotators' formats only
    std::vector<std::filesystem::path> outputs_;
    std::vector<std::string> notes_;
};

struct SavedPhotos {
    /// In the folder: folders of several files, and single files.
    std::vector<std::string> written;
    std::vector<std::string> notes;          ///< see PhotoWriter::notes
    int left_out = 0;                        ///< photographs without results
    std::vector<std::string> broken_videos;  ///< names of those that cannot be read, or not whole
};

/// Videos that are saved with the photographs: every frame is looked at while they are.
struct VideosToSave {
    std::vector<std::filesystem::path> files;
    OpenVideo open;
    CreateVideo create;
    FaceDetector* detector = nullptr;
    Predictor* predictor = nullptr;
};

/// Writes results that are all there, photographs with their points drawn first: "NAME.jpg", or
/// "NAME.png" for photographs in formats without losses; videos as "NAME.mp4" then. Progress counts
/// photographs and frames, and one step for the rest. Throws Error and Cancelled; files that were
/// complete by then are kept.
SavedPhotos save_photos(const std::vector<PhotoResult>& photos, const PhotoModel& model,
                        const PhotoFiles& files, const CancelToken& cancel = {},
                        const ProgressCallback& progress = {}, const VideosToSave& videos = {});

}  // namespace rudolph
