#pragma once

#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QStringList>
#include <QTimer>
#include <vector>

#include "ui/session/model_file.h"

namespace rudolph {

class RunShelf;

/// A model that can be chosen.
struct ModelChoice {
    QString model;  ///< a model file, a run folder, or the name of a shipped model
    QString name;   ///< for people
    QString tip;

    bool operator==(const ModelChoice&) const = default;
};

/// Which models there are to choose from, how they are called, and when the file of one that is in
/// use has become another. Main thread; owned by the session.
class ModelShelf : public QObject {
    Q_OBJECT

public:
    /// `runs` must outlive the shelf.
    explicit ModelShelf(RunShelf* runs, QObject* parent = nullptr);

    /// The shipped models, then the trained runs, newest first, and `chosen` (a file, or a run that
    /// is not on the shelf) where it is neither and not empty.
    std::vector<ModelChoice> choices(const QString& chosen = {}) const;
    /// The trained runs alone.
    std::vector<ModelChoice> runs() const;
    /// Reads the runs anew; changed() follows where something has changed.
    void refresh();

    /// The file's or the run's name, or "Rudolph’s own model" for the one that comes with the
    /// program.
    static QString nameOf(const QString& model);

    /// Watches the files of these models in the place of those that `user` has named before;
    /// modelRenewed() says that one has become another. `user` may go at any time.
    void setInUse(const QObject* user, const QStringList& models);

signals:
    /// There are other models to choose from.
    void changed();
    /// A model that is in use would be loaded from another file now: a training has written a
    /// better network, or has measured how sure it is.
    void modelRenewed(const QString& model);

private:
    void watchFiles();
    void lookAtFiles();

    RunShelf* runs_;
    QHash<const QObject*, QStringList> in_use_;
    QHash<QString, ModelFile> files_;  ///< as they were last, of the models in use
    QFileSystemWatcher watcher_;
    QTimer look_;
};

}  // namespace rudolph
