#include <gmock/gmock.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"
#include "core/engine/curl_download.h"
#include "tests/support/error_of.h"
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

TEST_F(Download, StopsWhenAskedTo) {
    const CancelToken cancel;
    const auto stop = [&](const Progress&) { cancel.cancel(); };
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", stop, cancel), Cancelled);
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", {}, cancel), Cancelled);
    EXPECT_EQ(files_here(), 0);
}

TEST_F(Download, PassesOnWhatTheObserverThrows) {
    const auto fail = [](const Progress&) { throw Error("no window"); };
    EXPECT_THROW(curl_download(url(), sha256_of(bytes_), here_ / "file", fail, {}), Error);
    EXPECT_EQ(files_here(), 0);
}

}  // namespace
}  // namespace rudolph
