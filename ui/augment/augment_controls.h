#pragma once

#include <QWidget>

#include "ui/augment/augment_job.h"
#include "ui/session/experiment_draft.h"

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QHBoxLayout;
class QPushButton;
class QSpinBox;
class QToolButton;

namespace rudolph {

/// Which variants are to be drawn and how they are shown: of one face or many, which effects, how
/// many, in which epoch and with which seed. The seed is the draft's until the person draws again.
class AugmentControls : public QWidget {
    Q_OBJECT

public:
    explicit AugmentControls(ExperimentDraft* draft, QWidget* parent = nullptr);

    /// How many faces it takes.
    int faceCount() const;
    /// Fills in all that is chosen here.
    void fill(AugmentRequest& request) const;
    /// What stands beside the caption: how the variants are shown.
    const std::vector<QWidget*>& looks() const { return looks_; }

signals:
    void changed();

private:
    void makeChoices(QHBoxLayout* row);
    void makeDraw(QHBoxLayout* row);
    void makeLooks();
    void rememberChoices();
    void enableDraws();
    void followDraft();
    void showSeed();
    void drawAgain();
    bool manyFaces() const;
    std::uint64_t seed() const;
    std::optional<AugmentationEffect> alone() const;

    ExperimentDraft* draft_;
    QComboBox* which_;
    QComboBox* effects_;
    QComboBox* count_;
    QSpinBox* epoch_;
    QDoubleSpinBox* seed_;
    QToolButton* own_seed_;
    QPushButton* again_;
    QCheckBox* points_;
    QCheckBox* network_;
    std::vector<QWidget*> looks_;
    std::uint64_t drafts_seed_;  ///< as it was last
};

}  // namespace rudolph
