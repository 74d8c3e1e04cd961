#pragma once

#include <QDialog>

#include "ui/session/experiment_draft.h"
#include "ui/train/layer_model.h"

class QAction;
class QLabel;
class QMenu;

namespace rudolph {

class LayerTable;

/// The network of a draft layer by layer: what is changed counts at once, and every gesture has a
/// way back.
class LayerEditor : public QDialog {
    Q_OBJECT

public:
    /// `outputs` of the network: two a point; 0: not known.
    LayerEditor(ExperimentDraft* draft, int outputs, QWidget* parent = nullptr);

private:
    QWidget* makeHeader();
    QWidget* makeFooter();
    QMenu* makeAddMenu();
    QAction* addKey(const QString& text, const char* icon, const QList<QKeySequence>& keys,
                    const QString& tip);
    void showDraft();
    void writeDraft();
    void showTotals();
    void updateActions();
    void reset();

    ExperimentDraft* draft_;
    int outputs_;
    LayerModel* model_;
    LayerTable* table_;
    QAction* remove_ = nullptr;
    QAction* duplicate_ = nullptr;
    QAction* up_ = nullptr;
    QAction* down_ = nullptr;
    QAction* reset_ = nullptr;
    QLabel* totals_ = nullptr;
    QLabel* problem_ = nullptr;
};

}  // namespace rudolph
