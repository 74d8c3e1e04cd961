#pragma once

#include <QAbstractListModel>
#include <filesystem>
#include <optional>
#include <vector>

#include "core/study/halving_search.h"
#include "core/study/study.h"

namespace rudolph {

/// How often an experiment is trained: once, or as a study.
struct Repeats {
    StudyKind kind = StudyKind::Seeds;
    int count = 1;

    bool isStudy() const { return count > 1; }
    /// "5 seeds", "8 folds"; empty for one run.
    QString text() const;
    bool operator==(const Repeats&) const = default;
};

/// A training that waits, goes on, or is over. A study is one, with all its runs; so is a
/// search, which is many trainings.
struct QueuedTraining {
    enum class State { Waiting, Running, Finished, Stopped, Failed };

    Experiment experiment;              ///< with the data that it is to be trained on
    std::filesystem::path resume = {};  ///< the run to go on with; empty: a new one
    State state = State::Waiting;
    QString outcome = {};            ///< "NME 4.03 %", or why it failed
    std::filesystem::path run = {};  ///< the run folder, once there is one; of a search the best
    Repeats repeats = {};
    std::filesystem::path study = {};  ///< its folder, once there is one
    std::vector<int> parts = {};       ///< of the study that are trained
    bool failed_again = false;         ///< of the study, those too that have failed
    /// Many experiments, of which the best are trained to their end; none: the one above.
    std::optional<HalvingSearch> search = {};

    Study asStudy() const { return {repeats.kind, repeats.count, experiment}; }
    /// Whether more is to be trained once the run that goes on is over.
    bool isMany() const { return search || repeats.isStudy(); }
};

/// The trainings that run one after another, in their order. Those that wait can be moved and taken
/// away; the running one and those that are over stay above them. What waits is kept in a file, and
/// a study that runs, of which more runs wait, so that closing the studio loses no queue.
class TrainingQueue : public QAbstractListModel {
    Q_OBJECT

public:
    /// `file`: where waiting trainings are kept; empty: nowhere. Reads what is there.
    explicit TrainingQueue(const QString& file = {}, QObject* parent = nullptr);

    enum Role { StateRole = Qt::UserRole + 1, RunRole };

    const std::vector<QueuedTraining>& trainings() const { return trainings_; }
    const QueuedTraining& at(int row) const { return trainings_[static_cast<size_t>(row)]; }
    void add(const std::vector<QueuedTraining>& trainings);
    /// Before all that wait; returns its row.
    int addNext(const QueuedTraining& training);
    int waitingCount() const;
    std::optional<int> nextWaiting() const;
    std::optional<int> runningRow() const;
    bool canMove(int row, int to) const;
    /// `to`: where the training then is.
    bool move(int row, int to);
    /// False for the one that runs.
    bool remove(int row);
    /// Takes away all that are over.
    void clearEnded();

    void setRunning(int row);
    void setRunFolder(int row, const std::filesystem::path& run);
    /// Where a study is, and which of its runs are trained.
    void setStudy(int row, const std::filesystem::path& study, const std::vector<int>& parts);
    void setEnded(int row, QueuedTraining::State state, const QString& outcome);
    /// How far a search has come.
    void setSearch(int row, const HalvingSearch& search);
    /// A search that was broken off waits again, to go on from where it is.
    void setWaiting(int row, const QString& outcome);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::CopyAction; }
    QStringList mimeTypes() const override;
    QMimeData* mimeData(const QModelIndexList& indexes) const override;
    bool dropMimeData(const QMimeData* data, Qt::DropAction action, int row, int column,
                      const QModelIndex& parent) override;

signals:
    void changed();
    /// What waits could not be kept.
    void failed(const QString& what, const QString& advice);

private:
    void load();
    void save();
    void update(int row);

    QString file_;
    std::vector<QueuedTraining> trainings_;
};

}  // namespace rudolph
