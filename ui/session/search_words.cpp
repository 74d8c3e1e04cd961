#include "ui/session/search_words.h"

#include <QStringList>

#include "ui/base/number_text.h"
#include "ui/base/tr.h"

namespace rudolph {
namespace {

QString searchStateText(QueuedTraining::State state, int tried) {
    switch (state) {
        case QueuedTraining::State::Waiting:
            return tried > 0 ? tr("search, goes on") : tr("search, waiting");
        case QueuedTraining::State::Running:
            return tr("search goes on");
        case QueuedTraining::State::Finished:
            return tr("search finished");
        case QueuedTraining::State::Stopped:
            return tr("search stopped");
        case QueuedTraining::State::Failed:
            return tr("search failed");
    }
    return {};
}

double secondsDone(const HalvingSearch& search) {
    double seconds = 0;
    for (const SearchTrial& trial : search.trials)
        seconds += trial.progress.seconds;
    return seconds;
}

}  // namespace

QString searchText(const HalvingSearch& search, QueuedTraining::State state) {
    const int tried = counts_of(search).tried;
    if (state != QueuedTraining::State::Waiting && state != QueuedTraining::State::Running)
        return searchStateText(state, tried);
    return QStringLiteral("%1: %2").arg(
        searchStateText(state, tried),
        tr("%1 of %2").arg(countText(tried), countText(std::ssize(search.trials))));
}

QString searchTip(const HalvingSearch& search) {
    const SearchCounts counts = counts_of(search);
    QStringList parts{
        tr("%1 of %2 tried").arg(countText(counts.tried), countText(std::ssize(search.trials)))};
    if (counts.stopped_early > 0)
        parts << tr("%1 stopped early").arg(countText(counts.stopped_early));
    if (counts.failed > 0)
        parts << tr("%1 failed").arg(countText(counts.failed));
    const long long epochs = halving_epochs_done(search.progress());
    if (search.plan.most_seconds > 0)
        parts << tr("%1 of %2")
                     .arg(durationText(secondsDone(search)),
                          durationText(search.plan.most_seconds));
    else if (search.plan.most_epochs > 0)
        parts << tr("%1 of %2 epochs").arg(countText(epochs), countText(search.plan.most_epochs));
    return parts.join(QStringLiteral(", "));
}

QString searchStepText(const HalvingSearch& search, const HalvingStep& step) {
    return tr("Experiment %1 of %2, up to epoch %3 of %4")
        .arg(step.trial + 1)
        .arg(search.trials.size())
        .arg(step.until)
        .arg(search.plan.epochs);
}

QString searchCostText(const HalvingPlan& plan, int experiments) {
    QStringList rungs;
    for (const int epochs : halving_rungs(plan))
        rungs << countText(epochs);
    const QString last = rungs.takeLast();
    const long long whole = static_cast<long long>(plan.epochs) * experiments;
    const QString course =
        tr("They are compared after %1 epochs; one in %2 goes on each time, the best to all %3.")
            .arg(rungs.join(QStringLiteral(", ")))
            .arg(plan.factor)
            .arg(last);
    const QString cost =
        plan.most_seconds > 0
            ? tr("This takes %1 of training at most.").arg(durationText(plan.most_seconds))
            : tr("This takes %1 epochs at most; all to their end would take %2.")
                  .arg(countText(std::min(plan.most_epochs, whole)), countText(whole));
    const bool none_ends = plan.most_epochs > 0 && plan.most_epochs < plan.epochs;
    return course + QLatin1Char(' ') + cost +
           (none_ends ? QLatin1Char(' ') + tr("None can be trained to its end with that.")
                      : QString());
}

}  // namespace rudolph
