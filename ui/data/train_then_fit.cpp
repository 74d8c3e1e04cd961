#include "ui/data/train_then_fit.h"

#include "core/base/error.h"
#include "core/dataset/split.h"
#include "ui/base/path_convert.h"
#include "ui/data/network_help.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/session.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

/// Fewer say nothing of other faces.
constexpr int kFewestFaces = 8;

}  // namespace

TrainThenFit::TrainThenFit(Session* session, NetworkHelp* help, QObject* parent,
                           MakeExperiment make)
    : QObject(parent), session_(session), help_(help), make_(std::move(make)) {
    // After the queue has settled: it changes while a training is being closed.
    connect(session_->trainings().queue(), &TrainingQueue::changed, this, &TrainThenFit::look,
            Qt::QueuedConnection);
}

void TrainThenFit::setDocument(AnnotationDocument* document) {
    document_ = document;
    end();
}

void TrainThenFit::end() {
    if (!wanted_)
        return;
    wanted_.reset();
    emit changed();
}

void TrainThenFit::start() {
    if (!document_ || wanted_)
        return;
    const std::shared_ptr<const Dataset> dataset = document_->snapshot();
    const auto marked = static_cast<int>(dataset->labelled().size());
    const auto left = static_cast<int>(
        std::count_if(dataset->samples.begin(), dataset->samples.end(),
                      [](const Sample& face) { return face.points_in_image.empty(); }));
    if (left == 0) {
        session_->navigation().report(tr("Every face has points already."));
        return;
    }
    if (marked < kFewestFaces) {
        emit failed(
            tr("Only %1 faces have points to learn from.").arg(marked),
            tr("Mark %1 at least; until then Rudolph’s own model can help.").arg(kFewestFaces));
        return;
    }
    const Experiment experiment = make_(*dataset);
    try {
        make_split(*dataset, experiment.split);
    } catch (const Error& error) {
        emit failed(QString::fromStdString(error.message()),
                    QString::fromStdString(error.advice()));
        return;
    }
    wanted_ = experiment;
    Trainings& trainings = session_->trainings();
    const bool waits = trainings.isTraining();
    trainings.queue()->addNext({experiment});
    trainings.startQueue();
    emit changed();
    session_->navigation().report(
        (waits ? tr("After the training that goes on, a network is trained on %1 faces and places "
                    "the points of %2. Go on marking meanwhile.")
               : tr("A network is trained on %1 faces and then places the points of %2. Go on "
                    "marking meanwhile."))
            .arg(marked)
            .arg(left));
}

/// What has become of its training.
void TrainThenFit::look() {
    if (!wanted_)
        return;
    const std::vector<QueuedTraining>& all = session_->trainings().queue()->trainings();
    // The last one is meant: those that are over stay in the queue.
    const auto own = std::find_if(all.rbegin(), all.rend(), [this](const QueuedTraining& one) {
        return one.experiment == *wanted_;
    });
    if (own == all.rend()) {  // taken out of the queue
        end();
        return;
    }
    using State = QueuedTraining::State;
    if (own->state == State::Waiting || own->state == State::Running)
        return;
    const QString run = toQString(own->run);
    const bool finished = own->state == State::Finished && !run.isEmpty();
    end();
    if (finished)
        help_->fitRestBy(run);
    else
        emit failed(tr("The network was not trained to its end, so that it has placed no points."),
                    tr("Train again, or choose its run as the network that helps."));
}

}  // namespace rudolph
