#pragma once

#include <QObject>
#include <QThreadPool>
#include <filesystem>
#include <vector>

#include "core/base/cancel_token.h"

namespace rudolph {

/// What is in files and folders.
struct FoundPhotos {
    std::vector<std::filesystem::path> files;  ///< photographs and videos, by name in each folder
    int others = 0;                            ///< named files that are neither
};

/// Looks through folders and all that is in them, hidden ones left out. Throws Cancelled.
FoundPhotos findPhotos(const std::vector<std::filesystem::path>& paths, const CancelToken& cancel);

/// Does so in the background, one after the other. Used on the main thread.
class PhotoFinder : public QObject {
    Q_OBJECT

public:
    explicit PhotoFinder(QObject* parent = nullptr);
    ~PhotoFinder() override;

    void find(const std::vector<std::filesystem::path>& paths);

signals:
    void found(const rudolph::FoundPhotos& photos);

private:
    QThreadPool pool_;
    CancelToken cancel_;
};

}  // namespace rudolph
