#include "tests/fuzz/corpus.h"

#include <array>
#include <map>
#include <opencv2/core/mat.hpp>
#include <opencv2/imgcodecs.hpp>

#include "core/annotate/journal.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/experiment.h"
#include "core/formats/write_dataset.h"
#include "core/image/decode.h"
#include "core/model/safetensors.h"
#include "core/video/videoio_writer.h"
#include "tests/fuzz/run_seeds.h"
#include "tests/support/gif_bytes.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/oriented_jpeg.h"
#include "tests/support/pth_bytes.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;

/// Three faces on two pictures, with something of everything.
Dataset drawn_faces(const fs::path& folder) {
    Dataset dataset;
    dataset.root = dataset.source = folder;
    dataset.format = DatasetFormat::Pictures;
    dataset.scheme = numbered_points(4);
    dataset.scheme.lines = {{"line", {0, 1, 2}, true}};
    dataset.scheme.has_mirror_pairs = true;
    dataset.scheme.mirror_pairs = {{0, 1}};
    dataset.attributes = {{"name", "drawn"}, {"info", R"({"year":2024})"}};
    for (const char* name : {"a.png", "images/b.png"}) {
        write_image(folder / name, cv::Mat(30, 40, CV_8UC1, cv::Scalar(90)));
        Sample face = face_of_picture(folder, folder / name);
        face.image_size = {40, 30};
        face.box = Box{3, 4.5, 20, 18};
        face.points_in_image = Landmarks({{5.25, 6}, {17, 6.5}, {11, 12}, {1e-3, 15}});
        face.attributes = {{"age", "30"}, {"label", "\"x\""}};
        dataset.samples.push_back(face);
    }
    Sample second = dataset.samples[0];
    second.id = "a#2";
    second.points_in_image.visibility[1] = Visibility::Hidden;
    second.points_in_image.visibility[2] = Visibility::NotLabelled;
    second.note = "not sure";
    second.state = FaceState::Doubtful;
    dataset.samples.insert(dataset.samples.begin() + 1, second);
    return dataset;
}

std::vector<std::string> matlab_seeds() {
    std::vector<std::string> seeds;
    for (const matio_compression compression : {MAT_COMPRESSION_NONE, MAT_COMPRESSION_ZLIB}) {
        const TempDir dir;
        {
            MatlabWriter matlab(dir / "a.mat", MAT_FT_MAT5, compression);
            matlab.add("points", (cv::Mat_<double>(2, 4) << 5, 17, 11, 12, 6, 6, 12, 20));
            matlab.add("table",
                       (cv::Mat_<double>(2, 6) << 5, 17, 11, 6, 6, 12, 5, 18, 11, 6, 6, 13));
            matlab.add("names", std::vector<std::string>{"a", "b.png"});
            matlab.add("cells", std::vector<cv::Mat>(2, cv::Mat(30, 40, CV_8UC3)));
            matlab.add_structure("face", "points", cv::Mat_<double>(4, 2, 3.5));
        }
        seeds.push_back(read_file(dir / "a.mat"));
    }
    return seeds;
}

std::vector<std::string> written(DatasetFormat format, const std::string& file) {
    std::vector<std::string> seeds;
    for (const CsvColumns columns : {CsvColumns::Part, CsvColumns::Xy}) {
        const TempDir dir;
        WriteRequest request{format, dir / "out", PictureHandling::Copy, {}};
        request.options.csv_columns = columns;
        write_dataset(drawn_faces(dir / "in"), request);
        seeds.push_back(read_file(dir / "out" / file));
    }
    if (seeds[0] == seeds[1])
        seeds.pop_back();
    return seeds;
}

/// A picture of each kind, with something to take out.
std::vector<std::string> telling_pictures() {
    const cv::Mat picture(6, 8, CV_8UC3, cv::Scalar(10, 90, 200));
    std::vector<std::string> pictures;
    for (const char* extension : {".jpg", ".png", ".webp"}) {
        std::vector<unsigned char> bytes;
        cv::imencode(extension, picture, bytes);
        pictures.emplace_back(bytes.begin(), bytes.end());
    }
    constexpr size_t kBehindHeader = 33;
    pictures[0].insert(2, std::string("\xff\xe1\0\x10"
                                      "Exif\0\0II*\0at ho",
                                      18));
    pictures[1].insert(kBehindHeader, std::string("\0\0\0\4tEXthomesum.", 16));
    pictures[2] += std::string("EXIF\4\0\0\0home", 12);
    return pictures;
}

/// A picture of each kind that is read, in colour and grey, deep, transparent and turned.
std::vector<std::string> pictures_of_all_kinds() {
    const TempDir dir;
    const cv::Mat colour(6, 8, CV_8UC3, cv::Scalar(10, 90, 200));
    write_oriented_jpeg(dir / "turned.jpg", colour, 6);
    std::vector<std::string> pictures = {
        read_file(dir / "turned.jpg"), gif_bytes({40, 20}, {red_and_blue_frame()}),
        "P2 # small\n3 2\n9\n0 1 2\n3 4 9\n", "P5 2 2 255 abcd", "P4 8 2 \x55\xaa"};
    const auto add = [&](const char* extension, const cv::Mat& picture) {
        std::vector<unsigned char> bytes;
        cv::imencode(extension, picture, bytes);
        pictures.emplace_back(bytes.begin(), bytes.end());
    };
    for (const char* extension : {".jpg", ".png", ".webp", ".bmp", ".tif", ".ppm", ".sr"})
        add(extension, colour);
    add(".jp2", cv::Mat(32, 32, CV_8UC3, cv::Scalar(10, 90, 200)));
    add(".jpg", cv::Mat(6, 8, CV_8UC1, cv::Scalar(90)));
    add(".png", cv::Mat(6, 8, CV_16UC4, cv::Scalar(900, 9000, 60000, 30000)));
    add(".tif", cv::Mat(6, 8, CV_16UC1, cv::Scalar(9000)));
    add(".tif", cv::Mat(6, 8, CV_32FC1, cv::Scalar(0.5)));
    add(".webp", cv::Mat(6, 8, CV_8UC4, cv::Scalar(10, 90, 200, 100)));
    add(".ppm", cv::Mat(6, 8, CV_16UC3, cv::Scalar(900, 9000, 60000)));
    add(".pam", colour);
    for (const char* extension : {".hdr", ".pfm"})
        add(extension, cv::Mat(6, 8, CV_32FC3, cv::Scalar(0.1, 0.9, 2)));
    return pictures;
}

/// Each of the kinds that can be written here.
std::vector<std::string> video_seeds() {
    std::vector<std::string> videos;
    for (const char* name : {"a.avi", "a.mp4", "a.mkv"}) {
        const TempDir dir;
        try {
            const auto writer = create_video_file(dir / name, {16, 16}, 10);
            for (int i = 0; i < 6; ++i)
                writer->write(cv::Mat(16, 16, CV_8UC3, cv::Scalar::all(40 * i)));
            writer->finish();
        } catch (const Error&) {
            continue;  // no encoder for it
        }
        videos.push_back(read_file(dir / name));
    }
    return videos;
}

std::vector<std::string> journal_seeds() {
    const TempDir dir;
    const Dataset dataset = drawn_faces(dir / "in");
    const auto journal = Journal::open(dir / "list.xml", dir / "none");
    journal->record({{dataset.samples[0].image, {dataset.samples[0], dataset.samples[1]}, {}},
                     {dataset.samples[2].image, {}, {}},
                     {{}, {}, dataset.scheme}});
    journal->flush();
    return {read_file(journal->file())};
}

std::string safetensors_seed() {
    Safetensors contents;
    contents.tensors = {{"weight", NumberType::F32, {2, 3}, std::string(24, '\1')},
                        {"count", NumberType::I64, {}, std::string(8, '\2')}};
    contents.metadata = {{"name", "drawn"}};
    return safetensors_bytes(contents);
}

/// Both forms; the second tensor is a view of the first one's numbers.
std::vector<std::string> pth_seeds() {
    const std::string pickle = pickled::whole(pickled::dict(
        {{"weight", pickled::tensor({.numbers = 6, .shape = {2, 3}, .strides = {3, 1}})},
         {"part", pickled::tensor({.numbers = 6, .offset = 1, .shape = {2}, .strides = {2}})}}));
    const std::string numbers(24, '\1');
    return {zip_pth(pickle, {numbers}), legacy_pth(pickle, {{6, numbers}})};
}

std::string repeated(std::string_view text, size_t bytes) {
    std::string result;
    result.reserve(bytes + text.size());
    while (result.size() < bytes)
        result += text;
    return result;
}

constexpr std::array kWords = {
    "nan",     "inf",     "-1",     "0",    "1e999",    "99999999999", "1e-320",    "4294967296",
    "",        "\n",      ",",      "\"",   "'",        "}",           "{",         "[",
    "]",       "<image ", "</box>", "<!--", "part_9_x", "null",        "true",      "\\u0000",
    "\xff",    "\xc3",    ":",      "&lt;", "/../",     "a.png",       "images",    "-",
    "\"id\":", "0x10",    "1,5",    "&x",   "*x",       "<![CDATA[",   "2147483648"};

}  // namespace

std::vector<std::string> seeds_of(const std::string& reader) {
    static const std::map<std::string, std::pair<DatasetFormat, std::string>> files = {
        {"asf", {DatasetFormat::Imm, "images/b.asf"}},
        {"pts", {DatasetFormat::Pts, "images/b.pts"}},
        {"dlib", {DatasetFormat::DlibXml, "labels.xml"}},
        {"csv", {DatasetFormat::Csv, "landmarks.csv"}},
        {"coco", {DatasetFormat::Coco, "keypoints.json"}},
        {"yolo", {DatasetFormat::Yolo, "data.yaml"}},
        {"ljson", {DatasetFormat::Ljson, "images/b.ljson"}},
        {"project", {DatasetFormat::Project, "faces.rudolph"}}};
    if (const auto found = files.find(reader); found != files.end()) {
        std::vector<std::string> seeds = written(found->second.first, found->second.second);
        if (reader == "pts")
            seeds.emplace_back("5 6\n17 , 6.5\r\n11 12\n");
        return seeds;
    }
    if (reader == "labels")
        return {"\x07" + written(DatasetFormat::Yolo, "a.txt")[0]};
    if (reader == "journal")
        return journal_seeds();
    if (reader == "pth")
        return pth_seeds();
    if (reader == "recipe")
        return {R"({"recipe": 1, "name": "a", "layout": "row per face", "files": ["*.txt"],
 "text": {"separator": "space", "head": "none"}, "pictures": {"from": "column", "column": 0},
 "points": {"order": "xy", "first": 1, "count": 1, "missing": ["-1", "0,0"]},
 "place": {"frame": "picture", "size": [40, 30]}, "box": {"columns": [1, 2, 3, 4]},
 "attributes": {"age": -1}, "recognise": {"points": 1}})",
                R"({"recipe": 1, "name": "b", "files": ["**/*.txt"], "points": {"in_blocks": true},
 "pictures": {"from": "first line", "prefix": "a", "suffix": "b"}, "ignore": ["?.md"]})"};
    if (reader == "cvat")
        return {R"(<annotations><version>1.1</version><meta><labels><label><name>face</name></label>
<label><name>1</name><parent>face</parent></label></labels></meta>
<image name="a.png" width="40" height="30" subset="val"><skeleton label="face">
<points label="1" points="5.25,6" occluded="1"/><points label="2" points="1,2" outside="1"/>
</skeleton><polygon points="1,2"/></image></annotations>)",
                R"(<annotations><image name="b.png"><points label="f" points="5,6;17,6.5;11,12"/>
<box label="f" xtl="3" ytl="4" xbr="23" ybr="22"><attribute name="age">30</attribute></box>
</image></annotations>)",
                R"(<annotations><image name="a.png"><points label="eye" points="5,6" group_id="1"/>
<points label="eye" points="5,6"/><points label="nose" points="5,6"/><points label="nose" points="6,6"/>
<box label="f" xtl="3" ytl="4" xbr="23" ybr="22"/><box label="f" xtl="3" ytl="4" xbr="9" ybr="22"/>
</image></annotations>)"};
    if (reader == "label_studio")
        return {
            R"([{"id":1,"data":{"img":"/data/upload/1/0011aabb-a.png"},"predictions":[{}],
"annotations":[{"was_cancelled":true},{"result":[{"id":"k","type":"keypointlabels","parentID":"r",
"original_width":40,"original_height":30,"image_rotation":90,"value":{"x":20,"y":30,"keypointlabels":["n"]}},
{"id":"r","type":"rectanglelabels","value":{"x":2,"y":3,"width":50,"height":60,"rotation":5}},
{"type":"relation","from_id":"k","to_id":"r"},{"id":"k","type":"labels","value":{"labels":["q"]}}]}]}])",
            R"([{"image":"images/b.png","kp":[{"x":1,"y":2,"keypointlabels":["1"],"original_width":40},
{"x":3,"y":4,"keypointlabels":["2"],"original_width":40}],"box":[{"x":1,"y":1,"width":9,"height":9,
"rectanglelabels":["f"],"original_width":40}],"annotator":1}])"};
    if (reader == "via")
        return {R"({"_via_settings":{},"_via_img_metadata":{"a.png1":{"filename":"a.png","regions":[
{"shape_attributes":{"name":"point","cx":1,"cy":2},"region_attributes":{"name":"eye","face":"1"}},
{"shape_attributes":{"name":"rect","x":1,"y":2,"width":3,"height":4},"region_attributes":{}},
{"shape_attributes":{"name":"circle","cx":1,"cy":2,"r":3},"region_attributes":{}}]}},
"_via_attributes":{"region":{"name":{"options":{"eye":"","nose":""}}}}})",
                R"({"b.png2":{"filename":"b.png","file_attributes":{},"regions":{"0":{
"shape_attributes":{"name":"point","cx":1,"cy":2},"region_attributes":{}}}}})"};
    if (reader == "via_table")
        return {
            "filename,region_shape_attributes,region_attributes\n"
            "a.png,\"{\"\"name\"\":\"\"point\"\",\"\"cx\"\":1,\"\"cy\"\":2}\","
            "\"{\"\"name\"\":\"\"eye\"\"}\"\nimages/b.png,{},{}\n"};
    if (reader == "labelme")
        return {R"({"version":"5","shapes":[{"label":"1","points":[[1,2]],"group_id":1,
"shape_type":"point"},{"label":"f","points":[[1,2],[9,8]],"group_id":null,"shape_type":"rectangle"}],
"imagePath":"a.png","imageData":null,"imageHeight":30,"imageWidth":40})"};
    if (reader == "bare_labels")
        return {"0 0.5 0.5 0.4 0.4 0.5 0.6 2 0.4 0.5 1\n\n1 0.5 0.5 0.4 0.4 0 0 0 0.4 0.5 1\n",
                "0 0.5 0.5 0.4 0.4 0.5 0.6 0.4 0.5 0.45 0.5\n", "0 0.5 0.5 0.4 0.4\n",
                "0 0.5 0.5 0.4 0.4 0.2 0.2\n0 0.5 0.5 0.4 0.4 0.2 0.2 0.1 0.1\n"};
    if (reader == "unknown_text")
        return {"5 6\n17 6.5\n11 12\n12 20\n",
                "image;x0;y0;x1;y1;x2;y2\na.png;5,5;6;17;6,5;11;12\nb.png;5;6;18;6;;\n",
                "a.png 5 6 17 6 11 12 1 2 30 20 1 0\nimages/b.png 6 7 17 6 11 12 1 2 30 20 0 0\n",
                "2\nC:\\x\\a.png\n5, 6\n17, 6\n11, 12\nC:\\x\\b.png\n5, 7\n17, 6\n11, 12\n",
                "image,point,x,y\na.png,1,5,6\na.png,2,17,6\nb.png,1,5,6\nb.png,2,17,6\n"};
    if (reader == "matlab")
        return matlab_seeds();
    if (reader == "experiment")
        return {to_json(preset("nose-tip")).dump(), to_json(preset("face68-fast")).dump(),
                R"({"model":{"layers":["conv 8 5 stride 2 pad 2 dilation 1 groups 1","batch-norm",)"
                R"("leaky-relu","residual","conv 8 3 pad 1","end","max-pool 3 stride 2",)"
                R"("dropout 0.25","global-pool","full 20"]}})"};
    if (reader == "scheme")
        return {to_json(builtin_scheme("celeba-5")).dump()};
    if (reader == "run")
        return run_seeds();
    if (reader == "picture")
        return pictures_of_all_kinds();
    if (reader == "video")
        return video_seeds();
    if (reader == "private_data")
        return telling_pictures();
    return {safetensors_seed()};
}

std::string mutated(const std::vector<std::string>& seeds, Random& random) {
    const auto seed = [&]() -> const std::string& {
        return seeds[static_cast<size_t>(random.below(static_cast<int>(seeds.size())))];
    };
    std::string text = seed();
    for (int changes = 1 + random.below(6); changes > 0; --changes) {
        const auto size = static_cast<int>(text.size());
        const auto place = static_cast<size_t>(random.below(size + 1));
        const auto length = static_cast<size_t>(1 + random.below(std::max(1, size / 4)));
        const std::string part = text.substr(place, length);
        switch (random.below(7)) {
            case 0:
                if (place < text.size())
                    text[place] = static_cast<char>(text[place] ^ (1 << random.below(8)));
                break;
            case 1:
                text.insert(
                    place,
                    kWords[static_cast<size_t>(random.below(static_cast<int>(kWords.size())))]);
                break;
            case 2:
                text.replace(
                    place, std::min<size_t>(length, 6),
                    kWords[static_cast<size_t>(random.below(static_cast<int>(kWords.size())))]);
                break;
            case 3:
                text.erase(place, length);
                break;
            case 4:
                for (int times = random.below(20); times > 0 && text.size() < 20000; --times)
                    text.insert(place, part);
                break;
            case 5:
                text.resize(place);
                break;
            default: {
                const std::string& other = seed();
                const auto from =
                    static_cast<size_t>(random.below(static_cast<int>(other.size()) + 1));
                text.insert(place, other.substr(from, length));
            }
        }
    }
    return text;
}

std::vector<std::string> hard_inputs(const std::string& reader) {
    constexpr size_t kBytes = 300000;
    std::vector<std::string> inputs = {std::string(kBytes, '\0'), std::string(kBytes, '[')};
    const std::string seed = seeds_of(reader)[0];
    const size_t middle = seed.size() / 2;
    inputs.push_back(seed.substr(0, middle) + std::string(kBytes, '[') + seed.substr(middle));
    inputs.push_back(repeated(seed, kBytes));
    const std::string xml = "<dataset><images>";
    const std::string box = "<box top='1' left='1' width='9' height='9'>";
    std::string part_too_far = "<image file='a.png'>";
    part_too_far.append(box).append("<part name='130' x='1' y='1'/></box></image>");
    std::string keys = "{\"images\":[],\"x\":{";
    for (int i = 0; keys.size() < kBytes; ++i)
        keys.append("\"k").append(std::to_string(i)).append("\":0,");
    if (reader == "asf")
        inputs.emplace_back("999999999\n0 4 0.1 0.1 0 0 0\n");
    if (reader == "pts")
        inputs.emplace_back("version: 1\nn_points: 999999999\n{\n1 1\n}\n");
    if (reader == "dlib")
        for (const std::string& text :
             {xml + repeated("<image '", kBytes), xml + repeated("<image>", kBytes),
              xml + repeated(part_too_far, kBytes),
              xml + "<image file='a.png'>" + repeated(box + "</box>", kBytes),
              xml + repeated("<image file='a.png'/>", kBytes) + "</images></dataset>",
              xml + repeated("<!--", kBytes), xml + repeated("<a>", kBytes)})
            inputs.push_back(text);
    const std::string cvat = "<annotations><image name='a.png'>";
    std::string other_labels = cvat;
    for (int i = 0; other_labels.size() < kBytes; ++i)
        other_labels.append("<points label='l" + std::to_string(i) + "' group_id='")
            .append(std::to_string(i) + "' points='1,1'/>");
    if (reader == "cvat")
        for (const std::string& text :
             {other_labels, cvat + repeated("<points label='a' points='1,1'/>", kBytes),
              cvat + repeated("<box label='a' xtl='0' ytl='0' xbr='9' ybr='9'/>", kBytes / 2) +
                  repeated("<points label='a' points='1,1'/>", kBytes / 2),
              cvat + "<points label='a' points='" + repeated("1,1;", kBytes) + "'/>",
              "<annotations>" + repeated("<image name='a.png'/>", kBytes),
              "<annotations><meta>" + repeated("<label><name>a", kBytes)})
            inputs.push_back(text);
    const std::string studio_point = R"({"type":"keypoint","value":{"x":1,"y":1,"labels":["a"]}},)";
    if (reader == "label_studio")
        inputs.push_back(R"([{"data":{"img":"a.png"},"annotations":[{"result":[)" +
                         repeated(studio_point, kBytes) + "1]}]}]");
    if (reader == "via_table")
        inputs.push_back("filename,region_shape_attributes,region_attributes\n" +
                         repeated("a.png,{},{}\n", kBytes));
    if (reader == "bare_labels")
        for (const std::string& text :
             {repeated("0 1 1 1 1\n", kBytes), "0 1 1 1 1 " + repeated("1 1 1 ", kBytes),
              repeated("0 1 1 1 1 1 1\n", kBytes)})
            inputs.push_back(text);
    if (reader == "csv")
        for (const std::string& text :
             {"image,x_0,y_0\n" + repeated("a.png,1,2\n", kBytes),
              "x_0,y_0\n" + repeated("1,2\n", kBytes), repeated("x_0,y_0,", kBytes),
              "image,x_0,y_0\n" + repeated("\"", kBytes), repeated("x_99999,", kBytes)})
            inputs.push_back(text);
    if (reader == "coco" || reader == "project" || reader == "ljson")
        inputs.push_back(keys + "\"k\":0}}");
    if (reader == "yolo")
        for (const std::string& text :
             {std::string("kpt_shape: [10000, 3]\ntrain: .\n"),
              "kpt_shape: [2, 3]\ntrain: [" + repeated("., ", kBytes) + "]\n",
              "kpt_shape: [2, 3]\nx: " + repeated("[", 100000),
              "kpt_shape: [2, 3]\ntrain: .\nx: &x [a]\n" + repeated("y: [*x, *x]\n", kBytes)})
            inputs.push_back(text);
    if (reader == "pth")
        for (const char* opcodes : {")", "]", "(", "N", "}\x94", "]\x94", "h", "\x89\x85", "N\x85"})
            for (const std::string& pickle :
                 {pickled::whole(repeated(opcodes, kBytes)),
                  pickled::whole("](" + repeated(opcodes, kBytes) + "e")})
                inputs.push_back(zip_pth(pickle, {}));
    if (reader == "unknown_text")
        for (const std::string& text :
             {"a.png," + repeated("1,2,", kBytes) + "\n", repeated("a.png 1 2 3 4\n", kBytes),
              repeated("1 2\n", kBytes), repeated("a.png\n", kBytes),
              "a.png " + repeated("0 ", kBytes), repeated("x1,y1,", kBytes) + "\na.png,1\n"})
            inputs.push_back(text);
    if (reader == "safetensors")
        inputs.push_back(std::string("\xff\xff\xff\x7f\0\0\0\0", 8) + "{}");
    return inputs;
}

}  // namespace rudolph::test
