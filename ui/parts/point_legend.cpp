#include "ui/parts/point_legend.h"

#include <QEvent>

#include "ui/base/palette.h"

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
    setText(QStringLiteral("<span style='color:%1'>●</span> %2 &nbsp; "
                           "<span style='color:%3'>✕</span> %4")
                .arg(colourName(Hue::Truth, palette()), tr("truth"),
                     colourName(Hue::Prediction, palette()), tr("prediction")));
}

}  // namespace rudolph
