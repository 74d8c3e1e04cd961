#pragma once

#include "ui/schemes/scheme_tab.h"

class QCheckBox;
class QComboBox;
class QLabel;

namespace rudolph {

/// Which point is the tip of the nose, and which distance errors are divided by: its ends are
/// picked on the drawing.
class SchemeMeasuresTab : public SchemeTab {
    Q_OBJECT

public:
    explicit SchemeMeasuresTab(SchemeDocument* document);

    SchemePart part() const override { return SchemePart::Measures; }
    void showDraft() override;
    SchemeLook look() const override;
    QString hint() const override;
    void clickPoint(int point) override;
    void leave() override { setPicking(nullptr); }

private:
    /// One end of the distance: the mean of these points.
    struct End {
        std::vector<int> NormalisingDistance::*points;
        QLabel* text = nullptr;
        QPushButton* pick = nullptr;
    };

    QWidget* makeEnd(End& end, const QString& object_name);
    QWidget* makeDistance();
    void setDistanceUsed(bool used);
    void setPicking(const End* end);

    QComboBox* nose_tip_;
    QCheckBox* distance_used_;
    QLineEdit* distance_name_;
    End from_{&NormalisingDistance::from};
    End to_{&NormalisingDistance::to};
    const End* picking_ = nullptr;  ///< that clicks add to
    QWidget* distance_;
};

}  // namespace rudolph
