#include "ui/data/sample_details.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <algorithm>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/parts/labels.h"
#include "ui/parts/narrow_box.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr int kCropHeight = 208;

/// Lets a long name break after a separator.
QString breakable(QString text) {
    static const QChar kBreak(0x200b);
    for (const QChar separator : {'/', '_', '-'})
        text.replace(separator, QString(separator) + kBreak);
    return text;
}

QLabel* heading(const QString& text, QWidget* parent) {
    QLabel* label = makeNarrowLabel(parent, text);
    embolden(label);
    return label;
}

QTableWidget* labelTable(QWidget* parent) {
    auto* table = new QTableWidget(0, 3, parent);
    table->setHorizontalHeaderLabels(
        {SampleDetails::tr("Point"), SampleDetails::tr("x"), SampleDetails::tr("y")});
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->horizontalHeader()->setSectionResizeMode(1, QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(2, QHeaderView::ResizeToContents);
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(table->fontMetrics().height() + 4);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setAlternatingRowColors(true);
    table->setTabKeyNavigation(false);
    table->setAccessibleName(SampleDetails::tr("Labels as the network learns them"));
    table->setToolTip(
        SampleDetails::tr("The labels as the network learns them: 0 and 1 are the "
                          "edges of the crop"));
    return table;
}

}  // namespace

SampleDetails::SampleDetails(QWidget* parent)
    : QWidget(parent),
      name_(heading({}, this)),
      problems_(makeNarrowLabel(this)),
      facts_(new QFormLayout),
      input_(new QComboBox(this)),
      crop_(new FaceView(this)),
      tensor_(makeNarrowLabel(this)),
      values_(makeNarrowLabel(this)),
      labels_(labelTable(this)),
      job_(JobOrder::Steady) {
    facts_->setLabelAlignment(Qt::AlignRight);
    facts_->setHorizontalSpacing(8);
    facts_->setVerticalSpacing(4);
    letShrink(input_, 12);
    input_->setAccessibleName(tr("Network input"));
    input_->setToolTip(tr("Whose input to show: the preset experiments differ in the crop"));
    crop_->setFixedHeight(kCropHeight);
    crop_->setAccessibleName(tr("Crop for the network"));
    crop_->setLinesShown(false);
    crop_->setPixelsShown(true);
    tensor_->setToolTip(tr("Channels × height × width of the network's input"));
    values_->setToolTip(tr("The input's values after mean and deviation are taken into account"));

    auto* tensor = new QFormLayout;
    tensor->setLabelAlignment(Qt::AlignRight);
    tensor->setHorizontalSpacing(8);
    tensor->setVerticalSpacing(4);
    tensor->addRow(tr("Tensor"), tensor_);
    tensor->addRow(tr("Values"), values_);
    auto* column = makeColumn(this, 8);
    column->addWidget(name_);
    column->addLayout(facts_);
    column->addWidget(problems_);
    column->addSpacing(8);
    column->addWidget(heading(tr("As the network gets it"), this));
    column->addWidget(input_);
    column->addWidget(crop_);
    column->addLayout(tensor);
    column->addWidget(labels_, 1);

    fillPresets();
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) { showNoView(error.what); });
    connect(input_, &QComboBox::currentIndexChanged, this, [this](int chosen) {
        if (chosen >= 0)
            Settings().set(settings::kPreviewPreset,
                           QString::fromStdString(presets_[static_cast<size_t>(chosen)].name));
        requestView();
    });
    clear();
}

void SampleDetails::fillPresets() {
    const QString last = Settings().get(settings::kPreviewPreset);
    for (const std::string& name : preset_names()) {
        Experiment experiment = preset(name);
        const bool known = std::any_of(presets_.begin(), presets_.end(), [&](const Experiment& e) {
            return e.input == experiment.input && e.target == experiment.target;
        });
        if (known)
            continue;
        const InputSpec& input = experiment.input;
        experiment.name = name;
        input_->addItem(tr("%1: %2 × %3 pixels")
                            .arg(QString::fromStdString(name))
                            .arg(input.width)
                            .arg(input.height));
        if (QString::fromStdString(name) == last)
            input_->setCurrentIndex(input_->count() - 1);
        presets_.push_back(std::move(experiment));
    }
}

void SampleDetails::setFace(SampleFacts facts) {
    const bool same = shown_ && shown_->face == facts.face && shown_->scheme == facts.scheme;
    shown_ = std::move(facts);
    showFacts();
    if (!same)
        requestView();
}

void SampleDetails::clear() {
    shown_.reset();
    job_.drop();
    showFacts();
    showNoView(tr("Choose a face."));
}

void SampleDetails::showFacts() {
    while (facts_->rowCount() > 0)
        facts_->removeRow(0);
    name_->clear();
    problems_->clear();
    problems_->hide();
    if (!shown_)
        return;

    const Sample& face = shown_->face;
    const auto add = [this](const QString& what, const QString& value) {
        facts_->addRow(what, makeNarrowLabel(this, breakable(value)));
    };
    name_->setText(breakable(QString::fromStdString(face.id)));
    const QString file = toQString(face.image.filename());
    add(tr("Picture"), face.image_size.empty() ? file
                                               : tr("%1, %2 × %3 pixels")
                                                     .arg(file)
                                                     .arg(face.image_size.width)
                                                     .arg(face.image_size.height));
    if (shown_->format == DatasetFormat::Imm)
        add(tr("Person"), QString::fromStdString(face.person));
    if (face.view)
        add(tr("View"), viewName(*face.view, shown_->format));
    add(tr("Points"), face.points_in_image.empty()
                          ? tr("none")
                          : tr("%1 (%2)")
                                .arg(face.points_in_image.size())
                                .arg(QString::fromStdString(shown_->scheme.name)));
    if (face.box)
        add(tr("Box"),
            tr("%1 × %2 pixels").arg(qRound(face.box->width)).arg(qRound(face.box->height)));
    add(tr("Used for"), shown_->side == SplitSide::None ? tr("nothing") : sideName(shown_->side));

    QStringList wrong;
    for (const std::string& problem : shown_->problems)
        wrong << tr("Problem: %1").arg(sentence(problem));
    problems_->setText(wrong.join('\n'));
    problems_->setVisible(!wrong.isEmpty());
}

void SampleDetails::requestView() {
    view_wanted_ = !isVisible();
    if (!shown_ || input_->currentIndex() < 0 || view_wanted_)
        return;
    const Experiment& experiment = presets_[static_cast<size_t>(input_->currentIndex())];
    job_.start([face = shown_->face, scheme = shown_->scheme, input = experiment.input,
                target = experiment.target](
                   JobContext&) { return networkView(face, scheme, input, target); },
               [this](const NetworkView& view) { showView(view); });
}

void SampleDetails::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    if (view_wanted_)
        requestView();
}

void SampleDetails::showView(const NetworkView& view) {
    crop_->setImage(view.crop);
    crop_->setTruth(view.labels.empty()
                        ? std::nullopt
                        : std::optional(PointLayer{view.points_in_crop, view.scheme}));
    tensor_->setText(
        tr("%1 × %2 × %3").arg(view.channels).arg(view.crop.height()).arg(view.crop.width()));
    values_->setText(tr("%1 to %2, mean %3")
                         .arg(decimalText(view.lowest, 2), decimalText(view.highest, 2),
                              decimalText(view.average, 2)));
    showLabels(view);
}

void SampleDetails::showNoView(const QString& reason) {
    crop_->setMessage(reason);
    tensor_->setText(QStringLiteral("–"));
    values_->setText(QStringLiteral("–"));
    labels_->setRowCount(0);
}

void SampleDetails::showLabels(const NetworkView& view) {
    const int count = static_cast<int>(view.labels.size() / 2);
    labels_->setRowCount(count);
    for (int i = 0; i < count; ++i) {
        const auto at = static_cast<size_t>(i);
        const QString name =
            i < view.scheme.size() ? landmarkText(view.scheme.point_names[at]) : QString::number(i);
        labels_->setItem(i, 0, new QTableWidgetItem(name));
        const bool placed = view.points_in_crop.is_labelled(i);
        for (int axis = 0; axis < 2; ++axis) {
            const float value = view.labels[2 * at + static_cast<size_t>(axis)];
            auto* item = new QTableWidgetItem(placed ? decimalText(value, 4) : QStringLiteral("–"));
            item->setTextAlignment(Qt::AlignRight | Qt::AlignVCenter);
            labels_->setItem(i, 1 + axis, item);
        }
    }
}

}  // namespace rudolph
