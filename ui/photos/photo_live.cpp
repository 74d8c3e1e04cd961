#include "ui/photos/photo_live.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/icons.h"
#include "ui/parts/key_button.h"
#include "ui/parts/narrow_box.h"
#include "ui/photos/photo_tool.h"

namespace rudolph {
namespace {

QString timeText(double seconds) {
    const int whole = static_cast<int>(std::max(0.0, seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

int milliseconds(double seconds) {
    return static_cast<int>(std::lround(1000 * seconds));
}

}  // namespace

PhotoLive::PhotoLive(QWidget* parent)
    : QWidget(parent),
      view_(new FaceView(this)),
      tool_(new PhotoTool(view_)),
      status_(new QLabel(this)) {
    tool_->setEditable(false);
    view_->setTool(tool_);
    status_->setObjectName(QStringLiteral("live status"));
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* column = makeColumn(this, 8);
    column->addWidget(view_, 1);
    column->addWidget(makeControls());
    column->addWidget(status_);
    connect(&player_, &LivePlayer::frameShown, this, &PhotoLive::showFrame);
    connect(&player_, &LivePlayer::cleared, this, &PhotoLive::clear);
    connect(&player_, &LivePlayer::changed, this, &PhotoLive::showControls);
    connect(&player_, &LivePlayer::camerasFound, this, [this](const QStringList& names) {
        camera_box_->clear();
        camera_box_->addItems(names);
    });
    showControls();
}

QWidget* PhotoLive::makeControls() {
    auto* bar = new QWidget(this);
    // In the order in which Tab goes through them.
    video_controls_ = makeVideoControls();
    camera_controls_ = makeCameraControls();
    take_ = new QPushButton(tr("&Take this frame"));
    take_->setObjectName(QStringLiteral("take frame"));
    take_->setToolTip(
        tr("Adds the frame to the photographs; it is kept in the folder of your "
           "pictures"));
    connect(take_, &QPushButton::clicked, this, [this] {
        if (player_.shown())
            emit frameTaken(player_.photograph(), player_.photographName());
    });
    auto* row = makeRow(bar, 8);
    row->addWidget(video_controls_, 1);
    row->addWidget(camera_controls_, 1);
    row->addWidget(take_);
    return bar;
}

QWidget* PhotoLive::makeVideoControls() {
    auto* controls = new QWidget;
    play_ = makeKeyButton(this, QStringLiteral("start"), tr("Play"), Qt::Key_P);
    play_->setObjectName(QStringLiteral("play"));
    play_->setFocusPolicy(Qt::StrongFocus);
    connect(play_->defaultAction(), &QAction::triggered, &player_, &LivePlayer::togglePlaying);
    slider_ = new QSlider(Qt::Horizontal, controls);
    slider_->setAccessibleName(tr("Place in the video"));
    slider_->setToolTip(tr("Place in the video"));
    slider_->setSingleStep(200);
    slider_->setPageStep(5000);
    connect(slider_, &QSlider::valueChanged, &player_,
            [this](int place) { player_.seek(place / 1000.0); });
    time_ = new QLabel(controls);
    time_->setMinimumWidth(time_->fontMetrics().horizontalAdvance(QStringLiteral("00:00 / 00:00")));
    auto* row = makeRow(controls, 8);
    row->addWidget(play_);
    row->addWidget(slider_, 1);
    row->addWidget(time_);
    return controls;
}

QWidget* PhotoLive::makeCameraControls() {
    auto* controls = new QWidget;
    camera_box_ = new QComboBox(controls);
    camera_box_->setAccessibleName(tr("Which camera"));
    letShrink(camera_box_, 12);
    mirror_ = new QCheckBox(tr("Mi&rror"), controls);
    mirror_->setToolTip(tr("As in a mirror: what is on your left is on the left"));
    mirror_->setChecked(true);
    connect(camera_box_, &QComboBox::activated, this, &PhotoLive::startCamera);
    connect(mirror_, &QCheckBox::toggled, &player_, &LivePlayer::setMirrored);
    auto* row = makeRow(controls, 8);
    row->addWidget(camera_box_);
    row->addWidget(mirror_);
    row->addStretch();
    return controls;
}

void PhotoLive::startCamera() {
    player_.startCamera(camera_box_->currentIndex());
}

void PhotoLive::clear(const QString& message) {
    tool_->setFaces({}, nullptr);
    view_->setMessage(message);
}

void PhotoLive::showFrame() {
    const LiveFrame& frame = *player_.shown();
    view_->setImage(frame.image);
    tool_->setFaces(frame.reading, nullptr);
    if (!player_.isCameraOn()) {
        const QSignalBlocker quiet(slider_);
        if (!slider_->isSliderDown())
            slider_->setValue(milliseconds(frame.seconds));
        time_->setText(
            QStringLiteral("%1 / %2").arg(timeText(frame.seconds), timeText(player_.duration())));
    }
    take_->setEnabled(true);
    showStatus();
}

void PhotoLive::showStatus() {
    QStringList parts;
    if (player_.shown())
        parts << tr("%n face(s)", nullptr, static_cast<int>(player_.shown()->reading.faces.size()));
    if (const auto rate = player_.framesASecond())
        parts << tr("%1 frames a second").arg(countText(std::lround(*rate)));
    if (player_.isCameraOn())
        parts << tr("nothing is recorded, nothing leaves this machine");
    status_->setText(parts.join(QStringLiteral(" · ")));
}

void PhotoLive::showControls() {
    const bool playing = player_.isPlaying();
    const bool camera = player_.isCameraOn();
    video_controls_->setVisible(!camera);
    camera_controls_->setVisible(camera);
    QAction* play = play_->defaultAction();
    play->setIcon(themedIcon(playing ? QStringLiteral("pause") : QStringLiteral("start")));
    play->setToolTip(playing ? tr("Pause (P)") : tr("Play (P)"));
    play_->setAccessibleName(playing ? tr("Pause") : tr("Play"));
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, milliseconds(player_.duration()));
    slider_->setEnabled(player_.duration() > 0);
    take_->setEnabled(player_.shown().has_value());
    if (camera && !player_.shown())
        time_->clear();
    showStatus();
}

}  // namespace rudolph
