#include "ui/cases/finding_text.h"

#include <cmath>

#include "ui/base/glossary.h"
#include "ui/base/number_text.h"
#include "ui/base/tr.h"

namespace rudolph {

namespace {

/// Fails that are at least so many times as frequent are worth a clause.
constexpr double kMoreFailures = 1.5;
constexpr double kWorthAClause = 0.02;  ///< share of the faces that fail

/// "twice", "2.4 times", "12 times".
QString times(double factor) {
    if (std::abs(factor - 2) < 0.05)
        return tr("twice");
    return tr("%1 times").arg(decimalText(factor, factor < 10 ? 1 : 0));
}

/// As the beginning of a sentence, with its verb.
QString partAsSubject(FacePart part) {
    switch (part) {
        case FacePart::Jaw:
            return tr("The jaw is");
        case FacePart::Brows:
            return tr("The brows are");
        case FacePart::Nose:
            return tr("The nose is");
        case FacePart::Eyes:
            return tr("The eyes are");
        case FacePart::Mouth:
            return tr("The mouth is");
        case FacePart::Other:
            break;
    }
    return tr("Other points are");
}

QString partAsObject(FacePart part) {
    switch (part) {
        case FacePart::Jaw:
            return tr("the jaw");
        case FacePart::Brows:
            return tr("the brows");
        case FacePart::Nose:
            return tr("the nose");
        case FacePart::Eyes:
            return tr("the eyes");
        case FacePart::Mouth:
            return tr("the mouth");
        case FacePart::Other:
            break;
    }
    return tr("other points");
}

/// ", and fail three times as often"; empty when that says nothing.
QString failures(const Finding& finding) {
    if (!(finding.failing >= kWorthAClause))
        return {};
    if (finding.others_failing == 0)
        return tr(", and %1 of them fail, of the others none").arg(percentText(finding.failing));
    const double factor = finding.failing / finding.others_failing;
    if (!(factor >= kMoreFailures))
        return {};
    return tr(", and fail %1 as often").arg(times(factor));
}

}  // namespace

QString findingText(const Finding& finding) {
    const QString factor = times(finding.factor);
    const QString limit = decimalText(finding.limit, 0);
    switch (finding.kind) {
        case FindingKind::Collapsed:
            return tr("Predicted shapes vary %1 times as much as true ones: the network draws "
                      "nearly the same face")
                .arg(decimalText(finding.factor, 2));
        case FindingKind::WrongTurns:
            return tr("%1 of %2 turned heads are drawn turned the wrong way")
                .arg(countText(finding.faces), countText(finding.others));
        case FindingKind::Turned:
            return tr("Turned heads are off %1 as much as frontal ones").arg(factor) +
                   failures(finding);
        case FindingKind::Rolled:
            return tr("Heads tilted by more than %1° are off %2 as much as upright ones")
                       .arg(limit, factor) +
                   failures(finding);
        case FindingKind::Dark:
            return tr("Faces darker than %1 are off %2 as much as others").arg(limit, factor) +
                   failures(finding);
        case FindingKind::Bright:
            return tr("Faces brighter than %1 are off %2 as much as others").arg(limit, factor) +
                   failures(finding);
        case FindingKind::LowContrast:
            return tr("Faces with less contrast than %1 are off %2 as much as others")
                       .arg(limit, factor) +
                   failures(finding);
        case FindingKind::Small:
            return tr("Faces smaller than %1 px are off %2 as much as larger ones")
                       .arg(limit, factor) +
                   failures(finding);
        case FindingKind::Part:
            return tr("%1 off %2 as much as %3")
                .arg(partAsSubject(finding.worst), factor, partAsObject(finding.best));
        case FindingKind::Outliers:
            if (finding.faces == 1)
                return tr("One face is off %1 as much as is typical: perhaps its truth is wrong")
                    .arg(factor);
            return tr("%1 faces are off %2 as much as is typical: perhaps their truth is wrong")
                .arg(countText(finding.faces), factor);
    }
    return {};
}

QString findingDetails(const Finding& finding) {
    switch (finding.kind) {
        case FindingKind::Collapsed:
            return QStringLiteral("%1 %2").arg(termTip(Term::Gauge),
                                               tr("Of %1 faces.").arg(countText(finding.faces)));
        case FindingKind::WrongTurns:
            return tr("Heads more than one standard deviation from frontal.");
        case FindingKind::Part:
            return tr("Compared on %1 faces. Choosing this shows the faces where that part is off "
                      "most.")
                .arg(countText(finding.faces));
        case FindingKind::Outliers:
            return tr("They make %1 of the whole error more than typical faces would.")
                .arg(percentText(finding.weight));
        default:
            break;
    }
    QString text =
        tr("%1 faces beside %2 others. If they were as good, %3 of the error would go.")
            .arg(countText(finding.faces), countText(finding.others), percentText(finding.weight));
    if (finding.kind == FindingKind::Turned)
        text +=
            QLatin1Char(' ') +
            tr("Turned by more than %1 standard deviations.").arg(decimalText(finding.limit, 1));
    if (std::isfinite(finding.failing) && std::isfinite(finding.others_failing))
        text += QLatin1Char(' ') +
                tr("An NME above 8 % have %1 of them, and %2 of the others.")
                    .arg(percentText(finding.failing), percentText(finding.others_failing));
    return text;
}

QString partName(FacePart part) {
    switch (part) {
        case FacePart::Jaw:
            return tr("Jaw");
        case FacePart::Brows:
            return tr("Brows");
        case FacePart::Nose:
            return tr("Nose");
        case FacePart::Eyes:
            return tr("Eyes");
        case FacePart::Mouth:
            return tr("Mouth");
        case FacePart::Other:
            break;
    }
    return tr("Other");
}

QString attributeName(Attribute attribute) {
    switch (attribute) {
        case Attribute::Brightness:
            return tr("Brightness");
        case Attribute::Contrast:
            return tr("Contrast");
        case Attribute::Yaw:
            return tr("Head turn");
        case Attribute::Roll:
            return tr("Roll");
        case Attribute::Size:
            return tr("Face size");
    }
    return {};
}

QString attributeLabel(Attribute attribute) {
    switch (attribute) {
        case Attribute::Brightness:
            return tr("Brightness, mean grey of 255");
        case Attribute::Contrast:
            return tr("Contrast, grey levels");
        case Attribute::Yaw:
            return tr("Head turn, standard deviations");
        case Attribute::Roll:
            return tr("Roll, degrees");
        case Attribute::Size:
            return tr("Face size, px");
    }
    return {};
}

QString attributeText(Attribute attribute, double value) {
    switch (attribute) {
        case Attribute::Brightness:
            return tr("brightness %1").arg(decimalText(value, 0));
        case Attribute::Contrast:
            return tr("contrast %1").arg(decimalText(value, 0));
        case Attribute::Yaw:
            return tr("turned by %1 sd").arg(decimalText(value, 1));
        case Attribute::Roll:
            return tr("rolled by %1°").arg(decimalText(value, 0));
        case Attribute::Size:
            return tr("%1 px large").arg(decimalText(value, 0));
    }
    return {};
}

}  // namespace rudolph
