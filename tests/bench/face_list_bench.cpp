// How the list of faces behaves with a hundred thousand of them: every time is one of the main
// thread, painting included. "longest_ms" is the longest gap in which the window did not answer.
#include <benchmark/benchmark.h>

#include <QApplication>
#include <QComboBox>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QListView>
#include <QScrollBar>
#include <QStandardPaths>
#include <algorithm>
#include <fstream>

#include "tests/support/drawn_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/data/sample_list_panel.h"

namespace rudolph {
namespace {

constexpr int kFaces = 100000;
constexpr int kPictures = 4000;
constexpr int kFrames = 2000;

/// A hundred thousand faces of 68 points in four thousand files, one in twenty with a note.
std::shared_ptr<Dataset> manyFaces(const std::filesystem::path& folder) {
    for (int i = 0; i < kPictures; ++i) {
        const std::string name = std::to_string(i);
        if (i < 20)
            test::write_drawn_face(folder, name, {640, 480}, 60 + 8 * i);
        else
            std::filesystem::create_hard_link(folder / (std::to_string(i % 20) + ".png"),
                                              folder / (name + ".png"));
    }
    auto dataset = std::make_shared<Dataset>();
    dataset->format = DatasetFormat::DlibXml;
    dataset->root = folder;
    dataset->source = folder / "faces.xml";
    dataset->scheme = scheme_for_point_count(68);
    dataset->samples.reserve(kFaces);
    for (int i = 0; i < kFaces; ++i) {
        Sample face;
        const int picture = i / (kFaces / kPictures);
        face.id = "afw/face " + std::to_string((i * 7919LL) % kFaces);
        face.person = "picture " + std::to_string(picture);
        face.image = folder / (std::to_string(picture) + ".png");
        face.image_size = {640, 480};
        face.box = Box{100.0 + i % 200, 80.0 + i % 100, 200, 200};
        std::vector<Point> points;
        for (int point = 0; point < 68; ++point)
            points.push_back({face.box->left + 2 * point, face.box->top + point});
        face.points_in_image = Landmarks(points);
        face.state = static_cast<FaceState>(i % 4);
        if (i % 20 == 0)
            face.note = "the chin is hidden";
        dataset->samples.push_back(std::move(face));
    }
    return dataset;
}

double residentMegabytes() {
    std::ifstream statm("/proc/self/statm");
    long long pages = 0;
    statm >> pages >> pages;
    return static_cast<double>(pages) * 4096 / (1 << 20);
}

struct Window {
    Window() : document(manyFaces(dir.path())), split(make_split(document.dataset(), {})) {
        panel.resize(280, 900);
        panel.show();
        list = panel.findChild<QListView*>("faces");
        text = panel.findChild<QLineEdit*>("filter text");
        order = panel.findChild<QComboBox*>("order");
        const double before = residentMegabytes();
        panel.setDocument(&document, split);
        QCoreApplication::processEvents();
        megabytes = residentMegabytes() - before;
    }

    test::TempDir dir;
    AnnotationDocument document;
    Split split;
    SampleListPanel panel;
    QListView* list;
    QLineEdit* text;
    QComboBox* order;
    double megabytes = 0;  ///< that the list took beside the annotations
};

/// From the opened data set to the first painted list.
void open_list(benchmark::State& state) {
    Window window;
    for (auto _ : state) {
        state.PauseTiming();
        window.panel.setDocument(nullptr, {});
        state.ResumeTiming();
        window.panel.setDocument(&window.document, window.split);
        window.panel.repaint();
    }
    state.counters["list_MB"] = window.megabytes;
}
BENCHMARK(open_list)->Unit(benchmark::kMillisecond);

/// End to end in two thousand frames, with thumbnails arriving meanwhile.
void scroll_list(benchmark::State& state) {
    Window window;
    QScrollBar* bar = window.list->verticalScrollBar();
    std::vector<double> frames;
    for (auto _ : state)
        for (int frame = 0; frame <= kFrames; ++frame) {
            QElapsedTimer timer;
            timer.start();
            bar->setValue(
                static_cast<int>(static_cast<long long>(bar->maximum()) * frame / kFrames));
            window.list->viewport()->repaint();
            QCoreApplication::processEvents();
            frames.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
    std::sort(frames.begin(), frames.end());
    state.counters["median_ms"] = frames[frames.size() / 2];
    state.counters["p99_ms"] = frames[frames.size() * 99 / 100];
    state.counters["longest_ms"] = frames.back();
    state.counters["resident_MB"] = residentMegabytes();
}
BENCHMARK(scroll_list)->Unit(benchmark::kMillisecond)->Iterations(2);

/// One letter more in the filter; 1: many faces match, 2: few.
void type_filter(benchmark::State& state) {
    Window window;
    const QString word = state.range(0) == 1 ? "face" : "chin 77";
    double longest = 0;
    int letters = 0;
    for (auto _ : state) {
        for (int length = 1; length <= word.size(); ++length, ++letters) {
            QElapsedTimer timer;
            timer.start();
            window.text->setText(word.left(length));
            window.panel.repaint();
            longest = std::max(longest, static_cast<double>(timer.nsecsElapsed()) / 1e6);
        }
        state.PauseTiming();
        window.text->clear();
        state.ResumeTiming();
    }
    state.SetItemsProcessed(letters);
    state.counters["longest_ms"] = longest;
}
BENCHMARK(type_filter)->Arg(1)->Arg(2)->Unit(benchmark::kMillisecond);

/// By the order's place in the box: 1 by name, 2 by state, 3 by problems, 4 by a model.
void sort_list(benchmark::State& state) {
    Window window;
    QHash<QString, double> far;
    for (const Sample& face : window.document.dataset().samples)
        far[QString::fromStdString(face.id)] =
            static_cast<double>(std::hash<std::string>()(face.id) % 1000) / 1000;
    window.panel.setDisagreements(far);
    for (auto _ : state) {
        window.order->setCurrentIndex(static_cast<int>(state.range(0)));
        window.panel.repaint();
        state.PauseTiming();
        window.order->setCurrentIndex(0);
        state.ResumeTiming();
    }
}
BENCHMARK(sort_list)->DenseRange(1, 4)->Unit(benchmark::kMillisecond);

/// One edit of a face while the list is filtered and sorted, until it is painted.
void edit_face(benchmark::State& state) {
    Window window;
    window.text->setText("face");
    window.order->setCurrentIndex(2);
    window.panel.selectSample(50000);
    for (auto _ : state) {
        Sample face = window.document.face(50000);
        face.points_in_image.points.front().x += 1;
        window.document.setFace(50000, face, "Move");
        QCoreApplication::processEvents();
    }
}
BENCHMARK(edit_face)->Unit(benchmark::kMicrosecond);

/// A second face in a picture: all later faces get another index.
void add_face(benchmark::State& state) {
    Window window;
    window.panel.selectSample(50000);
    for (auto _ : state) {
        window.document.addFace(50000, window.document.face(50000), "Add face");
        window.panel.repaint();
        state.PauseTiming();
        window.document.undoStack()->undo();
        state.ResumeTiming();
    }
}
BENCHMARK(add_face)->Unit(benchmark::kMillisecond);

/// A problem for every face arrives, and the list of problems is painted.
void show_problems(benchmark::State& state) {
    Window window;
    window.panel.showProblems();
    std::vector<Problem> problems;
    for (const Sample& face : window.document.dataset().samples)
        problems.push_back(
            {face.image, 0, "points 36 and 45 lie the other way round", face.id, 36});
    for (auto _ : state) {
        window.document.setProblems(problems);
        window.panel.repaint();
    }
}
BENCHMARK(show_problems)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace rudolph

int main(int argc, char** argv) {
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    QApplication::setStyle("Fusion");
    QApplication::setApplicationName("rudolph-studio-bench");
    QStandardPaths::setTestModeEnabled(true);
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
