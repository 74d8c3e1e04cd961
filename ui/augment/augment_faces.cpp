#include "ui/augment/augment_faces.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSignalBlocker>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/augment/augment_job.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/elided_label.h"
#include "ui/parts/face_gallery.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/parts/sample_tile.h"

namespace rudolph {
namespace {

constexpr int kOriginalSide = 184;

QToolButton* arrow(const QString& icon, const QString& tip, QWidget* parent) {
    auto* button = new QToolButton(parent);
    button->setIcon(themedIcon(icon));
    button->setToolTip(tip);
    button->setAccessibleName(tip);
    button->setAutoRaise(true);
    return button;
}

}  // namespace

AugmentFaces::AugmentFaces(Session* session, QWidget* parent)
    : QWidget(parent),
      session_(session),
      thumbnails_(new FaceThumbnails(2 * FaceGallery::kRowPicture, this)),
      faces_(new SampleListModel(this)),
      original_(new QLabel(this)),
      name_(new ElidedLabel(this)),
      previous_(arrow(QStringLiteral("previous"), tr("Previous face"), this)),
      next_(arrow(QStringLiteral("next"), tr("Next face"), this)),
      filter_(new QLineEdit(this)),
      list_(new FaceGallery(
          thumbnails_,
          [this](const QModelIndex& index) { return sampleTile(*faces_, index.row()); }, this)),
      count_(new QLabel(this)) {
    auto* heading = new QLabel(tr("Original"), this);
    embolden(heading);
    original_->setFixedHeight(kOriginalSide);
    original_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    original_->setAccessibleName(tr("Original crop"));
    previous_->setObjectName(QStringLiteral("previous face"));
    next_->setObjectName(QStringLiteral("next face"));
    filter_->setObjectName(QStringLiteral("filter of faces"));
    filter_->setPlaceholderText(tr("Filter by name, person or note"));
    filter_->setAccessibleName(filter_->placeholderText());
    filter_->setClearButtonEnabled(true);
    list_->setModel(faces_);
    list_->setAccessibleName(tr("Faces"));
    list_->setObjectName(QStringLiteral("augment faces"));
    auto* row = new QHBoxLayout;
    row->addWidget(name_, 1);
    row->addWidget(previous_);
    row->addWidget(next_);
    auto* layout = makeColumn(this, 8, {8, 12, 12, 12});
    layout->addWidget(heading);
    layout->addWidget(original_);
    layout->addLayout(row);
    layout->addWidget(filter_);
    layout->addWidget(list_, 1);
    layout->addWidget(count_);
    setMinimumWidth(kOriginalSide + 20);

    connect(previous_, &QToolButton::clicked, this, [this] { moveBy(-1); });
    connect(next_, &QToolButton::clicked, this, [this] { moveBy(1); });
    connect(filter_, &QLineEdit::textChanged, this,
            [this](const QString& text) { faces_->setQuery({text}, SampleOrder::Dataset); });
    connect(faces_, &QAbstractItemModel::modelReset, this, &AugmentFaces::keepChosen);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &AugmentFaces::currentChanged);
    connect(session_, &Session::datasetChanged, this, &AugmentFaces::openDocument);
    openDocument();
}

void AugmentFaces::openDocument() {
    AnnotationDocument* document = session_->document();
    thumbnails_->clear();
    faces_->setDocument(document, session_->split());
    if (document == nullptr)
        return;
    connect(document, &AnnotationDocument::faceChanged, this, [this] { emit changed(); });
    connect(document, &AnnotationDocument::schemeChanged, this, &AugmentFaces::changed);
}

void AugmentFaces::keepChosen() {
    const int rows = faces_->rowCount();
    int row = rows > 0 ? 0 : -1;
    for (int i = 0; i < rows && !chosen_id_.empty(); ++i)
        if (faces_->sample(faces_->faceAt(i)).id == chosen_id_) {
            row = i;
            break;
        }
    const int all = faces_->faceCount();
    count_->setText(rows == all ? tr("%Ln face(s)", nullptr, all)
                                : tr("%1 of %Ln face(s)", nullptr, all).arg(countText(rows)));
    {
        const QSignalBlocker quiet(list_->selectionModel());
        list_->setCurrentIndex(faces_->index(row, 0));
    }
    currentChanged();
}

void AugmentFaces::currentChanged() {
    const int row = list_->currentIndex().row();
    previous_->setEnabled(row > 0);
    next_->setEnabled(row >= 0 && row + 1 < faces_->rowCount());
    if (row >= 0) {
        chosen_id_ = faces_->sample(faces_->faceAt(row)).id;
        list_->scrollTo(list_->currentIndex());
    }
    list_->viewport()->update();
    emit changed();
}

void AugmentFaces::moveBy(int rows) {
    const QModelIndex to = faces_->index(list_->currentIndex().row() + rows, 0);
    if (to.isValid())
        list_->setCurrentIndex(to);
}

void AugmentFaces::selectFace(int index) {
    if (const int row = faces_->rowOf(index); row >= 0)
        list_->setCurrentIndex(faces_->index(row, 0));
}

std::vector<PreviewFace> AugmentFaces::chosen(int count) const {
    const int row = list_->currentIndex().row();
    std::vector<PreviewFace> chosen;
    if (row < 0 || row >= faces_->rowCount())
        return chosen;
    const auto add = [&](int face) { chosen.push_back({face, faces_->sample(face)}); };
    const int current = faces_->faceAt(row);
    add(current);
    if (count <= 1)
        return chosen;
    // Those after the chosen one, then those before it.
    std::vector<int> others;
    const int rows = faces_->rowCount();
    for (int i = 1; i < rows; ++i)
        if (const int face = faces_->faceAt((row + i) % rows); faces_->sample(face).has_truth())
            others.push_back(face);
    const int wanted = std::min<int>(count - 1, static_cast<int>(others.size()));
    for (int i = 0; i < wanted; ++i)
        add(others[static_cast<size_t>((i + 1LL) * static_cast<long long>(others.size()) /
                                       (wanted + 1LL))]);
    return chosen;
}

void AugmentFaces::showOriginal(const AugmentVariant* original) {
    const bool shown = original != nullptr && !original->tile.isNull();
    original_->setPixmap(shown ? QPixmap::fromImage(original->tile) : QPixmap());
    const QString name = original != nullptr ? original->name : QString();
    name_->setText(name);
}

QSize AugmentFaces::originalSize(double height_by_width) const {
    const double width = std::min<double>(kOriginalSide, kOriginalSide / height_by_width);
    return {static_cast<int>(std::lround(width)),
            std::max(1, static_cast<int>(std::lround(width * height_by_width)))};
}

}  // namespace rudolph
