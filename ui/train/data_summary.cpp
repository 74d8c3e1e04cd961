#include "ui/train/data_summary.h"

#include <QGridLayout>
#include <QPushButton>

#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/labels.h"
#include "ui/session/session.h"

namespace rudolph {

DataSummary::DataSummary(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      name_(new ElidedLabel(this)),
      faces_(new QLabel(this)),
      split_(new QLabel(this)),
      button_(new QPushButton(this)) {
    embolden(name_);
    faces_->setWordWrap(true);
    split_->setWordWrap(true);
    button_->setToolTip(tr("Goes to the Data page"));
    connect(button_, &QPushButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Data); });
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setVerticalSpacing(2);
    grid->setColumnStretch(0, 1);
    grid->addWidget(name_, 0, 0);
    grid->addWidget(button_, 0, 1, 2, 1, Qt::AlignTop);
    grid->addWidget(faces_, 1, 0);
    grid->addWidget(split_, 2, 0, 1, 2);
    connect(session_, &Session::datasetChanged, this, &DataSummary::showData);
    showData();
}

void DataSummary::setSplit(int train_faces, int validation_faces) {
    split_->setText(train_faces > 0 ? tr("%1 to train · %2 to validate")
                                          .arg(countText(train_faces), countText(validation_faces))
                                    : QString());
}

void DataSummary::showData() {
    const AnnotationDocument* document = session_->document();
    const bool is_open = document != nullptr;
    faces_->setVisible(is_open);
    split_->setVisible(is_open);
    split_->clear();
    button_->setText(is_open ? tr("Change…") : tr("Open…"));
    if (!is_open) {
        name_->setText(tr("No data yet"));
        name_->setToolTip({});
        return;
    }
    const Dataset& dataset = document->dataset();
    name_->setText(QString::fromStdString(dataset.name));
    name_->setToolTip(plainTip(toQString(dataset.source)));
    faces_->setText(
        tr("%1 · %2").arg(tr("%Ln face(s)", nullptr, static_cast<int>(dataset.samples.size())),
                          QString::fromStdString(dataset.scheme.name)));
}

}  // namespace rudolph
