#pragma once

#include <QImage>
#include <deque>
#include <filesystem>

#include "core/video/video_glance.h"
#include "ui/parts/job.h"
#include "ui/photos/photo_tools.h"

namespace rudolph {

/// The videos of the list, opened one after the other in the background for what the list shows of
/// them: a frame, and how long they last. Main thread.
class VideoGlances : public QObject {
    Q_OBJECT

public:
    explicit VideoGlances(const PhotoTools& tools, QObject* parent = nullptr);

    /// Before anything has been asked for.
    void setTools(const PhotoTools& tools) { open_ = tools.video; }
    /// `video`: the id of the entry.
    void add(int video, const std::filesystem::path& file);
    void drop(int video);
    /// Drops all that wait and what runs; whether there were any.
    bool cancelAll();
    bool isBusy() const { return running_ >= 0 || !waiting_.empty(); }

signals:
    void glanced(int video, const QImage& frame, double seconds);
    /// It cannot be read.
    void broken(int video, const QString& problem);
    /// Since it was idle last; 0 of 0: idle.
    void progressed(int done, int total);

private:
    struct Waiting {
        int video = 0;
        std::filesystem::path file;
    };

    void next();
    void over();
    void tellProgress();

    OpenVideo open_;
    std::deque<Waiting> waiting_;
    int running_ = -1;  ///< −1: none
    int done_ = 0;
    Job job_{JobOrder::Latest};  ///< last, so that it ends before what it uses
};

}  // namespace rudolph
