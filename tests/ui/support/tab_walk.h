#pragma once

#include <QString>
#include <QStringList>
#include <QWidget>
#include <utility>
#include <vector>

namespace rudolph::test {

/// Goes through a window with the Tab key, as a person without a mouse does.
class TabWalk {
public:
    /// Presses Tab from where the focus is until it is there again, or far too often.
    explicit TabWalk(QWidget& window);

    const std::vector<QWidget*>& visited() const { return visited_; }
    /// What is wrong, a line each: widgets that Tab does not reach or reaches twice, that have no
    /// name for those who cannot see them; steps against the order in which one reads.
    QStringList problems() const;

private:
    QStringList missed() const;
    QStringList nameless() const;
    QStringList jumps() const;
    bool jumpsBack(const QWidget* from, const QWidget* to) const;
    QString describe(const QWidget* widget) const;
    QRect place(const QWidget* widget) const;

    QWidget& window_;
    std::vector<QWidget*> visited_;
    std::vector<std::pair<QWidget*, QWidget*>> jumps_;
    bool closed_ = false;  ///< the way led back to its start
};

}  // namespace rudolph::test
