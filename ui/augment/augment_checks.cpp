#include "ui/augment/augment_checks.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>

#include "ui/base/number_text.h"
#include "ui/base/palette.h"
#include "ui/parts/labels.h"

namespace rudolph {
namespace {

/// More of the points outside than this and the network is asked for what it cannot see.
constexpr double kMostOutside = 0.05;

QString richTip(const QString& text) {
    return QStringLiteral("<p>%1</p>").arg(text.toHtmlEscaped());
}

}  // namespace

AugmentChecks::AugmentChecks(QWidget* parent) : QWidget(parent) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(1, 1);
    for (size_t i = 0; i < lines_.size(); ++i) {
        Line& line = lines_[i];
        line.mark = new QLabel(this);
        embolden(line.mark);
        // The longest of the marks: nothing moves when one changes.
        line.mark->setMinimumWidth(line.mark->fontMetrics().horizontalAdvance(tr("✗ Look")) + 8);
        line.text = new QLabel(this);
        line.text->setWordWrap(true);
        grid->addWidget(line.mark, static_cast<int>(i), 0, Qt::AlignTop);
        grid->addWidget(line.text, static_cast<int>(i), 1);
    }
    clear();
}

void AugmentChecks::clear() {
    for (int line = 0; line < static_cast<int>(lines_.size()); ++line)
        setLine(line, Verdict::None, {}, {});
}

void AugmentChecks::setCheck(const AugmentationCheck& check) {
    if (check.draws == 0)
        return clear();
    const QString flip_tip =
        tr("The flipped crop is mirrored back and compared with the original.");
    const QString sides_tip =
        tr("In a flipped face the left eye is the other one: the points must have changed their "
           "names, so that the left ones still lie left.");
    if (!check.can_flip) {
        const QString text =
            tr("Faces cannot be flipped: the scheme does not say which points "
               "mirror each other.");
        setLine(kFlip, Verdict::None, text, flip_tip);
        setLine(kSides, Verdict::None, tr("Left and right are not known."), sides_tip);
    } else {
        setLine(kFlip, check.flips_back() ? Verdict::Good : Verdict::Bad,
                check.flips_back() ? tr("Flipped twice equals the original.")
                                   : tr("Flipped twice differs from the original: points by %1.")
                                         .arg(pixelText(check.flip_point_error)),
                flip_tip);
        if (check.sided_points == 0)
            setLine(kSides, Verdict::None, tr("No point has a partner on the other side."),
                    sides_tip);
        else if (check.changed_sides == 0)
            setLine(kSides, Verdict::Good, tr("Left points stay left in flipped faces."),
                    sides_tip);
        else
            setLine(kSides, Verdict::Bad,
                    tr("%1 of %2 points change sides in flipped faces: pair left with right in the "
                       "scheme's editor.")
                        .arg(countText(check.changed_sides), countText(check.sided_points)),
                    sides_tip);
    }
    setLine(kOutside, check.outside <= kMostOutside ? Verdict::Good : Verdict::Bad,
            tr("%1 of the points leave the crop (%2 without augmentation).")
                .arg(percentText(check.outside), percentText(check.outside_plain)),
            tr("Over %1 draws of the faces that are shown. Points outside the crop teach the "
               "network to guess; up to %2 does no harm.")
                .arg(countText(check.draws), percentText(kMostOutside)));
}

void AugmentChecks::setLine(int line, Verdict verdict, const QString& text, const QString& tip) {
    Line& changed = lines_[static_cast<size_t>(line)];
    changed.verdict = verdict;
    changed.text->setText(text);
    for (QLabel* label : {changed.mark, changed.text})
        label->setToolTip(tip.isEmpty() ? QString() : richTip(tip));
    showMark(changed);
}

void AugmentChecks::showMark(const Line& line) {
    QPalette colours = palette();
    if (line.verdict == Verdict::Good)
        colours.setColor(QPalette::WindowText, colourOf(Hue::Good, palette()));
    else if (line.verdict == Verdict::Bad)
        colours.setColor(QPalette::WindowText, colourOf(Hue::Bad, palette()));
    line.mark->setPalette(colours);
    line.mark->setText(line.text->text().isEmpty()     ? QString()
                       : line.verdict == Verdict::Good ? tr("✓ Good")
                       : line.verdict == Verdict::Bad  ? tr("✗ Look")
                                                       : QStringLiteral("–"));
}

void AugmentChecks::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        for (const Line& line : lines_)
            showMark(line);
}

QString AugmentChecks::text(int line) const {
    return lines_[static_cast<size_t>(line)].text->text();
}

}  // namespace rudolph
