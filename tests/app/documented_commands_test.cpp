// The commands that the guide, the README and the examples in them name are commands that there
// are.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "core/base/json.h"
#include "core/formats/recipe_store.h"
#include "tests/app/run_program.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

struct DocumentedCommand {
    std::string where;
    std::vector<std::string> words;  ///< without "rudolph"
};

/// Lines of code that begin with "rudolph ".
void read_commands(const fs::path& file, std::vector<DocumentedCommand>& commands) {
    std::ifstream in(file);
    const std::string start = "    rudolph ";
    int number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.rfind(start, 0) != 0)
            continue;
        std::istringstream rest(line.substr(start.size()));
        DocumentedCommand command{file.filename().string() + ":" + std::to_string(number), {}};
        for (std::string word; rest >> word;)
            command.words.push_back(word);
        commands.push_back(std::move(command));
    }
}

TEST(DocumentedCommands, AreUnderstoodByTheProgram) {
    std::vector<DocumentedCommand> commands;
    const fs::path root = RUDOLPH_SOURCE_FOLDER;
    read_commands(root / "README.md", commands);
    for (const fs::directory_entry& file : fs::directory_iterator(root / "resources/guide/en"))
        if (file.path().extension() == ".md")
            read_commands(file.path(), commands);
    ASSERT_GT(commands.size(), 30U);
    // Recipes are read with the command line.
    const test::TempDir dir;
    write_json(dir / "others.json", to_json(shipped_recipes().front()));
    for (const DocumentedCommand& command : commands) {
        std::vector<std::string> arguments = {"--parse-only"};
        arguments.insert(arguments.end(), command.words.begin(), command.words.end());
        const test::ProgramResult result = test::run_program(arguments, dir.path());
        EXPECT_EQ(result.status, 0) << command.where << ": " << result.err;
    }
}

TEST(DocumentedCommands, WrongOnesAreNot) {
    EXPECT_EQ(test::run_program({"--parse-only", "train", "--no-such-option"}).status, 2);
    EXPECT_EQ(test::run_program({"--parse-only", "juggle"}).status, 2);
}

}  // namespace
}  // namespace rudolph
