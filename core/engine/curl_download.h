#pragma once

#include <filesystem>
#include <string>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"

namespace rudolph {

/// See Engine::download; `sha256` may be the first digits alone. Takes https, http (what comes is
/// checked) and file addresses, follows redirections on the web, and knows no others.
void curl_download(const std::string& url, const std::string& sha256,
                   const std::filesystem::path& destination, const ProgressCallback& progress,
                   const CancelToken& cancel);

}  // namespace rudolph
