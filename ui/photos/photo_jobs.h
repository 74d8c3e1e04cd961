#pragma once

#include <QObject>
#include <QThread>
#include <map>
#include <optional>

#include "ui/photos/photo_worker.h"

namespace rudolph {

/// The photographs that wait to be looked at, one after the other on a thread that is started for
/// the first of them: the one on the screen first, then in the order in which they were added. What
/// a person drags goes before all: what runs then is put off. Used on the main thread.
class PhotoJobs : public QObject {
    Q_OBJECT

public:
    explicit PhotoJobs(PhotoTools tools, QObject* parent = nullptr);
    /// Cancels what runs and waits for it.
    ~PhotoJobs() override;

    /// Before anything has been asked for.
    void setTools(PhotoTools tools);

    /// Takes the place of what waits for the same photograph; what runs for it is cancelled.
    void add(PhotoRequest request);
    /// Before all others. Of one face that is dragged, the latest only: answers to earlier requests
    /// may never come.
    void addNow(PhotoRequest request);
    /// The photograph on the screen.
    void prefer(int photo);
    void drop(int photo);
    /// Drops all that wait and cancels what runs; returns the photographs concerned.
    std::vector<int> cancelAll();

    bool isBusy() const { return running_.has_value() || !waiting_.empty() || urgent_.has_value(); }

signals:
    /// Not for what was cancelled; what was done all the same is told.
    void answered(const rudolph::PhotoAnswer& answer);
    /// Since it was idle last; 0 of 0: idle.
    void progressed(int done, int total);

private:
    void startThread();
    void next();
    void send(PhotoRequest request, bool urgent);
    void finish(const PhotoAnswer& answer);
    void tellProgress();

    PhotoTools tools_;
    QThread thread_;
    PhotoWorker* worker_ = nullptr;
    std::map<int, PhotoRequest> waiting_;  ///< by photograph
    std::optional<PhotoRequest> urgent_;
    std::optional<PhotoRequest> running_;
    bool running_is_urgent_ = false;
    bool put_off_ = false;  ///< what runs is cancelled for something urgent and comes again
    int preferred_ = -1;
    int done_ = 0;
};

}  // namespace rudolph
