#pragma once

#include <QSignalSpy>

#include "core/formats/open_dataset.h"
#include "core/runs/run_index.h"
#include "core/runs/run_writer.h"
#include "core/study/study.h"
#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/runs/runs_page.h"
#include "ui/runs/runs_table.h"
#include "ui/settings/settings.h"

namespace rudolph::test {

/// Runs that were written without training.
struct RunsFixture : StudioFixture {
    /// What one test remembers is not for the next.
    ~RunsFixture() override {
        Settings().set(settings::kLayout / "runs-table-2", {});
        Settings().set(settings::kLayout / "runs", {});
        Settings().set(settings::kRunsFolder, runs_folder_before);
    }

    /// Faces are off by `error` pixels, every third one by a pixel more; started at a minute of one
    /// hour.
    std::filesystem::path writeRun(const std::string& preset_name, double error, int minute,
                                   RunState state = RunState::Finished) {
        Experiment experiment = preset(preset_name);
        experiment.data = (folder / "faces").string();
        return writeRunOf(folder / "runs", experiment, error, minute, state);
    }

    /// A study of seeds, with a run for each error.
    std::filesystem::path writeStudy(const std::string& preset_name,
                                     const std::vector<double>& errors, int minute, int parts = 3) {
        Study study{StudyKind::Seeds, parts, preset(preset_name)};
        study.experiment.data = (folder / "faces").string();
        std::filesystem::path made = make_study(folder / "runs", study);
        for (size_t part = 0; part < errors.size(); ++part)
            writeRunOf(made, experiment_of_part(study, static_cast<int>(part)), errors[part],
                       minute + static_cast<int>(part));
        return made;
    }

    std::filesystem::path writeRunOf(const std::filesystem::path& runs,
                                     const Experiment& experiment, double error, int minute,
                                     RunState state = RunState::Finished) {
        const Dataset dataset = open_dataset(folder / "faces");
        const RunWriter writer(runs, experiment, dataset, make_split(dataset, {}));
        std::vector<CasePrediction> predictions;
        for (int i = 0; i < 8; ++i) {
            const Sample& sample = dataset.samples[static_cast<size_t>(i)];
            const Landmarks truth = subset(sample.points_in_image, {30});
            Landmarks predicted = truth;
            predicted.points[0].x += error + (i % 3 == 0 ? 1 : 0);
            predictions.push_back({face_result(sample.id, predicted, truth, 50, {}, {80, 60}),
                                   sample.image, sample.person, sample.view});
        }
        writer.write_predictions(predictions);
        writer.write_metrics({{1, 0.5, 0.25, 8, error / 25, 0.001, 1.5, 0.5},
                              {2, 0.25, 0.125, 4, error / 50, 0.001, 1.5, 0.5}});
        RunSummary summary;
        summary.state = state;
        summary.started = "2024-05-31T18:" + std::to_string(10 + minute) + ":42+02:00";
        summary.epochs_done = summary.best_epoch = 2;
        summary.parameters = 62'474;
        summary.scheme = dataset.scheme.name;
        summary.error_px = error;
        summary.nme = error / 50;
        summary.constant_error_px = 40;
        writer.write_summary(summary);
        return writer.folder();
    }

    RunsPage& page() { return *window.findChild<RunsPage*>(); }
    RunsTable& table() { return *page().findChild<RunsTable*>(); }
    RunFilter& filter() { return *page().findChild<RunFilter*>(); }
    RunTableModel& model() { return *page().findChild<RunTableModel*>(); }
    NoticeBar& notice() { return *page().findChild<NoticeBar*>(); }
    RunShelf& shelf() { return window.session()->runs(); }
    void showRuns(int count) {
        showPage(Qt::Key_4);
        ASSERT_TRUE(waitFor([&] { return model().rowCount() == count; }));
        QTest::qWait(0);
    }
    QModelIndex cell(int row, RunColumn column) {
        return filter().index(row, static_cast<int>(column));
    }
    QPoint placeOf(int row, RunColumn column) {
        table().scrollTo(cell(row, column));
        return table().visualRect(cell(row, column)).center();
    }
    void click(int row, RunColumn column, Qt::KeyboardModifiers keys = {}) {
        QTest::mouseClick(table().viewport(), Qt::LeftButton, keys, placeOf(row, column));
    }
    /// As a person does: Qt's test sends the second click alone.
    void doubleClick(int row, RunColumn column) {
        click(row, column);
        QTest::mouseDClick(table().viewport(), Qt::LeftButton, {}, placeOf(row, column));
    }
    const QString runs_folder_before = Settings().runsFolder();

    RunMarks marksOf(const std::filesystem::path& run) { return read_marks(run); }
};

}  // namespace rudolph::test
