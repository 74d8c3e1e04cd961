#include "ui/photos/photo_details.h"

#include <QFormLayout>
#include <QHeaderView>
#include <QLabel>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "ui/base/glossary.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/parts/labels.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

constexpr int kFacesHeight = 132;

QString chance(const std::optional<FaceConfidence>& confidence) {
    return confidence ? confidenceText(confidence->face) : QStringLiteral("–");
}

long long doubtfulPoints(const FaceConfidence& confidence) {
    return std::count_if(confidence.points.begin(), confidence.points.end(),
                         [](double one) { return one < kDoubtful; });
}

QString angle(double degrees) {
    const long whole = std::lround(degrees);
    // A minus sign, as the hyphen that locales write is hardly seen.
    return (whole < 0 ? QString(QChar(0x2212)) : QString()) + countText(std::abs(whole)) +
           QStringLiteral("°");
}

}  // namespace

PhotoDetails::PhotoDetails(QWidget* parent)
    : QWidget(parent),
      faces_(new QTreeWidget(this)),
      remark_(makePlainLabel(this)),
      form_(new QFormLayout) {
    faces_->setRootIsDecorated(false);
    faces_->setUniformRowHeights(true);
    faces_->setHeaderLabels({tr("Face"), tr("Confidence"), tr("Second model")});
    faces_->header()->setSectionsMovable(false);
    faces_->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    faces_->header()->setStretchLastSection(true);
    faces_->setAccessibleName(tr("Faces of the photograph"));
    faces_->setObjectName(QStringLiteral("faces of the photo"));
    faces_->setFixedHeight(kFacesHeight);
    connect(faces_, &QTreeWidget::currentItemChanged, this, [this](QTreeWidgetItem* item) {
        emit faceChosen(item != nullptr ? faces_->indexOfTopLevelItem(item) : -1);
    });
    form_->setContentsMargins(0, 0, 0, 0);
    form_->setVerticalSpacing(4);
    form_->setHorizontalSpacing(8);
    confidence_ = addFact("confidence", tr("Confidence"), withTerm({}, Term::Sureness));
    second_ = addFact("second", tr("Second model"));
    points_ = addFact("points", tr("Points"));
    pose_ = addFact("pose", tr("Head"),
                    tr("As one sees it; from the points, good to about 10 degrees"));
    angles_ = addFact("angles", tr("Angles"),
                      tr("Yaw: to the viewer’s right; pitch: up; roll: clockwise"));
    found_ = addFact("found", tr("Box"),
                     tr("The score is the detector's own; the higher, the surer it is of a face"));
    looks_ =
        addFact("looks", tr("Looks"),
                withTerm(tr("How often the model has looked until the crop stayed where it is"),
                         Term::Looks));
    auto* column = makeColumn(this, 8);
    remark_->setObjectName(QStringLiteral("remark"));
    column->addWidget(remark_);
    column->addWidget(faces_);
    column->addLayout(form_);
    column->addStretch(1);
    setEntry(nullptr, false);
}

QLabel* PhotoDetails::addFact(const char* name, const QString& title, const QString& tip) {
    QLabel* label = makePlainLabel(this);
    label->setObjectName(QLatin1String(name));
    label->setToolTip(tip);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* what = new QLabel(title, this);
    what->setToolTip(tip);
    what->setForegroundRole(QPalette::PlaceholderText);
    form_->addRow(what, label);
    return label;
}

void PhotoDetails::setFact(QLabel* label, const QString& text) {
    label->setText(text);
    form_->setRowVisible(label, !text.isEmpty());
}

void PhotoDetails::setEntry(const PhotoEntry* entry, bool compares) {
    entry_ = entry != nullptr ? *entry : PhotoEntry();
    compares_ = compares;
    chosen_ = std::min(chosen_, static_cast<int>(entry_.reading.faces.size()) - 1);
    remark_->setText(entry_.remark);
    remark_->setVisible(!entry_.remark.isEmpty());
    fillFaces();
    showFacts();
}

void PhotoDetails::fillFaces() {
    const QSignalBlocker quiet(faces_);
    const auto& faces = entry_.reading.faces;
    while (faces_->topLevelItemCount() > static_cast<int>(faces.size()))
        delete faces_->takeTopLevelItem(faces_->topLevelItemCount() - 1);
    while (faces_->topLevelItemCount() < static_cast<int>(faces.size()))
        faces_->addTopLevelItem(new QTreeWidgetItem);
    for (size_t i = 0; i < faces.size(); ++i) {
        QTreeWidgetItem* item = faces_->topLevelItem(static_cast<int>(i));
        item->setText(0, tr("Face %1").arg(i + 1));
        const QString sure = chance(faces[i].confidence);
        item->setText(1, faces[i].doubtful() ? tr("%1, doubtful").arg(sure) : sure);
        const auto& compared = entry_.compared.faces;
        item->setText(2,
                      i < compared.size() ? chance(compared[i].confidence) : QStringLiteral("–"));
    }
    faces_->setColumnHidden(2, !compares_);
    faces_->setEnabled(!faces.empty());
}

void PhotoDetails::setChosen(int face) {
    chosen_ = face;
    const QSignalBlocker quiet(faces_);
    faces_->setCurrentItem(face >= 0 ? faces_->topLevelItem(face) : nullptr);
    showFacts();
}

void PhotoDetails::showFacts() {
    const auto& faces = entry_.reading.faces;
    const bool known = chosen_ >= 0 && chosen_ < static_cast<int>(faces.size());
    for (QLabel* label : {confidence_, second_, points_, pose_, angles_, found_, looks_})
        setFact(label, {});
    if (!known)
        return;
    const auto i = static_cast<size_t>(chosen_);
    const PhotoFace& face = faces[i];
    const bool predicted = !face.points_in_image.empty();
    if (face.confidence)
        setFact(confidence_, face.doubtful() ? tr("%1, doubtful").arg(chance(face.confidence))
                                             : chance(face.confidence));
    else
        setFact(confidence_, predicted ? tr("this model does not say") : tr("points are due"));
    if (compares_ && i < entry_.compared.faces.size())
        setFact(second_, chance(entry_.compared.faces[i].confidence));
    if (predicted) {
        QString text = countText(face.points_in_image.size());
        if (face.confidence)
            if (const long long doubtful = doubtfulPoints(*face.confidence); doubtful > 0)
                text = tr("%1, %2 of them doubtful").arg(text, countText(doubtful));
        setFact(points_, text);
        setFact(looks_, face.looks > 0 ? countText(face.looks) : QString());
    }
    if (face.angles) {
        setFact(pose_, poseText(*face.angles));
        setFact(angles_, tr("yaw %1, pitch %2, roll %3")
                             .arg(angle(face.angles->yaw), angle(face.angles->pitch),
                                  angle(face.angles->roll)));
    }
    setFact(found_, std::isnan(face.found.score)
                        ? tr("drawn by hand")
                        : tr("found, score %1").arg(ratioText(face.found.score)));
}

}  // namespace rudolph
