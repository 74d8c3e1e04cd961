#pragma once

#include <QString>
#include <vector>

#include "core/predict/photo_output.h"
#include "ui/photos/photo_list_model.h"

namespace rudolph {

/// What the list holds of photographs, for core to write; videos are left out. Photographs that
/// were not looked at, or not by the model that the others were, say so.
std::vector<PhotoResult> photoResults(const PhotoListModel& photos);
/// The model by its name, with the scheme of the points in the list.
/// The files of the videos that can be read.
std::vector<std::filesystem::path> videosOf(const PhotoListModel& photos);

PhotoModel photoModelOf(const PhotoListModel& photos, const QString& model);

}  // namespace rudolph
