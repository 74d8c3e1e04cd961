#pragma once

#include "core/formats/format.h"

namespace rudolph {

/// Whole pixels, several faces a picture, and what a box says else.
FormatWriter dlib_xml_writer();

}  // namespace rudolph
