#include "ui/data/recipe_faces.h"

#include <QBoxLayout>
#include <algorithm>

#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/elided_label.h"

namespace rudolph {
namespace {

constexpr int kLeastView = 96;
constexpr int kFaceCaption = 24;
constexpr double kWorthTurning = 1.15;

}  // namespace

RecipeFaces::RecipeFaces(QWidget* parent) : QWidget(parent) {
    layout_ = makeRow(this, 8);
    int number = 0;
    for (Place& place : places_) {
        place.cell = new QWidget(this);
        place.view = new FaceView(place.cell);
        place.view->setObjectName(QStringLiteral("example %1").arg(++number));
        place.view->setAccessibleName(tr("Example %1").arg(number));
        place.view->setMinimumSize(kLeastView, kLeastView);
        place.caption = new ElidedLabel(place.cell);
        place.caption->setTextFormat(Qt::PlainText);
        place.caption->setAlignment(Qt::AlignHCenter);
        auto* column = makeColumn(place.cell, 4);
        column->addWidget(place.view, 1);
        column->addWidget(place.caption);
        layout_->addWidget(place.cell, 1);
    }
}

void RecipeFaces::showTrial(const RecipeTrial& trial, const QString& instead) {
    for (size_t i = 0; i < places_.size(); ++i) {
        const Place& place = places_.at(i);
        const bool has_face = i < trial.tried.examples.size();
        place.cell->setVisible(has_face || i == 0);
        if (!has_face) {
            place.view->setMessage(i == 0 ? instead : QString());
            place.caption->clear();
            continue;
        }
        const Sample& face = trial.tried.examples[i];
        const QImage& picture = trial.pictures[i];
        const QString name = toQString(face.image.filename());
        if (picture.isNull())
            place.view->setMessage(tr("The picture cannot be read"));
        else
            place.view->setImage(picture);
        place.view->setAccessibleDescription(name);
        place.view->setTruth(PointLayer{face.points_in_image, trial.scheme});
        place.view->setBox(face.box);
        place.caption->setText(name);
    }
    arrange();
}

void RecipeFaces::arrange() {
    int shown = 0;
    for (const Place& place : places_)
        shown += place.cell->isHidden() ? 0 : 1;
    const QSizeF picture = places_.front().view->picture().size();
    if (shown == 0 || picture.isEmpty())
        return;
    const auto scale = [&picture](double width, double height) {
        return std::min(width / picture.width(), height / picture.height());
    };
    const double beside = scale(static_cast<double>(width()) / shown, height() - kFaceCaption);
    const double below = scale(width(), static_cast<double>(height()) / shown - kFaceCaption);
    const bool is_column = below > kWorthTurning * beside;
    layout_->setDirection(is_column ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void RecipeFaces::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    arrange();
}

void RecipeFaces::setNumbersShown(bool shown) {
    for (const Place& place : places_)
        place.view->setNumbersShown(shown);
}

}  // namespace rudolph
