#pragma once

#include <QWidget>
#include <memory>

#include "ui/models/network_view.h"
#include "ui/models/sample_list_model.h"
#include "ui/workers/latest_job.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QTableWidget;

namespace rudolph {

class FaceView;

/// What is known of one face, and the face as a network gets it: the crop with its points, the
/// tensor's shape and range, the normalised labels.
class SampleDetails : public QWidget {
    Q_OBJECT

public:
    explicit SampleDetails(QWidget* parent = nullptr);

    void setSample(std::shared_ptr<const Dataset> dataset, int index, SplitSide side);
    void clear();

private:
    void fillPresets();
    void showFacts();
    void requestView();
    void showView(const NetworkView& view);
    void showNoView(const QString& reason);
    void showLabels(const NetworkView& view);

    std::shared_ptr<const Dataset> dataset_;
    int index_ = -1;
    SplitSide side_ = SplitSide::None;
    std::vector<Experiment> presets_;  ///< as the box lists them
    LatestJob job_;
    QLabel* name_;
    QLabel* problems_;
    QFormLayout* facts_;
    QComboBox* input_;
    FaceView* crop_;
    QLabel* tensor_;
    QLabel* values_;
    QTableWidget* labels_;
};

}  // namespace rudolph
