#pragma once

#include <QWidget>
#include <optional>

#include "ui/data/network_view.h"
#include "ui/parts/job.h"
#include "ui/parts/sample_list_model.h"

class QComboBox;
class QFormLayout;
class QLabel;
class QTableWidget;

namespace rudolph {

class FaceView;

/// A face and what its data set says of it.
struct SampleFacts {
    Sample face;
    LandmarkScheme scheme;
    DatasetFormat format = DatasetFormat::Imm;
    SplitSide side = SplitSide::None;
    std::vector<std::string> problems;  ///< those of this face
};

/// What is known of one face, and the face as a network gets it: the crop with its points, the
/// tensor's shape and range, the normalised labels.
class SampleDetails : public QWidget {
    Q_OBJECT

public:
    explicit SampleDetails(QWidget* parent = nullptr);

    void setFace(SampleFacts facts);
    void clear();

protected:
    void showEvent(QShowEvent* event) override;

private:
    void fillPresets();
    void showFacts();
    void requestView();
    void showView(const NetworkView& view);
    void showNoView(const QString& reason);
    void showLabels(const NetworkView& view);

    std::optional<SampleFacts> shown_;
    std::vector<Experiment> presets_;  ///< as the box lists them
    bool view_wanted_ = false;         ///< as soon as it can be seen
    QLabel* name_;
    QLabel* problems_;
    QFormLayout* facts_;
    QComboBox* input_;
    FaceView* crop_;
    QLabel* tensor_;
    QLabel* values_;
    QTableWidget* labels_;
    Job job_;
};

}  // namespace rudolph
