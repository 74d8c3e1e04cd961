#pragma once

#include <QWidget>
#include <vector>

class QHBoxLayout;
class QLabel;

namespace rudolph {

/// A row of figures, each with a small caption over it, the most important first: the last ones go
/// where there is no room. Widths do not change with the values, so that nothing jumps while they
/// do.
class FigureRow : public QWidget {
    Q_OBJECT

public:
    explicit FigureRow(QWidget* parent = nullptr);

    /// Returns the place of the new figure; `widest` is the longest value to make room for.
    int addFigure(const QString& caption, const QString& widest, const QString& tip = {});
    void setValue(int figure, const QString& value);
    void setTip(int figure, const QString& tip);
    QString value(int figure) const;
    /// Every value becomes "–".
    void clear();

    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Figure {
        QWidget* cell;
        QLabel* value;
    };
    QHBoxLayout* layout_;
    std::vector<Figure> figures_;
};

}  // namespace rudolph
