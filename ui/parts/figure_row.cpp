#include "ui/parts/figure_row.h"

#include <QLabel>

#include "ui/base/layouts.h"

namespace rudolph {

namespace {

constexpr int kSpacing = 24;
constexpr int kLeastSpacing = 8;

}  // namespace

FigureRow::FigureRow(QWidget* parent) : QWidget(parent), layout_(new QHBoxLayout(this)) {
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(kSpacing);
    layout_->addStretch();
}

int FigureRow::addFigure(const QString& caption, const QString& widest, const QString& tip) {
    auto* cell = new QWidget(this);
    auto* column = makeColumn(cell, 0);
    auto* name = new QLabel(caption, cell);
    QFont small = name->font();
    small.setPointSizeF(small.pointSizeF() * 0.9);
    name->setFont(small);
    auto* value = new QLabel(cell);
    QFont large = value->font();
    large.setPointSizeF(large.pointSizeF() * 1.3);
    value->setFont(large);
    value->setMinimumWidth(QFontMetrics(large).horizontalAdvance(widest) + 2);
    value->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(name);
    column->addWidget(value);
    layout_->insertWidget(layout_->count() - 1, cell);
    figures_.push_back({cell, value});
    const int figure = static_cast<int>(figures_.size()) - 1;
    setValue(figure, QStringLiteral("–"));
    setTip(figure, tip);
    return figure;
}

void FigureRow::setValue(int figure, const QString& value) {
    figures_[static_cast<size_t>(figure)].value->setText(value);
}

void FigureRow::setTip(int figure, const QString& tip) {
    figures_[static_cast<size_t>(figure)].cell->setToolTip(
        // Tips that are rich text wrap.
        tip.isEmpty() ? tip : QStringLiteral("<p>%1</p>").arg(tip.toHtmlEscaped()));
}

QString FigureRow::value(int figure) const {
    return figures_[static_cast<size_t>(figure)].value->text();
}

QSize FigureRow::minimumSizeHint() const {
    const QSize first = figures_.empty() ? QSize() : figures_.front().cell->sizeHint();
    return {first.width(), QWidget::minimumSizeHint().height()};
}

void FigureRow::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    // Closer together before any is left out.
    int right = -kSpacing;
    for (const Figure& figure : figures_)
        right += figure.cell->sizeHint().width() + kSpacing;
    layout_->setSpacing(right <= width() ? kSpacing : kLeastSpacing);
    right = 0;
    for (const Figure& figure : figures_) {
        right += figure.cell->sizeHint().width();
        figure.cell->setVisible(right <= width() || &figure == &figures_.front());
        right += layout_->spacing();
    }
}

void FigureRow::clear() {
    for (const Figure& figure : figures_)
        figure.value->setText(QStringLiteral("–"));
}

}  // namespace rudolph
