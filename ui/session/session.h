#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <utility>
#include <vector>

#include "core/dataset/dataset.h"
#include "core/dataset/split.h"
#include "ui/session/activities.h"
#include "ui/session/model_shelf.h"
#include "ui/session/navigation.h"
#include "ui/session/run_colours.h"
#include "ui/session/run_shelf.h"
#include "ui/session/watched_faces.h"

namespace rudolph {

class AnnotationDocument;
class DataOpener;
class DocumentSaver;
class KeptEdits;
class SchemeStore;
class ExperimentDraft;
class Trainings;

/// What all pages look at together: the open data set, as a document that may be edited, and how it
/// is split. Lives on the main thread; owned by the main window.
class Session : public QObject {
    Q_OBJECT

public:
    explicit Session(QObject* parent = nullptr);
    ~Session() override;

    /// Null while nothing is open.
    AnnotationDocument* document() const { return document_.get(); }
    /// The open data set as it is now, immutable, so that worker threads may keep it; null while
    /// nothing is open. Keep it no longer than it is needed: while it is held, the next edit copies
    /// the whole set.
    std::shared_ptr<const Dataset> dataset() const;
    /// Empty sides while nothing is open or no split can be made. Made anew when faces come or go.
    const Split& split() const { return split_; }
    /// Where runs are written and looked for.
    QString runsFolder() const { return runs_.folder(); }
    RunShelf& runs() { return runs_; }
    ModelShelf& models() { return models_; }

    /// The experiment that is trained next.
    ExperimentDraft& draft() { return *draft_; }
    Trainings& trainings() { return *trainings_; }

    RunColours& runColours() { return run_colours_; }
    WatchedFaces& watchedFaces() { return watched_faces_; }
    Activities& activities() { return activities_; }
    Navigation& navigation() { return navigation_; }
    SchemeStore& schemes() { return *schemes_; }
    /// Opens data sets, saves the one that is open, and keeps what is unsaved.
    DataOpener& opener() { return *opener_; }
    DocumentSaver& saver() { return *saver_; }
    KeptEdits& keptEdits() { return *kept_edits_; }

    /// What a page works on, without its widgets: a QObject made from this session when it is asked
    /// for first. It outlives the page, which is made anew when the window changes its language.
    template <class Work>
    Work& work() {
        for (const std::unique_ptr<QObject>& each : works_)
            if (auto* found = dynamic_cast<Work*>(each.get()))
                return *found;
        auto made = std::make_unique<Work>(this);
        Work& work = *made;
        works_.push_back(std::move(made));
        return work;
    }

    /// Opens another document; the one before is gone when datasetChanged is emitted.
    void setDocument(std::unique_ptr<AnnotationDocument> document);
    void setRunsFolder(const QString& folder);

signals:
    /// The document that is open goes away: let it go.
    void documentAboutToClose();
    /// Another document is open.
    void datasetChanged();
    /// There are unsaved edits, or there are none any more.
    void modifiedChanged(bool modified);
    /// Its faces are split in another way now.
    void splitChanged();
    void runsFolderChanged();

private:
    void makeSplit();

    std::unique_ptr<AnnotationDocument> document_;
    Split split_;
    RunColours run_colours_;
    WatchedFaces watched_faces_;
    Navigation navigation_;
    Activities activities_;
    RunShelf runs_;
    ModelShelf models_{&runs_};
    std::unique_ptr<SchemeStore> schemes_;
    std::unique_ptr<KeptEdits> kept_edits_;
    std::unique_ptr<DocumentSaver> saver_;
    std::unique_ptr<DataOpener> opener_;
    std::unique_ptr<ExperimentDraft> draft_;
    std::unique_ptr<Trainings> trainings_;         ///< it stops before what it uses goes
    std::vector<std::unique_ptr<QObject>> works_;  ///< last, as they use all the others
};

}  // namespace rudolph
