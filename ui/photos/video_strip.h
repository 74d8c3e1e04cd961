#pragma once

#include <QWidget>

#include "core/predict/video_survey.h"

namespace rudolph {

/// The time of a video as a strip below its slider: how sure the model is of each moment's face, by
/// height and colour, with gaps where no face was found and nothing where nobody has looked. A
/// click goes there.
class VideoStrip : public QWidget {
    Q_OBJECT

public:
    explicit VideoStrip(QWidget* parent = nullptr);

    /// `seconds`: how long the video lasts.
    void setMarks(const std::vector<FrameMark>& marks, double seconds);
    void setPlace(double seconds);

    QSize sizeHint() const override;

signals:
    void placeWanted(double seconds);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    bool event(QEvent* event) override;

private:
    /// The middle of the slider's handle at this time, so that both agree.
    double xOf(double seconds) const;
    double secondsAt(double x) const;
    /// How long a mark holds, in seconds: to the next one, unless that is far.
    double endOf(size_t mark) const;
    QString textAt(double seconds) const;

    std::vector<FrameMark> marks_;
    double seconds_ = 0;
    double place_ = 0;
};

}  // namespace rudolph
