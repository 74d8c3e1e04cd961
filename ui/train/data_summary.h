#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace rudolph {

class Session;

/// Which faces are trained on, and how they are split; leads to the page that opens others.
class DataSummary : public QWidget {
    Q_OBJECT

public:
    explicit DataSummary(Session* session, QWidget* parent = nullptr);

    /// Zero: not known.
    void setSplit(int train_faces, int validation_faces);

private:
    void showData();

    Session* session_;
    QLabel* name_;
    QLabel* faces_;
    QLabel* split_;
    QPushButton* button_;
};

}  // namespace rudolph
