#pragma once

#include <QLabel>

namespace rudolph {

class CaseListModel;
class ScatterChart;

/// The face of the point of a chart that the mouse is over, beside it.
class CasePreview : public QLabel {
    Q_OBJECT

public:
    /// Lies over `parent`, which holds the charts.
    CasePreview(CaseListModel* model, QWidget* parent);

    /// A row of the model; −1: none.
    void showRow(const ScatterChart* chart, int row);

private:
    void draw();

    CaseListModel* model_;
    int row_ = -1;
};

}  // namespace rudolph
