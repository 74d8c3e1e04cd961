#include <gtest/gtest.h>

#include <cerrno>
#include <csignal>
#include <opencv2/imgcodecs.hpp>

#include "core/base/destination.h"
#include "core/base/file.h"
#include "core/base/replacement.h"
#include "core/base/text.h"
#include "core/demo/demo_faces.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "core/runs/run_reader.h"
#include "tests/faults/faulty_program.h"
#include "tests/faults/power_loss.h"
#include "tests/faults/save_job.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using namespace test;

constexpr const char* kOtherName = "other-name.txt";
constexpr int kKilled = 128 + SIGKILL;
const std::vector<std::string> kKindsOfCalls = {"create", "write",  "sync",  "rename",
                                                "link",   "unlink", "mkdir", "truncate"};

std::string this_program() {
    return fs::read_symlink("/proc/self/exe").string();
}

/// Faces in .pts files, those of the second folder somewhere else on the same pictures.
class FaultTest : public ::testing::Test {
protected:
    void SetUp() override {
        write_demo_faces(dir_ / "made", {DemoFormat::Ibug, 1, 1});
        fs::remove(dir_ / "made/labels.xml");
        // Three faces are enough for things to happen between one and the next.
        for (int view = 4; view <= 6; ++view)
            for (const auto& entry : std::vector<fs::directory_entry>(
                     fs::directory_iterator(dir_ / "made"), fs::directory_iterator()))
                if (entry.path().stem().string().find("-" + std::to_string(view)) !=
                    std::string::npos)
                    fs::remove(entry.path());
        // A name with all that divides the fields of a record.
        for (const auto& entry : std::vector<fs::directory_entry>(
                 fs::directory_iterator(dir_ / "made"), fs::directory_iterator()))
            if (entry.path().stem().string().find("-2") != std::string::npos)
                fs::rename(entry.path(),
                           dir_ / "made" / ("a\tb\nc%41 ä" + entry.path().extension().string()));
        fs::create_directory(dir_ / "moved");
        Dataset moved = open_dataset(dir_ / "made");
        for (Sample& face : moved.samples)
            face.points_in_image.points.front().x += 3;
        WriteRequest request;
        request.format = DatasetFormat::Pts;
        request.destination = dir_ / "moved";
        request.pictures = PictureHandling::Copy;
        write_dataset(moved, request, {}, {});
        job_.folder = dir_ / "set";
        job_.before = dir_ / "before";
        job_.user_data = dir_ / "user";
        job_.where = dir_.path();
    }

    /// Without the second name that a file has in one test: a tree holds no such.
    static FileTree compared(const fs::path& folder) {
        FileTree tree = tree_of(folder);
        tree.erase(kOtherName);
        return tree;
    }

    /// The next start, of any program, finishes what was broken off.
    void start_again() const {
        const ProgramResult next = Program({"inspect", job_.folder.string(), "--json"}, dir_.path(),
                                           {"XDG_DATA_HOME=" + job_.user_data.string()})
                                       .wait();
        EXPECT_EQ(next.status, 0) << next.err;
    }

    /// Old or new, and nothing else, as soon as a program has been started again.
    void expect_whole_after_kills(long most) {
        const FileTree old_tree = tree_of(job_.before);
        const auto counts = job_.counts();
        const FileTree new_tree = tree_of(job_.folder);
        ASSERT_NE(old_tree, new_tree);
        int old_ones = 0;
        int new_ones = 0;
        for (const std::string& kind : kKindsOfCalls) {
            const long count = counts.contains(kind) ? counts.at(kind) : 0;
            for (const long number : numbers(count, most)) {
                const ProgramResult result = job_.run_with_fault(kind, number, "kill");
                EXPECT_EQ(result.status, kKilled) << kind << number;
                start_again();
                const FileTree tree = tree_of(job_.folder);
                old_ones += tree == old_tree ? 1 : 0;
                new_ones += tree == new_tree ? 1 : 0;
                EXPECT_TRUE(tree == old_tree || tree == new_tree)
                    << "killed at " << kind << " " << number << "\n"
                    << differences(old_tree, tree);
            }
        }
        EXPECT_GT(old_ones, 0);
        EXPECT_GT(new_ones, 0);
    }

    /// A clear line, and old or new; what the fault leaves hidden goes with the next start.
    void expect_whole_after_errors(const std::vector<std::string>& kinds, long most) {
        const FileTree old_tree = tree_of(job_.before);
        const auto counts = job_.counts();
        const FileTree new_tree = tree_of(job_.folder);
        for (const std::string& kind : kinds) {
            const long count = counts.contains(kind) ? counts.at(kind) : 0;
            for (const long number : numbers(count, most)) {
                const std::string what = kind + " " + std::to_string(number) + " fails";
                const ProgramResult result = job_.run_with_fault(
                    kind, number, std::to_string(kind == "rename" ? EACCES : ENOSPC));
                // The JSON library takes memory to destroy a value: that ends the program, like a
                // kill.
                const bool is_ended = kind == "new" && result.status == 128 + SIGABRT;
                EXPECT_TRUE(result.status == 0 || result.status == 1 || is_ended)
                    << what << ": " << result.status << result.err;
                if (result.status == 1) {
                    EXPECT_FALSE(result.err.empty()) << what;
                    EXPECT_EQ(result.err.find("unexpected"), std::string::npos)
                        << what << result.err;
                }
                start_again();
                clear_leftovers(job_.folder);
                const FileTree tree = tree_of(job_.folder);
                EXPECT_TRUE(tree == (result.status == 0 ? new_tree : old_tree))
                    << what << "\n"
                    << result.err << differences(result.status == 0 ? new_tree : old_tree, tree);
            }
        }
    }

    void expect_whole_after_power_loss() {
        job_.counts();
        const FileTree new_tree = compared(job_.folder);
        job_.put_back();
        const FileTree old_tree = compared(job_.folder);
        const FileTree before = tree_of(job_.folder);
        const fs::path log = dir_ / "log";
        const auto inodes = inodes_of(job_.folder);
        const ProgramResult result = job_.run(
            {std::string("LD_PRELOAD=") + RUDOLPH_FAULTS, "RUDOLPH_FAULT_LOG=" + log.string()});
        ASSERT_EQ(result.status, 0) << result.err;
        int mixed = 0;
        bool was_old = false;
        bool was_new = false;
        const int states = each_state_after_power_loss(
            log, job_.folder, before, inodes, [&](const FileTree& state) {
                restore(state, dir_ / "found");
                settle_replacements(dir_ / "found");
                clear_leftovers(dir_ / "found");
                const FileTree tree = compared(dir_ / "found");
                was_old = was_old || tree == old_tree;
                was_new = was_new || tree == new_tree;
                if (tree != old_tree && tree != new_tree && mixed++ < 3)
                    ADD_FAILURE() << differences(old_tree, state) << "becomes\n"
                                  << differences(old_tree, tree);
            });
        EXPECT_EQ(mixed, 0) << "of " << states << " states";
        EXPECT_TRUE(was_old && was_new) << states;
        RecordProperty("states", states);
    }

    TempDir dir_;
    FaultyJob job_;
};

class ConvertFaultTest : public FaultTest {
protected:
    void SetUp() override {
        FaultTest::SetUp();
        fs::copy(dir_ / "made", job_.before);
        job_.program = RUDOLPH_PROGRAM;
        job_.arguments = {
            "convert",    (dir_ / "moved").string(), job_.folder.string(), "--to", "pts",
            "--overwrite"};
    }
};

class SaveFaultTest : public FaultTest {
protected:
    void SetUp() override {
        FaultTest::SetUp();
        fs::copy(dir_ / "made", job_.before);
        job_.program = this_program();
        job_.arguments = {"save", job_.folder.string()};
    }
};

TEST_F(ConvertFaultTest, LeavesOldOrNewWhereverItIsKilled) {
    expect_whole_after_kills(6);
}

TEST_F(ConvertFaultTest, LeavesOldOrNewWhateverCallFails) {
    expect_whole_after_errors(kKindsOfCalls, 6);
}

TEST_F(ConvertFaultTest, LeavesTheOldWhereMemoryRunsOut) {
    expect_whole_after_errors({"new"}, 12);
}

TEST_F(ConvertFaultTest, LeavesOldOrNewWheneverThePowerGoes) {
    expect_whole_after_power_loss();
}

TEST_F(SaveFaultTest, LeavesOldOrNewWhereverItIsKilled) {
    expect_whole_after_kills(6);
}

TEST_F(SaveFaultTest, LeavesOldOrNewWhateverCallFails) {
    expect_whole_after_errors(kKindsOfCalls, 6);
}

TEST_F(SaveFaultTest, LeavesTheOldWhereMemoryRunsOut) {
    expect_whole_after_errors({"new"}, 12);
}

TEST_F(SaveFaultTest, LeavesOldOrNewWheneverThePowerGoes) {
    expect_whole_after_power_loss();
}

TEST_F(SaveFaultTest, LeavesOldOrNewWhereFilesHaveOtherNames) {
    fs::path name;
    for (const auto& entry : fs::directory_iterator(job_.before))
        if (entry.path().extension() == ".pts")
            name = entry.path().filename();
    job_.prepare = [this, name] {
        fs::create_hard_link(job_.folder / name, job_.folder / kOtherName);
    };
    expect_whole_after_power_loss();
}

/// Jobs of a network, which take too long for every call: some of each kind.
class NetworkFaultTest : public FaultTest {
protected:
    void SetUp() override {
        write_demo_faces(dir_ / "faces", {DemoFormat::Imm, 2, 1});
        fs::create_directory(dir_ / "before");
        job_.folder = dir_ / "outputs";
        job_.before = dir_ / "before";
        job_.user_data = dir_ / "user";
        job_.where = dir_.path();
        job_.program = RUDOLPH_PROGRAM;
    }

    /// Whatever happens, what was there is there still, or something new and whole in its place:
    /// `is_whole` says so of the folder after the next start.
    void expect_whole_after_faults(const std::function<bool()>& is_whole) {
        const FileTree faces = tree_of(dir_ / "faces");
        const auto counts = job_.counts();
        EXPECT_TRUE(is_whole());
        constexpr long kSome = 2;
        for (const std::string kind : {"create", "write", "sync", "rename", "new"}) {
            const bool is_memory = kind == "new";
            const long count = counts.contains(kind) ? counts.at(kind) : 0;
            // Of the hundred thousands of times that memory is taken a few must do, always.
            std::vector<std::string> ways = {std::to_string(is_memory ? ENOMEM : ENOSPC)};
            if (!is_memory)
                ways.emplace_back("kill");
            for (const long number : is_memory ? some(count, 2 * kSome) : numbers(count, kSome))
                for (const std::string& how : ways) {
                    const std::string what =
                        std::string(kind).append(" ").append(std::to_string(number)).append(" ") +
                        how;
                    const ProgramResult result = job_.run_with_fault(kind, number, how);
                    if (how == "kill") {
                        EXPECT_TRUE(result.status == kKilled ||
                                    (saves_by_the_clock_ && result.status == 0))
                            << what << ": " << result.status;
                    } else {
                        // What libraries do after the program's end may want memory, too.
                        const bool is_ended = is_memory && result.status == 128 + SIGABRT;
                        EXPECT_TRUE(result.status == 0 || result.status == 1 || is_ended)
                            << what << ": " << result.status << result.err;
                        EXPECT_TRUE(result.status == 0 || !result.err.empty()) << what;
                        if (is_memory && result.status == 1)
                            EXPECT_NE(result.err.find("memory"), std::string::npos) << result.err;
                    }
                    Program({"runs", "list"}, dir_.path(),
                            {"XDG_DATA_HOME=" + job_.user_data.string()})
                        .wait();
                    EXPECT_TRUE(is_whole()) << what << "\n" << result.err;
                    for (const auto& [name, bytes] : tree_of(job_.folder))
                        EXPECT_FALSE(fs::path(name).filename().native().starts_with(".rudolph-"))
                            << what << " leaves " << name;
                }
        }
        EXPECT_EQ(differences(faces, tree_of(dir_ / "faces")), "");
    }

    /// The last calls that were counted may not come again.
    bool saves_by_the_clock_ = false;
    const std::string model_ = RUDOLPH_SOURCE_FOLDER "/resources/models/";
};

TEST_F(NetworkFaultTest, ExportLeavesTheOldModelOrTheNew) {
    std::string model;
    for (const auto& entry : fs::directory_iterator(model_))
        model = entry.path().extension() == ".safetensors" ? entry.path().string() : model;
    write_file(job_.before / "face.onnx", "old");
    job_.arguments = {"export", model, "outputs/face.onnx"};
    job_.counts();
    const std::string whole = read_file(job_.folder / "face.onnx");
    expect_whole_after_faults([&] {
        const FileTree tree = tree_of(job_.folder);
        return tree == FileTree{{"face.onnx", "old"}} || tree == FileTree{{"face.onnx", whole}};
    });
}

TEST_F(NetworkFaultTest, PredictLeavesTheOldTableOrTheNew) {
    write_file(job_.before / "predictions.csv", "old");
    job_.arguments = {"predict", "faces/01-1m.jpg", "faces/01-2m.jpg",
                      "--out",   "outputs",         "--overwrite"};
    for (const auto& entry : fs::directory_iterator(dir_ / "faces"))
        if (entry.path().extension() == ".jpg" && entry.path().stem().string().starts_with("01-1"))
            job_.arguments[1] = entry.path().string();
        else if (entry.path().extension() == ".jpg" &&
                 entry.path().stem().string().starts_with("01-2"))
            job_.arguments[2] = entry.path().string();
    job_.counts();
    const std::string whole = read_file(job_.folder / "predictions.csv");
    expect_whole_after_faults([&] {
        const std::string table = tree_of(job_.folder)["predictions.csv"];
        // A picture that there was no memory for is passed over: the rows of the others are there.
        std::string rest = whole;
        for (const std::string_view row : lines(table))
            if (const size_t at = rest.find(row); at != std::string::npos)
                rest.erase(0, at + row.size());
            else
                return table == "old";
        return true;
    });
}

TEST_F(NetworkFaultTest, TrainingLeavesRunsThatCanBeRead) {
    job_.arguments = {"train",  "nose-tip", "--data", "faces",
                      "--runs", "outputs",  "--set",  "epochs=1"};
    saves_by_the_clock_ = true;
    expect_whole_after_faults([&] {
        const RunList list = list_runs(job_.folder);
        return list.problems.empty();
    });
}

}  // namespace
}  // namespace rudolph

int main(int argc, char** argv) {
    if (argc == 3 && std::string(argv[1]) == "save")
        return rudolph::test::save_moved_points(argv[2]);
    ::testing::InitGoogleTest(&argc, argv);
    return RUN_ALL_TESTS();
}
