#include "tests/app/trained_run.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/app/run_program.h"

namespace rudolph::test {
namespace fs = std::filesystem;

fs::path only_run(const fs::path& runs) {
    std::vector<fs::path> found;
    for (const auto& entry : fs::directory_iterator(runs))
        found.push_back(entry.path());
    return found.size() == 1 ? found.front()
                             : fs::path("there are " + std::to_string(found.size()));
}

fs::path trained_run(const TempDir& dir, const std::string& experiment, const std::string& people) {
    const ProgramResult made = run_program({"demo-faces", "faces", "--people", people}, dir.path());
    EXPECT_EQ(made.status, 0) << made.err;
    const ProgramResult trained = run_program(
        {"train", experiment, "--data", "faces", "--runs", "läufe", "--set", "epochs=1"},
        dir.path());
    EXPECT_EQ(trained.status, 0) << trained.err;
    return only_run(dir / "läufe");
}

}  // namespace rudolph::test
