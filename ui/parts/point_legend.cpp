#include "ui/parts/point_legend.h"

#include <QEvent>

namespace rudolph {

PointLegend::PointLegend(QWidget* parent) : QLabel(parent) {
    setTextFormat(Qt::RichText);
    updateText();
}

void PointLegend::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        updateText();
}

void PointLegend::updateText() {
    const bool dark = palette().color(QPalette::Window).lightnessF() < 0.5;
    setText(QStringLiteral("<span style='color:%1'>●</span> %2 &nbsp; "
                           "<span style='color:%3'>✕</span> %4")
                .arg(dark ? QStringLiteral("#3ddc84") : QStringLiteral("#1b9e4b"), tr("truth"),
                     dark ? QStringLiteral("#ff6b6b") : QStringLiteral("#d62728"),
                     tr("prediction")));
}

}  // namespace rudolph
