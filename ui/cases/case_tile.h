#pragma once

#include <QModelIndex>

#include "ui/parts/face_tile.h"

namespace rudolph {

/// A case in the gallery: its picture with truth and prediction, and the error below. The index is
/// of a CaseListModel, or of a CaseOrder over one.
FaceTile caseTile(const QModelIndex& index);

/// Of the pictures of cases, in pixels.
inline constexpr QSize kCasePicture{176, 176};
inline constexpr int kCasePadding = 6;

}  // namespace rudolph
