#include "ui/base/glossary.h"

#include "ui/base/tr.h"

namespace rudolph {

std::vector<Term> allTerms() {
    return {Term::Nme,   Term::MeanError, Term::Auc,     Term::FailureRate, Term::Ced,
            Term::Gauge, Term::Constant,  Term::Loss,    Term::Epoch,       Term::Seed,
            Term::Share, Term::Looks,     Term::Sureness};
}

QString termName(Term term) {
    switch (term) {
        case Term::Nme:
            return QStringLiteral("NME");
        case Term::MeanError:
            return tr("Mean error");
        case Term::Auc:
            return QStringLiteral("AUC@0.08");
        case Term::FailureRate:
            return QStringLiteral("FR@0.08");
        case Term::Ced:
            return QStringLiteral("CED");
        case Term::Gauge:
            return tr("Gauge");
        case Term::Constant:
            return tr("Constant answer");
        case Term::Loss:
            return tr("Loss");
        case Term::Epoch:
            return tr("Epoch");
        case Term::Seed:
            return tr("Seed");
        case Term::Share:
            return tr("Share");
        case Term::Looks:
            return tr("Looks");
        case Term::Sureness:
            return tr("Confidence");
    }
    return {};
}

QString termTip(Term term) {
    switch (term) {
        case Term::Nme:
            return tr(
                "Normalised mean error: how far the points are off on average, over a "
                "distance of the face, most often that between the eyes. 0 is perfect; below "
                "5 % a network is usable.");
        case Term::MeanError:
            return tr(
                "The mean distance between true and predicted points, in pixels of the "
                "picture. It cannot be compared between pictures of different sizes.");
        case Term::Auc:
            return tr(
                "Area under the curve of faces by error (CED) up to an NME of 8 %: 1 if all "
                "faces were perfect, 0 if none were better than 8 %.");
        case Term::FailureRate:
            return tr("Failure rate: the share of faces whose NME is above 8 %.");
        case Term::Ced:
            return tr(
                "Cumulative error distribution: for each error, the share of faces that are "
                "at least so good. The higher the line, the better.");
        case Term::Gauge:
            return tr(
                "How much the predicted shapes vary beside the true ones, without place, "
                "size and roll. 1 is right; near 0 the network draws one face for all.");
        case Term::Constant:
            return tr(
                "Always answering the average place of the training faces. A network that is "
                "no better has learnt nothing.");
        case Term::Loss:
            return tr(
                "What training makes small: a measure of the error that a network can learn "
                "from. Comparable only between runs with the same kind of loss.");
        case Term::Epoch:
            return tr("One pass of training over all training faces.");
        case Term::Seed:
            return tr(
                "The number that all random choices follow from. The same seed gives the "
                "same run again; another seed another throw of the dice.");
        case Term::Share:
            return tr(
                "What part of the pictures an effect is applied to: 0 is none, 1 is all of "
                "them.");
        case Term::Looks:
            return tr(
                "How often the model looks at a face. Each further look crops it by the "
                "points found before, so that roll and loose boxes are gone.");
        case Term::Sureness:
            return tr(
                "How likely it is that a point is right, that is, within 8 % of the "
                "normalising distance. Calibrated on faces that the model has not learnt.");
    }
    return {};
}

QString withTerm(const QString& tip, Term term) {
    QString text;
    for (const QString& part : {tip, termTip(term)})
        if (!part.isEmpty())
            text += QStringLiteral("<p>%1</p>").arg(part.toHtmlEscaped());
    return text;
}

}  // namespace rudolph
