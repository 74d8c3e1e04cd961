#include <gmock/gmock.h>

#include <cstdio>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "core/engine/curl_download.h"
#include "tests/support/error_of.h"
#include "tests/support/files_in.h"
#include "tests/support/python.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

using testing::HasSubstr;

class Download : public testing::Test {
protected:
    Download() : bytes_(300000, 'x') { write_file(dir_ / "there", bytes_); }

    std::string url() const { return "file://" + (dir_ / "there").string(); }

    int files_here() const {
        return static_cast<int>(std::distance(std::filesystem::directory_iterator(here_),
                                              std::filesystem::directory_iterator()));
    }

    test::TempDir dir_;
    std::string bytes_;
    std::filesystem::path here_ = [this] {
        create_folder(dir_ / "here");
        return dir_ / "here";
    }();
};

TEST_F(Download, PutsTheFileInPlaceAndCountsBytes) {
    Progress last;
    curl_download(url(), sha256_of(bytes_), here_ / "new" / "file",
                  [&](const Progress& progress) { last = progress; }, {});
    EXPECT_EQ(read_file(here_ / "new" / "file"), bytes_);
    EXPECT_EQ(last.done, 300000);
    EXPECT_EQ(last.total, 300000);
}

TEST_F(Download, OfAnotherFileLeavesTheOldOne) {
    write_file(here_ / "file", "old");
    const auto download = [&] {
        curl_download(url(), sha256_of("another"), here_ / "file", {}, {});
    };
    EXPECT_THAT(test::error_of(download).what(),
                AllOf(HasSubstr(sha256_of("another")), HasSubstr(url())));
    EXPECT_EQ(read_file(here_ / "file"), "old");
    EXPECT_EQ(files_here(), 1);
}

TEST_F(Download, OfWhatIsNotThereSaysSo) {
    EXPECT_THROW(curl_download(url() + "-not", sha256_of(bytes_), here_ / "file", {}, {}), Error);
    // Nothing listens at port 1 of this machine.
    EXPECT_THAT(test::error_of([&] {
                    curl_download("http://127.0.0.1:1/file", sha256_of(bytes_), here_ / "file", {},
                                  {});
                }).what(),
                HasSubstr("http://127.0.0.1:1/file"));
    EXPECT_THROW(curl_download("ftp://127.0.0.1/file", sha256_of(bytes_), here_ / "file", {}, {}),
                 Error);
    EXPECT_THROW(curl_download("", sha256_of(bytes_), here_ / "file", {}, {}), Error);
    EXPECT_EQ(files_here(), 0);
}

TEST_F(Download, StopsWhenAskedToAndGoesOnFromThere) {
    const CancelToken cancel;
    const auto stop = [&](const Progress&) { cancel.cancel(); };
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", stop, cancel), Cancelled);
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", {}, cancel), Cancelled);
    EXPECT_FALSE(std::filesystem::exists(here_ / "file"));
    curl_download(url(), sha256_of(bytes_), here_ / "file", {}, {});
    EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file"));
}

TEST_F(Download, PassesOnWhatTheObserverThrows) {
    const auto fail = [](const Progress&) { throw Error("no window"); };
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", fail, {}), Error);
    EXPECT_FALSE(std::filesystem::exists(here_ / "file"));
}

TEST_F(Download, AddsWhatAPartLacks) {
    write_file(here_ / "file.part", std::string(100000, 'x'));
    std::int64_t least = 300000;
    Progress last;
    curl_download(url(), sha256_of(bytes_), here_ / "file",
                  [&](const Progress& progress) {
                      least = std::min(least, progress.done);
                      last = progress;
                  },
                  {});
    EXPECT_GE(least, 100000);
    EXPECT_EQ(last, (Progress{300000, 300000}));
    EXPECT_EQ(read_file(here_ / "file"), bytes_);
    EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file"));
}

TEST_F(Download, PutsAWholePartInPlaceWithoutAConnection) {
    write_file(here_ / "file.part", bytes_);
    curl_download("http://127.0.0.1:1/file", sha256_of(bytes_), here_ / "file", {}, {});
    EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file"));
}

TEST_F(Download, BeginsAnewWhereThePartIsOfAnotherFile) {
    for (const std::size_t size : {100000U, 400000U}) {
        write_file(here_ / "file.part", std::string(size, 'y'));
        curl_download(url(), sha256_of(bytes_), here_ / "file", {}, {});
        EXPECT_EQ(read_file(here_ / "file"), bytes_);
        EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file"));
    }
}

TEST_F(Download, MayBeKnownByTheFirstDigitsOfItsSum) {
    const std::string sum = sha256_of(bytes_);
    curl_download(url(), sum.substr(0, 8), here_ / "file", {}, {});
    EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file", "file.sha256"));
    EXPECT_EQ(read_file(here_ / "file.sha256"), sum + "  file\n");
    EXPECT_THAT(
        test::error_of([&] { curl_download(url(), "00000000", here_ / "other", {}, {}); }).what(),
        HasSubstr("begin with 00000000"));
    EXPECT_FALSE(std::filesystem::exists(here_ / "other"));
    EXPECT_FALSE(std::filesystem::exists(here_ / "other.part"));
}

/// A server of 300 000 bytes on this machine, which lives for so many requests: /cut breaks off
/// after a third unless a range is asked for, /whole knows no ranges.
class Server {
public:
    explicit Server(const std::string& python, const std::filesystem::path& folder, int requests) {
        write_file(folder / "server.py", R"(
import http.server, sys
bytes_ = b'x' * 300000
class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        begin = 0
        asked = self.headers.get('Range')
        if asked and self.path == '/cut':
            begin = int(asked[len('bytes='):].split('-')[0])
            self.send_response(206)
            self.send_header('Content-Range', 'bytes %d-299999/300000' % begin)
        else:
            self.send_response(200)
        self.send_header('Content-Length', str(300000 - begin))
        self.end_headers()
        cut = self.path == '/cut' and not asked
        self.wfile.write(bytes_[begin:100000 if cut else 300000])
        self.close_connection = True
    def log_message(self, *arguments):
        pass
server = http.server.HTTPServer(('127.0.0.1', 0), Handler)
print(server.server_address[1], flush=True)
for i in range(int(sys.argv[1])):
    server.handle_request()
)");
        const std::string command =
            python + " '" + (folder / "server.py").string() + "' " + std::to_string(requests);
        pipe_ = ::popen(command.c_str(), "r");
        if (pipe_ == nullptr || std::fscanf(pipe_, "%d", &port_) != 1)
            throw Error("the server does not start");
    }
    ~Server() { ::pclose(pipe_); }
    Server(const Server&) = delete;
    Server& operator=(const Server&) = delete;

    std::string url(const char* path) const {
        return "http://127.0.0.1:" + std::to_string(port_) + path;
    }

private:
    FILE* pipe_ = nullptr;
    int port_ = 0;
};

TEST_F(Download, FromTheWebGoesOnWhereItBrokeOff) {
    const std::string python = test::python_with("http.server");
    if (python.empty())
        GTEST_SKIP() << "there is no Python here, nothing was tested";
    const Server server(python, dir_.path(), 2);
    const auto download = [&] {
        curl_download(server.url("/cut"), sha256_of(bytes_), here_ / "file", {}, {});
    };
    EXPECT_THAT(test::error_of(download).advice(), HasSubstr("goes on from there"));
    EXPECT_EQ(read_file(here_ / "file.part").size(), 100000U);
    download();
    EXPECT_EQ(read_file(here_ / "file"), bytes_);
    EXPECT_THAT(test::files_in(here_), testing::ElementsAre("file"));
}

TEST_F(Download, BeginsAnewWhereTheServerKnowsNoRanges) {
    const std::string python = test::python_with("http.server");
    if (python.empty())
        GTEST_SKIP() << "there is no Python here, nothing was tested";
    const Server server(python, dir_.path(), 2);
    write_file(here_ / "file.part", std::string(100000, 'x'));
    curl_download(server.url("/whole"), sha256_of(bytes_), here_ / "file", {}, {});
    EXPECT_EQ(read_file(here_ / "file"), bytes_);
}

}  // namespace
}  // namespace rudolph
