#pragma once

#include <QObject>
#include <functional>
#include <map>
#include <optional>

#include "ui/parts/job.h"
#include "ui/photos/photo_looker.h"

namespace rudolph {

/// The photographs that wait to be looked at, one after the other in the background: the one on the
/// screen first, then those of the list that are in view, then in the order in which they were
/// added. What a person drags goes before all: what runs then is put off. Used on the main thread.
class PhotoJobs : public QObject {
    Q_OBJECT

public:
    explicit PhotoJobs(PhotoTools tools, QObject* parent = nullptr);

    /// Before anything has been asked for.
    void setTools(PhotoTools tools);

    /// Takes the place of what waits for the same photograph; what runs for it is cancelled.
    void add(PhotoRequest request);
    /// Before all others. Of one face that is dragged, the latest only: answers to earlier requests
    /// may never come.
    void addNow(PhotoRequest request);
    /// The photograph on the screen.
    void prefer(int photo);
    /// Asked before each photograph for those in view, from above; empty: none is known.
    void preferThose(std::function<std::vector<int>()> in_view) { in_view_ = std::move(in_view); }
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
    struct Running {
        PhotoRequest request;
        bool urgent = false;
        bool put_off = false;  ///< cancelled for something urgent, and comes again
    };

    void next();
    int nextPhoto() const;
    void send(PhotoRequest request, bool urgent);
    void over();
    void tellProgress();

    std::map<int, PhotoRequest> waiting_;  ///< by photograph
    std::optional<PhotoRequest> urgent_;
    std::optional<Running> running_;
    int preferred_ = -1;
    std::function<std::vector<int>()> in_view_;
    int done_ = 0;
    std::shared_ptr<PhotoLooker> looker_;  ///< of the background thread
    Job job_{JobOrder::Latest};            ///< last, so that it ends before what it uses
};

}  // namespace rudolph
