#include "core/engine/curl_download.h"

#include <curl/curl.h>

#include <array>
#include <exception>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/offered_file.h"
#include "core/base/sha256.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

/// Files are read into memory for their sum; weights are much smaller.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr long kSecondsToConnect = 20;
/// Given up when fewer than this many bytes a second come for so long.
constexpr long kLeastSpeed = 100;
constexpr long kSecondsOfSilence = 30;
constexpr long kMostRedirections = 10;
constexpr long kRangeNotThere = 416;
constexpr const char* kAgent = "rudolph/" RUDOLPH_VERSION;

struct Transfer {
    std::ofstream& part;
    std::size_t size;  ///< of the part
    const ProgressCallback& progress;
    const CancelToken& cancel;
    std::size_t begin = size;             ///< what of it was there before
    bool is_full = false;                 ///< the part could not be written
    std::exception_ptr failed = nullptr;  ///< what the callback threw: not through C code
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (transfer.size + size * count > kMostBytes)
        return 0;
    if (!transfer.part.write(bytes, static_cast<std::streamsize>(size * count)).flush()) {
        transfer.is_full = true;
        return 0;
    }
    transfer.size += size * count;
    return size * count;
}

/// Anything but 0 stops the transfer.
int tell(void* user, curl_off_t total, curl_off_t done, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (transfer.cancel.is_cancelled())
        return 1;
    const auto before = static_cast<std::int64_t>(transfer.begin);
    try {
        if (transfer.progress)
            transfer.progress({before + done, total > 0 ? before + total : 0});
    } catch (...) {
        transfer.failed = std::current_exception();
        return 1;
    }
    return 0;
}

using Handle = std::unique_ptr<CURL, decltype(&curl_easy_cleanup)>;

Handle make_handle() {
    static std::once_flag once;
    std::call_once(once, [] { curl_global_init(CURL_GLOBAL_DEFAULT); });
    Handle handle(curl_easy_init(), &curl_easy_cleanup);
    if (handle == nullptr)
        throw Error("libcurl cannot be started");
    return handle;
}

void prepare(CURL* curl, const std::string& url, Transfer& transfer, char* reason) {
    curl_easy_setopt(curl, CURLOPT_URL, url.c_str());
#if LIBCURL_VERSION_NUM >= 0x075500
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS_STR, "https,http,file");
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS_STR, "https,http");
#else
    curl_easy_setopt(curl, CURLOPT_PROTOCOLS, CURLPROTO_HTTPS | CURLPROTO_HTTP | CURLPROTO_FILE);
    curl_easy_setopt(curl, CURLOPT_REDIR_PROTOCOLS, CURLPROTO_HTTPS | CURLPROTO_HTTP);
#endif
    curl_easy_setopt(curl, CURLOPT_FOLLOWLOCATION, 1L);
    curl_easy_setopt(curl, CURLOPT_MAXREDIRS, kMostRedirections);
    curl_easy_setopt(curl, CURLOPT_FAILONERROR, 1L);
    curl_easy_setopt(curl, CURLOPT_USERAGENT, kAgent);
    curl_easy_setopt(curl, CURLOPT_CONNECTTIMEOUT, kSecondsToConnect);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_LIMIT, kLeastSpeed);
    curl_easy_setopt(curl, CURLOPT_LOW_SPEED_TIME, kSecondsOfSilence);
    // Signals would not do in a program with threads.
    curl_easy_setopt(curl, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(curl, CURLOPT_ERRORBUFFER, reason);
    curl_easy_setopt(curl, CURLOPT_RESUME_FROM_LARGE, static_cast<curl_off_t>(transfer.begin));
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &tell);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

/// What has come of a file whose download broke off; nobody else looks at it, so it may be a piece.
fs::path part_of(fs::path destination) {
    return destination += ".part";
}

std::size_t size_of(const fs::path& file) {
    std::error_code none;
    const auto size = fs::file_size(file, none);
    return none ? 0 : static_cast<std::size_t>(size);
}

void remove_part(const fs::path& part) {
    std::error_code ignored;
    fs::remove(part, ignored);
}

/// Adds to the part what it lacks. False where the server cannot go on from there.
bool transfer_rest(const std::string& url, const fs::path& part, const ProgressCallback& progress,
                   const CancelToken& cancel) {
    std::ofstream stream(part, std::ios::binary | std::ios::app);
    if (!stream)
        throw Error("cannot be written", {part});
    Transfer transfer{stream, size_of(part), progress, cancel};
    std::array<char, CURL_ERROR_SIZE> reason{};
    const Handle handle = make_handle();
    prepare(handle.get(), url, transfer, reason.data());
    const CURLcode code = curl_easy_perform(handle.get());
    stream.close();
    if (transfer.size == 0)
        remove_part(part);
    cancel.throw_if_cancelled();
    if (transfer.failed != nullptr)
        std::rethrow_exception(transfer.failed);
    if (transfer.is_full || !stream)
        throw Error("cannot be written", {part}, "is the disk full?");
    if (code == CURLE_OK)
        return true;
    long status = 0;
    curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &status);
    if (transfer.begin > 0 && transfer.size == transfer.begin &&
        (code == CURLE_RANGE_ERROR || code == CURLE_BAD_DOWNLOAD_RESUME ||
         status == kRangeNotThere))
        return false;
    throw Error("cannot be downloaded from " + url + ": " +
                    (reason[0] != '\0' ? reason.data() : curl_easy_strerror(code)),
                {},
                transfer.size == 0 ? "check the connection and try again"
                                   : "check the connection and try again: it goes on from there");
}

std::string downloaded(const std::string& url, const fs::path& part,
                       const ProgressCallback& progress, const CancelToken& cancel) {
    if (!transfer_rest(url, part, progress, cancel)) {
        remove_part(part);
        transfer_rest(url, part, progress, cancel);
    }
    // An empty file leaves no part.
    return size_of(part) == 0 ? std::string() : read_file(part, kMostBytes);
}

}  // namespace

void curl_download(const std::string& url, const std::string& sha256, const fs::path& destination,
                   const ProgressCallback& progress, const CancelToken& cancel) {
    cancel.throw_if_cancelled();
    const fs::path part = part_of(destination);
    create_folder(fs::absolute(destination).parent_path());
    const bool goes_on = size_of(part) > 0;
    // A part may be whole already, when the program ended before the file was put in place.
    std::string bytes = goes_on ? read_file(part, kMostBytes) : std::string();
    std::string sum = sha256_of(bytes);
    if (!goes_on || !is_sha256(sum, sha256)) {
        bytes = downloaded(url, part, progress, cancel);
        sum = sha256_of(bytes);
    }
    if (goes_on && !is_sha256(sum, sha256)) {
        // The part may have been of another file.
        remove_part(part);
        bytes = downloaded(url, part, progress, cancel);
        sum = sha256_of(bytes);
    }
    if (!is_sha256(sum, sha256)) {
        remove_part(part);
        throw Error("what came from " + url + " is not what was expected: its SHA-256 is " + sum +
                        " and should " + (sha256.size() < sum.size() ? "begin with " : "be ") +
                        sha256,
                    {}, "try again later; nothing was kept");
    }
    keep_downloaded(destination, bytes, sha256);
    remove_part(part);
}

}  // namespace rudolph
