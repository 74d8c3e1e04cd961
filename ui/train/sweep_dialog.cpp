#include "ui/train/sweep_dialog.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QLabel>
#include <QListWidget>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalBlocker>
#include <QSpinBox>
#include <algorithm>
#include <array>
#include <cmath>

#include "core/experiment/check_experiment.h"
#include "ui/base/error_text.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/field_words.h"
#include "ui/parts/icons.h"
#include "ui/session/search_words.h"
#include "ui/settings/settings.h"
#include "ui/train/sweep_axis_row.h"

namespace rudolph {

namespace {

constexpr int kMostShown = 200;

constexpr int kMostBudget = 10'000'000;
constexpr int kUsualMinutes = 60;
constexpr int kSecondsPerMinute = 60;

enum BudgetUnit { kEpochs, kMinutes };

}  // namespace

SweepDialog::SweepDialog(const Experiment& base, const Repeats& repeats, QWidget* parent)
    : QDialog(parent), base_(base), repeats_(repeats) {
    setWindowTitle(tr("Sweep over settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* intro =
        new QLabel(tr("Each experiment is “%1” with other values of the settings chosen here.")
                       .arg(QString::fromStdString(base_.name)),
                   this);
    intro->setWordWrap(true);
    axes_ = new QVBoxLayout;
    axes_->setSpacing(4);
    add_ = new QPushButton(themedIcon(QStringLiteral("plus")), tr("Another setting"), this);
    connect(add_, &QPushButton::clicked, this, [this] { addAxis(QStringLiteral("batch_size")); });
    verdict_ = new QLabel(this);
    verdict_->setObjectName(QStringLiteral("verdict"));
    verdict_->setWordWrap(true);
    preview_ = new QListWidget(this);
    preview_->setAccessibleName(tr("Experiments"));
    preview_->setUniformItemSizes(true);
    buttons_ = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    QPushButton* add_to_queue = buttons_->button(QDialogButtonBox::Ok);
    add_to_queue->setObjectName(QStringLiteral("add to queue"));
    add_to_queue->setText(tr("Add to queue"));
    connect(buttons_, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons_, &QDialogButtonBox::accepted, this, &SweepDialog::accepted);
    auto* layout = makeColumn(this, 8, {12, 12, 12, 12});
    layout->addWidget(intro);
    layout->addLayout(axes_);
    layout->addWidget(add_, 0, Qt::AlignLeft);
    layout->addWidget(makeKind());
    layout->addWidget(makeHalving());
    layout->addWidget(verdict_);
    layout->addWidget(preview_, 1);
    layout->addWidget(buttons_);
    resize(720, 480);
    addAxis(QStringLiteral("optimiser.learning_rate"));
}

QWidget* SweepDialog::makeKind() {
    auto* box = new QWidget(this);
    grid_ = new QRadioButton(tr("Every combination"), box);
    random_ = new QRadioButton(tr("Random draws"), box);
    halving_ = new QRadioButton(tr("Successive halving"), box);
    halving_->setObjectName(QStringLiteral("halving"));
    halving_->setToolTip(tr(
        "Random draws, of which the poor ones are stopped early and the best trained to the end"));
    const std::array<QRadioButton*, 3> kinds{grid_, random_, halving_};
    kinds[static_cast<size_t>(std::clamp(Settings().get(settings::kSweepKind), 0, 2))]->setChecked(
        true);
    draws_ = new QSpinBox(box);
    draws_->setObjectName(QStringLiteral("draws"));
    random_->setObjectName(QStringLiteral("random"));
    draws_->setRange(1, kMostSweepExperiments);
    draws_->setValue(Settings().get(settings::kSweepDraws));
    draws_->setAccessibleName(tr("Number of draws"));
    seed_ = new QSpinBox(box);
    seed_->setRange(0, 999999);
    seed_->setValue(1);
    seed_->setPrefix(tr("seed "));
    seed_->setAccessibleName(tr("Seed of the draws"));
    connect(random_, &QRadioButton::toggled, this, &SweepDialog::showExperiments);
    connect(halving_, &QRadioButton::toggled, this, &SweepDialog::showExperiments);
    connect(draws_, &QSpinBox::valueChanged, this, &SweepDialog::showExperiments);
    connect(seed_, &QSpinBox::valueChanged, this, &SweepDialog::showExperiments);
    auto* row = makeRow(box, 8);
    row->addWidget(grid_);
    row->addSpacing(16);
    row->addWidget(random_);
    row->addSpacing(16);
    row->addWidget(halving_);
    row->addSpacing(16);
    row->addWidget(draws_);
    row->addWidget(seed_);
    row->addStretch();
    return box;
}

QWidget* SweepDialog::makeHalving() {
    halving_choices_ = new QWidget(this);
    const auto number = [this](const char* name, int least, int most, int value,
                               const QString& words) {
        auto* box = new QSpinBox(halving_choices_);
        box->setObjectName(QLatin1String(name));
        box->setRange(least, most);
        box->setValue(value);
        box->setAccessibleName(words);
        return box;
    };
    factor_ = number("factor", 2, 10, Settings().get(settings::kHalvingFactor),
                     tr("One in so many goes on"));
    // So that the last comparison is not just before the end.
    const int usual = static_cast<int>(std::ceil(base_.epochs / std::pow(factor_->value(), 2)));
    first_ = number("first", 1, std::max(1, base_.epochs - 1), usual,
                    tr("Epochs before the first comparison"));
    const int minutes = Settings().get(settings::kHalvingMinutes);
    budget_ = number("budget", 1, kMostBudget, minutes > 0 ? minutes : kUsualMinutes,
                     tr("The most that it may take"));
    budget_unit_ = new QComboBox(halving_choices_);
    budget_unit_->setObjectName(QStringLiteral("budget unit"));
    budget_unit_->addItems({tr("epochs in all"), tr("minutes of training")});
    budget_unit_->setAccessibleName(tr("What the budget counts"));
    is_budget_own_ = minutes > 0;
    budget_unit_->setCurrentIndex(minutes > 0 ? kMinutes : kEpochs);
    connect(budget_, &QSpinBox::valueChanged, this, [this] { is_budget_own_ = true; });
    for (QSpinBox* box : {factor_, first_, budget_})
        connect(box, &QSpinBox::valueChanged, this, &SweepDialog::showExperiments);
    connect(budget_unit_, &QComboBox::currentIndexChanged, this, [this] {
        is_budget_own_ = false;
        showExperiments();
    });
    auto* row = makeRow(halving_choices_, 8);
    row->addWidget(new QLabel(tr("Compare first after"), halving_choices_));
    row->addWidget(first_);
    row->addWidget(new QLabel(tr("epochs; one in"), halving_choices_));
    row->addWidget(factor_);
    row->addWidget(new QLabel(tr("goes on; at most"), halving_choices_));
    row->addWidget(budget_);
    row->addWidget(budget_unit_);
    row->addStretch();
    return halving_choices_;
}

HalvingPlan SweepDialog::plan() const {
    HalvingPlan plan;
    plan.first = first_->value();
    plan.factor = factor_->value();
    plan.epochs = base_.epochs;
    if (budget_unit_->currentIndex() == kEpochs)
        plan.most_epochs = budget_->value();
    else
        plan.most_seconds = static_cast<double>(budget_->value()) * kSecondsPerMinute;
    return plan;
}

/// As much as it usually takes, until the person has chosen it.
void SweepDialog::proposeBudget() {
    if (is_budget_own_)
        return;
    const QSignalBlocker quiet(budget_);
    budget_->setValue(budget_unit_->currentIndex() == kMinutes
                          ? kUsualMinutes
                          : static_cast<int>(std::min<long long>(
                                kMostBudget, usual_halving_epochs(
                                                 plan(), static_cast<int>(experiments_.size())))));
}

QString SweepDialog::costText() {
    search_.reset();
    const auto count = static_cast<int>(experiments_.size());
    if (count == 0)
        return {};
    if (!halving_->isChecked())
        return repeats_.isStudy() ? tr("each a study of %1: %2 trainings")
                                        .arg(repeats_.text(), countText(count * repeats_.count))
                                  : QString();
    proposeBudget();
    search_ = make_search(base_.name, plan(), experiments_);
    const QString cost = searchCostText(search_->plan, count);
    return repeats_.isStudy()
               ? cost + QLatin1Char(' ') + tr("Each is trained once: a search makes no studies.")
               : cost;
}

void SweepDialog::remember() const {
    Settings kept;
    kept.set(settings::kSweepKind, halving_->isChecked() ? 2 : random_->isChecked() ? 1 : 0);
    kept.set(settings::kSweepDraws, draws_->value());
    kept.set(settings::kHalvingFactor, factor_->value());
    kept.set(settings::kHalvingMinutes,
             budget_unit_->currentIndex() == kMinutes ? budget_->value() : 0);
}

void SweepDialog::accepted() {
    remember();
    if (search_)
        emit searchChosen(*search_);
    else
        emit chosen(experiments_);
    accept();
}

SweepAxisRow* SweepDialog::addAxis(const QString& key) {
    auto* row = new SweepAxisRow(base_, key, this);
    connect(row, &SweepAxisRow::changed, this, &SweepDialog::showExperiments);
    connect(row, &SweepAxisRow::removeRequested, this, [this, row] { removeAxis(row); });
    rows_.push_back(row);
    axes_->addWidget(row);
    showExperiments();
    return row;
}

void SweepDialog::removeAxis(SweepAxisRow* row) {
    rows_.erase(std::find(rows_.begin(), rows_.end(), row));
    row->hide();
    row->deleteLater();
    showExperiments();
}

Sweep SweepDialog::sweep() const {
    Sweep sweep;
    sweep.kind = grid_->isChecked() ? SweepKind::Grid : SweepKind::Random;
    sweep.draws = draws_->value();
    sweep.seed = static_cast<std::uint64_t>(seed_->value());
    for (const SweepAxisRow* row : rows_)
        sweep.axes.push_back(row->axis());
    return sweep;
}

void SweepDialog::showExperiments() {
    const bool random = !grid_->isChecked();
    halving_choices_->setVisible(halving_->isChecked());
    draws_->setEnabled(random);
    seed_->setEnabled(random);
    for (SweepAxisRow* row : rows_)
        row->setStepsShown(!random);
    experiments_.clear();
    preview_->clear();
    QString text;
    try {
        int wrong = 0;
        QString first_problem;
        for (Experiment& experiment : sweep_experiments(base_, sweep())) {
            const std::vector<FieldProblem> problems = check_experiment(experiment);
            if (problems.empty()) {
                experiments_.push_back(std::move(experiment));
                continue;
            }
            if (++wrong == 1)
                first_problem = QStringLiteral("%1: %2").arg(
                    QString::fromStdString(experiment.name), problemSentence(problems.front()));
        }
        text = tr("Experiments: %1").arg(countText(static_cast<int>(experiments_.size())));
        if (wrong > 0)
            text +=
                tr("; left out, as they cannot be trained: %1 (%2)").arg(wrong).arg(first_problem);
        if (const QString cost = costText(); !cost.isEmpty())
            text += (search_ ? QStringLiteral(". ") : QStringLiteral(", ")) + cost;
    } catch (...) {
        experiments_.clear();
        text = settingWords(errorText(std::current_exception()).what.toStdString());
    }
    verdict_->setText(text);
    for (const Experiment& experiment : experiments_) {
        if (preview_->count() == kMostShown) {
            preview_->addItem(QStringLiteral("…"));
            break;
        }
        preview_->addItem(QString::fromStdString(experiment.name));
    }
    buttons_->button(QDialogButtonBox::Ok)->setEnabled(!experiments_.empty());
}

}  // namespace rudolph
