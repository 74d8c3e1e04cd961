#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QListView>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QStackedWidget>

#include "ui/cases/case_error_face.h"
#include "ui/cases/case_explorer.h"
#include "ui/cases/case_explorer_parts.h"
#include "ui/cases/case_tile.h"
#include "ui/cases/finding_text.h"
#include "ui/charts/bar_chart.h"
#include "ui/charts/scatter_chart.h"
#include "ui/parts/face_gallery.h"

namespace rudolph {

namespace {

constexpr int kVerdictLines = 4;
/// From this width on all charts stand side by side, from this height on faces stand below them.
constexpr int kWideFrom = 1150;
constexpr int kStripFrom = 760;
constexpr int kColumns = 3;

}  // namespace

CaseExplorer::CaseExplorer(CaseListModel* model, CaseOrder* order, QWidget* parent)
    : QWidget(parent), model_(model), order_(order) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(8);
    column->addWidget(makeVerdict());
    column->addWidget(makeToolbar());
    column->addWidget(makeCharts(), 1);
    makeStrip();
    column->addWidget(strip_);
    preview_ = new QLabel(this);
    preview_->setAttribute(Qt::WA_TransparentForMouseEvents);
    preview_->setFrameShape(QFrame::Box);
    preview_->hide();
    connect(model_, &QAbstractItemModel::dataChanged, this, [this] {
        if (previewed_ >= 0)
            paintPreview();
    });
    arrange();
    clear();
}

QWidget* CaseExplorer::makeVerdict() {
    top_ = new QStackedWidget;
    verdict_ = new QListWidget;
    verdict_->setAccessibleName(tr("Verdict"));
    verdict_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    verdict_->setTextElideMode(Qt::ElideRight);
    verdict_->viewport()->setCursor(Qt::PointingHandCursor);
    // A sentence chooses the faces that it is about, by mouse or by key.
    const auto chosen = [this](QListWidgetItem* item) {
        const int place = verdict_->row(item);
        if (place < 0 || place >= static_cast<int>(study_->findings.size()))
            return;
        const Finding& finding = study_->findings[static_cast<size_t>(place)];
        QVector<int> rows(finding.rows.begin(), finding.rows.end());
        std::sort(rows.begin(), rows.end());
        choose(rows);
        verdict_->setCurrentItem(item);
        if (finding.kind == FindingKind::Part)
            face_->setPart(finding.worst);
    };
    connect(verdict_, &QListWidget::itemClicked, this, chosen);
    connect(verdict_, &QListWidget::itemActivated, this, chosen);

    auto* busy = new QWidget;
    progress_text_ = new QLabel(busy);
    progress_ = new QProgressBar(busy);
    progress_->setTextVisible(false);
    progress_->setMaximumWidth(320);
    cancel_ = new QPushButton(tr("Cancel"), busy);
    connect(cancel_, &QPushButton::clicked, this, &CaseExplorer::cancelRequested);
    auto* busy_row = new QHBoxLayout(busy);
    busy_row->setContentsMargins(0, 0, 0, 0);
    busy_row->addWidget(progress_text_);
    busy_row->addWidget(progress_, 1);
    busy_row->addWidget(cancel_);
    busy_row->addStretch();

    auto* idle = new QWidget;
    failure_ = new QLabel(idle);
    failure_->setWordWrap(true);
    measure_ = new QPushButton(tr("Measure the faces"), idle);
    measure_->setToolTip(tr("Brightness, contrast, head turn, roll and size of every face"));
    connect(measure_, &QPushButton::clicked, this, &CaseExplorer::measureRequested);
    auto* idle_row = new QHBoxLayout(idle);
    idle_row->setContentsMargins(0, 0, 0, 0);
    idle_row->addWidget(measure_);
    idle_row->addWidget(failure_, 1);

    top_->addWidget(verdict_);
    top_->addWidget(busy);
    top_->addWidget(idle);
    // Always as high, so that nothing jumps when the verdict comes.
    top_->setFixedHeight(kVerdictLines * (fontMetrics().height() + 3) + 6);
    return top_;
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
    logarithmic_ = new QCheckBox(tr("&Logarithmic errors"), bar);
    connect(logarithmic_, &QCheckBox::toggled, this, [this](bool on) {
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
    auto* row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(attribute_label_);
    row->addWidget(attribute_);
    row->addWidget(logarithmic_);
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
    connect(chart, &ScatterChart::hovered, this, [this, chart](int row) { preview(chart, row); });
    connect(chart, &Chart::failed, this, &CaseExplorer::failed);
    return chart;
}

QWidget* CaseExplorer::makeCharts() {
    auto* left = new QWidget;
    grid_ = new QGridLayout(left);
    grid_->setContentsMargins(0, 0, 0, 0);
    grid_->setSpacing(8);
    for (int i = 0; i < kAttributes; ++i)
        scatters_[static_cast<size_t>(i)] =
            makeChart(tr("Error against %1").arg(attributeName(static_cast<Attribute>(i))), left);
    distribution_ = makeChart(tr("Distribution of errors"), left);
    distribution_->setMessage(tr("The distribution of errors will be drawn here"));

    auto* right = new QWidget;
    face_ = new CaseErrorFace(right);
    bars_ = new BarChart(right);
    bars_->setAccessibleName(tr("Error by part of the face"));
    bars_->setFileName(tr("Error by part"));
    bars_->setMessage(tr("The error of each part of the face will be drawn here"));
    connect(bars_, &BarChart::clicked, this, &CaseExplorer::choosePart);
    connect(bars_, &Chart::failed, this, &CaseExplorer::failed);
    auto* column = new QVBoxLayout(right);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addWidget(face_, 3);
    column->addWidget(bars_, 2);

    auto* charts = new QWidget;
    auto* row = new QHBoxLayout(charts);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(left, 5);
    row->addWidget(right, 3);
    return charts;
}

void CaseExplorer::makeStrip() {
    auto* strip = new FaceGallery(model_->thumbnails(), caseTile, this);
    strip->setShape(FaceGallery::Shape::Line, kCasePicture, kCasePadding);
    strip_ = strip;
    strip_->setModel(order_);
    strip_->setSpacing(2);
    strip_->setAccessibleName(tr("Faces of the gallery"));
    strip_->setFixedHeight(strip->cellSize().height() + 28);
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

}  // namespace rudolph
