#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <vector>

#include "core/runs/run.h"
#include "core/runs/run_reader.h"

namespace rudolph {

struct CaseStudy;

/// The validation faces of one run, ready to be shown.
struct RunCases {
    RunRecord run;
    std::vector<CasePrediction> cases;
    LandmarkScheme scheme;       ///< of the points that the run predicts
    Landmarks mean;              ///< see mean_shape(), of the true ones
    std::vector<int> lost = {};  ///< places of the cases whose picture is missing
    /// What the run itself says of them.
    std::shared_ptr<const CaseStudy> study = {};
};

/// See mean_shape(): of the true points of cases.
Landmarks meanTruth(const std::vector<CasePrediction>& cases);

/// Reads runs from disk on the thread that it lives on. Signals carry copied values.
class RunLoader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    void listRuns(const QString& folder);
    /// Pictures that are not where they were are looked for among the faces that are open, if any.
    void loadCases(const QString& run_folder,
                   const std::shared_ptr<const rudolph::Dataset>& open = {});

signals:
    void runsListed(const QString& folder, const rudolph::RunList& list);
    void casesLoaded(const rudolph::RunCases& cases);
    void failed(const QString& run_folder, const QString& what, const QString& advice);
};

}  // namespace rudolph
