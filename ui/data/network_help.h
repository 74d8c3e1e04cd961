#pragma once

#include <QHash>
#include <QObject>
#include <QThread>
#include <optional>

#include "core/runs/run.h"
#include "core/runs/run_reader.h"
#include "ui/data/fit_worker.h"
#include "ui/documents/annotation_document.h"

class QAction;
class QMenu;
class QWidget;

namespace rudolph {

class RunLoader;

/// Help from a network while annotating: a chosen model fits the points of one face, or of all that
/// have none, as proposals that a person accepts, corrects or rejects; or says how far it is from
/// what people have marked. One job at a time; edits go through the document, as one step each.
class NetworkHelp : public QObject {
    Q_OBJECT

public:
    /// `window` is the parent of dialogs and menus.
    explicit NetworkHelp(QWidget* window);
    /// Stops what runs and waits for it.
    ~NetworkHelp() override;

    /// Jobs of the last document are cancelled. Null: none.
    void setDocument(AnnotationDocument* document);
    /// The runs folder whose models the menu offers.
    void setRunsFolder(const QString& folder);

    /// The model file or run folder; empty while none is chosen. Remembered between starts.
    QString model() const { return model_; }
    void setModel(const QString& file_or_run);
    /// Short, for labels and for Sample::proposed_by: the run's or the file's name.
    QString modelName() const;
    /// Runs to choose from, newest first, and "Choose a file…"; filled when it opens.
    QMenu* modelMenu() { return menu_; }
    bool isBusy() const { return busy_; }

public slots:
    void fitFace(int index);
    /// All faces without any points.
    void fitAll();
    /// Measures how far the model is from each annotated face: disagreementsFound().
    void compare();
    void cancel();
    void chooseFile();

signals:
    void modelChanged();
    /// For a progress bar; empty `what`: nothing runs.
    void busyChanged(const QString& what, int done, int total);
    /// By sample id, NME-like fractions.
    void disagreementsFound(const QHash<QString, double>& by_id);
    /// What was done, in one line.
    void reported(const QString& text);
    void failed(const QString& what, const QString& advice);

private:
    enum class Purpose { Propose, Compare };

    void start(Purpose purpose, std::vector<int> faces, const QString& what);
    void finish(const FitOutcome& outcome);
    void propose(const FitOutcome& outcome);
    void tellDisagreements(const FitOutcome& outcome);
    void setIdle();
    void fillMenu(const RunList& list);

    QWidget* window_;
    QMenu* menu_;
    QThread thread_;
    FitWorker* worker_;
    RunLoader* runs_;
    AnnotationDocument* document_ = nullptr;
    QString runs_folder_;
    QString model_;
    FitRequest request_;
    Purpose purpose_ = Purpose::Propose;
    QString what_;
    bool busy_ = false;
};

}  // namespace rudolph
