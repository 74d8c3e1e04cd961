#include "ui/pages/case_explorer.h"

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
#include "ui/charts/bar_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/models/finding_text.h"
#include "ui/models/number_text.h"
#include "ui/pages/case_error_face.h"
#include "ui/pages/case_explorer_parts.h"
#include "ui/pages/face_strip.h"

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

void CaseExplorer::setStudy(const CaseStudy& study) {
    results_.clear();
    for (const CasePrediction& face : study.truth.cases)
        results_.push_back(face.result);
    attributes_ = study.attributes;
    scheme_ = study.scheme;
    in_pixels_ = std::none_of(results_.begin(), results_.end(),
                              [](const FaceResult& result) { return std::isfinite(result.nme); });
    mean_ = study.mean;
    // A shape of one point has no size.
    if (mean_.empty() && !results_.empty() && scheme_.size() == 1)
        mean_ = Landmarks({{0, 0}});
    showDistribution();
    showScatters(study);
    showPoints();
    if (study.measured)
        showFindings(study);
    updateChosen();
}

void CaseExplorer::clear() {
    results_.clear();
    attributes_.clear();
    findings_.clear();
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

void CaseExplorer::showFindings(const CaseStudy& study) {
    findings_ = study.findings;
    verdict_->clear();
    for (const Finding& finding : findings_) {
        auto* item = new QListWidgetItem(QStringLiteral("• ") + findingText(finding), verdict_);
        item->setToolTip(QStringLiteral("<p>%1</p>").arg(findingDetails(finding).toHtmlEscaped()));
    }
    if (findings_.empty()) {
        auto* item = new QListWidgetItem(tr("No weakness stands out."), verdict_);
        item->setToolTip(
            tr("<p>No group of faces and no part of the face is off by so much more than the "
               "others that it cannot be chance.</p>"));
        item->setFlags(Qt::ItemIsEnabled);
    }
    if (!study.unread.isEmpty()) {
        auto* item = new QListWidgetItem(
            tr("The faces of the run cannot be read, so this is of what the run itself holds."),
            verdict_);
        item->setToolTip(QStringLiteral("<p>%1</p>").arg(study.unread.toHtmlEscaped()));
        item->setFlags(Qt::ItemIsEnabled);
    }
    top_->setCurrentIndex(kExplorerVerdict);
}

double CaseExplorer::errorOf(int row) const {
    const FaceResult& result = results_[static_cast<size_t>(row)];
    return in_pixels_ ? result.error_px : result.nme * kPercent;
}

QString CaseExplorer::faceText(int row) const {
    const FaceResult& result = results_[static_cast<size_t>(row)];
    return QStringLiteral("%1 · %2").arg(
        QString::fromStdString(result.sample_id),
        in_pixels_ ? pixelText(result.error_px) : percentText(result.nme));
}

void CaseExplorer::showScatters(const CaseStudy& study) {
    const QString error = in_pixels_ ? tr("Error, px") : tr("NME, %");
    for (int i = 0; i < kAttributes; ++i) {
        const auto attribute = static_cast<Attribute>(i);
        ScatterChart* chart = scatters_[static_cast<size_t>(i)];
        chart->clearSeries();
        chart->setAxisLabels(attributeLabel(attribute), error);
        chart->setGuide(in_pixels_ ? std::nullopt : std::optional(kFailure * kPercent), tr("8 %"));
        chart->setMessage(study.measured
                              ? tr("%1 is not known of these faces").arg(attributeName(attribute))
                              : tr("Error against %1, once the faces are measured")
                                    .arg(attributeName(attribute)));
        if (!study.measured)
            continue;
        QVector<double> x;
        QVector<double> y;
        QVector<int> rows;
        for (int row = 0; row < static_cast<int>(results_.size()); ++row) {
            x.append(value_of(attributes_[static_cast<size_t>(row)], attribute));
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
    distribution_->setAxisLabels(in_pixels_ ? tr("Error, px") : tr("NME, %"),
                                 tr("Share of faces, %"));
    std::vector<int> rows;
    for (int row = 0; row < static_cast<int>(results_.size()); ++row)
        if (std::isfinite(errorOf(row)))
            rows.push_back(row);
    std::stable_sort(rows.begin(), rows.end(),
                     [this](int a, int b) { return errorOf(a) < errorOf(b); });
    QVector<double> x;
    QVector<double> shares;
    QVector<int> ids;
    const double limit = in_pixels_ ? INFINITY : kWidestDistribution * kPercent;
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
    const auto points = point_errors(results_, scheme_.size());
    const bool some = !chosen_.isEmpty();
    const auto of_chosen =
        point_errors(results_, scheme_.size(), std::vector<int>(chosen_.begin(), chosen_.end()));
    face_->setErrors(mean_, scheme_, some ? of_chosen : points);

    const std::vector<FacePart> parts = face_parts(scheme_);
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
            return in_pixels_ ? of.error_px : of.nme * kPercent;
        };
        bar_parts_.push_back(static_cast<FacePart>(part));
        labels.append(partName(bar_parts_.back()));
        values.append(value(error));
        second.append(value(chosen_parts[static_cast<size_t>(part)]));
    }
    bars_->setValueText([this](double value) {
        return in_pixels_ ? pixelText(value) : percentText(value / kPercent);
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
    const std::vector<FacePart> parts = face_parts(scheme_);
    std::vector<std::pair<double, int>> order;
    for (int row = 0; row < static_cast<int>(results_.size()); ++row) {
        const auto of_face = part_errors(point_errors(results_, scheme_.size(), {row}), parts);
        const MeanError& error = of_face[static_cast<size_t>(part)];
        const double value = in_pixels_ ? error.error_px : error.nme;
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
    if (!results_.empty())
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
