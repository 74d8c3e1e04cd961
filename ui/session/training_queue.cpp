#include "ui/session/training_queue.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QMimeData>
#include <algorithm>

#include "core/base/file.h"
#include "core/base/json.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/parts/study_name.h"
#include "ui/session/search_words.h"

namespace rudolph {

namespace {

constexpr auto kRowMime = "application/x-rudolph-queue-row";

QString stateText(const QueuedTraining& training) {
    if (training.search)
        return searchText(*training.search, training.state);
    switch (training.state) {
        case QueuedTraining::State::Waiting:
            if (training.repeats.isStudy())
                return training.study.empty()
                           ? TrainingQueue::tr("waiting, %1, epochs: %2")
                                 .arg(training.repeats.text())
                                 .arg(training.experiment.epochs)
                           : TrainingQueue::tr("goes on with %1").arg(training.repeats.text());
            return training.resume.empty()
                       ? TrainingQueue::tr("waiting, epochs: %1").arg(training.experiment.epochs)
                       : TrainingQueue::tr("goes on to epoch %1").arg(training.experiment.epochs);
        case QueuedTraining::State::Running:
            if (training.parts.empty())
                return TrainingQueue::tr("is being trained");
            return (training.parts.size() == 1 ? TrainingQueue::tr("is being trained, run %1 of %2")
                                               : TrainingQueue::tr("training runs %1 of %2"))
                .arg(partNumbers(training.parts))
                .arg(training.repeats.count);
        case QueuedTraining::State::Finished:
            return TrainingQueue::tr("finished");
        case QueuedTraining::State::Stopped:
            return TrainingQueue::tr("stopped");
        case QueuedTraining::State::Failed:
            return TrainingQueue::tr("failed");
    }
    return {};
}

QString textOf(const QueuedTraining& training) {
    QString text = QString::fromStdString(training.experiment.name);
    if (training.repeats.isStudy())
        text += QStringLiteral(" · ") + training.repeats.text();
    text += QLatin1Char('\n') + stateText(training);
    if (!training.outcome.isEmpty())
        text += QStringLiteral(" · ") + training.outcome;
    return text;
}

}  // namespace

QString Repeats::text() const {
    if (!isStudy())
        return {};
    return kind == StudyKind::Seeds ? TrainingQueue::tr("%n seed(s)", nullptr, count)
                                    : TrainingQueue::tr("%n fold(s)", nullptr, count);
}

TrainingQueue::TrainingQueue(const QString& file, QObject* parent)
    : QAbstractListModel(parent), file_(file) {
    load();
}

void TrainingQueue::add(const std::vector<QueuedTraining>& trainings) {
    if (trainings.empty())
        return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(trainings.size()) - 1);
    trainings_.insert(trainings_.end(), trainings.begin(), trainings.end());
    endInsertRows();
    save();
    emit changed();
}

int TrainingQueue::addNext(const QueuedTraining& training) {
    const int row = nextWaiting().value_or(rowCount());
    beginInsertRows({}, row, row);
    trainings_.insert(trainings_.begin() + row, training);
    endInsertRows();
    save();
    emit changed();
    return row;
}

int TrainingQueue::waitingCount() const {
    return static_cast<int>(
        std::count_if(trainings_.begin(), trainings_.end(), [](const QueuedTraining& training) {
            return training.state == QueuedTraining::State::Waiting;
        }));
}

std::optional<int> TrainingQueue::nextWaiting() const {
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).state == QueuedTraining::State::Waiting)
            return row;
    return std::nullopt;
}

std::optional<int> TrainingQueue::runningRow() const {
    for (int row = 0; row < rowCount(); ++row)
        if (at(row).state == QueuedTraining::State::Running)
            return row;
    return std::nullopt;
}

bool TrainingQueue::canMove(int row, int to) const {
    const auto waits = [this](int each) {
        return each >= 0 && each < rowCount() && at(each).state == QueuedTraining::State::Waiting;
    };
    return row != to && waits(row) && waits(to);
}

bool TrainingQueue::move(int row, int to) {
    if (!canMove(row, to) || !beginMoveRows({}, row, row, {}, to > row ? to + 1 : to))
        return false;
    const auto begin = trainings_.begin();
    if (to > row)
        std::rotate(begin + row, begin + row + 1, begin + to + 1);
    else
        std::rotate(begin + to, begin + row, begin + row + 1);
    endMoveRows();
    save();
    emit changed();
    return true;
}

bool TrainingQueue::remove(int row) {
    if (row < 0 || row >= rowCount() || at(row).state == QueuedTraining::State::Running)
        return false;
    beginRemoveRows({}, row, row);
    trainings_.erase(trainings_.begin() + row);
    endRemoveRows();
    save();
    emit changed();
    return true;
}

void TrainingQueue::clearEnded() {
    for (int row = rowCount() - 1; row >= 0; --row) {
        const auto state = at(row).state;
        if (state != QueuedTraining::State::Waiting && state != QueuedTraining::State::Running)
            remove(row);
    }
}

void TrainingQueue::setRunning(int row) {
    trainings_[static_cast<size_t>(row)].state = QueuedTraining::State::Running;
    update(row);
}

void TrainingQueue::setRunFolder(int row, const std::filesystem::path& run) {
    trainings_[static_cast<size_t>(row)].run = run;
    update(row);
}

void TrainingQueue::setStudy(int row, const std::filesystem::path& study,
                             const std::vector<int>& parts) {
    trainings_[static_cast<size_t>(row)].study = study;
    trainings_[static_cast<size_t>(row)].parts = parts;
    update(row);
}

void TrainingQueue::setEnded(int row, QueuedTraining::State state, const QString& outcome) {
    trainings_[static_cast<size_t>(row)].state = state;
    trainings_[static_cast<size_t>(row)].outcome = outcome;
    update(row);
}

void TrainingQueue::setSearch(int row, const HalvingSearch& search) {
    trainings_[static_cast<size_t>(row)].search = search;
    update(row);
}

void TrainingQueue::setWaiting(int row, const QString& outcome) {
    setEnded(row, QueuedTraining::State::Waiting, outcome);
}

void TrainingQueue::update(int row) {
    emit dataChanged(index(row), index(row));
    save();
    emit changed();
}

int TrainingQueue::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(trainings_.size());
}

QVariant TrainingQueue::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const QueuedTraining& training = at(index.row());
    switch (role) {
        case Qt::DisplayRole:
            return textOf(training);
        case Qt::ToolTipRole: {
            // A narrow list shows the beginnings of its lines alone.
            QString tip = textOf(training);
            if (training.search)
                tip += QLatin1Char('\n') + searchTip(*training.search);
            return plainTip(tip + QLatin1Char('\n') +
                            QString::fromStdString(training.experiment.data));
        }
        case StateRole:
            return static_cast<int>(training.state);
        case RunRole:
            return toQString(training.run);
        default:
            return {};
    }
}

Qt::ItemFlags TrainingQueue::flags(const QModelIndex& index) const {
    Qt::ItemFlags flags = QAbstractListModel::flags(index);
    if (!index.isValid())
        return flags | Qt::ItemIsDropEnabled;
    if (at(index.row()).state == QueuedTraining::State::Waiting)
        flags |= Qt::ItemIsDragEnabled;
    return flags;
}

QStringList TrainingQueue::mimeTypes() const {
    return {kRowMime};
}

QMimeData* TrainingQueue::mimeData(const QModelIndexList& indexes) const {
    auto* data = new QMimeData;
    if (!indexes.isEmpty())
        data->setData(kRowMime, QByteArray::number(indexes.front().row()));
    return data;
}

bool TrainingQueue::dropMimeData(const QMimeData* data, Qt::DropAction, int row, int,
                                 const QModelIndex&) {
    bool known = false;
    const int from = data->data(kRowMime).toInt(&known);
    if (!known)
        return false;
    // Between two rows, or below the last.
    const int before = row < 0 ? rowCount() : row;
    const int first = nextWaiting().value_or(0);
    return move(from, std::clamp(before > from ? before - 1 : before, first, rowCount() - 1));
}

void TrainingQueue::load() {
    if (file_.isEmpty() || !QFile::exists(file_))
        return;
    try {
        const Json kept = read_json(toPath(file_));
        for (const Json& entry : kept.at("waiting")) {
            QueuedTraining training;
            training.experiment = experiment_from_json(entry.at("experiment"), toPath(file_));
            training.resume = entry.value("resume", std::string());
            training.repeats.count = whole_number<int>(entry.value("repeats", Json(1)));
            if (entry.value("folds", false))
                training.repeats.kind = StudyKind::Folds;
            training.study = entry.value("study", std::string());
            training.failed_again = entry.value("failed_again", false);
            if (entry.contains("search"))
                training.search = search_from_json(entry.at("search"), toPath(file_));
            trainings_.push_back(std::move(training));
        }
    } catch (const std::exception&) {
        // A queue of another version, or one that a full disk has cut off: nothing of value is
        // lost, as it holds no result.
        trainings_.clear();
    }
}

void TrainingQueue::save() {
    if (file_.isEmpty())
        return;
    try {
        Json waiting = Json::array();
        for (const QueuedTraining& training : trainings_) {
            const bool goes_on =
                training.isMany() && training.state == QueuedTraining::State::Running;
            if (training.state != QueuedTraining::State::Waiting && !goes_on)
                continue;
            waiting.push_back({{"experiment", to_json(training.experiment)},
                               {"resume", training.resume.string()},
                               {"repeats", training.repeats.count},
                               {"folds", training.repeats.kind == StudyKind::Folds},
                               {"study", training.study.string()},
                               {"failed_again", training.failed_again}});
            if (training.search)
                waiting.back()["search"] = to_json(*training.search);
        }
        QDir().mkpath(QFileInfo(file_).absolutePath());
        write_json(toPath(file_), Json{{"waiting", waiting}});
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

}  // namespace rudolph
