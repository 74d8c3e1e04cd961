#include "ui/data/finding_review.h"

#include <QLabel>
#include <QPushButton>
#include <algorithm>
#include <unordered_set>

#include "core/augment/input_spec.h"
#include "core/dataset/inspect_faces.h"
#include "core/dataset/inspect_set.h"
#include "core/dataset/mend.h"
#include "core/predict/confidence.h"
#include "core/predict/fit_faces.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/sentence.h"
#include "ui/data/face_commands.h"
#include "ui/data/network_help.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/labels.h"
#include "ui/session/navigation.h"

namespace rudolph {
namespace {

/// What the finding's own remedy makes of the face; empty: it has none, or the face has changed.
std::optional<Sample> mendedBy(const Problem& finding, const Sample& face) {
    if (finding.mend)
        for (const FaceMend& mend : finding.mend->faces)
            if (mend.sample_id == face.id)
                if (Sample after = mended(face, mend); after != face)
                    return after;
    return std::nullopt;
}

bool missesItsPoints(const Sample& face) {
    int inside = 0;
    int labelled = 0;
    for (int i = 0; face.box && i < face.points_in_image.size(); ++i) {
        if (!face.points_in_image.is_labelled(i))
            continue;
        const Point& at = face.points_in_image.points[static_cast<size_t>(i)];
        ++labelled;
        inside += at.x >= face.box->left && at.x <= face.box->right() && at.y >= face.box->top &&
                          at.y <= face.box->bottom()
                      ? 1
                      : 0;
    }
    return labelled > 0 && 2 * inside < labelled;
}

/// The face with the network's point, or all of them where none is named.
Sample withFit(Sample face, const FaceFit& fit, std::optional<int> point) {
    Landmarks& points = face.points_in_image;
    const int count = fit.points_in_image.size();
    if (points.size() != count)
        points = fit.points_in_image;
    else
        for (int i = 0; i < count; ++i)
            if (fit.points_in_image.is_labelled(i) && (!point || *point == i)) {
                const auto k = static_cast<size_t>(i);
                points.points[k] = fit.points_in_image.points[k];
                if (!points.is_labelled(i))
                    points.visibility[k] = fit.points_in_image.visibility[k];
            }
    face.end_proposal();
    return face;
}

}  // namespace

FindingReview::FindingReview(NetworkHelp* help, Navigation* navigation, QWidget* parent)
    : QWidget(parent),
      help_(help),
      navigation_(navigation),
      text_(makePlainLabel(this)),
      accept_(new QPushButton(tr("Accept the fix"), this)) {
    layOut();
    connect(help_, &NetworkHelp::faceFitted, this, &FindingReview::takeFit);
    hide();
}

void FindingReview::layOut() {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setObjectName("finding");
    accept_->setToolTip(tr("Take over what is shown in red (Enter)"));
    auto* skip = new QPushButton(tr("Skip"), this);
    skip->setToolTip(tr("Leave the face as it is and go on (S)"));
    auto* end = new QPushButton(tr("End"), this);
    end->setToolTip(tr("Go through them no further"));
    connect(accept_, &QPushButton::clicked, this, &FindingReview::accept);
    connect(skip, &QPushButton::clicked, this, &FindingReview::skip);
    connect(end, &QPushButton::clicked, this, &FindingReview::end);
    for (QPushButton* button : {accept_, skip, end})
        button->setFocusPolicy(Qt::TabFocus);
    auto* row = makeRow(this, 8, {12, 6, 12, 6});
    row->addWidget(text_, 1);
    row->addWidget(accept_);
    row->addWidget(skip);
    row->addWidget(end);
}

void FindingReview::setDocument(AnnotationDocument* document) {
    document_ = document;
    disagreements_.clear();
    end();
}

void FindingReview::start() {
    if (!document_)
        return;
    const Dataset& dataset = document_->dataset();
    std::unordered_set<std::string> ids;
    for (const Sample& face : dataset.samples)
        ids.insert(face.id);
    steps_.clear();
    for (const Problem& problem : dataset.problems)
        if (ids.contains(problem.sample_id))
            steps_.push_back({problem, problem.point ||
                                           problem.message.starts_with(kOutlierShape) ||
                                           problem.message == kNoPointsMarked});
    std::vector<Step> far;
    for (auto one = disagreements_.begin(); one != disagreements_.end(); ++one)
        if (one.value() > kRightWithin) {
            Problem finding;
            finding.sample_id = one.key().toStdString();
            finding.message = tr("the network places the points %1 % away on average")
                                  .arg(decimalText(100 * one.value(), 1))
                                  .toStdString();
            if (ids.contains(finding.sample_id))
                far.push_back({finding, true});
        }
    std::sort(far.begin(), far.end(), [this](const Step& a, const Step& b) {
        const auto off = [this](const Step& step) {
            return disagreements_.value(QString::fromStdString(step.finding.sample_id));
        };
        return off(a) != off(b) ? off(a) > off(b) : a.finding.sample_id < b.finding.sample_id;
    });
    steps_.insert(steps_.end(), far.begin(), far.end());
    mended_ = 0;
    current_ = 0;
    if (steps_.empty())
        navigation_->report(
            tr("Nothing was found that is about a face: inspect, or compare with the network."));
    propose();
}

int FindingReview::face() const {
    if (!document_ || !isUnderWay())
        return -1;
    return document_->dataset().find(steps_[current_].finding.sample_id).value_or(-1);
}

/// A face that was removed may have left its picture behind; what was missing may be there by now.
bool FindingReview::isStillThere() const {
    const int index = face();
    if (index < 0)
        return false;
    const Problem& finding = steps_[current_].finding;
    const Sample& now = document_->face(index);
    if (finding.message == kNoPointsMarked)
        return !now.has_truth();
    if (!finding.point)
        return true;
    return *finding.point < now.points_in_image.size() &&
           (finding.message != kPointsNotLabelled ||
            !now.points_in_image.is_labelled(*finding.point));
}

/// Shows the finding with its fix; passes those over whose face is gone or was put right with
/// another.
void FindingReview::propose() {
    fix_.reset();
    while (isUnderWay() && !isStillThere())
        ++current_;
    if (!isUnderWay()) {
        if (!steps_.empty())
            navigation_->report(
                tr("All findings were gone through; %Ln fixes were accepted.", nullptr, mended_));
        end();
        return;
    }
    const Step& step = steps_[current_];
    const int index = face();
    const Sample& now = document_->face(index);
    fix_ = mendedBy(step.finding, now);
    if (!fix_ && step.finding.mend) {
        next();
        return;
    }
    if (step.finding.message == kNoPointsMarked && now.is_proposal()) {
        fix_ = now;
        fix_->end_proposal();
    }
    if (!fix_ && !step.finding.point && missesItsPoints(now)) {
        fix_ = now;
        fix_->box = crop_box({}, now.points_in_image, now.image_size);
    }
    show();
    emit faceWanted(index, step.finding.point.value_or(-1));
    emit changed();
    if (!fix_ && step.wants_network)
        help_->fitForReview(index);
}

void FindingReview::takeFit(const QString& id, const FaceFit& fit) {
    const int index = face();
    if (index < 0 || fix_ || document_->face(index).id != id.toStdString())
        return;
    const Step& step = steps_[current_];
    const Sample& now = document_->face(index);
    const Sample after = withFit(now, fit, step.finding.point);
    if (after.points_in_image.size() != document_->scheme().size() || after == now)
        return;
    fix_ = after;
    show();
    emit changed();
}

void FindingReview::show() {
    const Step& step = steps_[current_];
    accept_->setEnabled(fix_.has_value());
    const bool mends = fix_ && step.finding.mend;
    const int faces = mends ? static_cast<int>(step.finding.mend->faces.size()) : 1;
    QString fix = tr("No fix is known: put it right by hand, or skip it.");
    if (mends && step.finding.mend->kind == MendKind::Jaw)
        fix = tr("The fix: the selected points lose their labels.");
    else if (mends && !points_to_mend(step.finding).empty())
        fix = tr("The fix: the selected points change places.");
    else if (fix_)
        fix = tr("The fix is shown in red.");
    if (faces > 1)
        fix += ' ' + tr("It is for %Ln faces at once.", nullptr, faces);
    text_->setText(tr("Finding %1 of %2: %3\n%4")
                       .arg(current_ + 1)
                       .arg(steps_.size())
                       .arg(sentence(step.finding.message), fix));
    setVisible(true);
}

void FindingReview::accept() {
    if (!fix_ || face() < 0)
        return;
    ++mended_;
    const Problem& finding = steps_[current_].finding;
    if (finding.mend && finding.mend->faces.size() > 1)
        mendFaces(document_, {finding});
    else
        document_->setFace(face(), *fix_, tr("Accept the fix of a finding"));
    next();
}

void FindingReview::skip() {
    if (isUnderWay())
        next();
}

void FindingReview::next() {
    ++current_;
    propose();
}

void FindingReview::end() {
    steps_.clear();
    current_ = 0;
    fix_.reset();
    hide();
    emit changed();
}

}  // namespace rudolph
