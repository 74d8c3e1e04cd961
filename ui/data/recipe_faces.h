#pragma once

#include <QWidget>
#include <array>

#include "ui/data/recipe_trial.h"

class QBoxLayout;
class QLabel;

namespace rudolph {

class FaceView;

/// Three faces with the points that a recipe gives them.
class RecipeFaces : public QWidget {
    Q_OBJECT

public:
    explicit RecipeFaces(QWidget* parent = nullptr);

    /// Views without a face are hidden; without any, the first says `instead`.
    void showTrial(const RecipeTrial& trial, const QString& instead);
    void setNumbersShown(bool shown);
    FaceView* view(int index) const { return places_.at(static_cast<size_t>(index)).view; }

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Place {
        QWidget* cell = nullptr;
        FaceView* view = nullptr;
        QLabel* caption = nullptr;
    };
    /// Side by side or below each other, whichever shows the pictures larger.
    void arrange();

    QBoxLayout* layout_;
    std::array<Place, 3> places_;
};

}  // namespace rudolph
