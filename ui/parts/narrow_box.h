#pragma once

#include <QComboBox>

namespace rudolph {

/// Lets a box take the width there is, at least that of so many characters, however long the texts
/// in it are.
inline void letShrink(QComboBox* box, int characters) {
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(characters);
}

/// Such a box.
inline QComboBox* makeNarrowBox(QWidget* parent, const char* id, int characters,
                                const QString& name = {}, const QString& tip = {}) {
    auto* box = new QComboBox(parent);
    box->setObjectName(QLatin1String(id));
    box->setAccessibleName(name);
    box->setToolTip(tip);
    letShrink(box, characters);
    return box;
}

}  // namespace rudolph
