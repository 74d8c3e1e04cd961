#pragma once

#include <QObject>
#include <QString>
#include <QTimer>
#include <vector>

#include "ui/session/navigation.h"

namespace rudolph {

class Activities;
class Job;

/// Something that may go on in the background: what it is, how far it is, how to cancel it, and the
/// page that shows it. Whoever does it owns one of these and lights it up while it goes on. Main
/// thread; `all` must outlive it.
class Activity : public QObject {
    Q_OBJECT

public:
    Activity(Activities* all, StudioPage page, QObject* parent);
    ~Activity() override;

    /// Goes on; `total` 0: nobody knows how far it is.
    void show(const QString& what, int done = 0, int total = 0);
    /// Is over.
    void end();
    /// Shows what a job does as long as it does it, and cancels it when asked. `what` is for its
    /// questions that do not say themselves what is being done; setText() changes it.
    void follow(Job* job, const QString& what);
    void setText(const QString& what);

    bool isActive() const { return active_; }
    QString what() const { return what_; }
    int done() const { return done_; }
    int total() const { return total_; }
    StudioPage page() const { return page_; }
    void cancel() { emit cancelRequested(); }

signals:
    void cancelRequested();

private:
    Activities* all_;
    StudioPage page_;
    bool active_ = false;
    QString what_;
    QString text_;  ///< of the job that is followed
    int done_ = 0;
    int total_ = 0;
};

/// All that goes on in the background. When nothing does any more, memory that it took is given
/// back to the system, of which the allocator would keep a third after an hour of trainings.
class Activities : public QObject {
    Q_OBJECT

public:
    explicit Activities(QObject* parent = nullptr);

    /// Those that go on, the one that began last at the front: it is what the person has just asked
    /// for.
    const std::vector<Activity*>& active() const { return active_; }

signals:
    /// One began, ended or went on.
    void changed();

private:
    friend class Activity;
    void tell(Activity* activity);

    std::vector<Activity*> active_;
    QTimer idle_;  ///< runs when nothing goes on
};

}  // namespace rudolph
