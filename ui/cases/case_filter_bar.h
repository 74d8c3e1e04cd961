#pragma once

#include <QWidget>

#include "ui/cases/case_list_model.h"

class QComboBox;
class QDoubleSpinBox;
class QLineEdit;
class QToolButton;

namespace rudolph {

/// What of a run's cases the gallery shows: by text, person, view, how far they are annotated, and
/// error. What a run says nothing of cannot be chosen.
class CaseFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit CaseFilterBar(QWidget* parent = nullptr);

    /// Offers what these cases have; what was looked for stays where they have it, too.
    void setCases(const CaseListModel& model);
    CaseQuery query() const;
    QLineEdit* search() { return search_; }

public slots:
    void clear();

signals:
    void queryChanged(const rudolph::CaseQuery& query);

private:
    QComboBox* addChoice(const QString& name);
    QDoubleSpinBox* addLimit(const QString& name);
    void tell();

    QLineEdit* search_;
    QComboBox* person_;
    QComboBox* view_;
    QComboBox* state_;
    QDoubleSpinBox* least_;
    QDoubleSpinBox* most_;
    QToolButton* clear_;
    bool in_pixels_ = false;  ///< errors, where no NME is known
};

}  // namespace rudolph
