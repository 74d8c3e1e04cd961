#include "ui/photos/live_player.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/camera/load_cameras.h"

namespace rudolph {
namespace {

constexpr qint64 kRateWindowMs = 2000;  // over which frames a second are counted

/// A copy in OpenCV's order of colours.
cv::Mat toMat(const QImage& image) {
    const QImage bgr = image.convertToFormat(QImage::Format_BGR888);
    const cv::Mat view(bgr.height(), bgr.width(), CV_8UC3, const_cast<uchar*>(bgr.constBits()),
                       static_cast<size_t>(bgr.bytesPerLine()));
    return view.clone();
}

}  // namespace

LivePlayer::LivePlayer(QObject* parent)
    : QObject(parent), looker_(std::make_shared<FrameLooker>(enginePhotoTools())) {
    due_.setSingleShot(true);
    due_.setTimerType(Qt::PreciseTimer);
    connect(&due_, &QTimer::timeout, this, [this] {
        if (waiting_)
            showFrame(*std::exchange(waiting_, {}));
    });
    connect(&job_, &Job::failed, this, &LivePlayer::fail);
    uptime_.start();
}

LivePlayer::~LivePlayer() {
    if (cameras_)
        cameras_->stop();
}

void LivePlayer::setTools(const PhotoTools& tools) {
    looker_ = std::make_shared<FrameLooker>(tools);
}

void LivePlayer::setCameras(std::unique_ptr<CameraSource> cameras) {
    cameras_ = std::move(cameras);
    looked_for_cameras_ = false;
    lookForCameras();
}

void LivePlayer::setChoice(const PhotoChoice& choice) {
    choice_ = choice;
    lookAgain();
}

void LivePlayer::lookAgain() {
    if (file_.empty() || playing_)
        return;
    if (failed_)
        openVideo(std::exchange(file_, {}));
    else if (shown_)
        seek(shown_->seconds);
}

void LivePlayer::ask(Work work) {
    busy_ = true;
    job_.start([looker = looker_,
                work = std::move(work)](JobContext& context) { return work(*looker, context); },
               [this](const std::optional<LiveFrame>& frame) { answered(frame); });
}

void LivePlayer::askFor(double seconds) {
    ask([choice = choice_, seconds](FrameLooker& looker, JobContext&) {
        return looker.show(choice, seconds);
    });
}

void LivePlayer::clear(const QString& message) {
    job_.drop();  // an answer that is due is for nobody
    busy_ = false;
    failed_ = false;
    at_end_ = false;
    seek_to_.reset();
    waiting_.reset();
    shown_.reset();
    shown_at_.clear();
    emit cleared(message);
}

void LivePlayer::openVideo(const std::filesystem::path& file) {
    if (file == file_)
        return;
    closeVideo();
    failed_ = false;
    file_ = file;
    emit cleared(tr("Opening %1").arg(toQString(file.filename())));
    ask([this, choice = choice_, file](FrameLooker& looker, JobContext& context) {
        const double duration = looker.open(file);
        context.tell([this, duration] {
            duration_ = duration;
            emit changed();
        });
        return looker.show(choice, 0);
    });
    emit changed();
}

void LivePlayer::closeVideo() {
    if (file_.empty())
        return;
    file_.clear();
    clear({});
    setPlaying(false);
}

double LivePlayer::clock() const {
    return started_at_ + static_cast<double>(since_start_.elapsed()) / 1000;
}

void LivePlayer::setPlaying(bool playing) {
    playing_ = playing;
    if (playing) {
        started_at_ = shown_ ? shown_->seconds : 0;
        since_start_.start();
        shown_at_.clear();
    } else {
        due_.stop();
        // A frame that waited is shown when one goes on.
    }
    emit changed();
}

void LivePlayer::togglePlaying() {
    if (file_.empty() || failed_)
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

void LivePlayer::seek(double seconds) {
    if (file_.empty())
        return;
    seek_to_ = seconds;
    at_end_ = false;
    waiting_.reset();
    due_.stop();
    if (!busy_)
        askFor(*std::exchange(seek_to_, {}));
}

void LivePlayer::answered(const std::optional<LiveFrame>& frame) {
    busy_ = false;
    if (!frame) {
        at_end_ = true;
        return setPlaying(false);
    }
    if (camera_on_) {
        showFrame(*frame);
        return sendCameraFrame();
    }
    if (seek_to_)
        return askFor(*std::exchange(seek_to_, {}));
    const double early = frame->seconds - clock();
    if (playing_ && shown_ && frame->seconds > shown_->seconds && early > 0.002) {
        waiting_ = frame;
        due_.start(static_cast<int>(std::lround(1000 * early)));
        return;
    }
    showFrame(*frame);
}

void LivePlayer::showFrame(const LiveFrame& frame) {
    const bool jumped = shown_ && (frame.seconds < shown_->seconds || frame.seconds > clock() + 1);
    shown_ = frame;
    const qint64 now = uptime_.elapsed();
    shown_at_.push_back(now);
    while (now - shown_at_.front() > kRateWindowMs)
        shown_at_.pop_front();
    emit frameShown();
    if (camera_on_ || !playing_)
        return;
    if (jumped) {
        started_at_ = frame.seconds;
        since_start_.start();
    }
    if (!busy_)
        askFor(std::max(clock(), frame.seconds + 1e-4));
}

void LivePlayer::fail(const ErrorText& error) {
    QString problem = sentence(error.what);
    if (!error.advice.isEmpty())
        problem += '\n' + sentence(error.advice);
    if (camera_on_) {
        stopCamera();
        emit cameraFailed(problem);
        return;
    }
    clear(problem);
    failed_ = true;
    setPlaying(false);
}

void LivePlayer::lookForCameras() {
    if (std::exchange(looked_for_cameras_, true))
        return;
    // After the page has been painted: the library takes its time.
    QTimer::singleShot(0, this, [this] {
        QString problem;
        if (!cameras_)
            cameras_ = loadCameras(problem);
        const QStringList names = cameras_ ? cameras_->names() : QStringList();
        if (!cameras_)
            problem = tr("The part of the program for cameras is not installed.");
        else if (names.isEmpty())
            problem = tr("This machine has no camera.");
        emit camerasFound(names, problem);
    });
}

void LivePlayer::startCamera(int camera) {
    if (!cameras_ || camera < 0)
        return;
    closeVideo();
    camera_on_ = true;
    camera_image_ = {};
    clear(tr("Waiting for the camera…"));
    cameras_->start(
        camera, [this](const QImage& image) { cameraFrame(image); },
        [this](const QString& text) {
            fail({text.isEmpty() ? tr("The camera cannot be used.") : text,
                  tr("Another program may use it, or you may have to allow it.")});
        });
    emit changed();
    emit cameraChanged(true);
}

void LivePlayer::stopCamera() {
    if (!camera_on_)
        return;
    camera_on_ = false;
    cameras_->stop();
    clear({});
    emit changed();
    emit cameraChanged(false);
}

void LivePlayer::cameraFrame(const QImage& image) {
    if (!camera_on_)
        return;
    camera_image_ = image;
    if (!busy_)
        sendCameraFrame();
}

void LivePlayer::sendCameraFrame() {
    if (camera_image_.isNull())
        return;
    const QImage image = std::exchange(camera_image_, {}).mirrored(mirrored_, false);
    const double seconds = static_cast<double>(uptime_.elapsed()) / 1000;
    ask([choice = choice_, bgr = toMat(image), seconds](FrameLooker& looker, JobContext&) {
        return looker.track(choice, bgr, seconds);
    });
}

void LivePlayer::pause() {
    if (playing_)
        setPlaying(false);
    stopCamera();
}

QImage LivePlayer::photograph() const {
    if (!shown_)
        return {};
    return camera_on_ ? shown_->image.mirrored(mirrored_, false) : shown_->image;
}

QString LivePlayer::photographName() const {
    return camera_on_ ? tr("camera") : toQString(file_.stem());
}

std::optional<double> LivePlayer::framesASecond() const {
    if ((!playing_ && !camera_on_) || shown_at_.size() <= 2)
        return std::nullopt;
    const double seconds =
        std::max(1e-3, static_cast<double>(shown_at_.back() - shown_at_.front()) / 1000);
    return static_cast<double>(shown_at_.size() - 1) / seconds;
}

}  // namespace rudolph
