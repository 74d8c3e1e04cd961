#pragma once

#include <memory>
#include <vector>

#include "ui/augment/augment_job.h"
#include "ui/parts/job.h"
#include "ui/parts/page.h"
#include "ui/session/session.h"

class QStackedWidget;

namespace rudolph {

class AugmentChecks;
class AugmentControls;
class AugmentFaces;
class AugmentStage;

/// What training does to faces, to be seen before training: variants of one face in the epochs of a
/// run, or one variant each of many faces in one epoch, pixel for pixel those that training gets
/// for that seed; or one effect alone from one end of its range to the other. The experiment is the
/// session's draft.
class AugmentPage : public Page {
    Q_OBJECT

public:
    explicit AugmentPage(Session* session, QWidget* parent = nullptr);

    QString title() const override { return tr("Augment"); }
    QString icon() const override { return QStringLiteral("augment"); }
    QString guideChapter() const override { return QStringLiteral("train"); }

    /// What was drawn last; null before.
    std::shared_ptr<const AugmentResult> result() const;
    /// Whether what is shown is what was asked for.
    bool isSettled() const { return !job_.isBusy(); }
    /// Stops reading pictures.
    void cancelReading();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* makeEmptyState();
    QWidget* makeWork();
    void requestDraw();
    AugmentRequest makeRequest();
    /// What keeps the experiment from being drawn; empty: nothing.
    QString problemText() const;
    void draw(const AugmentRequest& request);
    void showResult(const AugmentRequest& request, std::shared_ptr<const AugmentResult> result);
    void showNothing();
    void showError(const QString& title, const QString& text);

    Session* session_;
    AugmentControls* controls_;
    AugmentStage* stage_;
    AugmentChecks* checks_;
    AugmentFaces* faces_;
    QStackedWidget* states_;               ///< nothing yet, or the work
    std::vector<PreviewFace> requested_;   ///< faces, to know whether decoding goes on
    std::shared_ptr<AugmentCache> cache_;  ///< the background thread's
    Job job_;                              ///< last, so that it ends before what it uses
};

}  // namespace rudolph
