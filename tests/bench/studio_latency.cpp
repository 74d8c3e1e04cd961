// How long events wait in the studio's main thread while a network trains on all cores and the
// chart is live:
//     studio_latency [--seconds 60] [--points 100000] [--data FOLDER]
// A thread posts an event every 5 ms; what is told is the time from posting to handling. --points
// puts so many batches on the chart first. Without data, demo faces are made.
#include <fmt/format.h>

#include <QApplication>
#include <QCommandLineParser>
#include <QSettings>
#include <QStandardPaths>
#include <QStyleFactory>
#include <QTemporaryDir>
#include <QTimer>
#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#include "core/demo/demo_faces.h"
#include "ui/base/path_convert.h"
#include "ui/charts/training_chart.h"
#include "ui/session/data_opener.h"
#include "ui/session/trainings.h"
#include "ui/window/main_window.h"

namespace rudolph {
namespace {

using Clock = std::chrono::steady_clock;

constexpr auto kBetweenEvents = std::chrono::milliseconds(5);
constexpr double kGoal99Ms = 33;
constexpr double kGoalMostMs = 100;

class Probe : public QEvent {
public:
    static QEvent::Type kind() {
        static const int type = registerEventType();
        return static_cast<QEvent::Type>(type);
    }
    Probe() : QEvent(kind()), posted_(Clock::now()) {}
    double milliseconds() const {
        return std::chrono::duration<double, std::milli>(Clock::now() - posted_).count();
    }

private:
    Clock::time_point posted_;
};

class Receiver : public QObject {
public:
    std::vector<double> waits_ms;

protected:
    bool event(QEvent* event) override {
        if (event->type() != Probe::kind())
            return QObject::event(event);
        waits_ms.push_back(static_cast<Probe*>(event)->milliseconds());
        return true;
    }
};

void report(std::vector<double> waits, int epochs) {
    if (waits.empty() || epochs == 0) {
        fmt::print("nothing was measured: {} events, {} epochs\n", waits.size(), epochs);
        return;
    }
    std::sort(waits.begin(), waits.end());
    const auto at = [&waits](double share) {
        return waits[static_cast<size_t>(share * static_cast<double>(waits.size() - 1))];
    };
    fmt::print("{} events while {} epochs were trained\n", waits.size(), epochs);
    fmt::print("median        {:6.2f} ms\n", at(0.5));
    fmt::print("99th of 100   {:6.2f} ms (goal {})\n", at(0.99), kGoal99Ms);
    fmt::print("longest       {:6.2f} ms (goal {})\n", waits.back(), kGoalMostMs);
}

void fill_chart(TrainingChart& chart, int points) {
    for (int i = 0; i < points; ++i)
        chart.addBatch(i / static_cast<double>(points), 0.01 + 0.005 * std::sin(i * 0.01), 0.001);
}

int measure(const QString& data, const QString& runs, int seconds, int points) {
    MainWindow window;
    window.session()->setRunsFolder(runs);
    window.resize(1280, 800);
    window.show();
    window.session()->opener().open(data);
    window.showPage(StudioPage::Train);
    Trainings& trainings = window.session()->trainings();
    auto* chart = window.findChild<TrainingChart*>();
    Receiver receiver;
    std::atomic<bool> over = false;
    std::thread poster;
    QObject::connect(window.session(), &Session::datasetChanged, &window, [&trainings] {
        if (!trainings.isTraining())
            trainings.trainPresets({QStringLiteral("full-face")});
    });
    QObject::connect(&trainings, &Trainings::runChanged, &window, [&] {
        if (poster.joinable())
            return;
        fill_chart(*chart, points);
        poster = std::thread([&] {
            while (!over) {
                QCoreApplication::postEvent(&receiver, new Probe);
                std::this_thread::sleep_for(kBetweenEvents);
            }
        });
        // Not quit(), which would close the window first and so stop the training.
        QTimer::singleShot(seconds * 1000, qApp, [] { QCoreApplication::exit(); });
    });
    // Goes on with the same network as long as it takes.
    QObject::connect(&trainings, &Trainings::allEnded, &window, [&] {
        if (!over)
            trainings.trainPresets({QStringLiteral("full-face")});
    });
    QApplication::exec();
    over = true;
    poster.join();
    int epochs = static_cast<int>(chart->trainingLosses().size());
    for (const QueuedTraining& training : trainings.queue()->trainings())
        if (training.state == QueuedTraining::State::Finished)
            epochs += training.experiment.epochs;
    report(receiver.waits_ms, epochs);
    return 0;
}

}  // namespace
}  // namespace rudolph

int main(int argc, char** argv) {
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication application(argc, argv);
    QStandardPaths::setTestModeEnabled(true);
    const QTemporaryDir folder;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, folder.path());
    QCommandLineParser parser;
    const QCommandLineOption seconds("seconds", "How long.", "seconds", "60");
    const QCommandLineOption points("points", "Batches on the chart.", "points", "100000");
    const QCommandLineOption data("data", "Faces to train on.", "folder");
    parser.addHelpOption();
    parser.addOptions({seconds, points, data});
    parser.process(application);
    QString faces = parser.value(data);
    if (faces.isEmpty()) {
        faces = folder.filePath("faces");
        rudolph::DemoFacesSpec spec;
        spec.people = 40;
        rudolph::write_demo_faces(rudolph::toPath(faces), spec);
    }
    return rudolph::measure(faces, folder.filePath("runs"), parser.value(seconds).toInt(),
                            parser.value(points).toInt());
}
