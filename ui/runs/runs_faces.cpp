#include "ui/runs/runs_faces.h"

#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

#include "core/image/decode.h"
#include "core/runs/predicted_scheme.h"
#include "ui/base/image_convert.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/labels.h"
#include "ui/runs/face_pair_model.h"
#include "ui/runs/pair_view.h"
#include "ui/runs/runs_curves.h"

namespace rudolph {

namespace {

enum Which { kAll, kBetter, kWorse };

}  // namespace

class RunFaces::Filter : public QSortFilterProxyModel {
public:
    explicit Filter(FacePairModel* model, QObject* parent)
        : QSortFilterProxyModel(parent), model_(model) {
        setSourceModel(model);
        setSortRole(FacePairModel::kSortRole);
    }
    void setWhich(int which) {
        which_ = which;
        invalidateFilter();
    }

protected:
    bool filterAcceptsRow(int row, const QModelIndex&) const override {
        const double difference = model_->comparison().faces[static_cast<size_t>(row)].difference;
        return which_ == kAll || (which_ == kBetter ? difference < 0 : difference > 0);
    }

private:
    FacePairModel* model_;
    int which_ = kAll;
};

RunFaces::RunFaces(QWidget* parent)
    : QWidget(parent),
      model_(new FacePairModel(this)),
      filter_(new Filter(model_, this)),
      table_(new QTableView),
      view_(new PairView),
      which_(new QComboBox),
      summary_(makePlainLabel()),
      legend_(new QLabel),
      title_(makePlainLabel()) {
    which_->addItems({tr("All faces"), tr("Better ones"), tr("Worse ones")});
    which_->setObjectName(QStringLiteral("which"));
    which_->setAccessibleName(tr("Which faces"));
    summary_->setObjectName(QStringLiteral("summary"));
    connect(which_, &QComboBox::currentIndexChanged, filter_, &Filter::setWhich);
    title_->setWordWrap(false);
    legend_->setTextFormat(Qt::RichText);
    legend_->setText(
        tr("<span style='color:#2fae62'>●</span> truth &nbsp; "
           "<span style='color:#e5484d'>✕</span> older run &nbsp; "
           "<span style='color:#3d94c9'>◇</span> newer run"));
    table_->setModel(filter_);
    table_->setAccessibleName(tr("Faces by how much they changed"));
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setSelectionMode(QAbstractItemView::SingleSelection);
    table_->setShowGrid(false);
    table_->setAlternatingRowColors(true);
    table_->setTabKeyNavigation(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 8);
    table_->setSortingEnabled(true);
    table_->sortByColumn(FacePairModel::kDifference, Qt::AscendingOrder);
    table_->horizontalHeader()->setHighlightSections(false);
    table_->horizontalHeader()->setSectionResizeMode(FacePairModel::kFace, QHeaderView::Stretch);
    table_->setMinimumWidth(380);
    connect(table_->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RunFaces::showFace);
    connect(&picture_job_, &Job::failed, this, [this](const ErrorText& error) {
        view_->setSecondPrediction({});
        view_->setMessage(error.what);
    });

    auto* side = new QWidget;
    auto* list = makeColumn(side, 8, {8, 8, 8, 8});
    list->addWidget(summary_);
    list->addWidget(which_, 0, Qt::AlignLeft);
    list->addWidget(table_, 1);
    auto* right = new QWidget;
    auto* picture = makeColumn(right, 8, {8, 8, 8, 8});
    auto* top = new QHBoxLayout;
    top->addWidget(title_, 1);
    top->addWidget(legend_);
    picture->addLayout(top);
    picture->addWidget(view_, 1);
    auto* splitter = new QSplitter;
    splitter->addWidget(side);
    splitter->addWidget(right);
    splitter->setStretchFactor(1, 1);
    splitter->setChildrenCollapsible(false);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
    showSummary();
}

void RunFaces::setRuns(const std::vector<RunChoice>& runs, const std::vector<CasesPtr>& cases) {
    if (runs == runs_ && cases == cases_)
        return;
    runs_ = runs;
    cases_ = cases;
    const bool ready = runs_.size() == 2 && cases_[0] && cases_[1];
    FaceComparison comparison;
    QString first;
    QString second;
    if (ready) {
        comparison = compare_faces(*cases_[0], *cases_[1]);
        first = lineName(runs_[0], runs_);
        second = lineName(runs_[1], runs_);
    }
    model_->setComparison(std::move(comparison), first, second);
    showSummary();
    if (filter_->rowCount() > 0)
        table_->selectRow(0);
    else
        showFace();
}

void RunFaces::showSummary() {
    const FaceComparison& comparison = model_->comparison();
    const bool any = model_->rowCount() > 0;
    if (runs_.size() != 2) {
        summary_->setText(
            tr("Choose exactly two runs above, to see on which faces one is better "
               "than the other."));
    } else if (!cases_[0] || !cases_[1]) {
        summary_->setText(tr("Reading the predictions …"));
    } else if (!any) {
        summary_->setText(tr("There are no faces that both runs have validated."));
    } else {
        const auto error = [&comparison](double value) {
            return comparison.by_nme ? percentText(value) : pixelText(value);
        };
        summary_->setText(
            tr("%1 of %2 faces better in the newer run, %3 worse, %4 equal; on average %5 instead "
               "of %6.")
                .arg(countText(comparison.better), countText(model_->rowCount()),
                     countText(comparison.worse), countText(comparison.equal),
                     error(comparison.second_mean), error(comparison.first_mean)));
    }
    which_->setEnabled(any);
    legend_->setVisible(any);
}

void RunFaces::showFace() {
    const QModelIndex index = filter_->mapToSource(table_->currentIndex());
    if (!index.isValid() || runs_.size() != 2) {
        picture_job_.drop();
        title_->clear();
        view_->setMessage(runs_.size() == 2 ? tr("Choose a face to see what both runs say of it.")
                                            : QString());
        return;
    }
    const FacePair& pair = model_->comparison().faces[static_cast<size_t>(index.row())];
    const CasePrediction first = (*cases_[0])[static_cast<size_t>(pair.first)];
    const CasePrediction second = (*cases_[1])[static_cast<size_t>(pair.second)];
    const LandmarkScheme scheme =
        predicted_scheme(runs_[0].run->run, first.result.truth_in_image.size());
    title_->setText(tr("%1: %2, then %3")
                        .arg(QString::fromStdString(pair.sample_id),
                             index.siblingAtColumn(FacePairModel::kFirst).data().toString(),
                             index.siblingAtColumn(FacePairModel::kSecond).data().toString()));
    picture_job_.start([file = first.image](JobContext&) { return toQImage(decode_image(file)); },
                       [this, first, second, scheme](const QImage& image) {
                           const auto layer = [&scheme](const Landmarks& points) {
                               return points.size() == scheme.size()
                                          ? std::optional(PointLayer{points, scheme})
                                          : std::nullopt;
                           };
                           view_->setImage(image);
                           view_->setTruth(layer(first.result.truth_in_image));
                           view_->setPrediction(layer(first.result.predicted_in_image));
                           view_->setSecondPrediction(layer(second.result.predicted_in_image));
                       });
}

}  // namespace rudolph
