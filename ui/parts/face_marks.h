#pragma once

#include <QColor>
#include <QIcon>
#include <QPainter>
#include <QPalette>

#include "core/dataset/dataset.h"

namespace rudolph {

/// Small signs of what is known of a face, told apart by their shape as well as by their colour, in
/// a square of any size.

/// New: an empty ring; in work: half full; done: a tick; doubtful: a question mark.
void paintStateMark(QPainter& painter, const QRectF& square, FaceState state,
                    const QPalette& palette);
/// A sheet of paper, in the painter's pen.
void paintNoteMark(QPainter& painter, const QRectF& square);
/// The red cross of predictions in a broken frame: placed by a network, not looked at.
void paintProposalMark(QPainter& painter, const QRectF& square, const QPalette& palette);
/// A triangle with an exclamation mark, in the painter's pen.
void paintProblemMark(QPainter& painter, const QRectF& square);

/// The mark of a state for menus and boxes.
QIcon stateIcon(FaceState state, const QPalette& palette);

}  // namespace rudolph
