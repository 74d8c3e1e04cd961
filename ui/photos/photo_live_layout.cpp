#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/canvas/face_view.h"
#include "ui/parts/key_button.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_tool.h"

namespace rudolph {

void PhotoLive::layOut() {
    view_ = new FaceView(this);
    tool_ = new PhotoTool(view_);
    tool_->setEditable(false);
    view_->setTool(tool_);
    status_ = new QLabel(this);
    status_->setObjectName(QStringLiteral("live status"));
    status_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(view_, 1);
    column->addWidget(makeControls());
    column->addWidget(status_);
}

QWidget* PhotoLive::makeControls() {
    auto* bar = new QWidget(this);
    video_controls_ = new QWidget(bar);
    play_ = makeKeyButton(this, QStringLiteral("start"), tr("Play"), Qt::Key_P);
    play_->setAccessibleName(tr("Play"));
    play_->setFocusPolicy(Qt::StrongFocus);
    connect(play_->defaultAction(), &QAction::triggered, this, &PhotoLive::togglePlaying);
    slider_ = new QSlider(Qt::Horizontal, video_controls_);
    slider_->setAccessibleName(tr("Place in the video"));
    slider_->setToolTip(tr("Place in the video"));
    slider_->setSingleStep(200);
    slider_->setPageStep(5000);
    connect(slider_, &QSlider::valueChanged, this, &PhotoLive::seek);
    time_ = new QLabel(video_controls_);
    time_->setMinimumWidth(time_->fontMetrics().horizontalAdvance(QStringLiteral("00:00 / 00:00")));
    auto* video = new QHBoxLayout(video_controls_);
    video->setContentsMargins(0, 0, 0, 0);
    video->setSpacing(8);
    video->addWidget(play_);
    video->addWidget(slider_, 1);
    video->addWidget(time_);

    camera_controls_ = new QWidget(bar);
    camera_box_ = new QComboBox(camera_controls_);
    camera_box_->setAccessibleName(tr("Which camera"));
    camera_box_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    camera_box_->setMinimumContentsLength(12);
    mirror_ = new QCheckBox(tr("Mi&rror"), camera_controls_);
    mirror_->setToolTip(tr("As in a mirror: what is on your left is on the left"));
    mirror_->setChecked(true);
    connect(camera_box_, &QComboBox::activated, this, &PhotoLive::startCamera);
    auto* camera = new QHBoxLayout(camera_controls_);
    camera->setContentsMargins(0, 0, 0, 0);
    camera->setSpacing(8);
    camera->addWidget(camera_box_);
    camera->addWidget(mirror_);
    camera->addStretch();

    take_ = new QPushButton(tr("&Take this frame"), bar);
    take_->setToolTip(
        tr("Adds the frame to the photographs; it is kept in the folder of your "
           "pictures"));
    connect(take_, &QPushButton::clicked, this, &PhotoLive::takeFrame);
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(video_controls_, 1);
    row->addWidget(camera_controls_, 1);
    row->addWidget(take_);
    return bar;
}

}  // namespace rudolph
