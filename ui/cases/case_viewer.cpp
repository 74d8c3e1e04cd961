#include "ui/cases/case_viewer.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/base/image_convert.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/key_button.h"
#include "ui/parts/point_legend.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {

namespace {

/// The point that is farthest off, with its distance in pixels of the image.
QString worstPoint(const FaceResult& result, const LandmarkScheme& scheme) {
    int worst = -1;
    double largest = -1;
    const int points = std::min(result.truth_in_image.size(), result.predicted_in_image.size());
    for (int i = 0; i < points; ++i) {
        if (!result.truth_in_image.is_labelled(i))
            continue;
        const auto place = static_cast<size_t>(i);
        const Point off =
            result.predicted_in_image.points[place] - result.truth_in_image.points[place];
        const double distance = std::hypot(off.x, off.y);
        if (distance > largest) {
            largest = distance;
            worst = i;
        }
    }
    if (worst < 0)
        return QStringLiteral("–");
    const QString name = worst < scheme.size()
                             ? landmarkText(scheme.point_names[static_cast<size_t>(worst)])
                             : QString::number(worst);
    return QStringLiteral("%1, %2").arg(name, pixelText(largest));
}

}  // namespace

CaseViewer::CaseViewer(QWidget* parent) : QWidget(parent), view_(new FaceView) {
    figures_ = new FigureRow(this);
    place_figure_ = figures_->addFigure(tr("Place"), QStringLiteral("8888 of 8888"));
    error_figure_ =
        figures_->addFigure(tr("Mean error"), QStringLiteral("888.8 px"),
                            tr("Mean distance of the points, in pixels of the picture"));
    nme_figure_ = figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"));
    worst_figure_ =
        figures_->addFigure(tr("Farthest point"), {}, tr("The point that is farthest off"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(makeToolbar());
    layout->addWidget(view_, 1);
    auto* mend = makeKeyButton(this, QString(), tr("Mend the truth…"), Qt::Key_M);
    mend->setToolButtonStyle(Qt::ToolButtonTextOnly);
    mend->setAutoRaise(false);
    mend->setToolTip(tr("Edit the true points of this face on the Data page (M)"));
    connect(mend->defaultAction(), &QAction::triggered, this, &CaseViewer::mendRequested);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(figures_, 1);
    bottom->addWidget(mend, 0, Qt::AlignBottom);
    layout->addLayout(bottom);
}

QWidget* CaseViewer::makeToolbar() {
    auto* bar = new QWidget(this);
    back_ = makeKeyButton(this, QStringLiteral("back"), tr("Back to all cases"), Qt::Key_Escape);
    back_->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    previous_ = makeKeyButton(this, QStringLiteral("previous"), tr("Previous case"), Qt::Key_Left);
    next_ = makeKeyButton(this, QStringLiteral("next"), tr("Next case"), Qt::Key_Right);
    connect(back_->defaultAction(), &QAction::triggered, this, &CaseViewer::backRequested);
    connect(previous_->defaultAction(), &QAction::triggered, this, &CaseViewer::previousRequested);
    connect(next_->defaultAction(), &QAction::triggered, this, &CaseViewer::nextRequested);
    title_ = new QLabel(bar);
    QFont bold = title_->font();
    bold.setBold(true);
    title_->setFont(bold);
    auto* lines = new QCheckBox(tr("&Lines"), bar);
    auto* numbers = new QCheckBox(tr("&Numbers"), bar);
    auto* errors = new QCheckBox(tr("&Errors"), bar);
    errors->setToolTip(tr("A thin line from each true point to its prediction"));
    connect(lines, &QCheckBox::toggled, view_, &FaceView::setLinesShown);
    connect(numbers, &QCheckBox::toggled, view_, &FaceView::setNumbersShown);
    connect(errors, &QCheckBox::toggled, view_, &FaceView::setErrorsShown);
    lines->setChecked(Settings().get(settings::kLinesShown));
    view_->setLinesShown(lines->isChecked());
    errors->setChecked(true);
    auto* legend = new PointLegend(bar);
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(back_);
    layout->addWidget(previous_);
    layout->addWidget(next_);
    layout->addWidget(title_, 1);
    layout->addWidget(legend);
    layout->addSpacing(16);
    layout->addWidget(lines);
    layout->addWidget(numbers);
    layout->addWidget(errors);
    return bar;
}

QString CaseViewer::title() const {
    return title_->text();
}

void CaseViewer::showCase(const CasePrediction& face, const LandmarkScheme& scheme,
                          const QString& normaliser, int place, int count) {
    title_->setText(QString::fromStdString(face.result.sample_id));
    previous_->defaultAction()->setEnabled(place > 0);
    next_->defaultAction()->setEnabled(place + 1 < count);
    figures_->setValue(place_figure_, tr("%1 of %2").arg(place + 1).arg(count));
    figures_->setValue(error_figure_, pixelText(face.result.error_px));
    figures_->setValue(nme_figure_, percentText(face.result.nme));
    figures_->setTip(nme_figure_, tr("The mean error over the %1").arg(normaliser));
    figures_->setValue(worst_figure_, worstPoint(face.result, scheme));
    picture_job_.start([this, face, scheme]() -> LatestJob::Outcome {
        try {
            const QImage image = toQImage(decode_image(face.image));
            return [this, image, face, scheme] {
                const auto layer = [&scheme](const Landmarks& points) {
                    return points.size() == scheme.size()
                               ? std::optional(PointLayer{points, scheme})
                               : std::nullopt;
                };
                view_->setImage(image);
                view_->setTruth(layer(face.result.truth_in_image));
                view_->setPrediction(layer(face.result.predicted_in_image));
            };
        } catch (...) {
            const QString reason = errorText(std::current_exception()).what;
            return [this, reason] { view_->setMessage(reason); };
        }
    });
}

}  // namespace rudolph
