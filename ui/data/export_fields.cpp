#include "ui/data/export_fields.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <algorithm>

#include "core/formats/map_dataset.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/parts/narrow_box.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr int kKeepsPrivateData = Qt::UserRole + 1;

int doneFaces(const Dataset& dataset) {
    return static_cast<int>(
        std::count_if(dataset.samples.begin(), dataset.samples.end(),
                      [](const Sample& face) { return face.state == FaceState::Done; }));
}

}  // namespace

ExportFields::ExportFields(const Dataset& dataset, QWidget* parent)
    : QWidget(parent), form_(new QFormLayout(this)) {
    const int done = doneFaces(dataset);
    makeBoxes(done);
    makePoints(dataset.scheme);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(8);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->addRow(tr("&Format"), format_);
    QWidget* place = makeDestination();
    form_->addRow(tr("&To"), place);
    static_cast<QLabel*>(form_->labelForField(place))->setBuddy(destination_);
    form_->addRow(tr("&Pictures"), pictures_);
    form_->addRow(tr("&Top-left pixel"), first_pixel_);
    form_->addRow(tr("&Columns"), columns_);
    form_->addRow(tr("F&aces"), faces_);
    form_->addRow(tr("Poi&nts"), points_);
    form_->addRow(QString(), keep_unannotated_);
    form_->addRow(QString(), overwrite_);
    form_->setRowVisible(points_, points_->count() > 1);
    form_->setRowVisible(faces_, done > 0 && done < static_cast<int>(dataset.samples.size()));

    connect(format_, &QComboBox::currentIndexChanged, this, &ExportFields::formatChanged);
    for (QComboBox* box : {first_pixel_, columns_, faces_, points_})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportFields::contentsChanged);
    connect(keep_unannotated_, &QCheckBox::toggled, this, &ExportFields::contentsChanged);
    connect(destination_, &QLineEdit::textChanged, this, &ExportFields::destinationChanged);
    const int last = format_->findData(Settings().get(settings::kExportFormat));
    format_->setCurrentIndex(std::max(0, last));
    formatChanged();
}

void ExportFields::makeBoxes(int done_faces) {
    format_ = makeNarrowBox(nullptr, "format", 24);
    for (const FormatInfo& info : writable_formats())
        format_->addItem(QString::fromStdString(info.title), QString::fromStdString(info.key));
    pictures_ = makeNarrowBox(nullptr, "pictures", 24);
    pictures_->addItem(tr("Copy them, without where they were taken"),
                       static_cast<int>(PictureHandling::Copy));
    pictures_->setItemData(0,
                           tr("The copies do not tell where, when and with which camera they were "
                              "taken, and hold no remarks and previews."),
                           Qt::ToolTipRole);
    pictures_->addItem(tr("Copy them as they are"), static_cast<int>(PictureHandling::Copy));
    pictures_->setItemData(1, true, kKeepsPrivateData);
    pictures_->addItem(tr("Link to them"), static_cast<int>(PictureHandling::Link));
    pictures_->addItem(tr("Leave them where they are"), static_cast<int>(PictureHandling::Refer));
    first_pixel_ = makeNarrowBox(nullptr, "first pixel", 24);
    first_pixel_->addItem(tr("is (1, 1), as iBUG counts"), 1);
    first_pixel_->addItem(tr("is (0, 0)"), 0);
    columns_ = makeNarrowBox(nullptr, "columns", 24);
    columns_->addItem(QStringLiteral("part_0_x, part_0_y, part_1_x, …"),
                      static_cast<int>(CsvColumns::Part));
    columns_->addItem(QStringLiteral("x_0, x_1, …, y_0, y_1, …"), static_cast<int>(CsvColumns::Xy));
    faces_ = makeNarrowBox(nullptr, "faces", 24);
    faces_->addItem(tr("All"), false);
    faces_->addItem(tr("Only those that are done (%1)").arg(countText(done_faces)), true);
    keep_unannotated_ = new QCheckBox(tr("&Keep photographs without annotation, as negatives"));
    keep_unannotated_->setObjectName("keep unannotated");
    overwrite_ = new QCheckBox(tr("&Write over files that are there"));
    overwrite_->setObjectName("overwrite");
}

void ExportFields::makePoints(const LandmarkScheme& scheme) {
    points_ = makeNarrowBox(nullptr, "points", 24);
    points_->addItem(tr("As they are"));
    for (const std::string& name : mappable_schemes(scheme))
        points_->addItem(tr("Those of %1").arg(QString::fromStdString(builtin_scheme(name).title)),
                         QString::fromStdString(name));
}

QString ExportFields::mapTo() const {
    return points_->currentData().toString();
}

QWidget* ExportFields::makeDestination() {
    destination_ = new QLineEdit;
    destination_->setObjectName("destination");
    destination_->setAccessibleName(tr("Destination"));
    destination_->setAcceptDrops(false);  // the dialog takes folders, not their addresses
    destination_hint_ = new QLabel;
    destination_hint_->setWordWrap(true);
    destination_hint_->setForegroundRole(QPalette::PlaceholderText);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportFields::chooseDestination);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(destination_, 1);
    line->addWidget(choose);
    auto* cell = new QWidget;
    auto* column = makeColumn(cell, 2);
    column->addLayout(line);
    column->addWidget(destination_hint_);
    return cell;
}

void ExportFields::setFormat(const QString& key) {
    const int index = format_->findData(key);
    if (index >= 0)
        format_->setCurrentIndex(index);
}

void ExportFields::setDestination(const QString& path) {
    destination_->setText(QDir::toNativeSeparators(path));
}

const FormatInfo& ExportFields::format() const {
    return format_named(format_->currentData().toString().toStdString());
}

bool ExportFields::onlyDone() const {
    return !faces_->isHidden() && faces_->currentData().toBool();
}

WriteRequest ExportFields::request() const {
    WriteRequest request;
    request.format = format().format;
    request.destination = toPath(QDir::fromNativeSeparators(destination_->text().trimmed()));
    request.pictures = static_cast<PictureHandling>(pictures_->currentData().toInt());
    request.keep_private_data = pictures_->currentData(kKeepsPrivateData).toBool();
    request.options.pts_first_pixel = first_pixel_->currentData().toInt();
    request.options.csv_columns = static_cast<CsvColumns>(columns_->currentData().toInt());
    request.options.keep_unannotated = keep_unannotated_->isChecked();
    request.overwrite = overwrite_->isChecked();
    return request;
}

QString ExportFields::obstacle() const {
    const QString path = destination_->text().trimmed();
    if (path.isEmpty())
        return tr("Choose where to write first");
    return QDir::isAbsolutePath(path) ? QString() : tr("Name the whole path, from its start");
}

void ExportFields::remember() const {
    const QString key = format_->currentData().toString();
    Settings().set(settings::kExportFormat, key);
    Settings().set(settings::kExportDestination / key, toQString(request().destination));
}

void ExportFields::formatChanged() {
    const FormatInfo& info = format();
    const QString list = QString::fromStdString(info.list_name);
    destination_hint_->setText(
        info.layout == FormatLayout::FilePerPicture ? tr("A folder; it is made when it is missing.")
        : list.isEmpty() ? tr("A file, or a folder for it; made when it is missing.")
                         : tr("A file, or a folder in which it is called %1.").arg(list));
    setDestination(Settings().get(settings::kExportDestination / QString::fromStdString(info.key)));
    // A project refers to its pictures; files of points are used together with theirs.
    const auto usual =
        info.format == DatasetFormat::Project ? PictureHandling::Refer : PictureHandling::Copy;
    pictures_->setCurrentIndex(pictures_->findData(static_cast<int>(usual)));
    form_->setRowVisible(first_pixel_, info.format == DatasetFormat::Pts);
    form_->setRowVisible(columns_, info.format == DatasetFormat::Csv);
    form_->setRowVisible(keep_unannotated_, info.lists_negatives);
    emit contentsChanged();
}

void ExportFields::chooseDestination() {
    const FormatInfo& info = format();
    const QString now = destination_->text().trimmed();
    FileQuestion question{.title = tr("Export to"), .purpose = "export", .suggested = now};
    const auto then = [this](const QString& path) { setDestination(path); };
    if (info.layout == FormatLayout::FilePerPicture) {
        askForFolder(this, question, then);
        return;
    }
    const QString extension = QString::fromStdString(info.extension);
    question.filter = QStringLiteral("%1 (*%2)").arg(QString::fromStdString(info.title), extension);
    if (extension.startsWith('.'))
        question.suffix = extension.mid(1);
    if (now.isEmpty())
        question.suggested = QString::fromStdString(info.list_name);
    question.may_exist = true;  // a box of this dialog says it
    askWhereToSave(this, question, then);
}

}  // namespace rudolph
