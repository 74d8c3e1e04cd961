#pragma once

#include <QHBoxLayout>
#include <QMargins>
#include <QVBoxLayout>
#include <QWidget>

namespace rudolph {

/// A column or a row of widgets, in pixels: within `parent`, or, where that is null, to be put into
/// another layout. Without margins where none are given.
inline QVBoxLayout* makeColumn(QWidget* parent, int spacing, const QMargins& margins = {}) {
    auto* column = new QVBoxLayout(parent);
    column->setContentsMargins(margins);
    column->setSpacing(spacing);
    return column;
}

inline QHBoxLayout* makeRow(QWidget* parent, int spacing, const QMargins& margins = {}) {
    auto* row = new QHBoxLayout(parent);
    row->setContentsMargins(margins);
    row->setSpacing(spacing);
    return row;
}

}  // namespace rudolph
