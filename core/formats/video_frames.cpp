#include "core/formats/video_frames.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <unordered_set>

#include "core/base/json.h"
#include "core/base/parallel.h"
#include "core/base/text.h"
#include "core/dataset/names.h"
#include "core/formats/recipe_pixels.h"
#include "core/formats/recipe_reader.h"
#include "core/image/decode.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// As many faces as training needs of videos, whose neighbouring frames hardly differ: about a
/// gigabyte of pictures, where all of 300-VW's would fill a disk.
constexpr std::int64_t kMostFrames = 3000;
constexpr int kFrameQuality = 95;
constexpr size_t kMostDigits = 9;

/// The number that a file's name is; empty: it is none.
std::optional<std::int64_t> frame_number(const fs::path& file) {
    const std::string stem = file.stem().string();
    if (stem.empty() || stem.size() > kMostDigits ||
        stem.find_first_not_of("0123456789") != std::string::npos)
        return std::nullopt;
    return parse_integer(stem);
}

using FilesByFolder = std::map<fs::path, std::vector<fs::path>>;

FilesByFolder by_folder(const std::vector<fs::path>& files) {
    FilesByFolder folders;
    for (const fs::path& file : files)
        folders[file.parent_path()].push_back(file);
    return folders;
}

/// The videos that the points of a folder may be of: those in it, else those beside it.
std::vector<fs::path> videos_of(const fs::path& folder, const FilesByFolder& videos) {
    const auto inside = videos.find(folder);
    const auto beside = videos.find(folder.parent_path());
    std::vector<fs::path> found = inside != videos.end()   ? inside->second
                                  : beside != videos.end() ? beside->second
                                                           : std::vector<fs::path>();
    const auto is_named = [&folder](const fs::path& video) {
        return video.stem() == folder.filename();
    };
    if (const auto named = std::find_if(found.begin(), found.end(), is_named);
        found.size() > 1 && named != found.end())
        return {*named};
    return found;
}

/// Whether a picture in this folder or below has one of the names.
bool has_picture(const fs::path& folder, const std::unordered_set<std::string>& stems,
                 const std::vector<fs::path>& pictures) {
    const std::string start = folder.native() + '/';
    const auto first = std::lower_bound(
        pictures.begin(), pictures.end(), start,
        [](const fs::path& picture, const std::string& text) { return picture.native() < text; });
    for (auto picture = first; picture != pictures.end() && picture->native().starts_with(start);
         ++picture)
        if (stems.contains(picture->stem().string()))
            return true;
    return false;
}

/// The video's folder; the video itself where the folder has several.
std::string person_in(const fs::path& root, const fs::path& video, bool is_alone) {
    std::string id = sample_id(root, video);
    if (!is_alone)
        return id;
    const size_t slash = id.rfind('/');
    return slash == std::string::npos ? root.filename().string() : id.substr(0, slash);
}

std::string ordinal(std::int64_t number) {
    const std::int64_t last = number % 10;
    const bool is_teen = number % 100 / 10 == 1;
    return std::to_string(number) + (is_teen || last == 0 || last > 3 ? "th"
                                     : last == 1                      ? "st"
                                     : last == 2                      ? "nd"
                                                                      : "rd");
}

/// What is taken of the videos.
std::vector<AnnotatedVideo> thinned(const fs::path& root, std::vector<AnnotatedVideo> videos,
                                    int wanted, std::vector<Problem>& problems) {
    std::int64_t all = 0;
    for (const AnnotatedVideo& video : videos)
        all += static_cast<std::int64_t>(video.frames.size());
    const std::int64_t every =
        wanted > 0 ? wanted : std::max<std::int64_t>(1, (all + kMostFrames - 1) / kMostFrames);
    if (every == 1)
        return videos;
    std::int64_t taken = 0;
    for (AnnotatedVideo& video : videos) {
        std::vector<std::pair<std::int64_t, fs::path>> kept;
        for (size_t i = 0; i < video.frames.size(); i += static_cast<size_t>(every))
            kept.push_back(std::move(video.frames[i]));
        video.frames = std::move(kept);
        taken += static_cast<std::int64_t>(video.frames.size());
    }
    // What a person asked for is a remark; what the program chose by itself is counted, too.
    problems.push_back(
        {root,
         0,
         fmt::format("every {} of {} annotated frames is taken ({}){}", ordinal(every), all, taken,
                     wanted > 0 ? ""
                                : "; all would take much room and time: the option "
                                  "--every 1 of the command line takes them"),
         "",
         {},
         wanted > 0 ? 0 : static_cast<int>(all - taken)});
    return videos;
}

/// Says how far the videos are, from any thread.
class PassedFrames {
public:
    PassedFrames(std::int64_t total, const ProgressCallback& progress)
        : total_(total), progress_(progress) {}

    void add(std::int64_t frames) {
        if (!progress_ || frames == 0)
            return;
        const std::lock_guard lock(mutex_);
        done_ += frames;
        progress_({done_, total_});
    }

private:
    std::mutex mutex_;
    std::int64_t done_ = 0;
    std::int64_t total_;
    const ProgressCallback& progress_;
};

/// The pictures of one video's frames, in a folder of their own.
class FrameFolder {
public:
    explicit FrameFolder(const fs::path& video)
        : folder_(pixels_folder_of(recipe_pictures_folder(), video)) {
        std::error_code failed;
        for (fs::directory_iterator entry(folder_, failed), end; !failed && entry != end;
             entry.increment(failed))
            names_.insert(entry->path().filename().string());
        if (!names_.contains(kLength))
            return;
        try {
            length_ = whole_number<std::int64_t>(read_json(folder_ / kLength).at("frames"));
        } catch (const std::exception&) {
            length_.reset();  // as if nobody had come to the end yet
        }
    }

    const fs::path& folder() const { return folder_; }
    fs::path picture(std::int64_t frame) const { return folder_ / name_of(frame); }
    bool has(std::int64_t frame) const { return names_.contains(name_of(frame)); }
    /// How many frames the video has, where a pass has come to its end.
    std::optional<std::int64_t> length() const { return length_; }

    void write(std::int64_t frame, const cv::Mat& bgr) {
        keep([&] { write_image(picture(frame), bgr, kFrameQuality); });
        names_.insert(name_of(frame));
    }
    void write_length(std::int64_t frames) {
        keep([&] { write_json(folder_ / kLength, {{"frames", frames}}); });
        length_ = frames;
    }

private:
    static constexpr const char* kLength = "video.json";

    static std::string name_of(std::int64_t frame) { return fmt::format("{:06}.jpg", frame); }

    template <class Write>
    void keep(Write write) const {
        try {
            write();
        } catch (const Error& error) {
            throw Error("the frames of a video cannot be kept as pictures: " + error.message(),
                        error.place().file.empty() ? ErrorPlace{folder_} : error.place(),
                        "make room there, or name another cache folder in XDG_CACHE_HOME; the "
                        "pictures so far are used the next time");
        }
    }

    fs::path folder_;
    std::unordered_set<std::string> names_;
    std::optional<std::int64_t> length_;
};

/// Passes through one video.
class FramePass {
public:
    FramePass(const AnnotatedVideo& video, const OpenVideo& open)
        : video_(video), open_(open), pictures_(video.video) {
        for (const auto& [frame, points] : video.frames)
            if (is_missing(frame))
                last_ = frame;
    }

    /// How many frames there are to pass.
    std::int64_t length() const { return last_; }

    void run(const CancelToken& cancel, PassedFrames& passed) {
        if (last_ == 0)
            return;
        std::int64_t number = 0;
        try {
            if (!open_)
                throw Error("its frames are not read, as this program reads no videos",
                            {video_.video});
            pass(*open_(video_.video), number, cancel, passed);
        } catch (const PictureFailure& failure) {
            throw Error(failure.error);
        } catch (const Error& error) {
            failure_ = error;
        }
        passed.add(last_ - number);
    }

    void tell(VideoFrames& result) const {
        int left_out = 0;
        std::int64_t first = 0;
        for (const auto& [frame, points] : video_.frames) {
            if (pictures_.has(frame)) {
                result.pictures[points] = {pictures_.picture(frame), video_.person};
                continue;
            }
            first = left_out == 0 ? frame : first;
            ++left_out;
        }
        if (left_out == 0)
            return;
        std::string why;
        if (failure_)
            why = fmt::format("{} of its annotated frames cannot be had: {}", left_out,
                              failure_->message());
        else
            why = fmt::format(
                "the video ends after {} frames, but {} file(s) of points are of later ones, the "
                "first of frame {}",
                pictures_.length().value_or(0), left_out, first);
        result.problems.push_back({video_.video, 0, std::move(why), "", {}, left_out});
    }

    const fs::path& folder() const { return pictures_.folder(); }

private:
    /// Tells what is wrong with the folder of the pictures from what is wrong with the video.
    struct PictureFailure {
        Error error;
    };

    bool is_missing(std::int64_t frame) const {
        return !pictures_.has(frame) && frame <= pictures_.length().value_or(frame);
    }

    void pass(VideoReader& reader, std::int64_t& number, const CancelToken& cancel,
              PassedFrames& passed) {
        cv::Mat bgr;
        double seconds = 0;
        for (auto next = video_.frames.begin(); number < last_; passed.add(1)) {
            cancel.throw_if_cancelled();
            const bool is_over = !reader.read(bgr, seconds);
            try {
                if (is_over)
                    return pictures_.write_length(number);
                ++number;
                while (next != video_.frames.end() && next->first < number)
                    ++next;
                if (next != video_.frames.end() && next->first == number && is_missing(number))
                    pictures_.write(number, bgr);
            } catch (const Error& error) {
                throw PictureFailure{error};
            }
        }
    }

    const AnnotatedVideo& video_;
    const OpenVideo& open_;
    FrameFolder pictures_;
    std::int64_t last_ = 0;  ///< the last frame that is wanted and not there; 0: all are
    std::optional<Error> failure_;
};

}  // namespace

FoundVideos find_annotated_videos(const fs::path& root, const std::vector<fs::path>& points,
                                  const std::vector<fs::path>& videos,
                                  const std::vector<fs::path>& pictures) {
    FoundVideos found;
    if (videos.empty())
        return found;
    const FilesByFolder videos_in = by_folder(videos);
    std::map<fs::path, AnnotatedVideo> annotated;
    for (const auto& [folder, files] : by_folder(points)) {
        const std::vector<fs::path> candidates = videos_of(folder, videos_in);
        std::unordered_set<std::string> stems;
        std::vector<fs::path> others;
        bool from_zero = false;
        for (const fs::path& file : files) {
            const auto number = frame_number(file);
            if (number)
                stems.insert(file.stem().string());
            else
                others.push_back(file);
            from_zero = from_zero || number == 0;
        }
        if (candidates.empty() || stems.empty() ||
            has_picture(candidates.front().parent_path(), stems, pictures))
            continue;
        if (candidates.size() > 1) {
            found.unread.insert(found.unread.end(), files.begin(), files.end());
            found.problems.push_back(
                {folder,
                 0,
                 fmt::format("which of {} videos these points are of cannot be seen: give the "
                             "video the name of their folder",
                             candidates.size()),
                 "",
                 {},
                 static_cast<int>(files.size())});
            continue;
        }
        const fs::path& video = candidates.front();
        for (const fs::path& file : others)
            found.problems.push_back({file,
                                      0,
                                      "the name is no number of a frame of " +
                                          video.filename().string() + ", and no picture has it",
                                      sample_id(root, file),
                                      {},
                                      1});
        found.unread.insert(found.unread.end(), others.begin(), others.end());
        if (from_zero)
            found.problems.push_back(
                {folder, 0, "frames are counted from 0 here, as a file of points is called 0", ""});
        AnnotatedVideo& of = annotated[video];
        of.video = video;
        of.person = person_in(root, video, videos_in.at(video.parent_path()).size() == 1);
        for (const fs::path& file : files)
            if (const auto number = frame_number(file))
                of.frames.emplace_back(*number + (from_zero ? 1 : 0), file);
    }
    for (auto& [file, video] : annotated) {
        std::sort(video.frames.begin(), video.frames.end());
        found.videos.push_back(std::move(video));
    }
    return found;
}

VideoFrames read_video_frames(const fs::path& root, const std::vector<AnnotatedVideo>& videos,
                              const OpenOptions& options, const CancelToken& cancel,
                              const ProgressCallback& progress) {
    VideoFrames result;
    std::vector<Problem> remarks;
    const std::vector<AnnotatedVideo> taken = thinned(root, videos, options.every, remarks);
    std::vector<FramePass> passes;
    passes.reserve(taken.size());
    std::int64_t total = 0;
    for (const AnnotatedVideo& video : taken) {
        cancel.throw_if_cancelled();
        total += passes.emplace_back(video, options.open_video).length();
    }
    PassedFrames passed(total, progress);
    parallel_for(
        static_cast<int>(passes.size()),
        [&](int i) { passes[static_cast<size_t>(i)].run(cancel, passed); }, cancel);
    for (const FramePass& pass : passes)
        pass.tell(result);
    result.problems.insert(result.problems.end(), remarks.begin(), remarks.end());
    if (!result.pictures.empty())
        result.problems.push_back(
            {root, 0,
             fmt::format("{} frames of {} video(s) are kept as pictures in {}",
                         result.pictures.size(), taken.size(),
                         taken.size() == 1 ? passes.front().folder().string()
                                           : recipe_pictures_folder().string()),
             ""});
    return result;
}

}  // namespace rudolph
