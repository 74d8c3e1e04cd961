#include "ui/cases/case_explorer.h"

#include <QCheckBox>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>
#include <algorithm>
#include <cmath>

#include "core/eval/error_distribution.h"
#include "ui/base/number_text.h"
#include "ui/cases/case_error_face.h"
#include "ui/cases/case_explorer_parts.h"
#include "ui/cases/finding_text.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/parts/face_tile.h"

namespace rudolph {

namespace {

constexpr double kPercent = 100;
constexpr double kFailure = 0.08;
constexpr int kPreviewSide = 160;
constexpr int kPreviewGap = 16;  // px from the point
/// Far worse faces would press all others to the edge.
constexpr double kWidestDistribution = 0.3;

QString chosenText(qsizetype count) {
    if (count == 0)
        return CaseExplorer::tr("Drag a frame to choose faces");
    return count == 1 ? CaseExplorer::tr("1 chosen face")
                      : CaseExplorer::tr("%1 chosen faces").arg(countText(count));
}

}  // namespace

void CaseExplorer::setStudy(const CaseStudyPtr& study) {
    study_ = study;
    showDistribution();
    showScatters();
    showPoints();
    if (study->measured)
        showFindings();
    updateChosen();
}

void CaseExplorer::clear() {
    study_ = std::make_shared<const CaseStudy>();
    chosen_.clear();
    verdict_->clear();
    for (ScatterChart* chart : scatters_)
        chart->clearSeries();
    distribution_->clearSeries();
    bars_->setBars({}, {});
    face_->clear();
    previewed_ = -1;
    preview_->hide();
    top_->setCurrentIndex(kExplorerIdle);
    updateChosen();
}

void CaseExplorer::setProgress(int done, int total) {
    progress_->setRange(0, total);
    progress_->setValue(done);
    progress_text_->setText(
        total > 0 ? tr("Measuring the faces: %1 of %2").arg(countText(done), countText(total))
                  : tr("Measuring the faces"));
    top_->setCurrentIndex(kExplorerBusy);
}

void CaseExplorer::setFailed(const QString& what) {
    failure_->setText(what);
    measure_->setText(what.isEmpty() ? tr("Measure the faces") : tr("Try again"));
    top_->setCurrentIndex(kExplorerIdle);
}

void CaseExplorer::showFindings() {
    verdict_->clear();
    for (const Finding& finding : study_->findings) {
        auto* item = new QListWidgetItem(QStringLiteral("• ") + findingText(finding), verdict_);
        item->setToolTip(QStringLiteral("<p>%1</p>").arg(findingDetails(finding).toHtmlEscaped()));
    }
    if (study_->findings.empty()) {
        auto* item = new QListWidgetItem(tr("No weakness stands out."), verdict_);
        item->setToolTip(
            tr("<p>No group of faces and no part of the face is off by so much more than the "
               "others that it cannot be chance.</p>"));
        item->setFlags(Qt::ItemIsEnabled);
    }
    if (!study_->unread.isEmpty()) {
        auto* item = new QListWidgetItem(
            tr("The faces of the run cannot be read, so this is of what the run itself holds."),
            verdict_);
        item->setToolTip(QStringLiteral("<p>%1</p>").arg(study_->unread.toHtmlEscaped()));
        item->setFlags(Qt::ItemIsEnabled);
    }
    top_->setCurrentIndex(kExplorerVerdict);
}

double CaseExplorer::errorOf(int row) const {
    return shownError(*study_, row) * (study_->in_pixels ? 1 : kPercent);
}

QString CaseExplorer::faceText(int row) const {
    const FaceResult& result = study_->results[static_cast<size_t>(row)];
    return QStringLiteral("%1 · %2").arg(
        QString::fromStdString(result.sample_id),
        study_->in_pixels ? pixelText(result.error_px) : percentText(result.nme));
}

void CaseExplorer::showScatters() {
    const QString error = study_->in_pixels ? tr("Error, px") : tr("NME, %");
    for (int i = 0; i < kAttributes; ++i) {
        const auto attribute = static_cast<Attribute>(i);
        ScatterChart* chart = scatters_[static_cast<size_t>(i)];
        chart->clearSeries();
        chart->setAxisLabels(attributeLabel(attribute), error);
        chart->setGuide(study_->in_pixels ? std::nullopt : std::optional(kFailure * kPercent),
                        tr("8 %"));
        chart->setMessage(study_->measured
                              ? tr("%1 is not known of these faces").arg(attributeName(attribute))
                              : tr("Error against %1, once the faces are measured")
                                    .arg(attributeName(attribute)));
        if (!study_->measured)
            continue;
        QVector<double> x;
        QVector<double> y;
        QVector<int> rows;
        for (int row = 0; row < static_cast<int>(study_->results.size()); ++row) {
            x.append(value_of(study_->attributes[static_cast<size_t>(row)], attribute));
            y.append(errorOf(row));
            rows.append(row);
        }
        chart->setReadoutText([this, attribute](int row, double value, double) {
            return QStringLiteral("%1 · %2").arg(faceText(row), attributeText(attribute, value));
        });
        chart->setPoints(chart->addSeries({}), x, y, rows);
    }
}

void CaseExplorer::showDistribution() {
    distribution_->clearSeries();
    distribution_->setAxisLabels(study_->in_pixels ? tr("Error, px") : tr("NME, %"),
                                 tr("Share of faces, %"));
    const std::vector<int>& rows = study_->by_error;
    QVector<double> x;
    QVector<double> shares;
    QVector<int> ids;
    const double limit = study_->in_pixels ? INFINITY : kWidestDistribution * kPercent;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (errorOf(rows[i]) > limit)
            break;
        x.append(errorOf(rows[i]));
        shares.append(kPercent * static_cast<double>(i + 1) / static_cast<double>(rows.size()));
        ids.append(rows[i]);
    }
    distribution_->setReadoutText([this](int row, double, double share) {
        return tr("%1 · %2 of the faces are as good or better")
            .arg(faceText(row), percentText(share / kPercent));
    });
    ScatterStyle style;
    style.steps = true;
    distribution_->setPoints(distribution_->addSeries(style), x, shares, ids);
}

void CaseExplorer::showPoints() {
    const LandmarkScheme& scheme = study_->scheme;
    const std::vector<MeanError>& points = study_->points;
    const bool some = !chosen_.isEmpty();
    const auto of_chosen = some ? point_errors(study_->results, scheme.size(),
                                               std::vector<int>(chosen_.begin(), chosen_.end()))
                                : points;
    // A shape of one point has no size.
    const bool is_point = study_->mean.empty() && !study_->results.empty() && scheme.size() == 1;
    face_->setErrors(is_point ? Landmarks({{0, 0}}) : study_->mean, scheme, of_chosen);

    const std::vector<FacePart> parts = face_parts(study_->scheme);
    const auto of_parts = part_errors(points, parts);
    const auto chosen_parts = part_errors(of_chosen, parts);
    QStringList labels;
    QVector<double> values;
    QVector<double> second;
    bar_parts_.clear();
    for (int part = 0; part < kFaceParts; ++part) {
        const MeanError& error = of_parts[static_cast<size_t>(part)];
        if (error.faces == 0)
            continue;
        const auto value = [this](const MeanError& of) {
            return study_->in_pixels ? of.error_px : of.nme * kPercent;
        };
        bar_parts_.push_back(static_cast<FacePart>(part));
        labels.append(partName(bar_parts_.back()));
        values.append(value(error));
        second.append(value(chosen_parts[static_cast<size_t>(part)]));
    }
    bars_->setValueText([this](double value) {
        return study_->in_pixels ? pixelText(value) : percentText(value / kPercent);
    });
    bars_->setBars(labels, values);
    if (some)
        bars_->setSecondBars(second, tr("all"), tr("chosen"));
    face_->setCaption(!some                 ? tr("All faces")
                      : chosen_.size() == 1 ? tr("The chosen face")
                                            : tr("%1 chosen faces").arg(countText(chosen_.size())));
}

void CaseExplorer::choosePart(int bar) {
    const FacePart part = bar_parts_.at(static_cast<size_t>(bar));
    // The faces where this part is off most: a tenth of all, at least eight.
    const std::vector<FacePart> parts = face_parts(study_->scheme);
    std::vector<std::pair<double, int>> order;
    for (int row = 0; row < static_cast<int>(study_->results.size()); ++row) {
        const auto of_face =
            part_errors(point_errors(study_->results, study_->scheme.size(), {row}), parts);
        const MeanError& error = of_face[static_cast<size_t>(part)];
        const double value = study_->in_pixels ? error.error_px : error.nme;
        if (std::isfinite(value))
            order.emplace_back(-value, row);
    }
    std::sort(order.begin(), order.end());
    QVector<int> rows;
    for (size_t i = 0; i < std::min(order.size(), std::max<size_t>(8, order.size() / 10)); ++i)
        rows.append(order[i].second);
    std::sort(rows.begin(), rows.end());
    choose(rows);
    face_->setPart(part);
}

void CaseExplorer::choose(const QVector<int>& rows) {
    setChosen(rows);
    emit chosenChanged(rows);
}

void CaseExplorer::setChosen(const QVector<int>& rows) {
    if (rows == chosen_)
        return;
    chosen_ = rows;
    for (ScatterChart* chart : scatters_)
        chart->setSelection(rows);
    distribution_->setSelection(rows);
    if (!study_->results.empty())
        showPoints();
    // Whoever chose by a sentence or a part marks it again.
    face_->setPart(std::nullopt);
    verdict_->setCurrentRow(-1);
    verdict_->clearSelection();
    updateChosen();
}

void CaseExplorer::updateChosen() {
    chosen_text_->setText(chosenText(chosen_.size()));
    show_chosen_->setEnabled(!chosen_.isEmpty());
    choose_none_->setEnabled(!chosen_.isEmpty());
}

void CaseExplorer::setCurrent(int row) {
    for (ScatterChart* chart : scatters_)
        chart->setCurrent(row);
    distribution_->setCurrent(row);
}

void CaseExplorer::preview(const ScatterChart* chart, int row) {
    const auto place = row >= 0 && row < model_->rowCount() ? chart->placeOf(row) : std::nullopt;
    previewed_ = place ? row : -1;
    preview_->setVisible(place.has_value());
    if (!place)
        return;
    paintPreview();
    // Away from the edge of the page that it would leave.
    const QPoint point = chart->mapTo(this, place->toPoint());
    QPoint at = point + QPoint(kPreviewGap, kPreviewGap);
    if (at.x() + kPreviewSide > width())
        at.setX(point.x() - kPreviewGap - kPreviewSide);
    if (at.y() + kPreviewSide > height())
        at.setY(point.y() - kPreviewGap - kPreviewSide);
    preview_->setGeometry(QRect(at, QSize(kPreviewSide, kPreviewSide)));
    preview_->raise();
}

void CaseExplorer::paintPreview() {
    QPixmap pixmap(QSize(kPreviewSide, kPreviewSide) * devicePixelRatioF());
    pixmap.setDevicePixelRatio(devicePixelRatioF());
    QPainter painter(&pixmap);
    paintFaceTile(painter, QRect(0, 0, kPreviewSide, kPreviewSide), model_->thumbnail(previewed_),
                  model_->caseAt(previewed_).result, model_->scheme(), palette(),
                  model_->isBroken(previewed_));
    painter.end();
    preview_->setPixmap(pixmap);
}

}  // namespace rudolph
