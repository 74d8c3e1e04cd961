#pragma once

#include <QComboBox>
#include <QStylePainter>

namespace rudolph {

/// A choice that may become narrower than its texts, which then end with an ellipsis; they are
/// whole in its list.
class ElidedComboBox : public QComboBox {
public:
    using QComboBox::QComboBox;

    QSize minimumSizeHint() const override {
        return {kLeastWidth, QComboBox::minimumSizeHint().height()};
    }

protected:
    void paintEvent(QPaintEvent* /*event*/) override {
        QStylePainter painter(this);
        QStyleOptionComboBox option;
        initStyleOption(&option);
        painter.drawComplexControl(QStyle::CC_ComboBox, option);
        const QRect room = style()->subControlRect(QStyle::CC_ComboBox, &option,
                                                   QStyle::SC_ComboBoxEditField, this);
        option.currentText =
            fontMetrics().elidedText(option.currentText, Qt::ElideRight, room.width() - kMargin);
        painter.drawControl(QStyle::CE_ComboBoxLabel, option);
    }

private:
    static constexpr int kLeastWidth = 72;
    static constexpr int kMargin = 4;
};

}  // namespace rudolph
