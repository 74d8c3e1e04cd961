#pragma once

#include <QWidget>

#include "ui/parts/sample_filter.h"

class QComboBox;
class QLineEdit;
class QToolButton;

namespace rudolph {

/// What faces to list, and in which order: words, a button that opens the other filters, and the
/// order.
class SampleFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit SampleFilterBar(QWidget* parent = nullptr);

    /// Offers the views and persons of a data set, and takes all filters away; says nothing.
    void fill(const Dataset* dataset);
    SampleQuery query() const;
    SampleOrder order() const;
    /// Without them the list cannot be sorted by them.
    void setDisagreementsKnown(bool known);
    /// Without any the list cannot show or sort by them.
    void setSuggestionsKnown(bool known);
    /// Shows only the faces to mark next, in that order.
    void showSuggestions();
    /// Takes all filters away; the order stays.
    void clear();

public slots:
    void focusText();

signals:
    void changed();
    /// Enter was pressed in the text.
    void textEntered();

protected:
    void changeEvent(QEvent* event) override;

private:
    void makeBoxes();
    void fillStates();
    void fillOrder();
    void layOut();
    void announce();
    void enable(QComboBox* box, int value, bool on, const QString& why_not);
    void markButton();

    QLineEdit* text_;
    QToolButton* more_;
    QComboBox* order_;
    QWidget* boxes_;
    QComboBox* state_;
    QComboBox* trait_;
    QComboBox* side_;
    QComboBox* view_;
    QComboBox* person_;
    bool filling_ = false;
};

}  // namespace rudolph
