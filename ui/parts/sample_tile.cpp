#include "ui/parts/sample_tile.h"

#include "ui/parts/face_marks.h"

namespace rudolph {
namespace {

constexpr int kSign = 14;
constexpr int kSignGap = 4;
constexpr int kState = 18;

void paintState(QPainter& painter, const QRect& picture, FaceState state, const QPalette& palette) {
    if (state == FaceState::New)
        return;
    QRectF place(0, 0, kState, kState);
    place.moveBottomRight(QRectF(picture).bottomRight() + QPointF(2, 2));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(palette.color(QPalette::Base));
    painter.drawEllipse(place);
    paintStateMark(painter, place.adjusted(1, 1, -1, -1), state, palette);
}

}  // namespace

FaceTile sampleTile(const SampleListModel& faces, int row) {
    const int face = faces.faceAt(row);
    const Sample& sample = faces.sample(face);
    FaceTile tile;
    tile.picture = thumbnailOf(sample);
    tile.title = QString::fromStdString(sample.id);
    tile.line = faces.summary(face);
    tile.mark = [state = sample.state](QPainter& painter, const QRect& picture,
                                       const QPalette& palette) {
        paintState(painter, picture, state, palette);
    };
    const bool problems = faces.problemCount(face) > 0;
    const bool note = !sample.note.empty();
    const bool proposal = sample.is_proposal();
    tile.signs = [=](QPainter& painter, const QRect& line, const QPalette& palette) {
        QRectF place(line.right() + 1, line.top() + (line.height() - kSign) / 2.0, kSign, kSign);
        const auto next = [&place] {
            place.translate(-kSign, 0);
            const QRectF taken = place;
            place.translate(-kSignGap, 0);
            return taken;
        };
        if (problems)
            paintProblemMark(painter, next());
        if (note)
            paintNoteMark(painter, next());
        if (proposal)
            paintProposalMark(painter, next(), palette);
        return line.right() + 1 - static_cast<int>(place.left());
    };
    return tile;
}

}  // namespace rudolph
