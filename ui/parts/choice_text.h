#pragma once

#include <QString>
#include <string>

namespace rudolph {

/// A choice of a setting ("face-box") as people read it, in their language ("Face box").
QString choiceText(const std::string& choice);

}  // namespace rudolph
