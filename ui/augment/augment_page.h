#pragma once

#include <QElapsedTimer>
#include <QWidget>
#include <memory>

#include "ui/augment/augment_job.h"
#include "ui/parts/latest_job.h"
#include "ui/session/session.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QLabel;
class QPushButton;
class QSpinBox;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace rudolph {

class AugmentChecks;
class AugmentFaces;
class AugmentSettings;
class MessagePanel;
class VariantGrid;
class VariantModel;
class VariantViewer;

/// What training does to faces, to be seen before training: variants of one face in the epochs of a
/// run, or one variant each of many faces in one epoch, pixel for pixel those that training gets
/// for that seed; or one effect alone from one end of its range to the other. The experiment is the
/// training page's: changes here go there, and back.
class AugmentPage : public QWidget {
    Q_OBJECT

public:
    explicit AugmentPage(Session* session, QWidget* parent = nullptr);
    ~AugmentPage() override;

    /// Shows the experiment of the training page, and the preset that it is compared with.
    void setExperiment(const Experiment& experiment, const Experiment& base);

    AugmentSettings* settings() { return settings_; }
    AugmentFaces* faces() { return faces_; }
    AugmentChecks* checks() { return checks_; }
    VariantGrid* grid() { return grid_; }
    VariantModel* model() { return model_; }
    VariantViewer* viewer() { return viewer_; }
    /// What was drawn last; null before.
    std::shared_ptr<const AugmentResult> result() const { return result_; }
    /// Whether what is shown is what was asked for.
    bool isSettled() const { return !job_.isBusy(); }
    bool isViewing() const;

public slots:
    /// Stops reading pictures.
    void cancelReading();

signals:
    /// The person changed the experiment.
    void experimentChanged(const rudolph::Experiment& experiment);
    void trainRequested();
    void openFolderRequested();
    void demoFacesRequested();

protected:
    void showEvent(QShowEvent* event) override;

private:
    // augment_page_layout.cpp
    MessagePanel* makeEmptyState();
    QWidget* makeWork();
    QWidget* makeControls();
    QWidget* makeDrawRow();
    QWidget* makeCaptionRow();
    QWidget* makeGrid();
    void fillChoices();
    void rememberChoices();

    void requestDraw();
    AugmentRequest makeRequest();
    /// The one effect that is shown; empty: all together.
    std::optional<AugmentationEffect> alone() const;
    /// What has no say in what is shown cannot be used.
    void enableDraws();
    /// What keeps the experiment from being drawn; empty: nothing.
    QString problemText() const;
    void showResult(const AugmentRequest& request, std::shared_ptr<const AugmentResult> result);
    void showNothing();
    void showError(const QString& title, const QString& text);
    void showProgress(int done, int total);
    void hideProgress();
    void showCaption(const AugmentRequest& request, const AugmentResult& result);
    void showOriginal();
    void showSeed();
    void drawAgain();
    void viewVariant(int row);
    void backToGrid();
    void updateViewer();
    bool manyFaces() const;
    std::uint64_t seed() const;

    Session* session_;
    AugmentSettings* settings_;
    AugmentFaces* faces_;
    QSplitter* splitter_;
    QStackedWidget* states_;  ///< nothing yet, or the work
    QStackedWidget* middle_;  ///< grid, one variant, or a message
    MessagePanel* message_;
    QComboBox* which_;
    QComboBox* effects_;
    QComboBox* count_;
    QDoubleSpinBox* seed_;
    QToolButton* own_seed_;
    QPushButton* again_;
    QSpinBox* epoch_;
    QCheckBox* points_;
    QCheckBox* network_;
    QLabel* caption_;
    QPushButton* cancel_reading_;
    QPushButton* read_on_;
    VariantGrid* grid_;
    VariantModel* model_;
    VariantViewer* viewer_;
    AugmentChecks* checks_;

    bool viewing_ = false;
    CancelToken cancel_;
    std::vector<PreviewFace> requested_;  ///< faces, to know whether decoding goes on
    QElapsedTimer asked_;
    std::shared_ptr<const AugmentResult> result_;
    std::shared_ptr<AugmentCache> cache_;  ///< the worker's
    LatestJob job_;                        ///< last, so that it ends before what it uses
};

}  // namespace rudolph
