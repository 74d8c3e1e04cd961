#include "core/engine/curl_download.h"

#include <curl/curl.h>

#include <array>
#include <exception>
#include <memory>
#include <mutex>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/sha256.h"

namespace rudolph {
namespace {

/// Files are kept in memory until their sum is known; weights are much smaller.
constexpr std::size_t kMostBytes = std::size_t{1} << 30;
constexpr long kSecondsToConnect = 20;
/// Given up when fewer than this many bytes a second come for so long.
constexpr long kLeastSpeed = 100;
constexpr long kSecondsOfSilence = 30;
constexpr long kMostRedirections = 10;
constexpr const char* kAgent = "rudolph/" RUDOLPH_VERSION;

struct Transfer {
    std::string bytes;
    const ProgressCallback& progress;
    const CancelToken& cancel;
    std::exception_ptr failed = nullptr;  ///< what the callback threw: not through C code
};

std::size_t take(char* bytes, std::size_t size, std::size_t count, void* user) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (transfer.bytes.size() + size * count > kMostBytes)
        return 0;
    try {
        transfer.bytes.append(bytes, size * count);
    } catch (...) {
        transfer.failed = std::current_exception();
        return 0;
    }
    return size * count;
}

/// Anything but 0 stops the transfer.
int tell(void* user, curl_off_t total, curl_off_t done, curl_off_t, curl_off_t) {
    auto& transfer = *static_cast<Transfer*>(user);
    if (transfer.cancel.is_cancelled())
        return 1;
    try {
        if (transfer.progress)
            transfer.progress({done, total});
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
    curl_easy_setopt(curl, CURLOPT_WRITEFUNCTION, &take);
    curl_easy_setopt(curl, CURLOPT_WRITEDATA, &transfer);
    curl_easy_setopt(curl, CURLOPT_NOPROGRESS, 0L);
    curl_easy_setopt(curl, CURLOPT_XFERINFOFUNCTION, &tell);
    curl_easy_setopt(curl, CURLOPT_XFERINFODATA, &transfer);
}

std::string downloaded(const std::string& url, const ProgressCallback& progress,
                       const CancelToken& cancel) {
    Transfer transfer{{}, progress, cancel};
    std::array<char, CURL_ERROR_SIZE> reason{};
    const Handle handle = make_handle();
    prepare(handle.get(), url, transfer, reason.data());
    const CURLcode code = curl_easy_perform(handle.get());
    cancel.throw_if_cancelled();
    if (transfer.failed != nullptr)
        std::rethrow_exception(transfer.failed);
    if (code != CURLE_OK)
        throw Error("cannot be downloaded from " + url + ": " +
                        (reason[0] != '\0' ? reason.data() : curl_easy_strerror(code)),
                    {}, "check the connection and try again");
    return std::move(transfer.bytes);
}

}  // namespace

void curl_download(const std::string& url, const std::string& sha256,
                   const std::filesystem::path& destination, const ProgressCallback& progress,
                   const CancelToken& cancel) {
    cancel.throw_if_cancelled();
    const std::string bytes = downloaded(url, progress, cancel);
    if (const std::string sum = sha256_of(bytes); sum != sha256)
        throw Error("what came from " + url + " is not what was expected: its SHA-256 is " + sum +
                        " and should be " + sha256,
                    {}, "try again later; nothing was kept");
    write_file(destination, bytes);
}

}  // namespace rudolph
