#pragma once

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QSlider>
#include <QWheelEvent>

namespace rudolph {

/// A control in a form that scrolls: it leaves the wheel to the form, as scrolling must not change
/// values, and gets the focus by a click or the Tab key only.
template <class Control>
class Quiet : public Control {
public:
    template <class... Arguments>
    explicit Quiet(Arguments... arguments) : Control(arguments...) {
        this->setFocusPolicy(Qt::StrongFocus);
    }

protected:
    void wheelEvent(QWheelEvent* event) override { event->ignore(); }
};

using QuietComboBox = Quiet<QComboBox>;
using QuietSlider = Quiet<QSlider>;

/// Without zeros at the end.
class QuietNumber : public Quiet<QDoubleSpinBox> {
public:
    using Quiet::Quiet;
    QString textFromValue(double value) const override { return locale().toString(value, 'g', 6); }
};

}  // namespace rudolph
