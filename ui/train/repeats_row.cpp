#include "ui/train/repeats_row.h"

#include <QComboBox>
#include <QLabel>
#include <QSignalBlocker>
#include <QSpinBox>
#include <set>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/narrow_box.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

enum Kind { kOneRun, kSeeds, kFolds };

constexpr int kFewestRuns = 2;
constexpr int kMostRuns = 100;
constexpr int kUsualRuns = 5;

}  // namespace

RepeatsRow::RepeatsRow(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      kind_(new QComboBox(this)),
      count_(new QSpinBox(this)),
      meaning_(new QLabel(this)) {
    auto* title = new QLabel(tr("Repeats"), this);
    title->setBuddy(kind_);
    title->setToolTip(
        tr("One run is one throw of the dice. A study trains the same settings several times and "
           "says how far the error differs by chance."));
    kind_->setObjectName(QStringLiteral("repeats"));
    kind_->setAccessibleName(title->text());
    kind_->setToolTip(title->toolTip());
    kind_->addItems({tr("One run"), tr("Seeds"), tr("Folds")});
    kind_->setItemData(kSeeds, tr("The same faces with other seeds"), Qt::ToolTipRole);
    kind_->setItemData(kFolds,
                       tr("Each time another group of persons validates, so that every face "
                          "validates once"),
                       Qt::ToolTipRole);
    letShrink(kind_, 8);
    count_->setObjectName(QStringLiteral("repeats count"));
    count_->setAccessibleName(tr("Number of runs"));
    count_->setRange(kFewestRuns, kMostRuns);
    count_->setValue(kUsualRuns);
    meaning_->setObjectName(QStringLiteral("repeats meaning"));
    meaning_->setForegroundRole(QPalette::PlaceholderText);
    meaning_->setWordWrap(true);
    connect(kind_, &QComboBox::currentIndexChanged, this, &RepeatsRow::choose);
    connect(count_, &QSpinBox::valueChanged, this, &RepeatsRow::choose);
    connect(&session->trainings(), &Trainings::repeatsChanged, this, &RepeatsRow::showRepeats);
    connect(session, &Session::datasetChanged, this, &RepeatsRow::showRepeats);
    connect(&session->draft(), &ExperimentDraft::changed, this, [this] {
        // Seeds count up from the experiment's.
        if (session_->trainings().repeats().kind == StudyKind::Seeds)
            showRepeats();
    });

    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(title);
    row->addWidget(kind_, 1);
    row->addWidget(count_);
    auto* column = makeColumn(this, 4);
    column->addLayout(row);
    column->addWidget(meaning_);
    showRepeats();
}

void RepeatsRow::choose() {
    const int kind = kind_->currentIndex();
    session_->trainings().setRepeats({kind == kFolds ? StudyKind::Folds : StudyKind::Seeds,
                                      kind == kOneRun ? 1 : count_->value()});
}

void RepeatsRow::showRepeats() {
    const Repeats& repeats = session_->trainings().repeats();
    const QSignalBlocker no_kind(kind_);
    const QSignalBlocker no_count(count_);
    kind_->setCurrentIndex(!repeats.isStudy()                 ? kOneRun
                           : repeats.kind == StudyKind::Seeds ? kSeeds
                                                              : kFolds);
    if (repeats.isStudy())
        count_->setValue(repeats.count);
    count_->setVisible(repeats.isStudy());
    const QString text = meaning();
    meaning_->setText(text);
    meaning_->setVisible(!text.isEmpty());
}

QString RepeatsRow::meaning() const {
    const Repeats& repeats = session_->trainings().repeats();
    if (!repeats.isStudy())
        return {};
    if (repeats.kind == StudyKind::Folds)
        return foldsText(repeats.count);
    const std::uint64_t first = session_->draft().experiment().seed;
    return tr("Seeds %1 to %2")
        .arg(first)
        .arg(first + static_cast<std::uint64_t>(repeats.count) - 1);
}

QString RepeatsRow::foldsText(int folds) const {
    const auto dataset = session_->dataset();
    if (!dataset)
        return {};
    std::set<std::string_view> people;
    int faces = 0;
    for (const Sample& sample : dataset->samples) {
        if (!sample.has_truth())
            continue;
        ++faces;
        people.insert(sample.person.empty() ? sample.id : sample.person);
    }
    const auto groups = static_cast<int>(people.size());
    if (groups < folds)
        return tr("There are only %1: choose at most as many folds.")
            .arg(tr("%Ln persons", nullptr, groups));
    const int least = groups / folds;
    const int most = (groups + folds - 1) / folds;
    const QString size = least == most
                             ? countText(most)
                             : tr("%1 to %2", "persons").arg(countText(least), countText(most));
    const QString count = Repeats{StudyKind::Folds, folds}.text();
    return groups < faces
               ? tr("%1 of %2 persons, of which one validates at a time").arg(count, size)
               : tr("%1 of %2 faces, of which one validates at a time").arg(count, size);
}

}  // namespace rudolph
