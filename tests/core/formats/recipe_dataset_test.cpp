#include "core/formats/recipe_dataset.h"

#include <gmock/gmock.h>

#include "core/dataset/split.h"
#include "core/formats/open_dataset.h"
#include "core/formats/recipe_store.h"
#include "tests/support/environment.h"
#include "tests/support/error_of.h"
#include "tests/support/made_faces.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::decimal;
using test::EnvironmentVariable;
using test::MadeFaces;
using test::MatlabWriter;
using test::TempDir;
using test::write_text;
using testing::HasSubstr;
using testing::IsEmpty;

namespace fs = std::filesystem;

/// Published layouts open by themselves. Neither the person's recipes nor the cache are touched.
class PublishedLayout : public testing::Test {
protected:
    std::string name(int i) const { return "face" + std::to_string(i); }

    void expect_faces(const std::string& recipe, const MadeFaces& faces, double tolerance = 0.002) {
        expect_faces(dir_.path(), recipe, faces, tolerance);
    }
    Dataset expect_faces(const fs::path& source, const std::string& recipe, const MadeFaces& faces,
                         double tolerance = 0.002) {
        Dataset dataset;
        EXPECT_NO_THROW(dataset = open_dataset(source));
        EXPECT_EQ(dataset.format, DatasetFormat::Recipe);
        EXPECT_EQ(dataset.recipe, recipe_named(recipe).title);
        EXPECT_THAT(dataset.problems, IsEmpty())
            << (dataset.problems.empty() ? "" : dataset.problems.front().message);
        EXPECT_EQ(dataset.samples.size(), static_cast<size_t>(faces.size()));
        for (size_t i = 0; i < dataset.samples.size(); ++i) {
            const std::vector<Point>& points = dataset.samples[i].points_in_image.points;
            const std::vector<Point>& truth = faces.points(static_cast<int>(i));
            EXPECT_EQ(points.size(), truth.size());
            for (size_t k = 0; k < std::min(points.size(), truth.size()); ++k)
                EXPECT_LE(cv::norm(points[k] - truth[k]), tolerance) << i << ", point " << k;
        }
        return dataset;
    }

    TempDir dir_;
    TempDir data_;
    TempDir cache_;
    EnvironmentVariable own_recipes_{"XDG_DATA_HOME", data_.path().string()};
    EnvironmentVariable own_cache_{"XDG_CACHE_HOME", cache_.path().string()};
};

std::string spaced(int /*k*/, Point p) {
    return decimal(p.x) + " " + decimal(p.y);
}
std::string with_comma(int /*k*/, Point p) {
    return decimal(p.x) + "," + decimal(p.y);
}

TEST_F(PublishedLayout, Wflw) {
    const MadeFaces faces = MadeFaces::of_ring(4, 98);
    faces.write_pictures(
        [&](int i) { return dir_ / ("WFLW_images/1--Crowd/" + name(i) + ".png"); });
    std::string list;
    for (int i = 0; i < 4; ++i)
        list +=
            faces.text(i, spaced, " ") + " 10 11 100 90 1 0 0 0 1 0 1--Crowd/" + name(i) + ".png\n";
    write_text(dir_ /
                   "WFLW_annotations/list_98pt_rect_attr_train_test/"
                   "list_98pt_rect_attr_train.txt",
               list);
    const Dataset dataset = expect_faces(dir_.path(), "wflw", faces);
    EXPECT_EQ(dataset.samples[0].box, (Box{10, 11, 90, 79}));
    EXPECT_EQ(dataset.samples[0].attributes.at("pose"), "1");
    EXPECT_EQ(dataset.samples[0].attributes.at("occlusion"), "1");
    EXPECT_EQ(dataset.samples[0].id, "WFLW_images/1--Crowd/face0");
    // The list itself, whose pictures lie elsewhere.
    const Dataset from_list = open_dataset(dir_ /
                                           "WFLW_annotations/list_98pt_rect_attr_train_test/"
                                           "list_98pt_rect_attr_train.txt");
    EXPECT_EQ(from_list.samples.size(), 4U);
}

TEST_F(PublishedLayout, FaceSynthetics) {
    const MadeFaces faces = MadeFaces::of_ring(3, 70);
    faces.write_pictures([&](int i) { return dir_ / ("00000" + std::to_string(i) + ".png"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / ("00000" + std::to_string(i) + "_ldmks.txt"), faces.text(i, spaced));
    // Beside each lies which part of the head every pixel is of.
    faces.write_pictures([&](int i) { return dir_ / ("00000" + std::to_string(i) + "_seg.png"); });
    expect_faces("face-synthetics", faces);
}

TEST_F(PublishedLayout, KagglesPixelsBecomePictures) {
    std::string table = "left_eye_center_x,left_eye_center_y,nose_tip_x,nose_tip_y,Image\n";
    std::string pixels;
    for (int i = 0; i < 96 * 96; ++i)
        pixels += (i == 0 ? "" : " ") + std::to_string(i % 256);
    table += "30.5,40,48,60.25," + pixels + "\n31,40,,," + pixels + "\n";
    write_text(dir_ / "training.csv", table);
    const Dataset dataset = open_dataset(dir_ / "training.csv");
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_EQ(dataset.samples[0].id, "training-00001");
    EXPECT_EQ(dataset.samples[0].points_in_image, Landmarks({{30.5, 40}, {48, 60.25}}));
    EXPECT_FALSE(dataset.samples[1].points_in_image.is_labelled(1));
    EXPECT_EQ(dataset.samples[0].image_size, cv::Size(96, 96));
    EXPECT_THAT(dataset.samples[0].image.string(), HasSubstr(cache_.path().string()));
    const cv::Mat picture = decode_image(dataset.samples[1].image, Colour::Grey);
    EXPECT_EQ(picture.at<uchar>(1, 3), 99);
    ASSERT_EQ(dataset.problems.size(), 2U);
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("has 15 points, but the faces have 2"));
    EXPECT_THAT(dataset.problems[1].message, HasSubstr("written to"));
    EXPECT_EQ(dataset.scheme.point_names[1], "nose_tip");
}

/// Coordinates below each other, from 1 as MATLAB counts.
cv::Mat_<double> in_matlab(const std::vector<Point>& points, int coordinates) {
    cv::Mat_<double> matrix(coordinates, static_cast<int>(points.size()), -80.5);
    for (int i = 0; i < matrix.cols; ++i) {
        matrix(0, i) = points[static_cast<size_t>(i)].x + 1;
        matrix(1, i) = points[static_cast<size_t>(i)].y + 1;
    }
    return matrix;
}

TEST_F(PublishedLayout, Aflw2000) {
    const MadeFaces faces(3, "ibug-68-3d");
    faces.write_pictures([&](int i) { return dir_ / (name(i) + ".jpg"); });
    for (int i = 0; i < 3; ++i) {
        MatlabWriter matlab(dir_ / (name(i) + ".mat"), MAT_FT_MAT5, MAT_COMPRESSION_ZLIB);
        matlab.add("Shape_Para", cv::Mat_<double>(199, 1, 7.0));
        matlab.add("pt2d", cv::Mat_<double>(2, 21, -1.0));
        matlab.add("pt3d_68", in_matlab(faces.points(i), 3));
    }
    const Dataset dataset = expect_faces(dir_.path(), "aflw2000", faces);
    EXPECT_EQ(dataset.scheme.name, "ibug-68-3d");
}

TEST_F(PublishedLayout, FacesOf300WLp) {
    const MadeFaces faces(3);
    fs::create_directory(dir_ / "AFW");
    faces.write_pictures([&](int i) { return dir_ / ("AFW/" + name(i) + ".jpg"); });
    for (int i = 0; i < 3; ++i)
        MatlabWriter(dir_ / ("AFW/" + name(i) + ".mat")).add("pt2d", in_matlab(faces.points(i), 2));
    fs::create_directory(dir_ / "Code");
    MatlabWriter(dir_ / "Code/Model_Shape.mat").add("keypoints", cv::Mat_<double>(1, 68, 40.0));
    expect_faces("300w-lp", faces);
}

TEST_F(PublishedLayout, CofwsOwnFilesHoldTheirPictures) {
    for (const mat_ft version : {MAT_FT_MAT5, MAT_FT_MAT73}) {
        const fs::path folder = dir_ / (version == MAT_FT_MAT73 ? "new" : "old");
        fs::create_directory(folder);
        const MadeFaces faces(4, "cofw-29");
        const auto write = [&](const char* file, const std::string& end, int first) {
            cv::Mat_<double> table(2, 87, 0.0);
            cv::Mat_<double> boxes(2, 4, 31.0);
            std::vector<cv::Mat> pictures;
            for (int row = 0; row < 2; ++row) {
                for (int k = 0; k < 29; ++k) {
                    const Point& point = faces.points(first + row)[static_cast<size_t>(k)];
                    table(row, k) = point.x + 1;
                    table(row, 29 + k) = point.y + 1;
                }
                table(row, 58 + 4) = 1;
                // Grey and coloured ones lie together in it.
                cv::Mat picture(100, 120, row == 0 ? CV_8UC1 : CV_8UC3, cv::Scalar(10, 20, 30));
                picture.ptr(7)[row == 0 ? 5 : 15] = 200;  // the blue of (5, 7)
                pictures.push_back(picture);
            }
            MatlabWriter matlab(folder / file, version);
            matlab.add("Is" + end, pictures);
            matlab.add("bboxes" + end, boxes);
            matlab.add("phis" + end, table);
        };
        write("COFW_train_color.mat", "Tr", 0);
        write("COFW_test_color.mat", "T", 2);
        Dataset dataset;
        ASSERT_NO_THROW(dataset = open_dataset(folder));
        ASSERT_EQ(dataset.samples.size(), 4U);
        EXPECT_EQ(dataset.scheme.name, "cofw-29");
        const auto face =
            std::find_if(dataset.samples.begin(), dataset.samples.end(),
                         [](const Sample& s) { return s.id == "COFW_train_color-00002"; });
        ASSERT_NE(face, dataset.samples.end());
        EXPECT_LE(cv::norm(face->points_in_image.points[9] - faces.points(1)[9]), 1e-9);
        EXPECT_EQ(face->points_in_image.visibility[4], Visibility::Hidden);
        EXPECT_EQ(face->points_in_image.visibility[5], Visibility::Visible);
        EXPECT_EQ(face->box, (Box{30, 30, 31, 31}));
        const cv::Mat picture = decode_image(face->image);
        EXPECT_EQ(picture.at<cv::Vec3b>(7, 5), cv::Vec3b(200, 20, 30));
        EXPECT_EQ(picture.at<cv::Vec3b>(5, 7), cv::Vec3b(10, 20, 30));
        EXPECT_EQ(make_split(dataset, {}).validation.size(), 2U);
    }
}

TEST_F(PublishedLayout, CelebA) {
    const MadeFaces faces = MadeFaces::of_ring(3, 5);
    faces.write_pictures(
        [&](int i) { return dir_ / ("img_align_celeba/00000" + std::to_string(i) + ".jpg"); });
    std::string list =
        "3\nlefteye_x lefteye_y righteye_x righteye_y nose_x nose_y leftmouth_x leftmouth_y "
        "rightmouth_x rightmouth_y\n";
    for (int i = 0; i < 3; ++i)
        list += "00000" + std::to_string(i) + ".jpg   " + faces.text(i, spaced, "  ") + "\n";
    write_text(dir_ / "list_landmarks_align_celeba.txt", list);
    expect_faces("celeba-aligned", faces);
}

TEST_F(PublishedLayout, Mtfl) {
    const MadeFaces faces = MadeFaces::of_ring(4, 5);
    faces.write_pictures([&](int i) { return dir_ / ("lfw_5590/" + name(i) + ".jpg"); });
    for (const int first : {0, 2}) {
        std::string list;
        for (int i = first; i < first + 2; ++i) {
            list += " lfw_5590\\" + name(i) + ".jpg";
            for (double Point::*axis : {&Point::x, &Point::y})
                for (const Point& p : faces.points(i))
                    list += " " + decimal(p.*axis);
            list += " 1 2 2 3\n";
        }
        write_text(dir_ / (first == 0 ? "training.txt" : "testing.txt"), list);
    }
    const Dataset dataset = open_dataset(dir_.path());
    ASSERT_EQ(dataset.samples.size(), 4U);
    EXPECT_EQ(dataset.recipe, "MTFL");
    const auto first = dataset.find("lfw_5590/face0");
    const auto last = dataset.find("lfw_5590/face3");
    ASSERT_TRUE(first && last);
    const Sample& face = dataset.samples[static_cast<size_t>(*first)];
    EXPECT_NEAR(face.points_in_image.points[2].y, faces.points(0)[2].y, 0.001);
    EXPECT_EQ(face.attributes.at("glasses"), "2");
    EXPECT_FALSE(face.attributes.contains("part"));
    EXPECT_EQ(dataset.samples[static_cast<size_t>(*last)].attributes.at("part"), "test");
}

TEST_F(PublishedLayout, LaPaAndJdLandmark) {
    const MadeFaces faces = MadeFaces::of_ring(4, 106);
    faces.write_pictures([&](int i) { return dir_ / ("train/images/" + name(i) + ".jpg"); });
    for (int i = 0; i < 4; ++i)
        write_text(dir_ / ("train/landmarks/" + name(i) + (i < 2 ? ".txt" : ".jpg.txt")),
                   "106\n" + faces.text(i, spaced) + "\n");
    // LaPa says which part of the face every pixel is of, in pictures of the same names.
    faces.write_pictures([&](int i) { return dir_ / ("train/labels/" + name(i) + ".png"); });
    expect_faces("lapa", faces);
}

TEST_F(PublishedLayout, FgNet) {
    const MadeFaces faces = MadeFaces::of_ring(3, 68);
    faces.write_pictures(
        [&](int i) { return dir_ / ("images/00" + std::to_string(i) + "A02.JPG"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / ("points/00" + std::to_string(i) + "a02.pts"),
                   "version: 1\nn_points: 68\n{\n" + faces.text(i, spaced) + "\n}\n");
    const Dataset dataset = open_dataset(dir_.path());
    EXPECT_EQ(dataset.recipe, "FG-NET");
    ASSERT_EQ(dataset.samples.size(), 3U);
    EXPECT_NEAR(dataset.samples[1].points_in_image.points[5].x, faces.points(1)[5].x, 0.001);
}

TEST_F(PublishedLayout, CkPlus) {
    const MadeFaces faces(3);
    faces.write_pictures(
        [&](int i) { return dir_ / ("images/S1_00" + std::to_string(i) + ".png"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / ("pts/S1_00" + std::to_string(i) + "_landmarks.txt"),
                   faces.text(i, [](int /*k*/, Point p) {
                       return "   " + decimal(p.x / 100) + "e+02   " + decimal(p.y * 10) + "E-01";
                   }));
    expect_faces("landmarks-text", faces, 0.1);
}

TEST_F(PublishedLayout, Muct) {
    const MadeFaces faces = MadeFaces::of_ring(3, 76);
    faces.write_pictures(
        [&](int i) { return dir_ / ("muct-a-jpg-v1/jpg/i00" + std::to_string(i) + "qa-fn.jpg"); });
    std::string table = "name,tag";
    for (int k = 0; k < 76; ++k)
        table += (k < 10 ? ",x0" : ",x") + std::to_string(k) + (k < 10 ? ",y0" : ",y") +
                 std::to_string(k);
    table += "\n";
    for (int i = 0; i < 3; ++i)
        for (const std::string start : {"i", "ir"})
            table += start + "00" + std::to_string(i) + "qa-fn,0000," +
                     faces.text(
                         i,
                         [i](int k, Point p) {
                             return i == 1 && k == 0 ? std::string("0,0") : with_comma(k, p);
                         },
                         ",") +
                     "\n";
    write_text(dir_ / "muct-landmarks/muct76-opencv.csv", table);
    const Dataset dataset = open_dataset(dir_.path());
    EXPECT_EQ(dataset.recipe, "MUCT");
    ASSERT_EQ(dataset.samples.size(), 3U);
    EXPECT_FALSE(dataset.samples[1].points_in_image.is_labelled(0));
    EXPECT_NEAR(dataset.samples[2].points_in_image.points[75].y, faces.points(2)[75].y, 0.001);
    bool said = false;
    for (const Problem& problem : dataset.problems)
        said = said || problem.message.find("3 faces or files are passed by") != std::string::npos;
    EXPECT_TRUE(said);
}

TEST_F(PublishedLayout, Helen) {
    const MadeFaces faces = MadeFaces::of_ring(3, 194);
    faces.write_pictures([&](int i) { return dir_ / ("train_1/" + name(i) + "_1.jpg"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / ("annotation/" + std::to_string(i + 1) + ".txt"),
                   name(i) + "_1\n" + faces.text(i, [](int /*k*/, Point p) {
                       return decimal(p.x) + " , " + decimal(p.y);
                   }) + "\n");
    expect_faces("helen", faces);
}

TEST_F(PublishedLayout, TablesBesidePicturesWithoutAHead) {
    const MadeFaces faces = MadeFaces::of_ring(3, 29);
    faces.write_pictures([&](int i) { return dir_ / (std::to_string(i) + ".png"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / (std::to_string(i) + ".csv"), faces.text(i, [](int /*k*/, Point p) {
            return std::to_string(std::lround(p.x)) + "," + std::to_string(std::lround(p.y));
        }) + "\n");
    expect_faces("helen-29", faces, 0.75);
}

TEST_F(PublishedLayout, Cats) {
    const MadeFaces faces = MadeFaces::of_ring(3, 9);
    faces.write_pictures([&](int i) { return dir_ / (name(i) + ".jpg"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / (name(i) + ".jpg.cat"), "9 " + faces.text(i, spaced, " ") + " \n");
    expect_faces("cats", faces);
}

TEST_F(PublishedLayout, InfAnFace) {
    const MadeFaces faces(3);
    faces.write_pictures([&](int i) { return dir_ / ("images/google/" + name(i) + ".jpg"); });
    std::string table = "image_name,scale,center_w,center_h";
    for (int k = 0; k < 68; ++k)
        table += ",original_" + std::to_string(k) + "_x,original_" + std::to_string(k) + "_y";
    for (int i = 0; i < 3; ++i)
        table += "\ngoogle/" + name(i) + ".jpg,0.5,100,100," + faces.text(i, with_comma, ",");
    write_text(dir_ / "infanface_train.csv", table);
    const Dataset dataset = expect_faces(dir_.path(), "infanface", faces);
    EXPECT_EQ(dataset.scheme.name, "ibug-68");
}

TEST_F(PublishedLayout, BlocksOfOneText) {
    const MadeFaces faces(4);
    faces.write_pictures([&](int i) { return dir_ / ("TestingData/" + name(i) + ".JPG"); });
    std::string text = "4\r\n";
    for (int i = 0; i < 4; ++i)
        text +=
            "C:\\TestingData\\" + name(i) + ".JPG\r\n" +
            faces.text(
                i, [](int /*k*/, Point p) { return decimal(p.x) + ", " + decimal(p.y); }, "\r\n") +
            "\r\n";
    write_text(dir_ / "TestingData/norpoint.txt", text);
    expect_faces("point-blocks", faces);
    expect_faces(dir_ / "TestingData/norpoint.txt", "point-blocks", faces);
}

TEST_F(PublishedLayout, ColumnsCalledByTheirNumbers) {
    const MadeFaces faces(3);
    faces.write_pictures([&](int i) { return dir_ / (name(i) + ".jpg"); });
    std::string table;
    for (int k = 0; k < 136; ++k)
        table += "," + std::to_string(k);
    for (int i = 0; i < 3; ++i)
        table += "\n" + name(i) + ".jpg," + faces.text(i, with_comma, ",");
    write_text(dir_ / "frames.csv", table);
    expect_faces("numbered-columns", faces);
}

TEST_F(PublishedLayout, DeepLabCut) {
    MadeFaces::of_ring(2, 3).write_pictures(
        [&](int i) { return dir_ / ("labeled-data/m1/img" + std::to_string(i) + ".png"); });
    write_text(dir_ / "labeled-data/m1/CollectedData_Me.csv",
               "scorer,,,Me,Me,Me,Me,Me,Me\nbodyparts,,,nose,nose,left ear,left ear,tail,tail\n"
               "coords,,,x,y,x,y,x,y\nlabeled-data,m1,img0.png,10,20,40.5,21,25,60\n"
               "labeled-data,m1,img1.png,12,20,,,25,61\n");
    const Dataset dataset = open_dataset(dir_.path());
    EXPECT_EQ(dataset.recipe, "DeepLabCut");
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_EQ(dataset.samples[0].points_in_image, Landmarks({{10, 20}, {40.5, 21}, {25, 60}}));
    EXPECT_FALSE(dataset.samples[1].points_in_image.is_labelled(1));
    EXPECT_EQ(dataset.scheme.point_names[1], "left ear");
}

TEST_F(PublishedLayout, SeveralAnimalsOfDeepLabCutAreSeveralFaces) {
    MadeFaces::of_ring(1, 3).write_pictures([&](int /*i*/) { return dir_ / "img0.png"; });
    write_text(dir_ / "CollectedData_Me.csv",
               "scorer,Me,Me,Me,Me,Me,Me,Me,Me\nindividuals,a,a,a,a,b,b,b,b\n"
               "bodyparts,eye,eye,ear,ear,eye,eye,ear,ear\ncoords,x,y,x,y,x,y,x,y\n"
               "img0.png,10,20,30,22,50,60,80,61\n");
    OpenOptions options;
    options.recipe = recipe_named("deeplabcut");
    const Dataset dataset = open_dataset(dir_.path(), options);
    ASSERT_EQ(dataset.samples.size(), 2U);
    EXPECT_EQ(dataset.samples[0].points_in_image, Landmarks({{10, 20}, {30, 22}}));
    EXPECT_EQ(dataset.samples[1].points_in_image, Landmarks({{50, 60}, {80, 61}}));
    EXPECT_EQ(dataset.samples[1].id, "img0#2");
}

TEST_F(PublishedLayout, PtsFilesApartFromTheirPictures) {
    const MadeFaces faces(3);
    faces.write_pictures([&](int i) { return dir_ / ("frames/" + name(i) + ".png"); });
    for (int i = 0; i < 3; ++i)
        write_text(dir_ / ("marks/" + name(i) + ".pts"),
                   "version: 1\nn_points: 68\n{\n" + faces.text(i, [](int /*k*/, Point p) {
                       return decimal(p.x + 1) + " " + decimal(p.y + 1);
                   }) + "\n}\n");
    expect_faces("pts-apart", faces);
}

TEST_F(PublishedLayout, FilesThatAreWrongAreNamedAndCounted) {
    const MadeFaces faces = MadeFaces::of_ring(8, 106);
    faces.write_pictures([&](int i) { return dir_ / (name(i) + ".jpg"); });
    for (int i = 0; i < 8; ++i)
        write_text(dir_ / (name(i) + ".txt"), "106\n" + faces.text(i, spaced) + "\n");
    write_text(dir_ / "face3.txt", "106\n1 2\n");
    write_text(dir_ / "gone.txt", "106\n" + faces.text(0, spaced));
    const Dataset dataset = open_dataset(dir_.path());
    EXPECT_EQ(dataset.labelled().size(), 7U);
    ASSERT_EQ(dataset.problems.size(), 2U);
    EXPECT_EQ(dataset.problems[0].file, dir_ / "face3.txt");
    EXPECT_EQ(dataset.problems[0].sample_id, "face3");
    EXPECT_EQ(dataset.problems[0].left_out, 1);
    EXPECT_THAT(dataset.problems[0].message, HasSubstr("106 points are announced, but 1 follow"));
    EXPECT_EQ(dataset.problems[1].file, dir_ / "gone.txt");
    EXPECT_THAT(dataset.problems[1].message, HasSubstr("the picture gone is missing"));
}

TEST_F(PublishedLayout, AnUnknownLayoutIsAnErrorThatSaysHowToGoOn) {
    const MadeFaces faces(4);
    faces.write_pictures([&](int i) { return dir_ / ("img/" + name(i) + ".png"); });
    for (int i = 0; i < 4; ++i)
        write_text(dir_ / ("lm/" + name(i) + "_marks.dat"), faces.text(i, spaced));
    const std::string error = test::error_of([&] { open_dataset(dir_.path()); }).what();
    EXPECT_THAT(error, HasSubstr("4 pictures (.png) in img, 4 files of numbers (.dat) in lm"));
    EXPECT_THAT(error, HasSubstr("a file of numbers for each picture (*_marks.dat)"));
    EXPECT_THAT(error, HasSubstr("rudolph recipe suggest"));
    OpenOptions pictures_only;
    pictures_only.pictures_only = true;
    const Dataset pictures = open_dataset(dir_.path(), pictures_only);
    EXPECT_EQ(pictures.format, DatasetFormat::Pictures);
    EXPECT_EQ(pictures.samples.size(), 4U);
    // Once the recipe is kept, such data open by themselves.
    const RecipeFiles files(survey_data(dir_.path()));
    remember_recipe(suggest_recipes(files).at(0).recipe);
    EXPECT_EQ(open_dataset(dir_.path()).labelled().size(), 4U);
}

TEST_F(PublishedLayout, PicturesBesideOtherTextsOpenAsPictures) {
    MadeFaces(3).write_pictures([&](int i) { return dir_ / (name(i) + ".png"); });
    write_text(dir_ / "notes.txt", "taken 2024 01 05\nwith lens 35 mm 1.4\n3 4\n5 6\n");
    EXPECT_EQ(open_dataset(dir_.path()).format, DatasetFormat::Pictures);
}

}  // namespace
}  // namespace rudolph
