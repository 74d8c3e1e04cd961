#pragma once

#include <QWidget>

#include "ui/cases/case_list_model.h"

class QComboBox;
class QLabel;
class QPushButton;

namespace rudolph {

class FaceGallery;
class CaseFilterBar;
class CaseStudies;
class Session;

/// The cases of a run as pictures, the worst or the best first, all of them, those that are looked
/// for, or those that are chosen.
class CaseGallery : public QWidget {
    Q_OBJECT

public:
    CaseGallery(Session* session, CaseStudies* studies, CaseListModel* model, CaseOrder* order,
                QWidget* parent = nullptr);

    /// Offers what the cases of the model can be filtered by.
    void updateFilters();
    void clearFilters();
    void focusSearch();
    /// The face that the keys are on.
    void setCurrent(int place);
    void focusFaces();

signals:
    /// This row of the order is to be shown large.
    void caseRequested(int place);
    /// This row of the model is the current one; −1: none.
    void currentChanged(int row);
    void chartsRequested();

private:
    QWidget* makeBar();
    void showCount();
    void showMenu(const QPoint& at);

    Session* session_;
    CaseStudies* studies_;
    CaseListModel* model_;
    CaseOrder* order_;
    QComboBox* sort_;
    QLabel* count_;
    QPushButton* show_all_;
    CaseFilterBar* filters_;
    FaceGallery* faces_;
};

}  // namespace rudolph
