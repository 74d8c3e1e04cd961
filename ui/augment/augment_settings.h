#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/experiment/fields.h"

class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QPushButton;
class QSlider;
class QToolButton;

namespace rudolph {

/// Every probability and range of an experiment's augmentation as a slider with its number,
/// generated from experiment_fields(), with a mark and a reset button where it differs from the
/// preset. The whole range of a field is on its slider, finer near its start where it is wide.
class AugmentSettings : public QWidget {
    Q_OBJECT

public:
    explicit AugmentSettings(QWidget* parent = nullptr);

    /// Shows an experiment, and what it is compared with. Says nothing through changed().
    void setExperiment(const Experiment& experiment, const Experiment& base);
    const Experiment& experiment() const { return experiment_; }

    QStringList keys() const { return row_of_key_.keys(); }
    QSlider* slider(const QString& key) const { return rows_[row_of_key_[key]].slider; }
    QDoubleSpinBox* number(const QString& key) const { return rows_[row_of_key_[key]].number; }
    QToolButton* resetButton(const QString& key) const { return rows_[row_of_key_[key]].reset; }
    QStringList changedKeys() const;

signals:
    /// The person changed a value.
    void changed();
    void trainRequested();

private:
    struct Row {
        const Field* field = nullptr;
        QLabel* label = nullptr;
        QSlider* slider = nullptr;
        QDoubleSpinBox* number = nullptr;
        QToolButton* reset = nullptr;
    };

    QWidget* makeHeader();
    QWidget* makeRows();
    void addHeading(QGridLayout* grid, const QString& text);
    void addRow(QGridLayout* grid, const Field& field);
    void takeValue(size_t row, double value);
    void reset();
    void showValues();
    void showChanges();

    Experiment experiment_;
    Experiment base_;
    std::vector<Row> rows_;
    QMap<QString, size_t> row_of_key_;
    QLabel* title_;
    QLabel* changes_;
    QPushButton* reset_;
    QWidget* rows_widget_;
    bool filling_ = false;
};

}  // namespace rudolph
