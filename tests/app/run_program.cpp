#include "tests/app/run_program.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>
#include <thread>

#include "core/base/file.h"
#include "core/base/text.h"

namespace rudolph::test {
namespace {

std::vector<char*> pointers(std::vector<std::string>& words) {
    std::vector<char*> result;
    result.reserve(words.size() + 1);
    for (std::string& word : words)
        result.push_back(word.data());
    result.push_back(nullptr);
    return result;
}

std::vector<std::string> whole_environment(const std::vector<std::string>& added) {
    std::vector<std::string> all = added;
    for (char** entry = environ; *entry != nullptr; ++entry)
        all.emplace_back(*entry);
    return all;
}

}  // namespace

Program::Program(const std::vector<std::string>& arguments, const std::filesystem::path& folder,
                 const std::vector<std::string>& environment,
                 const std::filesystem::path& program) {
    std::vector<std::string> words = {program.string()};
    words.insert(words.end(), arguments.begin(), arguments.end());
    std::vector<std::string> own = environment;
    // Not in the person's.
    own.push_back("XDG_DATA_HOME=" + (files_ / "data").string());
    std::vector<std::string> variables = whole_environment(own);
    std::vector<char*> argv = pointers(words);
    std::vector<char*> envp = pointers(variables);
    const std::string out = (files_ / "out").string();
    const std::string err = (files_ / "err").string();
    const std::string where = folder.empty() ? files_.path().string() : folder.string();
    process_ = ::fork();
    if (process_ < 0)
        throw std::runtime_error("no process can be started");
    if (process_ == 0) {
        // Only calls that are allowed between fork and exec.
        const int out_file = ::open(out.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        const int err_file = ::open(err.c_str(), O_CREAT | O_WRONLY | O_TRUNC, 0600);
        if (out_file < 0 || err_file < 0 || ::dup2(out_file, STDOUT_FILENO) < 0 ||
            ::dup2(err_file, STDERR_FILENO) < 0 || ::chdir(where.c_str()) != 0)
            ::_exit(126);
        ::execve(argv[0], argv.data(), envp.data());
        ::_exit(127);
    }
}

Program::~Program() {
    if (ended_)
        return;
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
}

bool Program::wait_for_output(const std::string& text) {
    const auto holds = [&] {
        return std::filesystem::exists(files_ / "out") &&
               read_file(files_ / "out").find(text) != std::string::npos;
    };
    while (!holds()) {
        if (::waitpid(process_, &wait_status_, WNOHANG) == process_) {
            ended_ = true;
            return holds();
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return true;
}

void Program::send(int signal) const {
    ::kill(process_, signal);
}

ProgramResult Program::wait() {
    if (!ended_)
        ::waitpid(process_, &wait_status_, 0);
    ended_ = true;
    const int status =
        WIFEXITED(wait_status_) ? WEXITSTATUS(wait_status_) : 128 + WTERMSIG(wait_status_);
    return {status, read_file(files_ / "out"), read_file(files_ / "err")};
}

ProgramResult run_program(const std::vector<std::string>& arguments,
                          const std::filesystem::path& folder,
                          const std::vector<std::string>& environment) {
    return Program(arguments, folder, environment).wait();
}

int count_lines(const std::string& text) {
    return static_cast<int>(std::count(text.begin(), text.end(), '\n'));
}

std::vector<Json> json_lines(const std::string& text) {
    std::vector<Json> result;
    for (const auto line : lines(text))
        if (!line.empty())
            result.push_back(parse_json(line, "standard output"));
    return result;
}

}  // namespace rudolph::test
