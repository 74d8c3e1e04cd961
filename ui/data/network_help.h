#pragma once

#include <QHash>
#include <QObject>
#include <QPointer>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

#include "ui/parts/job.h"
#include "ui/session/activities.h"

class QMenu;
class QWidget;

namespace rudolph {

class AnnotationDocument;
struct FaceFit;
class ModelCache;
class NetworkMenu;
class Session;

/// Help from a network while annotating: a chosen model fits the points of one face, or of all that
/// have none, as proposals that a person accepts, corrects or rejects; or says how far it is from
/// what people have marked. One job at a time; edits go through the document, as one step each.
class NetworkHelp : public QObject {
    Q_OBJECT

public:
    /// `session` must outlive this; `window` is the parent of dialogs and menus.
    NetworkHelp(Session* session, QWidget* window);
    /// Stops what runs and waits for it.
    ~NetworkHelp() override;

    /// Jobs of the last document are cancelled. Null: none.
    void setDocument(AnnotationDocument* document);

    /// A model file, a run folder or the name of a shipped model, which it is at first; empty while
    /// none is chosen. Remembered between starts.
    QString model() const { return model_; }
    void setModel(const QString& file_or_run);
    /// Short, for labels: the run's or the file's name.
    QString modelName() const;
    /// See NetworkMenu.
    QMenu* modelMenu();
    /// What the chosen model cannot do for these faces; empty: nothing, as far as is known.
    QString remark() const;
    bool isBusy() const { return job_.isBusy(); }

public slots:
    void fitFace(int index);
    /// All faces without any points.
    void fitAll();
    /// By this model from now on: all faces without any points, once nothing else goes on.
    void fitRestBy(const QString& file_or_run);
    /// Asks about a face and changes nothing: faceFitted(). Nothing follows where the model cannot
    /// help.
    void fitForReview(int index);
    /// Measures how far the model is from each annotated face: disagreementsFound().
    void compare();
    /// Looks at all faces without points for those to mark next: suggested(). The points that the
    /// model would place there become proposals. Once asked, it is asked again after each training
    /// on these faces, of the network that was trained where that knows as many points.
    void suggest();
    void chooseFile();

signals:
    /// Another model, or something else to say of it.
    void modelChanged();
    void busyChanged();
    /// By sample id, NME-like fractions.
    void disagreementsFound(const QHash<QString, double>& by_id);
    /// Sample ids of the faces to mark next, in that order; not empty. `asked`: by the person, not
    /// after a training.
    void suggested(const QStringList& ids, bool asked);
    void faceFitted(const QString& id, const rudolph::FaceFit& fit);
    void failed(const QString& what, const QString& advice);

private:
    struct Fits;
    using Finish = void (NetworkHelp::*)(const Fits&);

    void start(std::vector<int> faces, const QString& what, Finish finish);
    void propose(const Fits& fits);
    /// Makes proposals of the fits, as one step, where a person has not been at work meanwhile.
    /// Returns how many.
    int place(const Fits& fits, const QString& step);
    QString remarksOn(const Fits& fits) const;
    bool canHelp();
    void whenIdle(const std::function<void()>& work);
    struct Suggested;
    void suggestBy(const QStringList& models, bool asked);
    void suggestAfterTraining();
    void takeSuggestions(const Suggested& found);
    void tellDisagreements(const Fits& fits);
    void tellFit(const Fits& fits);

    Session* session_;
    QWidget* window_;
    NetworkMenu* menu_;
    QPointer<AnnotationDocument> document_;
    QString model_;
    Activity activity_;
    bool suggests_ = false;                    ///< it was asked to for this document
    std::deque<std::function<void()>> later_;  ///< to do once the job is over, one by one
    std::shared_ptr<ModelCache> cache_;        ///< of the background thread
    Job job_{JobOrder::Latest};                ///< last, so that it ends before what it uses
};

}  // namespace rudolph
