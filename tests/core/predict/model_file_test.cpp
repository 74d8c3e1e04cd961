#include "core/predict/model_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "core/experiment/pretrained.h"
#include "tests/support/comma_locale.h"
#include "tests/support/error_of.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
using testing::Not;

ModelInfo described_model() {
    ModelInfo info;
    info.scheme = builtin_scheme("imm-58");
    info.indices = {3, 1, 57};
    info.input = {CropKind::FaceBox, 96, 64, 3, 1.25, 0.449, 0.226};
    info.model.channels = {5, 6};
    info.model.kernels = {7, 3};
    info.model.activation = Activation::LeakyRelu;
    info.model.pooling = Pooling::Average;
    info.model.hidden = {};
    info.experiment = "näsen \"alpha\"";
    info.epoch = 17;
    info.model.looks = 2;
    info.mean_shape = {0.25F, 0.5F, 0.75F, 0.5F, 0.1F, 0.9F};
    return info;
}

void expect_equal(const ModelInfo& a, const ModelInfo& b) {
    EXPECT_EQ(a.scheme, b.scheme);
    EXPECT_EQ(a.indices, b.indices);
    EXPECT_EQ(a.input, b.input);
    EXPECT_EQ(a.model, b.model);
    EXPECT_EQ(a.experiment, b.experiment);
    EXPECT_EQ(a.epoch, b.epoch);
    EXPECT_EQ(a.mean_shape, b.mean_shape);
}

TEST(ModelFile, KeepsItsCalibrationAndTakesANewOne) {
    const test::TempDir dir;
    const auto file = dir / "mödel.safetensors";
    write_safetensors(file, {{}, model_metadata(described_model())});
    EXPECT_FALSE(model_info(read_safetensors(file), file).calibration.has_value());
    const Calibration calibration{std::vector<double>(kPointWeights, 0.125),
                                  std::vector<double>(kFaceWeights, -1.5), 40};
    {
        const test::CommaLocale comma;
        write_calibration(file, calibration);
    }
    const ModelInfo info = model_info(read_safetensors(file), file);
    EXPECT_EQ(info.calibration, calibration);
    expect_equal(info, described_model());
}

TEST(ModelFile, TheModelOfTheProgramIsKnownByItsName) {
    ASSERT_EQ(shipped_models().front().name, kDefaultModel);
    std::filesystem::path file;
    const Safetensors contents = read_model(kDefaultModel, file);
    const ModelInfo info = model_info(contents, file);
    EXPECT_EQ(info.scheme, builtin_scheme("ibug-68"));
    EXPECT_EQ(info.indices.size(), 68U);
    EXPECT_TRUE(info.calibration.has_value());
    for (const StoredTensor& tensor : contents.tensors)
        EXPECT_NE(tensor.type, NumberType::I8) << tensor.name;
    // A file of that name comes first.
    const test::TempDir dir;
    EXPECT_THROW(read_model(dir / kDefaultModel, file), Error);
}

TEST(ModelFile, SaysWhatItIsWithoutItsWeights) {
    const test::TempDir dir;
    const auto file = dir / "modell.safetensors";
    Safetensors contents{{}, model_metadata(described_model())};
    contents.tensors.push_back({"fc1.weight", NumberType::F32, {2}, std::string(8, '\0')});
    write_safetensors(file, contents);
    expect_equal(read_model_info(file), described_model());
    // Its numbers may be cut off: they are not looked at.
    std::filesystem::resize_file(file, std::filesystem::file_size(file) - 4);
    expect_equal(read_model_info(file), described_model());
    EXPECT_EQ(read_model_info(kDefaultModel).indices.size(), 68U);
    for (const std::uintmax_t size : {0, 5, 8, 100}) {
        std::filesystem::resize_file(file, size);
        EXPECT_THROW(read_model_info(file), Error) << size;
    }
    EXPECT_THROW(read_model_info(dir / "nothing.safetensors"), Error);
    EXPECT_THROW(read_model_info(dir.path()), Error) << "no run";
}

TEST(ModelFile, TheNameOfTheModelOfTheProgramIsNoPlace) {
    EXPECT_TRUE(is_name_of_weights(kDefaultModel));
    EXPECT_TRUE(is_name_of_weights("resnet18"));
    EXPECT_FALSE(is_name_of_weights(""));
    EXPECT_FALSE(is_name_of_weights("runs/nose-tip"));
    EXPECT_EQ(starting_weights_file(kDefaultModel), kDefaultModel);
}

TEST(ModelFile, ACompactModelIsTheSameModelInFewerBytes) {
    const test::TempDir dir;
    Safetensors contents{{}, model_metadata(described_model())};
    const std::vector<float> weights(4096, 0.5F);
    contents.tensors.push_back({"fc1.weight",
                                NumberType::F32,
                                {64, 64},
                                std::string(reinterpret_cast<const char*>(weights.data()),
                                            weights.size() * sizeof(float))});
    write_safetensors(dir / "large.safetensors", contents);
    write_compact_model(dir / "large.safetensors", dir / "small.safetensors");
    EXPECT_LT(std::filesystem::file_size(dir / "small.safetensors"),
              std::filesystem::file_size(dir / "large.safetensors") - 10000);
    std::filesystem::path file;
    const Safetensors read = read_model(dir / "small.safetensors", file);
    EXPECT_EQ(file, dir / "small.safetensors");
    EXPECT_EQ(read.tensors, contents.tensors);
    expect_equal(model_info(read, file), described_model());
    EXPECT_THROW(write_compact_model(dir / "nothing", dir / "no.safetensors"), Error);
    EXPECT_FALSE(std::filesystem::exists(dir / "no.safetensors"));
}

std::string metadata_error(const std::map<std::string, std::string>& metadata) {
    const auto read = [&] { model_info({{}, metadata}, "model.safetensors"); };
    return test::error_of("model.safetensors", read).message();
}

/// What is said about the example after `change`.
template <class Change>
std::string error_after(Change change) {
    auto metadata = model_metadata(described_model());
    Json json = Json::parse(metadata.at("rudolph"));
    change(json);
    metadata["rudolph"] = json.dump();
    return metadata_error(metadata);
}

TEST(ModelFile, ReadsBackWhatItSaysAboutItself) {
    const auto metadata = model_metadata(described_model());
    EXPECT_EQ(metadata.at("format"), "pt");
    expect_equal(model_info({{}, metadata}, "m"), described_model());
    const Safetensors read = parse_safetensors(safetensors_bytes({{}, metadata}), "m");
    expect_equal(model_info(read, "m"), described_model());
}

TEST(ModelFile, IsTheSameForPeopleWithDecimalCommas) {
    const auto metadata = model_metadata(described_model());
    const test::CommaLocale comma;
    EXPECT_EQ(model_metadata(described_model()), metadata);
    expect_equal(model_info({{}, metadata}, "m"), described_model());
}

TEST(ModelFile, DoesNotTellWhereTheFirstWeightsLay) {
    ModelInfo info = described_model();
    info.model.family = NetworkFamily::ResNet18;
    info.model.weights = "somebody/imagenet.safetensors";
    EXPECT_THAT(model_metadata(info).at("rudolph"), Not(HasSubstr("somebody")));
}

TEST(ModelFile, RefusesWeightsFromElsewhere) {
    EXPECT_THAT(metadata_error({}), HasSubstr("without a description"));
    EXPECT_THAT(metadata_error({{"format", "pt"}}), HasSubstr("without a description"));
}

TEST(ModelFile, RefusesADescriptionThatIsBroken) {
    for (const char* text : {"", "{", "[]", "7", "{}", R"({"version":"1"})", R"({"version":1})"})
        EXPECT_NE(metadata_error({{"rudolph", text}}), "no error") << text;
    const std::string whole = model_metadata(described_model()).at("rudolph");
    for (size_t length = 0; length < whole.size(); length += 97)
        EXPECT_NE(metadata_error({{"rudolph", whole.substr(0, length)}}), "no error") << length;
}

TEST(ModelFile, RefusesADescriptionThatLacksSomething) {
    EXPECT_EQ(error_after([](Json&) {}), "no error");
    for (const char* key :
         {"version", "experiment", "epoch", "input", "model", "indices", "scheme"})
        EXPECT_NE(error_after([&](Json& json) { json.erase(key); }), "no error") << key;
}

TEST(ModelFile, RefusesValuesThatMakeNoSense) {
    EXPECT_THAT(error_after([](Json& json) { json["version"] = 2; }), HasSubstr("newer"));
    EXPECT_THAT(error_after([](Json& json) { json["indices"] = {0, 58}; }), HasSubstr("points"));
    EXPECT_THAT(error_after([](Json& json) { json["indices"] = {-1}; }), HasSubstr("points"));
    EXPECT_THAT(error_after([](Json& json) { json["indices"] = Json::array(); }),
                HasSubstr("points"));
    for (const Json& index : {Json(0.5), Json(1e300), Json(18446744073709551615U), Json("all")})
        EXPECT_NE(error_after([&](Json& json) { json["indices"] = {index}; }), "no error") << index;
    EXPECT_THAT(error_after([](Json& json) { json["version"] = 1e300; }), HasSubstr("version"));
    EXPECT_NE(error_after([](Json& json) { json["epoch"] = 2.5; }), "no error");
    EXPECT_NE(error_after([](Json& json) { json["epoch"] = "last"; }), "no error");
    EXPECT_THAT(error_after([](Json& json) { json.erase("mean_shape"); }), HasSubstr("average"));
    EXPECT_THAT(error_after([](Json& json) {
                    json["mean_shape"] = {0.5, 0.5};
                }),
                HasSubstr("average"));
    EXPECT_NE(error_after([](Json& json) { json["scheme"] = Json::object(); }), "no error");
    EXPECT_THAT(error_after([](Json& json) { json["input"]["width"] = 0; }),
                HasSubstr("input.width"));
    EXPECT_THAT(error_after([](Json& json) { json["model"]["kernels"] = {7}; }),
                HasSubstr("model.kernels"));
    EXPECT_NE(error_after([](Json& json) { json["model"]["family"] = "transformer"; }), "no error");
}

TEST(FindModelFile, TakesAFileAsItIs) {
    EXPECT_EQ(find_model_file("some/model.safetensors"), "some/model.safetensors");
}

TEST(FindModelFile, PrefersTheBestOfARun) {
    const test::TempDir run;
    write_file(run / "last.safetensors", "");
    EXPECT_EQ(find_model_file(run.path()), run / "last.safetensors");
    write_file(run / "best.safetensors", "");
    EXPECT_EQ(find_model_file(run.path()), run / "best.safetensors");
}

TEST(FindModelFile, NamesTheFolderThatHoldsNone) {
    const test::TempDir folder;
    const Error error = test::error_of(folder.path(), [&] { find_model_file(folder.path()); });
    EXPECT_THAT(error.advice(), HasSubstr("folder of a run"));
}

}  // namespace
}  // namespace rudolph
