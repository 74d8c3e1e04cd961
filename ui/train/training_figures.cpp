#include "ui/train/training_figures.h"

#include "ui/base/glossary.h"
#include "ui/base/number_text.h"
#include "ui/parts/figure_row.h"
#include "ui/settings/translation.h"

namespace rudolph {

TrainingFigures::TrainingFigures(QWidget* parent)
    : QObject(parent),
      row_(new FigureRow(parent)),
      epoch_(row_->addFigure(tr("Epoch"), tr("%1 of %2").arg(888).arg(888),
                             withTerm({}, Term::Epoch))),
      nme_(row_->addFigure(tr("NME"), QStringLiteral("88.88 %"), withTerm({}, Term::Nme))),
      error_(row_->addFigure(
          tr("Mean error"), QStringLiteral("888.8 px"),
          withTerm(tr("Mean distance of predictions from the truth on the validation faces, in "
                      "pixels of the pictures"),
                   Term::MeanError))),
      validation_(row_->addFigure(
          tr("Validation loss"), QStringLiteral("0.000888"),
          withTerm(tr("Mean squared error on normalised coordinates, whichever loss training makes "
                      "small, on faces that the network never learns from"),
                   Term::Loss))),
      training_(row_->addFigure(tr("Training loss"), QStringLiteral("0.000888"),
                                tr("The same on the training faces, mean of the epoch"))),
      best_(row_->addFigure(tr("Best epoch"), QStringLiteral("888"),
                            tr("The one whose network is kept as the best"))) {}

QWidget* TrainingFigures::row() const {
    return row_;
}

void TrainingFigures::clear() {
    row_->clear();
}

void TrainingFigures::begin(const TrainingPlan& plan) {
    epochs_ = plan.epochs;
    row_->setTip(nme_, withTerm(tr("Normalised mean error: the mean error over the %1")
                                    .arg(landmarkText(plan.scheme.normaliser_name())),
                                Term::Nme));
}

void TrainingFigures::show(const EpochMetrics& metrics, bool best) {
    row_->setValue(epoch_, tr("%1 of %2").arg(metrics.epoch).arg(epochs_));
    row_->setValue(training_, lossText(metrics.train_loss));
    row_->setValue(validation_, lossText(metrics.validation_loss));
    row_->setValue(error_, pixelText(metrics.error_px));
    row_->setValue(nme_, percentText(metrics.nme));
    if (best)
        row_->setValue(best_, QString::number(metrics.epoch));
}

}  // namespace rudolph
