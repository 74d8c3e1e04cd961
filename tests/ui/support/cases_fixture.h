#pragma once

#include <QLabel>
#include <QTabWidget>

#include "core/formats/open_dataset.h"
#include "core/runs/run.h"
#include "core/runs/run_writer.h"
#include "tests/ui/support/studio_fixture.h"
#include "ui/cases/case_explorer.h"
#include "ui/charts/scatter_chart.h"

namespace rudolph::test {

/// The studio with runs that were written without training.
struct CasesFixture : StudioFixture {
    QTabWidget& tabs() { return *cases().findChild<QTabWidget*>(); }
    CaseExplorer& explorer() { return *cases().findChild<CaseExplorer*>(); }
    ScatterChart* scatter(Attribute attribute) {
        return explorer().findChild<ScatterChart*>(
            QStringLiteral("scatter %1").arg(static_cast<int>(attribute)));
    }
    QString title() { return caseViewer().findChild<QLabel*>("title")->text(); }

    /// On the nose tip or on all points, which are off by 1 to 7 pixels.
    std::filesystem::path writeRun(int faces, RunState state = RunState::Finished,
                                   TargetPoints target = TargetPoints::NoseTip) {
        const Dataset dataset = open_dataset(folder / "faces");
        const Split split = make_split(dataset, {});
        Experiment experiment = preset("nose-tip");
        experiment.target = target;
        experiment.data = (folder / "faces").string();
        const RunWriter writer(folder / "runs", experiment, dataset, split);
        const std::vector<int> indices = target_indices(target, dataset.scheme);
        std::vector<CasePrediction> predictions;
        for (int i = 0; i < faces; ++i) {
            const Sample& sample = dataset.samples[static_cast<size_t>(i)];
            const Landmarks truth = subset(sample.points_in_image, indices);
            Landmarks predicted = truth;
            for (Point& point : predicted.points)
                point.x += 1 + (i * 5) % 7;
            predictions.push_back({face_result(sample.id, predicted, truth, 50, {}, {80, 60}),
                                   sample.image, sample.person, sample.view});
        }
        if (faces > 0)
            writer.write_predictions(predictions);
        RunSummary summary;
        summary.state = state;
        summary.epochs_done = summary.best_epoch = faces > 0 ? 1 : 0;
        summary.scheme = dataset.scheme.name;
        summary.normaliser = dataset.scheme.normaliser_name();
        summary.error_px = 2;
        summary.constant_error_px = 8;
        writer.write_summary(summary);
        return writer.folder();
    }
};

}  // namespace rudolph::test
