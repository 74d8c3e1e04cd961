#pragma once

#include <QObject>
#include <QString>
#include <memory>
#include <optional>
#include <vector>

#include "core/annotate/journal_reader.h"
#include "core/base/progress.h"
#include "core/dataset/check_images.h"
#include "core/demo/demo_faces.h"
#include "core/formats/file_stamp.h"
#include "core/formats/open_dataset.h"
#include "ui/parts/job.h"
#include "ui/session/activities.h"

namespace rudolph {

class Session;

/// What opening found.
struct OpenedDataset {
    std::shared_ptr<const Dataset> dataset;
    FileStamps stamps;                  ///< of the files that saving writes, when they were read
    std::vector<JournalContents> kept;  ///< unsaved edits of a session that did not end well
};

/// Opens data sets for the session, in the background: reads one, makes it the session's document,
/// checks its pictures, and looks for annotations that are probably wrong. The last wish wins; what
/// was open stays until the new one has been read. Main thread; `session` must outlive it.
class DataOpener : public QObject {
    Q_OBJECT

public:
    enum class Stage {
        Idle,
        Opening,   ///< nothing of it can be shown yet
        Checking,  ///< the faces are there, their pictures are being looked at
        Inspecting
    };

    explicit DataOpener(Session* session);

    /// A folder, a list, a project, or any file of a folder of faces; when no edit can be lost by
    /// it. Leads to the Data page.
    void open(const QString& path);
    /// A folder or a table by a recipe, whatever reader may know it.
    void openByRecipe(const QString& path, const Recipe& recipe);
    /// A folder of pictures as such, whatever the files beside them hold.
    void openPictures(const QString& path);
    /// The demo faces, which are made at the first time.
    void openDemoFaces();
    /// Others than the usual 240: for tests, which make them anew each time.
    void setDemoFaces(const DemoFacesSpec& spec) { demo_faces_ = spec; }
    /// Reads what is open again: the pictures of its list lie in this folder.
    void readWithPictures(const QString& folder);
    /// Reads what is open again: its .pts files count pixels from 0, or from 1.
    void readPtsFrom(int first_pixel);
    int ptsFirstPixel() const { return options_.first_pixel(); }
    /// Looks for annotations that are probably wrong.
    void inspect();
    /// What was there before stays.
    void cancel() { job_.cancel(); }
    void dismissError();

    Stage stage() const { return stage_; }
    /// What is being opened, or was opened last, as it was asked for.
    QString path() const { return path_; }
    /// How far it is.
    const Activity& activity() const { return activity_; }
    /// Why the last wish could not be fulfilled.
    const std::optional<ErrorText>& error() const { return error_; }
    /// Whether that was for want of a recipe, or because of the one that was given.
    bool needsRecipe() const { return error_ && (layout_unknown_ || options_.recipe); }
    /// Whether error() is about a recipe that the person has chosen.
    bool hasRecipe() const { return options_.recipe.has_value(); }

signals:
    /// Another stage, or an error.
    void changed();
    /// A document was opened; the session has it.
    void opened();
    /// The pictures of its faces were looked at.
    void checked();
    /// An inspection has come to its end.
    void inspected();
    void faceFound(int index);
    void faceMissing(const QString& sample_id);

private:
    /// False: no face of this picture with that id is open.
    bool showOpenFace(const QString& sample_id, const QString& image);
    /// Opens `data`, then faceFound() or faceMissing(). `opening`: how (Dataset::opening).
    void openFace(const QString& data, const QString& sample_id, const QString& opening);
    void read(const QString& path, bool demo_faces);
    void show(const OpenedDataset& found);
    void applyCheck(const CheckedPictures& pictures);
    void applyFindings(const std::vector<Problem>& findings);
    void setStage(Stage stage);
    void findWantedFace();

    Session* session_;
    Activity activity_;
    Stage stage_ = Stage::Idle;
    QString path_;
    OpenOptions options_;
    DemoFacesSpec demo_faces_;
    std::optional<ErrorText> error_;
    bool layout_unknown_ = false;
    std::string face_wanted_;  ///< to edit when what is being opened is there
    /// What reading and checking found; what inspecting finds comes after.
    std::vector<Problem> read_problems_;
    /// What looking at the pictures of the open document has shown.
    std::shared_ptr<const CheckedPictures> pictures_ = std::make_shared<const CheckedPictures>();
    Job job_;  ///< last, so that it ends before what it uses
};

}  // namespace rudolph
