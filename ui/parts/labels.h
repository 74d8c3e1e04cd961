#pragma once

#include <QDir>
#include <QLabel>

#include "ui/base/plain_tip.h"

namespace rudolph {

/// A label of plain words that wraps.
inline QLabel* makePlainLabel(QWidget* parent = nullptr) {
    auto* label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    return label;
}

/// The same, which may be narrower than its longest word.
inline QLabel* makeNarrowLabel(QWidget* parent, const QString& text = {}) {
    QLabel* label = makePlainLabel(parent);
    label->setText(text);
    label->setMinimumWidth(1);
    return label;
}

/// Sets words in bold, so many times as large as they were.
inline void embolden(QWidget* widget, double larger = 1) {
    QFont font = widget->font();
    font.setBold(true);
    if (larger != 1)
        font.setPointSizeF(font.pointSizeF() * larger);
    widget->setFont(font);
}

/// A folder's name, without its middle where it is long; the whole is in the tip.
inline void showFolder(QLabel* label, const QString& folder) {
    const QString name = QDir::toNativeSeparators(folder);
    label->setToolTip(plainTip(name));
    label->setText(label->fontMetrics().elidedText(name, Qt::ElideMiddle, 220));
}

}  // namespace rudolph
