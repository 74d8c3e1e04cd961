#pragma once

#include <QWidget>

#include "ui/runs/run_filter.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace rudolph {

/// Which runs the table shows: by words, state, tag and star, and how many they are.
class RunsFilterBar : public QWidget {
    Q_OBJECT

public:
    explicit RunsFilterBar(RunFilter* filter, QWidget* parent = nullptr);

    void focusSearch();

private:
    void makeChoices();
    /// Offers the tags that runs have now.
    void fillTags();
    void showCount();

    RunFilter* filter_;
    QLineEdit* search_;
    QComboBox* state_;
    QComboBox* tag_;
    QLabel* count_;
};

}  // namespace rudolph
