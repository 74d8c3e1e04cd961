#pragma once

#include <string>
#include <vector>

#include "core/base/json_fwd.h"

namespace rudolph {

/// COCO files say the same in several ways. This makes what is unusual but plain usual, in place,
/// so that reader and writer know one: ids that are text or have a point become whole numbers,
/// boxes that are objects become lists, faces that name no category are of the only one, a category
/// without names of keypoints takes those of the scheme that its faces look like (choose_scheme();
/// `hint` is the file's name; one that is missing altogether is made), and a keypoint with a
/// coordinate that is no number (null, as `NaN` is read) is not labelled. Returns a sentence for
/// each kind, with a count. What is not plain stays as it is, for the reader to name.
std::vector<std::string> mend_coco(Json& coco, const std::string& hint = {});

}  // namespace rudolph
