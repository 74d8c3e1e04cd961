#include "ui/photos/photo_live.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/camera/load_cameras.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/icons.h"
#include "ui/photos/photo_tool.h"

namespace rudolph {
namespace {

constexpr qint64 kRateWindowMs = 2000;  // over which frames a second are counted

QString timeText(double seconds) {
    const int whole = static_cast<int>(std::max(0.0, seconds));
    return QStringLiteral("%1:%2").arg(whole / 60).arg(whole % 60, 2, 10, QLatin1Char('0'));
}

/// A copy in OpenCV's order of colours.
cv::Mat toMat(const QImage& image) {
    const QImage bgr = image.convertToFormat(QImage::Format_BGR888);
    const cv::Mat view(bgr.height(), bgr.width(), CV_8UC3, const_cast<uchar*>(bgr.constBits()),
                       static_cast<size_t>(bgr.bytesPerLine()));
    return view.clone();
}

}  // namespace

PhotoLive::PhotoLive(PhotoTools tools, QWidget* parent)
    : QWidget(parent), tools_(std::move(tools)) {
    thread_.setObjectName(QStringLiteral("video"));
    layOut();
    due_.setSingleShot(true);
    due_.setTimerType(Qt::PreciseTimer);
    connect(&due_, &QTimer::timeout, this, [this] {
        if (waiting_)
            showFrame(*std::exchange(waiting_, {}));
    });
    uptime_.start();
    showControls();
}

PhotoLive::~PhotoLive() {
    if (cameras_)
        cameras_->stop();
    thread_.quit();
    thread_.wait();
}

void PhotoLive::setTools(PhotoTools tools) {
    Q_ASSERT(worker_ == nullptr);
    tools_ = std::move(tools);
}

void PhotoLive::setCameras(std::unique_ptr<CameraSource> cameras) {
    cameras_ = std::move(cameras);
    looked_for_cameras_ = false;
    lookForCameras();
}

void PhotoLive::startThread() {
    if (worker_ != nullptr)
        return;
    worker_ = new PhotoLiveWorker(tools_);
    worker_->moveToThread(&thread_);
    connect(&thread_, &QThread::finished, worker_, &QObject::deleteLater);
    connect(worker_, &PhotoLiveWorker::opened, this,
            [this](int number, double duration, double /*rate*/) {
                if (number != number_)
                    return;
                duration_ = duration;
                const QSignalBlocker quiet(slider_);
                slider_->setRange(0, static_cast<int>(std::lround(1000 * duration)));
                slider_->setEnabled(duration > 0);
            });
    connect(worker_, &PhotoLiveWorker::frame, this, &PhotoLive::answered);
    connect(worker_, &PhotoLiveWorker::ended, this, [this](int number) {
        if (number == number_)
            videoEnded();
    });
    connect(worker_, &PhotoLiveWorker::failed, this,
            [this](int number, const QString& what, const QString& advice) {
                if (number == number_)
                    failed(what, advice);
            });
    thread_.start();
    setChoice(choice_);
}

void PhotoLive::setChoice(const PhotoChoice& choice) {
    choice_ = choice;
    if (worker_ == nullptr)
        return;
    QMetaObject::invokeMethod(worker_, [worker = worker_, choice] { worker->setChoice(choice); });
    // The frame that stands still is looked at again.
    if (!file_.empty() && !playing_ && shown_)
        seek(static_cast<int>(std::lround(1000 * shown_->seconds)));
}

template <class Work>
void PhotoLive::ask(Work work) {
    startThread();
    busy_ = true;
    QMetaObject::invokeMethod(
        worker_, [worker = worker_, number = ++number_, work] { work(*worker, number); });
}

void PhotoLive::openVideo(const std::filesystem::path& file) {
    if (file == file_)
        return;
    closeVideo();
    file_ = file;
    view_->setMessage(tr("Opening %1").arg(toQString(file.filename())));
    ask([file](PhotoLiveWorker& worker, int number) { worker.open(number, file); });
    showControls();
}

void PhotoLive::closeVideo() {
    if (file_.empty())
        return;
    file_.clear();
    ++number_;  // answers that are due are for nobody
    busy_ = false;
    setPlaying(false);
    at_end_ = false;
    seek_to_.reset();
    waiting_.reset();
    shown_.reset();
    shown_at_.clear();
    problem_.clear();
    tool_->setFaces({}, nullptr);
    view_->setMessage({});
}

double PhotoLive::clock() const {
    return started_at_ + static_cast<double>(since_start_.elapsed()) / 1000;
}

void PhotoLive::setPlaying(bool playing) {
    playing_ = playing;
    if (playing) {
        started_at_ = shown_ ? shown_->seconds : 0;
        since_start_.start();
        shown_at_.clear();
    } else {
        due_.stop();
        // A frame that waited is shown when one goes on.
    }
    showControls();
}

void PhotoLive::togglePlaying() {
    if (file_.empty() || !problem_.isEmpty())
        return;
    const bool again = !playing_ && at_end_;
    if (again)
        shown_.reset();
    setPlaying(!playing_);
    if (!playing_)
        return;
    at_end_ = false;
    waiting_.reset();
    if (!busy_)
        askFor(again ? 0 : clock());
}

void PhotoLive::askFor(double seconds) {
    ask([seconds](PhotoLiveWorker& worker, int number) { worker.show(number, seconds); });
}

/// By the slider, with the mouse or keys.
void PhotoLive::seek(int milliseconds) {
    if (file_.empty())
        return;
    seek_to_ = milliseconds / 1000.0;
    at_end_ = false;
    waiting_.reset();
    due_.stop();
    if (!busy_)
        askFor(*std::exchange(seek_to_, {}));
}

void PhotoLive::answered(const LiveFrame& frame) {
    if (frame.number != number_)
        return;
    busy_ = false;
    if (camera_on_) {
        showFrame(frame);
        return sendCameraFrame();
    }
    if (seek_to_)
        return askFor(*std::exchange(seek_to_, {}));
    const double early = frame.seconds - clock();
    if (playing_ && shown_ && frame.seconds > shown_->seconds && early > 0.002) {
        waiting_ = frame;
        due_.start(static_cast<int>(std::lround(1000 * early)));
        return;
    }
    showFrame(frame);
}

void PhotoLive::showFrame(const LiveFrame& frame) {
    const bool jumped = shown_ && (frame.seconds < shown_->seconds || frame.seconds > clock() + 1);
    shown_ = frame;
    view_->setImage(frame.image);
    tool_->setFaces(frame.reading, nullptr);
    const qint64 now = uptime_.elapsed();
    shown_at_.push_back(now);
    while (now - shown_at_.front() > kRateWindowMs)
        shown_at_.pop_front();
    if (!camera_on_) {
        const QSignalBlocker quiet(slider_);
        if (!slider_->isSliderDown())
            slider_->setValue(static_cast<int>(std::lround(1000 * frame.seconds)));
        time_->setText(QStringLiteral("%1 / %2").arg(timeText(frame.seconds), timeText(duration_)));
        if (playing_ && jumped) {
            started_at_ = frame.seconds;
            since_start_.start();
        }
        if (playing_ && !busy_)
            askFor(std::max(clock(), frame.seconds + 1e-4));
    }
    take_->setEnabled(true);
    showStatus();
}

void PhotoLive::videoEnded() {
    busy_ = false;
    at_end_ = true;
    setPlaying(false);
}

void PhotoLive::failed(const QString& what, const QString& advice) {
    busy_ = false;
    problem_ = sentence(what);
    if (!advice.isEmpty())
        problem_ += '\n' + sentence(advice);
    shown_.reset();
    tool_->setFaces({}, nullptr);
    if (camera_on_) {
        stopCamera();
        emit cameraFailed(std::exchange(problem_, {}));
        return;
    }
    setPlaying(false);
    view_->setMessage(problem_);
}

void PhotoLive::lookForCameras() {
    if (std::exchange(looked_for_cameras_, true))
        return;
    // After the page has been painted: the library takes its time.
    QTimer::singleShot(0, this, [this] {
        QString problem;
        if (!cameras_)
            cameras_ = loadCameras(problem);
        camera_names_ = cameras_ ? cameras_->names() : QStringList();
        camera_box_->clear();
        camera_box_->addItems(camera_names_);
        if (!cameras_)
            problem = tr("The part of the program for cameras is not installed.");
        else if (camera_names_.isEmpty())
            problem = tr("This machine has no camera.");
        emit camerasFound(camera_names_, problem);
    });
}

void PhotoLive::startCamera() {
    if (!cameras_ || camera_names_.isEmpty())
        return;
    closeVideo();
    problem_.clear();
    camera_on_ = true;
    camera_image_ = {};
    shown_.reset();
    shown_at_.clear();
    view_->setMessage(tr("Waiting for the camera…"));
    cameras_->start(
        camera_box_->currentIndex(), [this](const QImage& image) { cameraFrame(image); },
        [this](const QString& text) {
            failed(text.isEmpty() ? tr("The camera cannot be used.") : text,
                   tr("Another program may use it, or you may have to allow it."));
        });
    showControls();
    emit cameraChanged(true);
}

void PhotoLive::stopCamera() {
    if (!camera_on_)
        return;
    camera_on_ = false;
    cameras_->stop();
    ++number_;
    busy_ = false;
    shown_.reset();
    tool_->setFaces({}, nullptr);
    view_->setMessage({});
    showControls();
    emit cameraChanged(false);
}

void PhotoLive::cameraFrame(const QImage& image) {
    if (!camera_on_)
        return;
    camera_image_ = image;
    if (!busy_)
        sendCameraFrame();
}

void PhotoLive::sendCameraFrame() {
    if (camera_image_.isNull())
        return;
    const QImage image = std::exchange(camera_image_, {}).mirrored(mirror_->isChecked(), false);
    const double seconds = static_cast<double>(uptime_.elapsed()) / 1000;
    ask([bgr = toMat(image), seconds](PhotoLiveWorker& worker, int number) {
        worker.track(number, bgr, seconds);
    });
}

void PhotoLive::pause() {
    if (playing_)
        setPlaying(false);
    stopCamera();
}

void PhotoLive::takeFrame() {
    if (!shown_)
        return;
    const QString name = camera_on_ ? tr("camera") : toQString(file_.stem());
    // A photograph is not mirrored.
    emit frameTaken(
        camera_on_ ? shown_->image.mirrored(mirror_->isChecked(), false) : shown_->image, name);
}

QString PhotoLive::status() const {
    return status_->text();
}

void PhotoLive::showStatus() {
    QStringList parts;
    if (shown_) {
        const auto faces = static_cast<int>(shown_->reading.faces.size());
        parts << (faces == 1 ? tr("1 face") : tr("%1 faces").arg(faces));
    }
    if ((playing_ || camera_on_) && shown_at_.size() > 2) {
        const double seconds =
            std::max(1e-3, static_cast<double>(shown_at_.back() - shown_at_.front()) / 1000);
        parts << tr("%1 frames a second")
                     .arg(QLocale().toString(
                         std::lround(static_cast<double>(shown_at_.size() - 1) / seconds)));
    }
    if (camera_on_)
        parts << tr("nothing is recorded, nothing leaves this machine");
    status_->setText(parts.join(QStringLiteral(" · ")));
}

void PhotoLive::showControls() {
    video_controls_->setVisible(!camera_on_);
    camera_controls_->setVisible(camera_on_);
    QAction* play = play_->defaultAction();
    play->setIcon(themedIcon(playing_ ? QStringLiteral("pause") : QStringLiteral("start")));
    play->setToolTip(playing_ ? tr("Pause (P)") : tr("Play (P)"));
    play_->setAccessibleName(playing_ ? tr("Pause") : tr("Play"));
    take_->setEnabled(shown_.has_value());
    if (camera_on_ && !shown_)
        time_->clear();
    showStatus();
}

}  // namespace rudolph
