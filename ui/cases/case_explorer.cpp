#include "ui/cases/case_explorer.h"

#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <algorithm>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/cases/case_error_face.h"
#include "ui/cases/case_preview.h"
#include "ui/cases/case_tile.h"
#include "ui/cases/case_verdict.h"
#include "ui/cases/finding_text.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/parts/face_gallery.h"

namespace rudolph {

namespace {

constexpr double kFailure = 0.08;
/// Far worse faces would press all others to the edge.
constexpr double kWidestDistribution = 0.3;
/// From this width on all charts stand side by side, from this height on faces stand below them.
constexpr int kWideFrom = 1150;
constexpr int kStripFrom = 760;
constexpr int kColumns = 3;

}  // namespace

CaseExplorer::CaseExplorer(CaseListModel* model, CaseOrder* order, QWidget* parent)
    : QWidget(parent),
      model_(model),
      order_(order),
      verdict_(new CaseVerdict),
      preview_(new CasePreview(model, this)) {
    auto* column = makeColumn(this, 8, {0, 8, 0, 0});
    column->addWidget(verdict_);
    column->addWidget(makeToolbar());
    column->addWidget(makeCharts(), 1);
    makeStrip();
    column->addWidget(strip_);
    connectVerdict();
    arrange();
    clear();
}

void CaseExplorer::connectVerdict() {
    connect(verdict_, &CaseVerdict::cancelRequested, this, &CaseExplorer::cancelRequested);
    connect(verdict_, &CaseVerdict::measureRequested, this, &CaseExplorer::measureRequested);
    // A sentence chooses the faces that it is about.
    connect(verdict_, &CaseVerdict::findingChosen, this, [this](int place) {
        const Finding& finding = study_->findings[static_cast<size_t>(place)];
        QVector<int> rows(finding.rows.begin(), finding.rows.end());
        std::sort(rows.begin(), rows.end());
        choose(rows);
        if (finding.kind == FindingKind::Part)
            face_->setPart(finding.worst);
    });
}

QWidget* CaseExplorer::makeToolbar() {
    auto* bar = new QWidget;
    attribute_label_ = new QLabel(tr("Error &against"), bar);
    attribute_ = new QComboBox(bar);
    attribute_label_->setBuddy(attribute_);
    for (int i = 0; i < kAttributes; ++i)
        attribute_->addItem(attributeName(static_cast<Attribute>(i)));
    attribute_->setCurrentIndex(static_cast<int>(Attribute::Yaw));
    connect(attribute_, &QComboBox::currentIndexChanged, this, &CaseExplorer::arrange);
    auto* logarithmic = new QCheckBox(tr("&Logarithmic errors"), bar);
    connect(logarithmic, &QCheckBox::toggled, this, [this](bool on) {
        for (ScatterChart* chart : scatters_)
            chart->setLogarithmic(Qt::Vertical, on);
        distribution_->setLogarithmic(Qt::Horizontal, on);
    });
    chosen_text_ = new QLabel(bar);
    chosen_text_->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    chosen_text_->setMinimumWidth(60);
    chosen_text_->setToolTip(
        tr("Points in a frame that is drawn in a chart, the faces that a sentence above is about, "
           "or those of a bar: they are chosen in every chart and in the gallery"));
    show_chosen_ = new QPushButton(tr("Show in the gallery"), bar);
    choose_none_ = new QPushButton(tr("Choose none"), bar);
    connect(show_chosen_, &QPushButton::clicked, this, &CaseExplorer::galleryRequested);
    connect(choose_none_, &QPushButton::clicked, this, [this] { choose({}); });
    auto* row = makeRow(bar, 8);
    row->addWidget(attribute_label_);
    row->addWidget(attribute_);
    row->addWidget(logarithmic);
    row->addWidget(chosen_text_, 1);
    row->addWidget(show_chosen_);
    row->addWidget(choose_none_);
    return bar;
}

ScatterChart* CaseExplorer::makeChart(const QString& name, QWidget* parent) {
    auto* chart = new ScatterChart(parent);
    chart->setAccessibleName(name);
    chart->setFileName(name);
    connect(chart, &ScatterChart::selectionChanged, this, &CaseExplorer::choose);
    connect(chart, &ScatterChart::hovered, this,
            [this, chart](int row) { preview_->showRow(chart, row); });
    connect(chart, &Chart::failed, this, &CaseExplorer::failed);
    return chart;
}

QWidget* CaseExplorer::makeCharts() {
    auto* left = new QWidget;
    grid_ = new QGridLayout(left);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(8);
    for (int i = 0; i < kAttributes; ++i) {
        ScatterChart* chart =
            makeChart(tr("Error against %1").arg(attributeName(static_cast<Attribute>(i))), left);
        chart->setObjectName(QStringLiteral("scatter %1").arg(i));
        scatters_[static_cast<size_t>(i)] = chart;
    }
    distribution_ = makeChart(tr("Distribution of errors"), left);
    distribution_->setObjectName(QStringLiteral("distribution"));
    distribution_->setMessage(tr("The distribution of errors will be drawn here"));

    auto* right = new QWidget;
    face_ = new CaseErrorFace(right);
    bars_ = new BarChart(right);
    bars_->setAccessibleName(tr("Error by part of the face"));
    bars_->setFileName(tr("Error by part"));
    bars_->setMessage(tr("The error of each part of the face will be drawn here"));
    connect(bars_, &BarChart::clicked, this, &CaseExplorer::choosePart);
    connect(bars_, &Chart::failed, this, &CaseExplorer::failed);
    auto* column = makeColumn(right, 8);
    column->addWidget(face_, 3);
    column->addWidget(bars_, 2);

    auto* charts = new QWidget;
    auto* row = makeRow(charts, 8);
    row->addWidget(left, 5);
    row->addWidget(right, 3);
    return charts;
}

void CaseExplorer::makeStrip() {
    strip_ = new FaceGallery(model_->thumbnails(), caseTile, this);
    strip_->setShape(FaceGallery::Shape::Line, kCasePicture, kCasePadding);
    strip_->setObjectName(QStringLiteral("strip"));
    strip_->setModel(order_);
    strip_->setSpacing(2);
    strip_->setAccessibleName(tr("Faces of the gallery"));
    strip_->setFixedHeight(strip_->cellSize().height() + 28);
    connect(strip_, &QListView::clicked, this,
            [this](const QModelIndex& index) { emit caseRequested(index.row()); });
    connect(strip_, &QListView::activated, this,
            [this](const QModelIndex& index) { emit caseRequested(index.row()); });
}

void CaseExplorer::arrange() {
    wide_ = width() >= kWideFrom;
    const auto place = [this](ScatterChart* chart, int row, int column) {
        grid_->removeWidget(chart);
        grid_->addWidget(chart, row, column);
        chart->show();
    };
    for (int column = 0; column < kColumns; ++column)
        grid_->setColumnStretch(column, wide_ || column == 0 ? 1 : 0);
    for (int row = 0; row < 2; ++row)
        grid_->setRowStretch(row, 1);
    for (int i = 0; i < kAttributes; ++i) {
        ScatterChart* chart = scatters_[static_cast<size_t>(i)];
        if (wide_)
            place(chart, i / kColumns, i % kColumns);
        else if (i == attribute_->currentIndex())
            place(chart, 0, 0);
        else
            chart->hide();
    }
    place(distribution_, 1, wide_ ? kColumns - 1 : 0);
    attribute_->setVisible(!wide_);
    attribute_label_->setVisible(!wide_);
    strip_->setVisible(height() >= kStripFrom);
}

void CaseExplorer::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if ((width() >= kWideFrom) != wide_ || (height() >= kStripFrom) != strip_->isVisibleTo(this))
        arrange();
}

void CaseExplorer::setStudy(const CaseStudyPtr& study) {
    study_ = study;
    showDistribution();
    showScatters();
    showPoints();
    if (study->measured)
        verdict_->setStudy(*study);
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
    preview_->showRow(nullptr, -1);
    updateChosen();
}

void CaseExplorer::setProgress(int done, int total) {
    verdict_->setProgress(done, total);
}

void CaseExplorer::setFailed(const QString& what) {
    verdict_->setFailed(what);
}

double CaseExplorer::errorOf(int row) const {
    return shownError(*study_, row) * (study_->in_pixels ? 1 : 100);
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
        chart->setGuide(study_->in_pixels ? std::nullopt : std::optional(kFailure * 100),
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
    const double limit = study_->in_pixels ? INFINITY : kWidestDistribution * 100;
    for (size_t i = 0; i < rows.size(); ++i) {
        if (errorOf(rows[i]) > limit)
            break;
        x.append(errorOf(rows[i]));
        shares.append(100 * static_cast<double>(i + 1) / static_cast<double>(rows.size()));
        ids.append(rows[i]);
    }
    distribution_->setReadoutText([this](int row, double, double share) {
        return tr("%1 · %2 of the faces are as good or better")
            .arg(faceText(row), percentText(share / 100));
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
            return study_->in_pixels ? of.error_px : of.nme * 100;
        };
        bar_parts_.push_back(static_cast<FacePart>(part));
        labels.append(partName(bar_parts_.back()));
        values.append(value(error));
        second.append(value(chosen_parts[static_cast<size_t>(part)]));
    }
    bars_->setValueText([this](double value) {
        return study_->in_pixels ? pixelText(value) : percentText(value / 100);
    });
    bars_->setBars(labels, values);
    if (some)
        bars_->setSecondBars(second, tr("all"), tr("chosen"));
    const auto count = static_cast<int>(chosen_.size());
    face_->setCaption(count == 0   ? tr("All faces")
                      : count == 1 ? tr("The chosen face")
                                   : tr("%Ln chosen faces", nullptr, count));
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
    verdict_->markNone();
    updateChosen();
}

void CaseExplorer::updateChosen() {
    chosen_text_->setText(chosen_.isEmpty()
                              ? tr("Drag a frame to choose faces")
                              : tr("%Ln chosen faces", nullptr, static_cast<int>(chosen_.size())));
    show_chosen_->setEnabled(!chosen_.isEmpty());
    choose_none_->setEnabled(!chosen_.isEmpty());
}

void CaseExplorer::setCurrent(int row) {
    for (ScatterChart* chart : scatters_)
        chart->setCurrent(row);
    distribution_->setCurrent(row);
}

}  // namespace rudolph
