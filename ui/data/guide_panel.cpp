#include "ui/data/guide_panel.h"

#include <QEvent>
#include <QLabel>

#include "core/dataset/reference_shape.h"
#include "core/geometry/shape.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/canvas/face_edit.h"
#include "ui/data/guide_face.h"
#include "ui/parts/labels.h"
#include "ui/settings/translation.h"

namespace rudolph {
GuidePanel::GuidePanel(QWidget* parent)
    : QWidget(parent),
      headline_(makePlainLabel()),
      face_view_(new GuideFace),
      count_(makePlainLabel()) {
    for (QLabel* label : {headline_, count_})
        label->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    // Two lines hold the longest names; the face must not jump from point to point.
    embolden(headline_);
    headline_->setObjectName("headline");
    reserveTwoLines();
    count_->setForegroundRole(QPalette::PlaceholderText);
    auto* column = makeColumn(this, 8);
    column->addWidget(headline_);
    column->addWidget(face_view_);
    column->addWidget(count_);
    column->addStretch(1);
    connect(face_view_, &GuideFace::pointChosen, this, &GuidePanel::pointChosen);
    updateWords();
}

void GuidePanel::setScheme(const LandmarkScheme& scheme) {
    scheme_ = scheme;
    own_reference_ = reference_shape(scheme);
    face_view_->setReference(scheme_, own_reference_);
    next_.reset();
    selection_.clear();
    face_view_->setNextPoint({});
    face_view_->setSelection({});
    updateWords();
}

void GuidePanel::setReference(const Landmarks& reference) {
    if (reference.size() != scheme_.size())
        return;
    Landmarks whole = reference;
    if (const auto whole_from_own = align(own_reference_, reference)) {
        const Landmarks own = transformed(*whole_from_own, own_reference_);
        for (int i = 0; i < whole.size(); ++i)
            if (!whole.is_labelled(i)) {
                const auto k = static_cast<size_t>(i);
                whole.points[k] = own.points[k];
                whole.visibility[k] = own.visibility[k];
            }
    } else {
        whole = own_reference_;
    }
    face_view_->setReference(scheme_, whole);
}

void GuidePanel::setFace(const Landmarks& face) {
    face_ = face;
    face_view_->setFace(face);
    updateWords();
}

void GuidePanel::setNextPoint(std::optional<int> point) {
    next_ = point && *point >= 0 && *point < scheme_.size() ? point : std::nullopt;
    face_view_->setNextPoint(next_);
    updateWords();
}

void GuidePanel::setSelection(const std::vector<int>& selection) {
    selection_ = selection;
    face_view_->setSelection(selection);
    updateWords();
}

QString GuidePanel::selectionText() const {
    if (selection_.empty())
        return {};
    const int first = selection_.front();
    if (selection_.size() > 1)
        return tr("%Ln points selected", nullptr, static_cast<int>(selection_.size()));
    if (first < 0 || first >= scheme_.size())
        return {};
    return tr("%1 · %2 of %3")
        .arg(landmarkText(scheme_.point_names[static_cast<size_t>(first)]), countText(first + 1),
             countText(scheme_.size()));
}

void GuidePanel::updateWords() {
    const auto placed = static_cast<int>(labelledPoints(face_).size());
    const QString selected = selectionText();
    if (scheme_.size() == 0)
        headline_->setText(tr("These faces have no landmark scheme yet: choose one or make one."));
    else if (next_)
        headline_->setText(tr("Next: %1 · %2 of %3")
                               .arg(landmarkText(scheme_.point_names[static_cast<size_t>(*next_)]),
                                    countText(*next_ + 1), countText(scheme_.size())));
    else if (!selected.isEmpty())
        headline_->setText(selected);
    else if (placed >= scheme_.size())
        headline_->setText(tr("All points are placed."));
    else
        headline_->setText(tr("Click on a point to place it, or begin with the first."));
    face_view_->setVisible(scheme_.size() > 0);
    count_->setVisible(scheme_.size() > 0);
    count_->setText(tr("%1 of %2 placed").arg(countText(placed), countText(scheme_.size())));
}

void GuidePanel::reserveTwoLines() {
    headline_->setMinimumHeight(2 * headline_->fontMetrics().lineSpacing());
}

void GuidePanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        reserveTwoLines();
}

}  // namespace rudolph
