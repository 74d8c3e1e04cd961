#pragma once

#include <QWidget>
#include <vector>

#include "core/experiment/fields.h"
#include "ui/session/session.h"

class QGridLayout;
class QLabel;
class QPushButton;

namespace rudolph {

class FieldRow;

/// Every probability and range of the draft's augmentation as a slider with its number.
class AugmentSettings : public QWidget {
    Q_OBJECT

public:
    explicit AugmentSettings(Session* session, QWidget* parent = nullptr);

private:
    QWidget* makeHeader();
    QWidget* makeRows();
    void addHeading(QGridLayout* grid, const QString& text);
    void addRow(QGridLayout* grid, const Field& field);
    void showDraft(const QObject* by);

    Session* session_;
    std::vector<FieldRow*> rows_;
    QLabel* title_;
    QLabel* changes_;
    QPushButton* reset_;
};

}  // namespace rudolph
