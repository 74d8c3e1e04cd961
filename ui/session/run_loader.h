#pragma once

#include <QObject>
#include <QString>

#include "core/runs/run.h"
#include "core/runs/run_reader.h"

namespace rudolph {

/// Lists runs on the thread that it lives on. Goes when its last user asks the RunShelf.
class RunLoader : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

public slots:
    void listRuns(const QString& folder);

signals:
    void runsListed(const QString& folder, const rudolph::RunList& list);
};

}  // namespace rudolph
