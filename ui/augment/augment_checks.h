#pragma once

#include <QWidget>
#include <array>

#include "core/train/augmentation_preview.h"

class QLabel;

namespace rudolph {

/// Whether the augmentation leaves faces what they are: three sentences, each with a mark that says
/// good, bad or nothing to say, by its shape and by a word.
class AugmentChecks : public QWidget {
    Q_OBJECT

public:
    enum class Verdict { Good, Bad, None };

    explicit AugmentChecks(QWidget* parent = nullptr);

    void setCheck(const AugmentationCheck& check);
    void clear();

    Verdict verdict(int line) const { return lines_[static_cast<size_t>(line)].verdict; }
    QString text(int line) const;

    static constexpr int kFlip = 0;
    static constexpr int kSides = 1;
    static constexpr int kOutside = 2;

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Line {
        QLabel* mark = nullptr;
        QLabel* text = nullptr;
        Verdict verdict = Verdict::None;
    };

    void setLine(int line, Verdict verdict, const QString& text, const QString& tip);
    void showMark(const Line& line);

    std::array<Line, 3> lines_;
};

}  // namespace rudolph
