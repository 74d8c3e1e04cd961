#include "ui/cases/case_viewer.h"

#include <QCheckBox>
#include <QLabel>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "core/image/decode.h"
#include "ui/base/error_text.h"
#include "ui/base/glossary.h"
#include "ui/base/image_convert.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/figure_row.h"
#include "ui/parts/labels.h"
#include "ui/parts/page_actions.h"
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

CaseViewer::CaseViewer(const PageActions& actions, QWidget* parent)
    : QWidget(parent),
      view_(new FaceView),
      title_(makePlainLabel(this)),
      figures_(new FigureRow(this)) {
    place_figure_ = figures_->addFigure(tr("Place"), QStringLiteral("8888 of 8888"));
    error_figure_ =
        figures_->addFigure(tr("Mean error"), QStringLiteral("888.8 px"),
                            tr("Mean distance of the points, in pixels of the picture"));
    nme_figure_ = figures_->addFigure(tr("NME"), QStringLiteral("88.88 %"));
    worst_figure_ =
        figures_->addFigure(tr("Farthest point"), {}, tr("The point that is farthest off"));
    auto* layout = makeColumn(this, 8);
    layout->addWidget(makeToolbar(actions));
    layout->addWidget(view_, 1);
    QToolButton* mend = actions.button("cases/mend", this);
    mend->setAutoRaise(false);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(figures_, 1);
    bottom->addWidget(mend, 0, Qt::AlignBottom);
    layout->addLayout(bottom);
    connect(&picture_job_, &Job::failed, view_,
            [this](const ErrorText& error) { view_->setMessage(error.what); });
}

QWidget* CaseViewer::makeToolbar(const PageActions& actions) {
    auto* bar = new QWidget(this);
    auto* layout = makeRow(bar, 8);
    for (const char* id : {"cases/back", "cases/previous", "cases/next"}) {
        QToolButton* button = actions.button(id, bar);
        button->setToolButtonStyle(Qt::ToolButtonIconOnly);
        layout->addWidget(button);
        if (layout->count() == 1)
            button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    }
    title_->setWordWrap(false);
    title_->setObjectName(QStringLiteral("title"));
    embolden(title_);
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
    layout->addWidget(title_, 1);
    layout->addWidget(new PointLegend(bar));
    layout->addSpacing(16);
    layout->addWidget(lines);
    layout->addWidget(numbers);
    layout->addWidget(errors);
    return bar;
}

void CaseViewer::showCase(const CasePrediction& face, const LandmarkScheme& scheme,
                          const QString& normaliser, int place, int count, double deviation) {
    const QString name = QString::fromStdString(face.result.sample_id);
    const QString varies =
        std::isfinite(face.result.nme) ? percentText(deviation) : pixelText(deviation);
    title_->setText(std::isfinite(deviation)
                        ? tr("%1: mean of the runs, ± %2 from run to run").arg(name, varies)
                        : name);
    figures_->setValue(place_figure_, tr("%1 of %2").arg(place + 1).arg(count));
    figures_->setValue(error_figure_, pixelText(face.result.error_px));
    figures_->setValue(nme_figure_, percentText(face.result.nme));
    figures_->setTip(nme_figure_,
                     withTerm(tr("The mean error over the %1").arg(normaliser), Term::Nme));
    figures_->setValue(worst_figure_, worstPoint(face.result, scheme));
    picture_job_.start([file = face.image](JobContext&) { return toQImage(decode_image(file)); },
                       [this, face, scheme](const QImage& image) {
                           const auto layer = [&scheme](const Landmarks& points) {
                               return points.size() == scheme.size()
                                          ? std::optional(PointLayer{points, scheme})
                                          : std::nullopt;
                           };
                           view_->setImage(image);
                           view_->setTruth(layer(face.result.truth_in_image));
                           view_->setPrediction(layer(face.result.predicted_in_image));
                       });
}

}  // namespace rudolph
