#pragma once

#include <QObject>
#include <QString>
#include <QThreadPool>
#include <functional>
#include <memory>
#include <type_traits>
#include <utility>

#include "core/base/cancel_token.h"
#include "core/base/progress.h"
#include "ui/base/error_text.h"

namespace rudolph {

class Job;

/// What becomes of a question when the next one is asked before it is answered.
enum class JobOrder {
    /// It is cancelled, and its answer dropped: opening, saving, measuring.
    Latest,
    /// It goes on and is answered; of those that wait, only the last is asked: pictures and
    /// previews,
    /// so that holding an arrow key down shows as many faces as the machine can manage and ends
    /// with
    /// the right one.
    Steady,
    /// Every one is asked, one after the other: what must not be lost.
    InTurn
};

/// What the work of a Job gets, on the background thread.
class JobContext {
public:
    const CancelToken& cancel() const { return cancel_; }
    /// For core's functions; callable from any thread. What comes too fast to be seen is left out,
    /// the end never is. `what`: what is being done, where a question has more than one part.
    ProgressCallback progress(const QString& what = {});
    /// Does something on the main thread before the work is over, if the question is still the
    /// latest.
    void tell(std::function<void()> then);

private:
    friend class Job;
    JobContext(Job* job, int question, CancelToken cancel)
        : job_(job), question_(question), cancel_(std::move(cancel)) {}

    Job* job_;
    int question_;
    CancelToken cancel_;
};

/// The one way to work off the main thread: asks questions one at a time on a background thread,
/// and brings each answer to the main thread if it is still wanted. An exception becomes failed(),
/// Cancelled becomes cancelled(). Used on the main thread; all signals come there.
class Job : public QObject {
    Q_OBJECT

public:
    explicit Job(JobOrder order, QObject* parent = nullptr);
    /// Cancels and waits; InTurn, everything that was asked is done first.
    ~Job() override;

    /// Runs `work(JobContext&)` in the background, on values that it owns or shares, then, on the
    /// main thread, `done` with what it returned, or with nothing where it returns nothing.
    template <class Work, class Done>
    void start(Work work, Done done) {
        startTask([work = std::move(work),
                   done = std::move(done)](JobContext& context) mutable -> Outcome {
            if constexpr (std::is_void_v<std::invoke_result_t<Work&, JobContext&>>) {
                work(context);
                return [done]() mutable { done(); };
            } else {
                auto answer =
                    std::make_shared<std::invoke_result_t<Work&, JobContext&>>(work(context));
                return [done, answer]() mutable { done(std::move(*answer)); };
            }
        });
    }

    /// Asks the work to stop; cancelled() follows, or the answer where it was there first.
    void cancel();
    /// Wants no answer any more: cancels, and nothing follows.
    void drop();
    /// Something is asked and not answered yet.
    bool isBusy() const { return pending_ > 0; }

signals:
    void progressed(const QString& what, int done, int total);
    void failed(const rudolph::ErrorText& error);
    void cancelled();
    void busyChanged(bool busy);

private:
    friend class JobContext;
    using Outcome = std::function<void()>;
    using Task = std::function<Outcome(JobContext&)>;

    void startTask(Task task);
    void run(Task task);
    void finish(int question, const Outcome& outcome);
    bool isWanted(int question) const { return question > dropped_; }

    JobOrder order_;
    QThreadPool pool_;
    Task waiting_;  ///< where only the last is asked
    CancelToken cancel_;
    int asked_ = 0;    ///< questions are numbered from 1
    int dropped_ = 0;  ///< up to this one nobody wants an answer
    int pending_ = 0;  ///< on the pool
    bool told_busy_ = false;
};

}  // namespace rudolph
