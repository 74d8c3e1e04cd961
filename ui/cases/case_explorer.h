#pragma once

#include <QWidget>
#include <array>

#include "ui/cases/case_list_model.h"

class QComboBox;
class QGridLayout;
class QLabel;

class QPushButton;

namespace rudolph {

class FaceGallery;
class BarChart;
class CaseErrorFace;
class CasePreview;
class CaseVerdict;
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
    void connectVerdict();
    QWidget* makeToolbar();
    QWidget* makeCharts();
    void makeStrip();
    ScatterChart* makeChart(const QString& name, QWidget* parent);
    void arrange();

    void showDistribution();
    void showScatters();
    void showPoints();
    void choose(const QVector<int>& rows);
    void choosePart(int bar);
    void updateChosen();
    QString faceText(int row) const;
    double errorOf(int row) const;

    CaseOrder* order_;
    CaseVerdict* verdict_;
    QLabel* chosen_text_ = nullptr;
    QPushButton* show_chosen_ = nullptr;
    QPushButton* choose_none_ = nullptr;
    QComboBox* attribute_ = nullptr;
    QLabel* attribute_label_ = nullptr;
    QGridLayout* grid_ = nullptr;
    std::array<ScatterChart*, kAttributes> scatters_{};
    ScatterChart* distribution_ = nullptr;
    CaseErrorFace* face_ = nullptr;
    BarChart* bars_ = nullptr;
    FaceGallery* strip_ = nullptr;
    CasePreview* preview_;

    CaseStudyPtr study_ = std::make_shared<const CaseStudy>();
    std::vector<FacePart> bar_parts_;
    QVector<int> chosen_;
    bool wide_ = false;
};

}  // namespace rudolph
