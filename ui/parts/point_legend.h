#pragma once

#include <QLabel>

namespace rudolph {

/// Says which points are the truth and which the prediction, in their colours and shapes.
class PointLegend : public QLabel {
    Q_OBJECT

public:
    explicit PointLegend(QWidget* parent = nullptr);

protected:
    void changeEvent(QEvent* event) override;

private:
    void updateText();
};

}  // namespace rudolph
