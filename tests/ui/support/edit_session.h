#pragma once

#include <QString>
#include <filesystem>
#include <string>
#include <vector>

#include "core/geometry/affine.h"

namespace rudolph::test {

/// One edit of a session, as its log has it.
struct LoggedEdit {
    long long milliseconds = 0;  ///< since 1970, when the edit was done
    std::string face;
    std::vector<Point> points;  ///< of the face, after it
};

/// Opens the studio's window on a folder of faces and drags points with the mouse until it is
/// killed, saving now and then; writes a line to `log` after each edit. Never returns while all
/// goes well.
int runEditSession(const QString& faces, const std::filesystem::path& log, unsigned seed);

/// Complete lines only.
std::vector<LoggedEdit> readLog(const std::filesystem::path& log);

}  // namespace rudolph::test
