#pragma once

#include <QSet>
#include <QWidget>
#include <array>

#include "ui/cases/case_list_model.h"
#include "ui/cases/case_worker.h"

class QCheckBox;
class QComboBox;
class QGridLayout;
class QLabel;
class QListView;
class QListWidget;
class QProgressBar;
class QPushButton;
class QStackedWidget;

namespace rudolph {

class BarChart;
class CaseErrorFace;
class ScatterChart;

/// What the errors of a run go with: a verdict in words, the error against brightness, contrast,
/// head turn, roll and size, the distribution of errors, and the error of each landmark and part.
/// Faces are rows of the model; those that are chosen in one place are chosen in all of them.
class CaseExplorer : public QWidget {
    Q_OBJECT

public:
    /// `order`: of the gallery, for the strip of faces below where there is room.
    CaseExplorer(CaseListModel* model, CaseOrder* order, QWidget* parent = nullptr);

    /// The cases of the model against the truth as it is now; attributes when they are measured.
    void setStudy(const CaseStudyPtr& study);
    void clear();
    void setProgress(int done, int total);
    void setFailed(const QString& what);
    /// Without emitting chosenChanged.
    void setChosen(const QVector<int>& rows);
    /// The face that another view shows large; −1: none.
    void setCurrent(int row);

    QListWidget* verdict() { return verdict_; }
    ScatterChart* scatter(Attribute attribute) { return scatters_[static_cast<size_t>(attribute)]; }
    ScatterChart* distribution() { return distribution_; }
    BarChart* partBars() { return bars_; }
    CaseErrorFace* errorFace() { return face_; }
    QListView* strip() { return strip_; }

signals:
    void chosenChanged(const QVector<int>& rows);
    void galleryRequested();
    void cancelRequested();
    void measureRequested();
    /// This row of the order is to be shown large.
    void caseRequested(int place);
    void failed(const QString& what, const QString& advice);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    // case_explorer_layout.cpp
    QWidget* makeVerdict();
    QWidget* makeToolbar();
    QWidget* makeCharts();
    void makeStrip();
    ScatterChart* makeChart(const QString& name, QWidget* parent);
    void arrange();

    void showFindings();
    void showDistribution();
    void showScatters();
    void showPoints();
    void choose(const QVector<int>& rows);
    void choosePart(int bar);
    /// Beside the point of the chart.
    void preview(const ScatterChart* chart, int row);
    void paintPreview();
    void updateChosen();
    QString faceText(int row) const;
    double errorOf(int row) const;

    CaseListModel* model_;
    CaseOrder* order_;
    QStackedWidget* top_;
    QListWidget* verdict_;
    QLabel* progress_text_;
    QProgressBar* progress_;
    QPushButton* cancel_;
    QPushButton* measure_;
    QLabel* failure_;
    QLabel* chosen_text_;
    QPushButton* show_chosen_;
    QPushButton* choose_none_;
    QComboBox* attribute_;
    QLabel* attribute_label_;
    QCheckBox* logarithmic_;
    QGridLayout* grid_;
    std::array<ScatterChart*, kAttributes> scatters_{};
    ScatterChart* distribution_;
    CaseErrorFace* face_;
    BarChart* bars_;
    QListView* strip_;
    QLabel* preview_;

    CaseStudyPtr study_ = std::make_shared<const CaseStudy>();
    std::vector<FacePart> bar_parts_;
    QVector<int> chosen_;
    int previewed_ = -1;
    bool wide_ = false;
};

}  // namespace rudolph
