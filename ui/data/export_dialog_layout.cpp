#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/base/number_text.h"
#include "ui/data/export_dialog.h"

namespace rudolph {
namespace {

/// Boxes take the width there is, however long the German words in them are.
QComboBox* makeBox() {
    auto* box = new QComboBox;
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(24);
    return box;
}

}  // namespace

void ExportDialog::layOut() {
    format_ = makeBox();
    pictures_ = makeBox();
    first_pixel_ = makeBox();
    columns_ = makeBox();
    faces_ = makeBox();
    fillChoices();
    overwrite_ = new QCheckBox(tr("&Write over files that are there"));
    fields_ = new QWidget;
    form_ = new QFormLayout(fields_);
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(8);
    form_->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form_->addRow(tr("&Format"), format_);
    form_->addRow(tr("&To"), makeDestination());
    static_cast<QLabel*>(form_->labelForField(form_->itemAt(1, QFormLayout::FieldRole)->widget()))
        ->setBuddy(destination_);
    form_->addRow(tr("&Pictures"), pictures_);
    form_->addRow(tr("&Top-left pixel"), first_pixel_);
    form_->addRow(tr("&Columns"), columns_);
    form_->addRow(tr("F&aces"), faces_);
    form_->addRow(QString(), overwrite_);
    loss_title_ = new QLabel;
    QFont bold = loss_title_->font();
    bold.setBold(true);
    loss_title_->setFont(bold);
    loss_list_ = new QListWidget;
    loss_list_->setWordWrap(true);
    loss_list_->setResizeMode(QListView::Adjust);
    loss_list_->setSelectionMode(QAbstractItemView::SingleSelection);
    loss_list_->setAccessibleName(tr("What is lost"));
    loss_list_->setMinimumHeight(96);
    // The dialog keeps its shape where nothing is lost.
    QSizePolicy policy = loss_list_->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    loss_list_->setSizePolicy(policy);
    auto* buttons = new QDialogButtonBox;
    export_ = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    close_ = buttons->addButton(tr("Close"), QDialogButtonBox::RejectRole);
    close_->setAutoDefault(false);
    export_->setDefault(true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 12);
    column->setSpacing(8);
    column->addWidget(fields_);
    column->addSpacing(8);
    column->addWidget(loss_title_);
    column->addWidget(loss_list_, 1);
    column->addWidget(makeOutcome());
    column->addWidget(buttons);
}

void ExportDialog::fillChoices() {
    for (const FormatInfo& info : writable_formats())
        format_->addItem(QString::fromStdString(info.title), QString::fromStdString(info.key));
    pictures_->addItem(tr("Copy them"), static_cast<int>(PictureHandling::Copy));
    pictures_->addItem(tr("Link to them"), static_cast<int>(PictureHandling::Link));
    pictures_->addItem(tr("Leave them where they are"), static_cast<int>(PictureHandling::Refer));
    first_pixel_->addItem(tr("is (1, 1), as iBUG counts"), 1);
    first_pixel_->addItem(tr("is (0, 0)"), 0);
    columns_->addItem(QStringLiteral("part_0_x, part_0_y, part_1_x, …"),
                      static_cast<int>(CsvColumns::Part));
    columns_->addItem(QStringLiteral("x_0, x_1, …, y_0, y_1, …"), static_cast<int>(CsvColumns::Xy));
    faces_->addItem(tr("All"), false);
    faces_->addItem(tr("Only those that are done (%1)").arg(countText(done_faces_)), true);
}

QWidget* ExportDialog::makeDestination() {
    destination_ = new QLineEdit;
    destination_->setAccessibleName(tr("Destination"));
    destination_->setAcceptDrops(false);  // the dialog takes folders, not their addresses
    destination_hint_ = new QLabel;
    destination_hint_->setWordWrap(true);
    destination_hint_->setForegroundRole(QPalette::PlaceholderText);
    auto* choose = new QPushButton(tr("Choose…"));
    choose->setAutoDefault(false);
    connect(choose, &QPushButton::clicked, this, &ExportDialog::chooseDestination);
    auto* line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(destination_, 1);
    line->addWidget(choose);
    auto* cell = new QWidget;
    auto* column = new QVBoxLayout(cell);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addLayout(line);
    column->addWidget(destination_hint_);
    return cell;
}

QWidget* ExportDialog::makeOutcome() {
    progress_ = new QProgressBar;
    progress_->setTextVisible(false);
    progress_text_ = new QLabel;
    result_icon_ = new QLabel;
    result_ = new QLabel;
    result_->setTextFormat(Qt::PlainText);
    result_->setWordWrap(true);
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    show_folder_ = new QPushButton(tr("Show folder"));
    show_folder_->setAutoDefault(false);
    auto* result_row = new QHBoxLayout;
    result_row->setSpacing(8);
    result_row->addWidget(result_icon_, 0, Qt::AlignTop);
    result_row->addWidget(result_, 1);
    result_row->addWidget(show_folder_);
    auto* outcome = new QWidget;
    auto* column = new QVBoxLayout(outcome);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(progress_text_);
    column->addWidget(progress_);
    column->addLayout(result_row);
    return outcome;
}

}  // namespace rudolph
