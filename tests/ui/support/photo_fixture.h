#pragma once

#include <gmock/gmock.h>

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QUndoStack>
#include <atomic>
#include <fstream>
#include <memory>
#include <mutex>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "tests/support/temp_dir.h"
#include "tests/ui/support/wait.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/message_panel.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_choices.h"
#include "ui/photos/photo_details.h"
#include "ui/photos/photo_list_panel.h"
#include "ui/photos/photo_live.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photo_save_dialog.h"
#include "ui/photos/photo_stage.h"
#include "ui/photos/photo_tool.h"
#include "ui/session/session.h"

namespace rudolph::test {

/// "Faces" are bright discs on a dark ground: where they are, the detector finds a box about them.
inline cv::Mat discs(const std::vector<cv::Point>& centres, int radius = 40,
                     cv::Size size = {640, 480}) {
    cv::Mat picture(size, CV_8UC3, cv::Scalar(30, 40, 50));
    for (const cv::Point& centre : centres)
        cv::circle(picture, centre, radius, cv::Scalar(180, 200, 230), cv::FILLED);
    return picture;
}

class DiscDetector : public FaceDetector {
public:
    explicit DiscDetector(DetectorKind kind) : kind_(kind) {}
    DetectorKind kind() const override { return kind_; }
    std::vector<DetectedFace> detect(const cv::Mat& bgr) override {
        cv::Mat grey;
        cv::cvtColor(bgr, grey, cv::COLOR_BGR2GRAY);
        cv::Mat labels;
        cv::Mat stats;
        cv::Mat centres;
        // Discs are a small part of a picture; one that was made bright has none.
        if (cv::countNonZero(grey > 120) > grey.rows * grey.cols / 3)
            return {};
        const int count = cv::connectedComponentsWithStats(grey > 120, labels, stats, centres);
        std::vector<DetectedFace> faces;
        for (int i = 1; i < count; ++i) {
            const int* of = stats.ptr<int>(i);
            if (of[cv::CC_STAT_AREA] > 400)
                faces.push_back({{double(of[cv::CC_STAT_LEFT]), double(of[cv::CC_STAT_TOP]),
                                  double(of[cv::CC_STAT_WIDTH]), double(of[cv::CC_STAT_HEIGHT])},
                                 1.5,
                                 0});
        }
        std::sort(faces.begin(), faces.end(), [](const DetectedFace& a, const DetectedFace& b) {
            return a.box.left < b.box.left;
        });
        return faces;
    }

private:
    DetectorKind kind_;
};

/// Places its points at the same places of every crop, so that they follow the box.
class PlacingPredictor : public Predictor {
public:
    explicit PlacingPredictor(double nose_y) : nose_y_(nose_y) {
        info_.scheme.name = "five";
        info_.scheme.point_names = {"left eye", "right eye", "nose tip", "left mouth corner",
                                    "right mouth corner"};
        info_.scheme.lines = {{"mouth", {3, 4}, false}};
        info_.scheme.nose_tip = 2;
        info_.indices = {0, 1, 2, 3, 4};
        info_.input.crop = CropKind::FaceBox;
        info_.input.width = info_.input.height = 64;
    }
    const ModelInfo& info() const override { return info_; }
    std::string device() const override { return "cpu"; }
    std::vector<Landmarks> predict_crops(const std::vector<cv::Mat>& grey_crops) override {
        return std::vector<Landmarks>(grey_crops.size(), Landmarks(places()));
    }

private:
    std::vector<Point> places() const {
        return {{20, 24}, {44, 24}, {32, nose_y_}, {24, 46}, {40, 46}};
    }

    double nose_y_;
    ModelInfo info_;
};

/// So many frames, ten a second, of a disc that moves to the right.
class DiscVideo : public VideoReader {
public:
    explicit DiscVideo(int frames) { info_ = {{320, 240}, 10, frames}; }
    const VideoInfo& info() const override { return info_; }
    bool read(cv::Mat& bgr, double& seconds) override {
        if (next_ >= info_.frames)
            return false;
        bgr = discs({{60 + static_cast<int>(next_) * 4, 120}}, 40, info_.size);
        seconds = static_cast<double>(next_++) / info_.frames_per_second;
        return true;
    }
    void seek(double seconds) override {
        next_ = static_cast<std::int64_t>(std::ceil(seconds * info_.frames_per_second - 1e-6));
    }

private:
    VideoInfo info_;
    std::int64_t next_ = 0;
};

/// A video file that holds how many frames it has.
class CountingWriter : public VideoWriter {
public:
    explicit CountingWriter(std::filesystem::path file) : file_(std::move(file)) {}
    void write(const cv::Mat&) override { ++frames_; }
    void finish() override { std::ofstream(file_) << frames_; }

private:
    std::filesystem::path file_;
    int frames_ = 0;
};

/// A run whose training goes on: its network puts the nose where its file says, so that one sees
/// which network has answered.
class TrainedRun {
public:
    explicit TrainedRun(std::filesystem::path folder) : folder_(std::move(folder)) {
        std::filesystem::create_directories(folder_);
    }
    QString model() const { return toQString(folder_); }
    /// As a training does: beside it, then renamed into place.
    void writeBest(double nose_y) const {
        std::ofstream(folder_ / "best.part") << nose_y << std::string(size_t(nose_y), ' ');
        std::filesystem::rename(folder_ / "best.part", folder_ / "best.safetensors");
    }
    static std::unique_ptr<Predictor> load(const QString& model) {
        double nose_y = 0;
        std::ifstream(toPath(model) / "best.safetensors") >> nose_y;
        return std::make_unique<PlacingPredictor>(nose_y);
    }

private:
    std::filesystem::path folder_;
};

/// What the page asked for, as its threads saw it.
struct PhotoCalls {
    std::atomic<int> detectors{0};
    std::atomic<int> predictors{0};
    std::atomic<int> downloads{0};
};

/// The model "other" puts the nose lower, "broken" cannot be loaded, "broken.avi" cannot be read.
inline PhotoTools fakePhotoTools(const std::shared_ptr<PhotoCalls>& calls, int video_frames = 30) {
    PhotoTools tools;
    tools.detector = [calls](DetectorKind kind, const std::filesystem::path&) {
        ++calls->detectors;
        return std::make_unique<DiscDetector>(kind);
    };
    tools.predictor = [calls](const QString& model) -> std::unique_ptr<Predictor> {
        ++calls->predictors;
        if (model.contains("trained"))
            return TrainedRun::load(model);
        if (model.contains("broken"))
            throw Error("this model is broken", {}, "choose another one");
        return std::make_unique<PlacingPredictor>(model.contains("other") ? 40 : 34);
    };
    tools.video = [video_frames](const std::filesystem::path& file) {
        if (file.filename() == "broken.avi")
            throw Error("this is no video", {file});
        return std::make_unique<DiscVideo>(video_frames);
    };
    tools.create_video = [](const std::filesystem::path& file, cv::Size, double) {
        return std::make_unique<CountingWriter>(file);
    };
    tools.download = [calls](const OfferedFile&, const std::filesystem::path&,
                             const ProgressCallback&, const CancelToken&) {
        ++calls->downloads;
        throw Error("there is no connection", {}, "try again later");
    };
    return tools;
}

/// Where nothing was ever downloaded, as long as this lives.
class EmptyDataHome {
public:
    explicit EmptyDataHome(const std::filesystem::path& folder)
        : data_(qgetenv("XDG_DATA_HOME")), yunet_(qgetenv("RUDOLPH_YUNET")) {
        qputenv("XDG_DATA_HOME", QByteArray::fromStdString(folder.string()));
        qunsetenv("RUDOLPH_YUNET");
    }
    ~EmptyDataHome() {
        restore("XDG_DATA_HOME", data_);
        restore("RUDOLPH_YUNET", yunet_);
    }
    EmptyDataHome(const EmptyDataHome&) = delete;
    EmptyDataHome& operator=(const EmptyDataHome&) = delete;

private:
    static void restore(const char* name, const QByteArray& value) {
        if (value.isNull())
            qunsetenv(name);
        else
            qputenv(name, value);
    }

    QByteArray data_;
    QByteArray yunet_;
};

/// The page alone, with a model and a detector that know discs.
struct PhotoFixture : testing::Test {
    PhotoFixture() {
        std::filesystem::create_directories(folder / "photos");
        setModel("face68");
        setSecondModel({});
        find<QComboBox>("two models")->setCurrentIndex(0);
        find<QToolButton>("grid")->setChecked(false);
        page.photos().setFramesFolder(toQString(folder / "frames"));
        page.setTools(fakePhotoTools(calls));
        page.resize(1200, 760);
        page.show();
        EXPECT_TRUE(QTest::qWaitForWindowExposed(&page));
    }

    std::filesystem::path write(const std::string& name, const std::vector<cv::Point>& centres) {
        std::filesystem::path file = folder / "photos" / name;
        cv::imwrite(file.string(), discs(centres));
        return file;
    }
    std::filesystem::path writeBroken(const std::string& name) {
        std::filesystem::path file = folder / "photos" / name;
        std::ofstream(file) << "this is no picture";
        return file;
    }
    /// One face, two faces, none, and a file that is broken.
    void dropFour() {
        write("a-one.png", {{200, 200}});
        write("b-two.png", {{150, 200}, {450, 250}});
        write("c-none.png", {});
        writeBroken("d-broken.png");
        drop({folder / "photos"});
        settle();
        ASSERT_EQ(rowCount(), 4);
    }
    void drop(const std::vector<std::filesystem::path>& paths) {
        QStringList files;
        for (const auto& path : paths)
            files << toQString(path);
        ASSERT_TRUE(page.wantsFiles());
        page.takeFiles(files);
        const int before = rowCount();
        ASSERT_TRUE(waitFor([&] { return rowCount() != before || !notice()->isHidden(); }));
    }
    void settle() {
        ASSERT_TRUE(waitFor([&] { return page.isSettled(); }));
    }
    template <class Widget>
    Widget* find(const QString& name = {}) {
        return page.findChild<Widget*>(name);
    }
    PhotoListModel& photos() { return page.photos().list(); }
    int rowCount() { return photos().rowCount(); }
    const PhotoEntry& entry(int row) { return photos().entry(row); }
    const PhotoEntry* current() { return page.photos().current(); }
    QUndoStack* undoStack() { return page.photos().undoStack(); }
    void setModel(const QString& model) {
        PhotoChoice choice = page.photos().choice();
        choice.model = model;
        page.photos().setChoice(choice);
    }
    void setSecondModel(const QString& model) {
        PhotoChoice choice = page.photos().choice();
        choice.second = model;
        page.photos().setChoice(choice);
    }
    PhotoListPanel* listPanel() { return find<PhotoListPanel>(); }
    PhotoStage* stage() { return find<PhotoStage>(); }
    NoticeBar* notice() { return find<NoticeBar>(); }
    PhotoSaveDialog* saveDialog() { return find<PhotoSaveDialog>(); }
    /// What the details say of the chosen face.
    QString fact(const QString& name) {
        return find<PhotoDetails>()->findChild<QLabel*>(name)->text();
    }
    QString hint() { return stage()->findChild<QLabel*>("hint")->text(); }
    QString legend() { return stage()->findChild<QLabel*>("legend")->text(); }
    const PhotoFace& face(int row, int face = 0) {
        return entry(row).reading.faces.at(static_cast<size_t>(face));
    }
    void choose(int row) {
        QListView* list = listPanel()->list();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(row, 0)).center());
        settle();
    }
    FaceView* view() { return stage()->view(); }
    QPoint at(double x, double y) { return view()->viewFromImage({x, y}).toPoint(); }
    void press(QPoint pixel) { QTest::mousePress(view()->viewport(), Qt::LeftButton, {}, pixel); }
    void moveTo(QPoint pixel) {
        QTest::mouseEvent(QTest::MouseMove, view()->viewport(), Qt::NoButton, {}, pixel);
    }
    void release(QPoint pixel) {
        QTest::mouseRelease(view()->viewport(), Qt::LeftButton, {}, pixel);
    }
    void drag(QPoint from, QPoint to) {
        press(from);
        moveTo((from + to) / 2);
        moveTo(to);
        release(to);
    }
    void key(Qt::Key code, Qt::KeyboardModifiers with = {}) {
        view()->setFocus();
        QTest::keyClick(view(), code, with);
    }
    QAction* action(const QString& text) {
        for (QAction* action : page.findChildren<QAction*>())
            if (action->text().remove('&') == text)
                return action;
        return nullptr;
    }
    MessagePanel* emptyState() {
        auto* panel = page.findChild<MessagePanel*>();
        return panel != nullptr && panel->isVisible() ? panel : nullptr;
    }

    TempDir folder;
    EmptyDataHome home{folder / "data"};
    std::shared_ptr<PhotoCalls> calls = std::make_shared<PhotoCalls>();
    Session session;
    PhotoPage page{&session};
};

}  // namespace rudolph::test
