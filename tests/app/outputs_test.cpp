#include <gmock/gmock.h>

#include "core/base/file.h"
#include "core/base/json.h"
#include "core/demo/demo_faces.h"
#include "tests/app/run_program.h"
#include "tests/support/files_in.h"
#include "tests/support/special_files.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

const std::string kModel = [] {
    for (const auto& entry : fs::directory_iterator(RUDOLPH_SOURCE_FOLDER "/resources/models"))
        if (entry.path().extension() == ".safetensors")
            return entry.path().string();
    return std::string();
}();

TEST(Outputs, AreNeverPutInThePlaceOfWhatIsNoFile) {
    const TempDir dir;
    make_pipe(dir / "pipe");
    for (const std::string& name : {(dir / "pipe").string(), std::string("/dev/null"),
                                    std::string("/dev/stdout"), dir.path().string()}) {
        const ProgramResult result = run_program({"export", kModel, name}, dir.path());
        EXPECT_EQ(result.status, 1) << name;
        EXPECT_EQ(count_lines(result.err), 1) << result.err;
        EXPECT_THAT(result.err, HasSubstr(name));
    }
    EXPECT_TRUE(fs::is_fifo(dir / "pipe"));
    EXPECT_TRUE(fs::is_character_file("/dev/null"));
}

TEST(Outputs, FollowLinksAndKeepAccess) {
    const TempDir dir;
    write_file(dir / "real.safetensors", "old");
    fs::permissions(dir / "real.safetensors", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("real.safetensors", dir / "link.safetensors");
    const ProgramResult result = run_program({"export", kModel, "link.safetensors"}, dir.path());
    EXPECT_EQ(result.status, 0) << result.err;
    EXPECT_TRUE(fs::is_symlink(dir / "link.safetensors"));
    EXPECT_GT(fs::file_size(dir / "real.safetensors"), 1000U);
    EXPECT_EQ(fs::status(dir / "real.safetensors").permissions(),
              fs::perms::owner_read | fs::perms::owner_write);
}

TEST(Outputs, GoToStandardOutputForADash) {
    const TempDir dir;
    write_demo_faces(dir / "faces", {DemoFormat::Imm, 1, 1});
    const ProgramResult sheet = run_program({"inspect", "faces", "--sheet", "-"}, dir.path());
    EXPECT_EQ(sheet.status, 0) << sheet.err;
    EXPECT_THAT(sheet.out, StartsWith("\x89PNG"));
    EXPECT_THAT(sheet.err, HasSubstr("faces"));
    const ProgramResult model = run_program({"export", kModel, "-"}, dir.path());
    EXPECT_EQ(model.status, 0) << model.err;
    EXPECT_GT(model.out.size(), 100000U);
    EXPECT_THAT(model.out, Not(HasSubstr("written to")));
    EXPECT_THAT(model.err, HasSubstr("written to"));
    EXPECT_FALSE(fs::exists(dir / "-"));
}

TEST(Outputs, AListOfFacesGoesToStandardOutputWithoutPictures) {
    const TempDir dir;
    write_demo_faces(dir / "faces", {DemoFormat::Ibug, 1, 1});
    for (const auto& [format, file] : {std::pair("csv", "list.csv"),
                                       {"dlib", "list.xml"},
                                       {"coco", "list.json"},
                                       {"project", "list.rudolph"}}) {
        SCOPED_TRACE(format);
        const ProgramResult result =
            run_program({"convert", "faces", "-", "--to", format}, dir.path());
        ASSERT_EQ(result.status, 0) << result.err;
        EXPECT_THAT(result.err, HasSubstr("lost"));
        EXPECT_THAT(result.out, Not(HasSubstr(dir.path().string())));
        write_file(dir / file, result.out);
        const ProgramResult read = run_program({"inspect", file, "--json"}, dir.path());
        ASSERT_EQ(read.status, 0) << read.err;
        const Json found = parse_json(read.out, "standard output");
        EXPECT_EQ(found.at("labelled"), 6);
        EXPECT_EQ(found.at("outside"), 0);
        fs::remove(dir / file);
    }
    EXPECT_EQ(files_in(dir.path()).size(), files_in(dir / "faces").size());
}

TEST(Outputs, ADashIsNoPlaceForPicturesAndSeveralFiles) {
    const TempDir dir;
    write_demo_faces(dir / "faces", {DemoFormat::Imm, 1, 1});
    for (const char* format : {"pts", "yolo", "asf", "ljson"}) {
        const ProgramResult several =
            run_program({"convert", "faces", "-", "--to", format}, dir.path());
        EXPECT_EQ(several.status, 2) << format;
        EXPECT_THAT(several.err, HasSubstr("dlib, csv, coco")) << format;
        EXPECT_EQ(count_lines(several.err), 1) << several.err;
    }
    const ProgramResult pictures =
        run_program({"convert", "faces", "-", "--to", "csv", "--pictures", "copy"}, dir.path());
    EXPECT_EQ(pictures.status, 2);
    EXPECT_THAT(pictures.err, HasSubstr("cannot hold pictures"));
    EXPECT_EQ(run_program({"convert", "faces", "-", "--to", "csv", "--json"}, dir.path()).status,
              2);
}

TEST(Outputs, AreRefusedADashWhereItCannotHoldThem) {
    const TempDir dir;
    write_demo_faces(dir / "faces", {DemoFormat::Imm, 1, 1});
    for (const std::vector<std::string>& arguments :
         std::vector<std::vector<std::string>>{{"convert", "faces", "-", "--to", "pts"},
                                               {"export", kModel, "-", "--json", "-"},
                                               {"inspect", "faces", "--json", "--sheet", "-"}}) {
        const ProgramResult result = run_program(arguments, dir.path());
        EXPECT_EQ(result.status, 2) << arguments.front();
        EXPECT_THAT(result.err, HasSubstr("standard output"));
        EXPECT_EQ(result.out, "");
    }
    EXPECT_FALSE(fs::exists(dir / "-"));
}

}  // namespace
}  // namespace rudolph::test
