#include "ui/photos/photo_live.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/icons.h"
#include "ui/parts/key_button.h"
#include "ui/parts/narrow_box.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_actions.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"
#include "ui/photos/video_strip.h"
#include "ui/photos/video_surveys.h"

namespace rudolph {
namespace {

int milliseconds(double seconds) {
    return static_cast<int>(std::lround(1000 * seconds));
}

}  // namespace

PhotoLive::PhotoLive(PageActions* actions, VideoSurveys* surveys, QWidget* parent)
    : QWidget(parent),
      actions_(actions),
      surveys_(surveys),
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
    connectSurvey();
    showControls();
}

void PhotoLive::connectSurvey() {
    connect(surveys_, &VideoSurveys::changed, this, &PhotoLive::showSurvey);
    connect(strip_, &VideoStrip::placeWanted, this, &PhotoLive::goTo);
    connect(actions_->at("photos/survey"), &QAction::triggered, this, [this](bool on) {
        if (on)
            surveys_->start(player_.file(), player_.choice());
        else
            surveys_->stop();
        updateActions();
    });
    for (const auto& [id, step] :
         {std::pair("photos/previous-doubt", -1), {"photos/next-doubt", 1}})
        connect(actions_->at(id), &QAction::triggered, this, [this, step = step] {
            if (const auto place = doubt(step))
                goTo(*place);
        });
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
    annotate_ = new QPushButton(actions_->at("photos/annotate-frames")->text());
    followAction(annotate_, actions_->at("photos/annotate-frames"));
    auto* row = makeRow(bar, 8);
    row->addWidget(video_controls_, 1);
    row->addWidget(camera_controls_, 1);
    auto* frames = new QVBoxLayout;
    frames->setSpacing(4);
    frames->addWidget(take_);
    frames->addWidget(annotate_);
    row->addLayout(frames);
    return bar;
}

QWidget* PhotoLive::makeVideoControls() {
    auto* controls = new QWidget;
    play_ = makeKeyButton(this, QStringLiteral("start"), tr("Play"), Qt::Key_P);
    play_->setObjectName(QStringLiteral("play"));
    // Also from the list, which would look for a name that begins with P.
    play_->defaultAction()->setShortcutContext(Qt::WindowShortcut);
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
    strip_ = new VideoStrip(controls);
    auto* survey = actions_->button("photos/survey", controls);
    auto* doubts = new QWidget(controls);
    auto* doubts_row = makeRow(doubts, 0);
    for (const char* id : {"photos/previous-doubt", "photos/next-doubt"}) {
        QToolButton* button = actions_->button(id, doubts);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        doubts_row->addWidget(button);
    }
    doubts_row->addStretch();
    survey->setToolButtonStyle(Qt::ToolButtonIconOnly);
    auto* grid = new QGridLayout(controls);
    grid->setContentsMargins({});
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(4);
    grid->addWidget(play_, 0, 0);
    grid->addWidget(slider_, 0, 1);
    grid->addWidget(time_, 0, 2);
    grid->addWidget(survey, 1, 0);
    grid->addWidget(strip_, 1, 1);
    grid->addWidget(doubts, 1, 2);
    grid->setColumnStretch(1, 1);
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
        strip_->setPlace(frame.seconds);
        // An answer to what was chosen before counts no more.
        if (frame.choice == player_.choice())
            surveys_->note(player_.file(), mark_of(frame.seconds, frame.reading.faces));
        time_->setText(
            QStringLiteral("%1 / %2").arg(clockText(frame.seconds), clockText(length())));
    }
    take_->setEnabled(true);
    updateActions();
    showStatus();
}

void PhotoLive::showStatus() {
    QStringList parts;
    if (player_.shown())
        parts << tr("%n face(s)", nullptr, static_cast<int>(player_.shown()->reading.faces.size()));
    if (const auto rate = player_.framesASecond())
        parts << tr("%1 frames a second").arg(countText(std::lround(*rate)));
    const VideoSurvey& survey = surveys_->of(player_.file());
    if (surveys_->isRunning(player_.file())) {
        parts << tr("looking through the video: %1").arg(percentText(surveys_->share(), 0));
    } else if (!survey.frames.empty()) {
        const auto doubts = static_cast<int>(doubtful_stretches(survey.marks).size());
        if (!survey.complete)
            parts
                << tr("looked through up to %1").arg(clockText(survey.frames.back().mark.seconds));
        if (doubts > 0)
            parts << tr("%Ln doubtful stretch(es)", nullptr, doubts);
        else if (survey.complete)
            parts << tr("no doubtful stretch in the whole video");
    }
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
    take_->setEnabled(player_.shown().has_value());
    annotate_->setVisible(!camera);
    showSurvey();
    if (camera && !player_.shown())
        time_->clear();
    showStatus();
}

void PhotoLive::showSurvey() {
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, milliseconds(length()));
    slider_->setEnabled(length() > 0);
    strip_->setMarks(surveys_->of(player_.file()).marks, length());
    updateActions();
    showStatus();
}

void PhotoLive::updateActions() {
    const bool video = !player_.file().empty() && player_.shown().has_value();
    const bool leads = video && length() > 0;
    const bool running = surveys_->isRunning(player_.file());
    QAction* survey = actions_->at("photos/survey");
    survey->setChecked(running);
    survey->setEnabled(running || (video && !surveys_->of(player_.file()).complete));
    actions_->at("photos/annotate-frames")->setEnabled(video);
    actions_->at("photos/previous-doubt")->setEnabled(leads && doubt(-1).has_value());
    actions_->at("photos/next-doubt")->setEnabled(leads && doubt(1).has_value());
}

double PhotoLive::length() const {
    const VideoSurvey& survey = surveys_->of(player_.file());
    if (player_.duration() > 0 || !survey.complete || survey.marks.empty())
        return player_.duration();
    return survey.marks.back().seconds;
}

void PhotoLive::goTo(double seconds) {
    // Down, so that the frame at this time is not passed.
    slider_->setValue(static_cast<int>(std::floor(1000 * seconds)));
}

std::optional<double> PhotoLive::doubt(int step) const {
    constexpr double kHere = 0.02;
    const double place = slider_->value() / 1000.0;
    std::optional<double> found;
    for (const VideoStretch& stretch : doubtful_stretches(surveys_->of(player_.file()).marks)) {
        if (step > 0 && stretch.from > place + kHere)
            return stretch.from;
        if (step < 0 && stretch.from < place - kHere)
            found = stretch.from;
    }
    return found;
}

}  // namespace rudolph
