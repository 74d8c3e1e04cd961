#pragma once

#include <QWidget>

#include "ui/train/setup_describer.h"

class QLabel;
class QTableWidget;

namespace rudolph {

/// The network that the form describes, before it is trained: its layers with what comes out of
/// them and their weights, and what memory and time an epoch will take.
class NetworkTable : public QWidget {
    Q_OBJECT

public:
    explicit NetworkTable(SetupDescriber* describer, QWidget* parent = nullptr);

private:
    void showSummary(const SetupSummary& summary);
    void showEstimate(const SetupEstimate& answer);
    /// Why there is no estimate now.
    void showNoEstimate(const QString& why);

    QLabel* estimate_;
    QTableWidget* table_;
};

}  // namespace rudolph
