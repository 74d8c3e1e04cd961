#pragma once

#include <QWidget>

#include "ui/session/session.h"

class QComboBox;
class QLabel;
class QSpinBox;

namespace rudolph {

/// How often the experiment of the form is trained: once, with several seeds, or over folds; and
/// what that means for the faces that are open.
class RepeatsRow : public QWidget {
    Q_OBJECT

public:
    explicit RepeatsRow(Session* session, QWidget* parent = nullptr);

private:
    void choose();
    void showRepeats();
    QString meaning() const;
    /// "8 folds of 5 persons"
    QString foldsText(int folds) const;

    Session* session_;
    QComboBox* kind_;
    QSpinBox* count_;
    QLabel* meaning_;
};

}  // namespace rudolph
