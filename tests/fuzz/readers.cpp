#include "tests/fuzz/readers.h"

#include <fstream>
#include <opencv2/core/mat.hpp>
#include <stdexcept>

#include "core/annotate/apply_journal.h"
#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/error.h"
#include "core/base/json.h"
#include "core/dataset/split.h"
#include "core/experiment/check_experiment.h"
#include "core/experiment/experiment.h"
#include "core/formats/asf.h"
#include "core/formats/csv.h"
#include "core/formats/labelme.h"
#include "core/formats/ljson.h"
#include "core/formats/losses.h"
#include "core/formats/matlab_file.h"
#include "core/formats/open_dataset.h"
#include "core/formats/pts.h"
#include "core/formats/recipe_reader.h"
#include "core/formats/recipe_source.h"
#include "core/formats/suggest_recipes.h"
#include "core/formats/write_dataset.h"
#include "core/formats/yolo.h"
#include "core/formats/yolo_labels.h"
#include "core/image/decode.h"
#include "core/image/picture_limits.h"
#include "core/image/private_data.h"
#include "core/model/pth.h"
#include "core/model/safetensors.h"
#include "core/runs/run_cases.h"
#include "core/runs/run_files.h"
#include "core/runs/run_index.h"
#include "core/runs/run_reader.h"
#include "core/video/videoio_reader.h"
#include "tests/fuzz/run_seeds.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;

/// Two small pictures, "a.png" and "images/b.png", and room for one file beside them.
const fs::path& folder() {
    static const TempDir dir;
    static const bool made = [] {
        for (const char* name : {"a.png", "images/b.png"})
            write_image(dir / name, cv::Mat(30, 40, CV_8UC1, cv::Scalar(90)));
        return true;
    }();
    static_cast<void>(made);
    return dir.path();
}

/// Without waiting for the disk.
void write_quickly(const fs::path& file, std::string_view bytes) {
    std::ofstream stream(file, std::ios::binary);
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

/// Opens a data set of this one file, and asks what other formats would make of it.
bool opens(const std::string& name, std::string_view bytes, bool is_list) {
    const fs::path file = folder() / name;
    write_quickly(file, bytes);
    bool good = false;
    try {
        const Dataset dataset = open_dataset(is_list ? file : folder());
        good = !dataset.samples.empty();
        for (const FormatInfo& info : writable_formats())
            losses(dataset, info.format);
    } catch (const Error&) {
        good = false;
    }
    fs::remove(file);
    return good;
}

bool read_asf_bytes(std::string_view bytes) {
    try {
        parse_asf(bytes, "a.asf");
    } catch (const Error&) {
        return false;
    }
    return opens("a.asf", bytes, false);
}

bool read_pts_bytes(std::string_view bytes) {
    try {
        parse_pts(bytes, "a.pts");
    } catch (const Error&) {
        return false;
    }
    return opens("a.pts", bytes, false);
}

bool read_ljson_bytes(std::string_view bytes) {
    try {
        parse_ljson(bytes, "a.ljson");
    } catch (const Error&) {
        return false;
    }
    return opens("a.ljson", bytes, false);
}

bool read_dlib_bytes(std::string_view bytes) {
    return opens("list.xml", bytes, true);
}

bool read_cvat_bytes(std::string_view bytes) {
    return opens("annotations.xml", bytes, true);
}

bool read_label_studio_bytes(std::string_view bytes) {
    return opens("tasks.json", bytes, true);
}

bool read_via_bytes(std::string_view bytes) {
    return opens("via.json", bytes, true);
}

bool read_via_table_bytes(std::string_view bytes) {
    return opens("via.csv", bytes, true);
}

bool read_labelme_bytes(std::string_view bytes) {
    const fs::path file = folder() / "a.json";
    write_quickly(file, bytes);
    const bool good = looks_like_labelme(file);
    fs::remove(file);
    return good && opens("a.json", bytes, false);
}

/// The labels of a YOLO set without its .yaml.
bool read_bare_label_bytes(std::string_view bytes) {
    const fs::path file = folder() / "a.txt";
    write_quickly(file, bytes);
    bool good = false;
    if (const auto layout = yolo_layout({folder() / "a.png"})) {
        Dataset dataset;
        dataset.root = dataset.source = folder();
        good = !read_yolo_labels(*layout, {folder() / "a.png"}, dataset).samples.empty();
    }
    fs::remove(file);
    return good;
}

bool read_csv_bytes(std::string_view bytes) {
    return opens("list.csv", bytes, true);
}

bool read_coco_bytes(std::string_view bytes) {
    return opens("list.json", bytes, true);
}

bool read_yolo_bytes(std::string_view bytes) {
    return opens("list.yaml", bytes, true);
}

bool read_project_bytes(std::string_view bytes) {
    return opens("list.rudolph", bytes, true);
}

/// The first byte says what is announced, the rest is a file of labels.
bool read_label_bytes(std::string_view bytes) {
    if (bytes.empty())
        return false;
    const auto first = static_cast<unsigned char>(bytes.front());
    return !parse_yolo(bytes.substr(1), 1 + first / 2, 2 + first % 2, {40, 30}, "a.txt")
                .faces.empty();
}

bool read_journal_bytes(std::string_view bytes) {
    const fs::path source = folder() / "list.xml";
    const fs::path file = folder() / ".list.xml.rudolph-journal";
    write_quickly(file, bytes);
    bool good = false;
    Dataset dataset;
    dataset.root = folder();
    dataset.source = source;
    for (const JournalContents& journal : find_journals(source, folder() / "none")) {
        apply_journal(journal, dataset);
        good = good || !journal.pictures.empty();
    }
    fs::remove(file);
    return good;
}

bool read_recipe_bytes(std::string_view bytes) {
    try {
        const Recipe recipe = recipe_from_json(parse_json(bytes, "a.json"), "a.json");
        recipe_text(recipe);
        write_quickly(folder() / "a.txt", "a.png 1 2 3 4 5 6\n5 6\n");
        const RecipeFiles files(survey_data(folder()));
        tried_recipe(recipe, files);
        fs::remove(folder() / "a.txt");
    } catch (const Error&) {
        return false;
    }
    return true;
}

/// What is suggested for a text beside its picture, whatever is in it, is read.
bool read_unknown_text_bytes(std::string_view bytes) {
    const fs::path file = folder() / "a.txt";
    write_quickly(file, bytes);
    const RecipeFiles files(survey_data(folder()));
    bool good = false;
    for (const RecipeSuggestion& suggestion : suggest_recipes(files)) {
        good = true;
        read_by_recipe(suggestion.recipe, files, {0, folder() / "pixels"});
    }
    fs::remove(file);
    return good;
}

/// All that recipes ask a MATLAB file for.
bool read_matlab_bytes(std::string_view bytes) {
    const fs::path file = folder() / "a.mat";
    write_quickly(file, bytes);
    bool good = false;
    try {
        Recipe recipe;
        const MatlabFile matlab(file);
        for (const MatlabVariable& variable : matlab.variables()) {
            if (variable.kind == MatlabKind::Pictures)
                matlab.picture(variable.name, variable.rows - 1);
            recipe.text.variables = {variable.name};
            for (const RecipeLayout layout :
                 {RecipeLayout::FilePerFace, RecipeLayout::RowPerFace}) {
                recipe.layout = layout;
                good = !recipe_source_start(file, recipe, 1 << 16).empty() || good;
            }
        }
    } catch (const Error&) {
        good = false;
    }
    fs::remove(file);
    return good;
}

bool read_experiment_bytes(std::string_view bytes) {
    try {
        const Experiment experiment = experiment_from_json(parse_json(bytes, "a.json"), "a.json");
        check_experiment(experiment);
        return experiment_from_json(to_json(experiment)) == experiment;
    } catch (const Error&) {
        return false;
    }
}

bool read_scheme_bytes(std::string_view bytes) {
    try {
        const LandmarkScheme scheme = scheme_from_json(parse_json(bytes, "a.json"), "a.json");
        return scheme_from_json(to_json(scheme)) == scheme;
    } catch (const Error&) {
        return false;
    }
}

/// The first byte says which of the files of a run the rest is; the others are sound.
bool read_run_bytes(std::string_view bytes) {
    if (bytes.empty())
        return false;
    const fs::path run = folder() / "run";
    const auto files = sound_run_files();
    const size_t changed = static_cast<unsigned char>(bytes.front()) % files.size();
    fs::create_directory(run);
    for (size_t i = 0; i < files.size(); ++i)
        write_quickly(run / files[i].first, i == changed ? bytes.substr(1) : files[i].second);
    bool good = false;
    try {
        const RunRecord record = read_run(run);
        good = !read_cases(record).empty();
        split_from_json(read_json(run / kSplitFile), faces_of_sound_run());
        read_entry(run);
    } catch (const Error&) {
        good = false;
    }
    fs::remove_all(run);
    return good;
}

/// Header and pixels, in colour, in grey and reduced, tell the same size.
bool read_picture_bytes(std::string_view bytes) {
    set_largest_picture(1);  // a drawn header may announce what takes seconds to fill
    const fs::path file = folder() / "a.picture";
    write_quickly(file, bytes);
    bool good = false;
    try {
        const cv::Size told = picture_size(file).upright;
        PictureFacts facts;
        const cv::Mat pixels = decode_image(file, Colour::Bgr, &facts);
        const ReducedImage small = decode_reduced(file, [](cv::Size) { return 2; });
        const cv::Mat grey = decode_image(file, Colour::Grey);
        if (told != pixels.size() || grey.size() != pixels.size())
            throw std::logic_error("a picture has two sizes");
        good = small.grey.cols > 0 && pixels.type() == CV_8UC3 && grey.type() == CV_8UC1;
    } catch (const Error&) {
        good = false;
    }
    fs::remove(file);
    return good;
}

/// The first frames, forwards, and the ones around a jump back.
bool read_video_bytes(std::string_view bytes) {
    set_largest_picture(1);
    const fs::path file = folder() / "a.video";
    write_quickly(file, bytes);
    bool good = false;
    try {
        const auto video = open_video_file(file);
        cv::Mat frame;
        double seconds = 0;
        constexpr int kFrames = 4;
        for (int i = 0; i < kFrames && video->read(frame, seconds); ++i)
            good = true;
        constexpr double kSecondFrame = 0.15;
        video->seek(kSecondFrame);
        if (video->read(frame, seconds) && seconds < kSecondFrame - 1e-3)
            throw std::logic_error("a frame from before the jump");
    } catch (const Error&) {
        good = false;
    }
    fs::remove(file);
    return good;
}

bool read_private_data_bytes(std::string_view bytes) {
    const auto clean = without_private_data(bytes);
    // Nothing is left to take out.
    return clean && without_private_data(*clean) == clean;
}

bool read_safetensors_bytes(std::string_view bytes) {
    try {
        return !parse_safetensors(bytes, "a.safetensors").tensors.empty();
    } catch (const Error&) {
        return false;
    }
}

bool read_pth_bytes(std::string_view bytes) {
    try {
        return !parse_pth(bytes, "a.pth").tensors.empty();
    } catch (const Error&) {
        return false;
    }
}

}  // namespace

const std::vector<FuzzedReader>& fuzzed_readers() {
    static const std::vector<FuzzedReader> all = {
        {"asf", read_asf_bytes},
        {"pts", read_pts_bytes},
        {"dlib", read_dlib_bytes},
        {"cvat", read_cvat_bytes},
        {"label_studio", read_label_studio_bytes},
        {"via", read_via_bytes},
        {"via_table", read_via_table_bytes},
        {"labelme", read_labelme_bytes},
        {"bare_labels", read_bare_label_bytes},
        {"csv", read_csv_bytes},
        {"coco", read_coco_bytes},
        {"yolo", read_yolo_bytes},
        {"labels", read_label_bytes},
        {"ljson", read_ljson_bytes},
        {"project", read_project_bytes},
        {"journal", read_journal_bytes},
        {"recipe", read_recipe_bytes},
        {"unknown_text", read_unknown_text_bytes},
        {"matlab", read_matlab_bytes},
        {"experiment", read_experiment_bytes},
        {"scheme", read_scheme_bytes},
        {"run", read_run_bytes},
        {"picture", read_picture_bytes},
        {"video", read_video_bytes},
        {"private_data", read_private_data_bytes},
        {"safetensors", read_safetensors_bytes},
        {"pth", read_pth_bytes},
    };
    return all;
}

const FuzzedReader& fuzzed_reader(const std::string& name) {
    for (const FuzzedReader& reader : fuzzed_readers())
        if (reader.name == name)
            return reader;
    throw std::out_of_range("no reader " + name);
}

}  // namespace rudolph::test
