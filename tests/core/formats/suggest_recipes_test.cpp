#include "core/formats/suggest_recipes.h"

#include <gmock/gmock.h>

#include "core/base/json.h"
#include "tests/support/environment.h"
#include "tests/support/made_faces.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using test::decimal;
using test::MadeFaces;
using test::TempDir;
using test::write_text;

namespace fs = std::filesystem;

constexpr int kFaces = 5;

/// A layout that nobody has published: how its pictures are called and its points written.
struct Layout {
    std::string name;
    std::function<std::string(int)> picture;
    /// Writes the points.
    std::function<void(const fs::path& folder, const MadeFaces& faces)> write;
};

std::string number(int i) {
    return (i < 10 ? "00" : "0") + std::to_string(i);
}

std::string xy(const MadeFaces& faces, int i, const std::string& within, const std::string& between,
               char point = '.') {
    return faces.text(
        i, [&](int /*k*/, Point p) { return decimal(p.x, point) + within + decimal(p.y, point); },
        between);
}

std::string halves(const MadeFaces& faces, int i, const std::string& between) {
    std::string text;
    for (double Point::*axis : {&Point::x, &Point::y})
        for (const Point& p : faces.points(i))
            text += (text.empty() ? "" : between) + decimal(p.*axis);
    return text;
}

/// A file for each face.
Layout files(const std::string& name, const std::string& picture_start,
             const std::function<std::string(int)>& file,
             const std::function<std::string(const MadeFaces&, int)>& text) {
    return {name, [=](int i) { return picture_start + number(i) + ".png"; },
            [=](const fs::path& folder, const MadeFaces& faces) {
                for (int i = 0; i < faces.size(); ++i)
                    write_text(folder / file(i), text(faces, i));
            }};
}

/// One table.
Layout table(const std::string& name, const std::string& picture_folder, const std::string& head,
             const std::function<std::string(const MadeFaces&, int)>& row) {
    return {name, [=](int i) { return picture_folder + "p" + number(i) + ".png"; },
            [=](const fs::path& folder, const MadeFaces& faces) {
                std::string text = head;
                for (int i = 0; i < faces.size(); ++i)
                    text += row(faces, i) + "\n";
                write_text(folder / "marks.csv", text);
            }};
}

std::string picture_name(int i) {
    return "p" + number(i) + ".png";
}

std::string columns(const std::string& start, const std::function<std::string(int)>& of_point,
                    const std::string& between) {
    std::string head = start;
    for (int k = 0; k < 68; ++k)
        head += between + of_point(k);
    return head + "\n";
}

std::vector<Layout> layouts() {
    const auto text_of = [](const std::string& within, const std::string& between, char point) {
        return [=](const MadeFaces& faces, int i) { return xy(faces, i, within, between, point); };
    };
    const auto k_text = [](int k) { return std::to_string(k); };
    std::vector<Layout> all;
    all.push_back(files(
        "another suffix in another folder", "frames/a",
        [](int i) { return "lm/a" + number(i) + "_68.dat"; }, text_of(" ", "\n", '.')));
    all.push_back(files(
        "semicolons and decimal commas", "a", [](int i) { return "a" + number(i) + ".txt"; },
        text_of(";", "\n", ',')));
    all.push_back(files(
        "names of their own on both sides", "img/face_",
        [](int i) { return "ann/points_" + number(i) + ".txt"; }, text_of("\t", "\n", '.')));
    all.push_back(files(
        "another case", "JPG/IMG_", [](int i) { return "lm/img_" + number(i) + ".TXT"; },
        text_of(" ", "\n", '.')));
    all.push_back(files(
        "y before x", "a", [](int i) { return "a" + number(i) + ".txt"; },
        [](const MadeFaces& faces, int i) {
            return faces.text(i,
                              [](int /*k*/, Point p) { return decimal(p.y) + " " + decimal(p.x); });
        }));
    all.push_back(files(
        "numbered points with visibility", "a", [](int i) { return "a" + number(i) + ".lmk"; },
        [](const MadeFaces& faces, int i) {
            return faces.text(i, [](int k, Point p) {
                return std::to_string(k) + "," + decimal(p.x) + "," + decimal(p.y) +
                       (k % 5 == 0 ? ",1" : ",2");
            });
        }));
    all.push_back(files(
        "relative to the picture", "images/a",
        [](int i) { return "labels/a" + number(i) + ".txt"; },
        [](const MadeFaces& faces, int i) {
            return faces.text(i, [](int /*k*/, Point p) {
                return number_text(p.x / 120) + " " + number_text(p.y / 100);
            });
        }));
    all.push_back(files(
        "from the picture's middle", "a", [](int i) { return "a" + number(i) + ".txt"; },
        [](const MadeFaces& faces, int i) {
            return faces.text(
                i, [](int /*k*/, Point p) { return decimal(p.x - 60) + " " + decimal(50 - p.y); });
        }));
    all.push_back(files(
        "names in the first line, x and y apart", "images/a",
        [](int i) { return "annotation/" + std::to_string(i + 1) + ".txt"; },
        [](const MadeFaces& faces, int i) {
            return "a" + number(i) + ".png\n" + halves(faces, i, " ") + "\n";
        }));
    all.push_back(files(
        "a number a line, x and y apart", "a", [](int i) { return "a" + number(i) + ".txt"; },
        [](const MadeFaces& faces, int i) { return halves(faces, i, "\n"); }));
    all.push_back(files(
        "a count and an extension after the picture's", "a",
        [](int i) { return "a" + number(i) + ".png.pt"; },
        [](const MadeFaces& faces, int i) { return "68 " + xy(faces, i, " ", " "); }));
    all.push_back(files(
        "a head and a comment", "a", [](int i) { return "a" + number(i) + ".tsv"; },
        [](const MadeFaces& faces, int i) {
            return "# by hand\nx\ty\n" + xy(faces, i, "\t", "\n");
        }));
    all.push_back(files(
        "names of points", "a", [](int i) { return "a" + number(i) + ".txt"; },
        [](const MadeFaces& faces, int i) {
            return faces.text(i, [](int k, Point p) {
                return std::string("p") + static_cast<char>('a' + k % 26) + " " + decimal(p.x) +
                       " " + decimal(p.y);
            });
        }));
    all.push_back(table("a German table", "",
                        columns(
                            "bild", [&](int k) { return "x" + k_text(k) + ";y" + k_text(k); }, ";"),
                        [](const MadeFaces& faces, int i) {
                            return picture_name(i) + ";" + xy(faces, i, ";", ";", ',');
                        }));
    all.push_back(table(
        "columns of x, then of y, more beside", "data/",
        [&] {
            std::string head = columns(
                "id,filename", [&](int k) { return "X" + k_text(k); }, ",");
            head.pop_back();
            return columns(
                head, [&](int k) { return "Y" + k_text(k); }, ",");
        }(),
        [](const MadeFaces& faces, int i) {
            return std::to_string(i) + "," + picture_name(i) + "," + halves(faces, i, ",");
        }));
    all.push_back(table("no head, a box, attributes and Windows' separators", "imgs/", "",
                        [](const MadeFaces& faces, int i) {
                            return xy(faces, i, " ", " ") + " 10 10 110 90 " +
                                   std::to_string(i % 2) + " 0 D:\\set\\imgs\\" + picture_name(i);
                        }));
    all.push_back(table("pairs within a field", "", "", [](const MadeFaces& faces, int i) {
        return picture_name(i) + " " + xy(faces, i, ",", " ");
    }));
    all.push_back(table("confidences", "",
                        columns(
                            "img",
                            [&](int k) {
                                const std::string n = "lm_" + k_text(k);
                                return n + "_x," + n + "_y," + n + "_conf";
                            },
                            ","),
                        [](const MadeFaces& faces, int i) {
                            return picture_name(i) + "," +
                                   faces.text(
                                       i,
                                       [](int /*k*/, Point p) {
                                           return decimal(p.x) + "," + decimal(p.y) + ",0.9";
                                       },
                                       ",");
                        }));
    all.push_back(
        table("a name without its extension, columns called 1, 2, …", "jpg/",
              columns(
                  "name", [&](int k) { return k_text(2 * k + 1) + "," + k_text(2 * k + 2); }, ","),
              [](const MadeFaces& faces, int i) {
                  return "p" + number(i) + "," + xy(faces, i, ",", ",");
              }));
    all.push_back(
        table("a point a row", "", "image,landmark,x,y\n", [](const MadeFaces& faces, int i) {
            return faces.text(i, [i](int k, Point p) {
                return picture_name(i) + "," + std::to_string(k + 1) + "," + decimal(p.x) + "," +
                       decimal(p.y);
            });
        }));
    all.push_back(table("blocks with a count", "", "", [](const MadeFaces& faces, int i) {
        return "set\\" + picture_name(i) + "\n68\n" + xy(faces, i, " ", "\n");
    }));
    return all;
}

class SuggestedFor : public testing::TestWithParam<int> {};

TEST_P(SuggestedFor, TheFirstRecipeReadsTheRightPoints) {
    const Layout layout = layouts()[static_cast<size_t>(GetParam())];
    SCOPED_TRACE(layout.name);
    TempDir dir;
    TempDir data;
    const test::EnvironmentVariable own("XDG_DATA_HOME", data.path().string());
    const MadeFaces faces(kFaces);
    faces.write_pictures([&](int i) { return dir / layout.picture(i); });
    layout.write(dir.path(), faces);
    const RecipeFiles found(survey_data(dir.path()));
    const std::vector<RecipeSuggestion> suggestions = suggest_recipes(found);
    ASSERT_FALSE(suggestions.empty());
    const Recipe& recipe = suggestions.front().recipe;
    EXPECT_EQ(recipe_from_json(to_json(recipe)), recipe);
    const RecipeReading reading = read_by_recipe(recipe, found);
    ASSERT_EQ(reading.result.samples.size(), static_cast<size_t>(kFaces))
        << to_json(recipe).dump(1);
    for (int i = 0; i < kFaces; ++i) {
        const Landmarks& points = reading.result.samples[static_cast<size_t>(i)].points_in_image;
        ASSERT_EQ(points.size(), 68) << to_json(recipe).dump(1);
        for (int k = 0; k < 68; ++k)
            EXPECT_LE(cv::norm(points.points[at(k)] - faces.points(i)[at(k)]), 0.01)
                << to_json(recipe).dump(1);
    }
    EXPECT_EQ(suggest_recipes(found).front().recipe, recipe) << "the same again";
}

INSTANTIATE_TEST_SUITE_P(, SuggestedFor, testing::Range(0, static_cast<int>(layouts().size())));

TEST(Suggestions, NothingIsSuggestedForPicturesAlone) {
    TempDir dir;
    MadeFaces(2).write_pictures([&](int i) { return dir / picture_name(i); });
    EXPECT_TRUE(suggest_recipes(RecipeFiles(survey_data(dir.path()))).empty());
}

TEST(Suggestions, AHeadWithMoreNamesThanTheRowsHaveFieldsIsNoTrap) {
    TempDir dir;
    MadeFaces(1).write_pictures([&](int) { return dir / "a.png"; });
    write_text(dir / "list.csv",
               "image_name,x_0,x_1,x_2,y_0,y_1,y_2\na.png,10,20,30,40\na.png,11,21,31,41\n");
    const RecipeFiles found(survey_data(dir.path()));
    for (const RecipeSuggestion& suggestion : suggest_recipes(found))
        EXPECT_GT(suggestion.faces, 0);
}

TEST(Suggestions, StopWhenTheyAreCancelled) {
    TempDir dir;
    const Layout layout = layouts().front();
    const MadeFaces faces(kFaces);
    faces.write_pictures([&](int i) { return dir / layout.picture(i); });
    layout.write(dir.path(), faces);
    const RecipeFiles found(survey_data(dir.path()));
    CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(suggest_recipes(found, cancel), Cancelled);
}

}  // namespace
}  // namespace rudolph
