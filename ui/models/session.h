#pragma once

#include <QObject>
#include <QString>
#include <memory>

#include "core/dataset/dataset.h"
#include "core/dataset/split.h"

namespace rudolph {

/// What all pages look at together: the open data set and how it is split. Lives on the main
/// thread; owned by the main window. Values handed out are immutable, so that worker threads may
/// keep them.
class Session : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    /// Null while nothing is open.
    std::shared_ptr<const Dataset> dataset() const { return dataset_; }
    /// Empty sides while nothing is open or no split can be made.
    const Split& split() const { return split_; }
    /// Where runs are written and looked for.
    QString runsFolder() const { return runs_folder_; }

    /// Replaces the data set (also when checking its images has added problems).
    void setDataset(std::shared_ptr<const Dataset> dataset);
    void setRunsFolder(const QString& folder);

signals:
    void datasetChanged();
    void runsFolderChanged();

private:
    std::shared_ptr<const Dataset> dataset_;
    Split split_;
    QString runs_folder_;
};

}  // namespace rudolph
