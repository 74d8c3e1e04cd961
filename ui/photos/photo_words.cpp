#include "ui/photos/photo_words.h"

#include <QDir>
#include <QStringList>
#include <algorithm>
#include <cmath>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/base/tr.h"

namespace rudolph {
namespace {

/// Below, a head looks straight ahead as far as the angles are good.
constexpr double kStraightDeg = 8;

QString degrees(double angle) {
    return countText(std::lround(std::abs(angle)));
}

}  // namespace

QString faceLabel(int number, const PhotoFace& face) {
    QString text = tr("Face %1").arg(number);
    if (!face.confidence)
        return text;
    text += QStringLiteral(" · ") + confidenceText(face.confidence->face);
    return face.doubtful() ? tr("%1, doubtful").arg(text) : text;
}

QString poseText(const HeadAngles& angles) {
    QStringList parts;
    if (std::abs(angles.yaw) >= kStraightDeg)
        parts << (angles.yaw > 0 ? tr("turned %1° to the right") : tr("turned %1° to the left"))
                     .arg(degrees(angles.yaw));
    if (std::abs(angles.pitch) >= kStraightDeg)
        parts << (angles.pitch > 0 ? tr("%1° up") : tr("%1° down")).arg(degrees(angles.pitch));
    if (parts.isEmpty())
        parts << tr("straight into the camera");
    if (std::abs(angles.roll) >= kStraightDeg)
        parts << (angles.roll > 0 ? tr("tilted %1° to the right") : tr("tilted %1° to the left"))
                     .arg(degrees(angles.roll));
    return parts.join(QStringLiteral(", "));
}

QString clockText(double seconds) {
    const auto whole = static_cast<long long>(std::max(0.0, seconds));
    const auto two = [](long long number) {
        return QStringLiteral("%1").arg(number, 2, 10, QLatin1Char('0'));
    };
    if (whole < 3600)
        return QStringLiteral("%1:%2").arg(whole / 60).arg(two(whole % 60));
    return QStringLiteral("%1:%2:%3").arg(whole / 3600).arg(two(whole / 60 % 60), two(whole % 60));
}

QString photoSummary(const PhotoEntry& entry) {
    if (entry.isVideo() && entry.state != PhotoState::Broken)
        return entry.seconds > 0 ? tr("video, %1").arg(clockText(entry.seconds)) : tr("video");
    switch (entry.state) {
        case PhotoState::Waiting:
            return tr("waiting");
        case PhotoState::Broken:
            return tr("cannot be read");
        case PhotoState::Done:
            break;
    }
    const auto faces = static_cast<int>(entry.reading.faces.size());
    if (faces == 0)
        return tr("no face found");
    QString text = tr("%Ln face(s)", nullptr, faces);
    if (const int doubtful = entry.doubtfulCount(); doubtful > 0)
        text = faces == 1 ? tr("%1, doubtful").arg(text)
                          : tr("%1, %2 doubtful").arg(text, countText(doubtful));
    return text;
}

QString photoTip(const PhotoEntry& entry) {
    QStringList lines = {QDir::toNativeSeparators(toQString(entry.file)),
                         sentence(photoSummary(entry))};
    if (!entry.problem.isEmpty())
        lines << entry.problem;
    return plainTip(lines.join('\n'));
}

QString countsText(const PhotoCounts& counts) {
    QStringList parts;
    if (counts.pictures > 0 || counts.videos == 0)
        parts << tr("%Ln photograph(s)", nullptr, counts.pictures);
    if (counts.videos > 0)
        parts << tr("%Ln video(s)", nullptr, counts.videos);
    if (counts.pictures > 0)
        parts << tr("%Ln face(s)", nullptr, counts.faces);
    if (counts.doubtful > 0)
        parts << tr("%1 doubtful").arg(countText(counts.doubtful));
    if (counts.without_face > 0)
        parts << tr("%1 without a face").arg(countText(counts.without_face));
    if (counts.broken > 0)
        parts << tr("%1 broken").arg(countText(counts.broken));
    if (counts.waiting > 0)
        parts << tr("%1 waiting").arg(countText(counts.waiting));
    return parts.join(QStringLiteral(" · "));
}

QString detectorName(DetectorKind kind) {
    return kind == DetectorKind::Hog ? QStringLiteral("HOG") : QStringLiteral("YuNet");
}

}  // namespace rudolph
