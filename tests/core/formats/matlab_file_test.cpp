#include "core/formats/matlab_file.h"

#include <gmock/gmock.h>

#include <atomic>
#include <thread>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/formats/open_dataset.h"
#include "core/formats/recipe_source.h"
#include "core/formats/suggest_recipes.h"
#include "tests/support/error_of.h"
#include "tests/support/made_faces.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::error_of;
using test::MatlabWriter;
using test::TempDir;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

cv::Mat_<double> six_numbers() {
    return (cv::Mat_<double>(2, 3) << 1.5, 2, 3, 4, 5, -6);
}

std::vector<std::string> names(const MatlabFile& matlab) {
    std::vector<std::string> all;
    for (const MatlabVariable& variable : matlab.variables())
        all.push_back(variable.name);
    return all;
}

TEST(MatlabFile, ReadsNumbersTextsAndPicturesOfEveryVersion) {
    for (const mat_ft version : {MAT_FT_MAT5, MAT_FT_MAT73})
        for (const matio_compression compression : {MAT_COMPRESSION_NONE, MAT_COMPRESSION_ZLIB}) {
            const TempDir dir;
            cv::Mat picture(9, 11, CV_8UC3, cv::Scalar(1, 2, 3));
            picture.at<cv::Vec3b>(2, 7) = {50, 60, 70};
            {
                MatlabWriter matlab(dir / "f.mat", version, compression);
                matlab.add("points", six_numbers());
                matlab.add("names", std::vector<std::string>{"a.jpg", "folder/b c.jpg"});
                matlab.add("pictures", std::vector<cv::Mat>{picture, picture * 2});
                matlab.add_structure("face", "shape", six_numbers());
            }
            const MatlabFile matlab(dir / "f.mat");
            EXPECT_THAT(names(matlab),
                        testing::UnorderedElementsAre("points", "names", "pictures", "face.shape"));
            EXPECT_EQ(cv::norm(matlab.numbers("points"), six_numbers()), 0);
            EXPECT_EQ(cv::norm(matlab.numbers("face.shape"), six_numbers()), 0);
            EXPECT_THAT(matlab.texts("names"), ElementsAre("a.jpg", "folder/b c.jpg"));
            EXPECT_EQ(matlab.variable("pictures")->rows, 2U);
            EXPECT_EQ(matlab.picture("pictures", 0).at<cv::Vec3b>(2, 7), cv::Vec3b(50, 60, 70));
            EXPECT_EQ(matlab.picture("pictures", 1).at<cv::Vec3b>(0, 0), cv::Vec3b(2, 4, 6));
            EXPECT_THAT(error_of([&] { matlab.picture("pictures", 2); }).what(),
                        HasSubstr("'pictures' cannot be read"));
            EXPECT_THAT(error_of([&] { matlab.numbers("none"); }).what(), HasSubstr("'none'"));
        }
}

TEST(MatlabFile, SaysWhatIsNoSuchFile) {
    const TempDir dir;
    write_file(dir / "f.mat", "These are not the numbers that you are looking for.");
    EXPECT_THAT(error_of([&] { MatlabFile matlab(dir / "f.mat"); }).what(),
                HasSubstr("this is no MATLAB file that can be read"));
    write_file(dir / "empty.mat", "");
    EXPECT_THAT(error_of([&] { MatlabFile matlab(dir / "empty.mat"); }).what(),
                HasSubstr("no MATLAB"));
    EXPECT_THAT(error_of([&] { MatlabFile matlab(dir / "none.mat"); }).what(),
                HasSubstr("does not exist"));
}

TEST(MatlabFile, ManyThreadsReadFilesOfTheNewVersion) {
    const TempDir dir;
    MatlabWriter(dir / "f.mat", MAT_FT_MAT73).add("points", six_numbers());
    std::vector<std::thread> threads;
    std::atomic<int> right{0};
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            for (int round = 0; round < 20; ++round)
                right += cv::norm(MatlabFile(dir / "f.mat").numbers("points"), six_numbers()) == 0;
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(right, 80);
}

TEST(RecipeSource, PointsOfMatlabStandALineEachWhicheverWayTheMatrixLies) {
    const TempDir dir;
    {
        MatlabWriter matlab(dir / "f.mat");
        matlab.add("lying", (cv::Mat_<double>(2, 4) << 1, 2, 3, 4, 10, 20, 30, 40.25));
        matlab.add("standing", (cv::Mat_<double>(4, 2) << 1, 10, 2, 20, 3, 30, 4, 40.25));
    }
    Recipe recipe;
    for (const char* name : {"lying", "standing"}) {
        recipe.text.variables = {"elsewhere", name};
        EXPECT_EQ(recipe_source(dir / "f.mat", recipe, 1000), "1 10\n2 20\n3 30\n4 40.25\n");
    }
    recipe.text.variables = {"elsewhere"};
    EXPECT_THAT(error_of([&] { recipe_source(dir / "f.mat", recipe, 1000); }).what(),
                HasSubstr("no variable elsewhere"));
    EXPECT_THAT(variables_like_points(dir / "f.mat"), ElementsAre("lying", "standing"));
}

TEST(RecipeSource, TablesOfMatlabHaveNamesFromTheSameFile) {
    const TempDir dir;
    {
        MatlabWriter matlab(dir / "f.mat");
        matlab.add("age", (cv::Mat_<double>(2, 1) << 30, 40));
        matlab.add("files", std::vector<std::string>{"a.jpg", "b.jpg"});
        matlab.add("points", (cv::Mat_<double>(2, 6) << 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12));
    }
    Recipe recipe;
    recipe.layout = RecipeLayout::RowPerFace;
    recipe.text.variables = {"points"};
    EXPECT_EQ(recipe_source(dir / "f.mat", recipe, 1000),
              "points1\tpoints2\tpoints3\tpoints4\tpoints5\tpoints6\tage\tfiles\n"
              "1\t2\t3\t4\t5\t6\t30\ta.jpg\n7\t8\t9\t10\t11\t12\t40\tb.jpg\n");
    EXPECT_THAT(variables_like_tables(dir / "f.mat"), ElementsAre("points"));
}

TEST(RecipeSource, OneFileOfMatlabWithNamesAndPointsIsSuggested) {
    const TempDir dir;
    const test::MadeFaces faces(3);
    faces.write_pictures([&](int i) { return dir / ("f" + std::to_string(i) + ".png"); });
    cv::Mat_<double> table(3, 136);
    for (int row = 0; row < 3; ++row)
        for (int k = 0; k < 68; ++k) {
            table(row, 2 * k) = faces.points(row)[static_cast<size_t>(k)].x + 1;
            table(row, 2 * k + 1) = faces.points(row)[static_cast<size_t>(k)].y + 1;
        }
    {
        MatlabWriter matlab(dir / "all.mat");
        matlab.add("landmarks", table);
        matlab.add("list", std::vector<std::string>{"f0.png", "f1.png", "f2.png"});
    }
    const RecipeFiles files(survey_data(dir.path()));
    const std::vector<RecipeSuggestion> suggestions = suggest_recipes(files);
    ASSERT_FALSE(suggestions.empty());
    EXPECT_THAT(suggestions[0].recipe.text.variables, ElementsAre("landmarks"));
    OpenOptions options;
    options.recipe = recipe_from_json(to_json(suggestions[0].recipe));
    const Dataset dataset = open_dataset(dir.path(), options);
    ASSERT_EQ(dataset.samples.size(), 3U);
    EXPECT_THAT(dataset.problems, IsEmpty());
    EXPECT_LE(cv::norm(dataset.samples[2].points_in_image.points[30] - faces.points(2)[30]), 1e-6);
}

}  // namespace
}  // namespace rudolph
