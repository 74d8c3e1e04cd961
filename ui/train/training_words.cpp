#include "ui/train/training_words.h"

#include "ui/base/number_text.h"
#include "ui/session/trainings.h"

namespace rudolph {
QString trainingEndText(const TrainingEnd& end) {
    const RunSummary& summary = end.run.summary;
    const QString name = QString::fromStdString(end.run.name);
    if (end.run.folder.empty())
        return Trainings::tr("Stopped before training began; there is no run to keep.");
    if (summary.epochs_done == 0)
        return (Trainings::tr("Stopped before the first epoch was over. The run is kept as “%1”.")
                    .arg(name) +
                QLatin1Char(' ') + Trainings::whyNotFurther(end.run))
            .trimmed();
    QString text = end.stopped
                       ? Trainings::tr("Stopped after epoch %1 of %2; the run is kept as “%3”.")
                             .arg(summary.epochs_done)
                             .arg(end.run.experiment.epochs)
                             .arg(name)
                       : Trainings::tr("Finished %n epoch(s) in %1.", nullptr, summary.epochs_done)
                             .arg(durationText(summary.seconds));
    text += Trainings::tr(
                " Best after epoch %1: mean error %2, %3 than always answering the average "
                "place (%4).")
                .arg(summary.best_epoch)
                .arg(pixelText(summary.error_px),
                     advantageText(summary.error_px, summary.constant_error_px),
                     pixelText(summary.constant_error_px));
    return text;
}

}  // namespace rudolph
