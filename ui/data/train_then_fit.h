#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>

#include "core/experiment/helper_experiment.h"

namespace rudolph {

class AnnotationDocument;
class NetworkHelp;
class Session;

/// Trains a network on the faces that have points, by the queue as any other, and then has it
/// propose the points of those that have none, while one goes on marking.
class TrainThenFit : public QObject {
    Q_OBJECT

public:
    using MakeExperiment = std::function<Experiment(const Dataset& dataset)>;

    /// `session` and `help` must outlive this.
    TrainThenFit(Session* session, NetworkHelp* help, QObject* parent,
                 MakeExperiment make = helper_experiment);

    /// Of the last document nothing is fitted any more; its training goes on. Null: none.
    void setDocument(AnnotationDocument* document);
    /// Its training waits or goes on.
    bool isUnderWay() const { return wanted_.has_value(); }

public slots:
    /// Says why not: to the status bar, or by failed().
    void start();

signals:
    void changed();
    void failed(const QString& what, const QString& advice);

private:
    void look();
    void end();

    Session* session_;
    NetworkHelp* help_;
    MakeExperiment make_;
    QPointer<AnnotationDocument> document_;
    std::optional<Experiment> wanted_;  ///< what is trained for this
};

}  // namespace rudolph
