#pragma once

#include <QObject>
#include <QString>
#include <vector>

#include "core/geometry/landmark_scheme.h"

namespace rudolph {

/// The landmark schemes to choose from: those that come with the program, and the person's own, one
/// JSON file each in a folder. Main thread only: the files are few and small.
class SchemeStore : public QObject {
    Q_OBJECT

public:
    struct Entry {
        LandmarkScheme scheme;
        bool built_in = false;
        QString file;  ///< of the person's own
    };
    /// A file that holds no scheme that can be used.
    struct Broken {
        QString file;
        QString what;
    };

    /// Without a folder: "schemes" in the program's data folder. Reads it.
    explicit SchemeStore(const QString& folder = {}, QObject* parent = nullptr);

    QString folder() const { return folder_; }
    /// Those that come with the program first, then by name.
    const std::vector<Entry>& entries() const { return entries_; }
    const std::vector<Broken>& broken() const { return broken_; }
    /// Null when there is none of that name.
    const Entry* find(const QString& name) const;

    /// Reads the folder again.
    void refresh();
    /// Keeps a scheme of the person, in place of the one of the same name. Throws Error when it
    /// cannot be written or the name is not for it.
    void save(const LandmarkScheme& scheme);
    /// Removes one of the person's own; throws Error.
    void remove(const QString& name);

    /// Why a scheme of the person cannot have this name; empty when it can.
    static QString nameProblem(const QString& name);
    /// A scheme from any file; throws Error.
    static LandmarkScheme read(const QString& file);

signals:
    void changed();

private:
    void readFolder();

    QString folder_;
    std::vector<Entry> entries_;
    std::vector<Broken> broken_;
};

}  // namespace rudolph
