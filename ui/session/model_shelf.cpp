#include "ui/session/model_shelf.h"

#include <QDir>
#include <QFileInfo>
#include <algorithm>

#include "core/experiment/shipped_models.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/session/run_shelf.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr size_t kRunsOffered = 20;
/// A training writes several files one after the other.
constexpr int kLookMs = 300;

}  // namespace

ModelShelf::ModelShelf(RunShelf* runs, QObject* parent) : QObject(parent), runs_(runs) {
    look_.setSingleShot(true);
    look_.setInterval(kLookMs);
    connect(runs_, &RunShelf::changed, this, &ModelShelf::changed);
    connect(&look_, &QTimer::timeout, this, &ModelShelf::lookAtFiles);
    // Not put off by what comes meanwhile: a training writes all the time.
    const auto look_soon = [this] {
        if (!look_.isActive())
            look_.start();
    };
    connect(&watcher_, &QFileSystemWatcher::directoryChanged, this, look_soon);
    connect(&watcher_, &QFileSystemWatcher::fileChanged, this, look_soon);
}

std::vector<ModelChoice> ModelShelf::runs() const {
    std::vector<ModelChoice> runs;
    for (const RunEntryPtr& entry : runs_->runs().runs) {
        const RunSummary& summary = entry->run.summary;
        if (summary.epochs_done == 0)
            continue;
        if (runs.size() == kRunsOffered)
            break;
        runs.push_back(
            {toQString(entry->run.folder),
             tr("%1 · %2 %")
                 .arg(QString::fromStdString(entry->run.name), decimalText(100 * summary.nme, 1)),
             tr("NME on its validation faces, divided by %1")
                 .arg(landmarkText(summary.normaliser))});
    }
    return runs;
}

std::vector<ModelChoice> ModelShelf::choices(const QString& chosen) const {
    std::vector<ModelChoice> choices;
    for (const ShippedModel& shipped : shipped_models()) {
        const QString model = QString::fromStdString(shipped.name);
        choices.push_back({model, nameOf(model), {}});
    }
    for (ModelChoice& run : runs())
        choices.push_back(std::move(run));
    const bool known = std::any_of(choices.begin(), choices.end(), [&](const ModelChoice& choice) {
        return choice.model == chosen;
    });
    if (!known && !chosen.isEmpty())
        choices.push_back({chosen, nameOf(chosen), {}});
    return choices;
}

void ModelShelf::refresh() {
    runs_->refresh();
}

QString ModelShelf::nameOf(const QString& model) {
    if (model == QLatin1String(kDefaultModel))
        return tr("Rudolph’s own model");
    const QFileInfo info(model);
    // best.safetensors says little, the run that it lies in says all.
    const bool of_a_run = info.suffix() == QStringLiteral("safetensors") &&
                          QFileInfo::exists(info.dir().filePath(QStringLiteral("experiment.json")));
    return of_a_run ? info.dir().dirName() : info.fileName();
}

void ModelShelf::setInUse(const QObject* user, const QStringList& models) {
    if (!in_use_.contains(user))
        connect(user, &QObject::destroyed, this, [this, user] {
            in_use_.remove(user);
            watchFiles();
        });
    in_use_[user] = models;
    watchFiles();
}

void ModelShelf::watchFiles() {
    QHash<QString, ModelFile> files;
    QStringList folders;
    for (const QStringList& models : in_use_)
        for (const QString& model : models)
            if (!files.contains(model)) {
                files[model] = files_.contains(model) ? files_[model] : modelFile(model);
                // Files are renamed into place: their folders tell.
                const QFileInfo info(model);
                const QString folder = info.isDir() ? model : info.absolutePath();
                if (info.exists() && !folders.contains(folder))
                    folders << folder;
            }
    files_ = files;
    const QStringList before = watcher_.directories();
    for (const QString& folder : before)
        if (!folders.contains(folder))
            watcher_.removePath(folder);
    for (const QString& folder : folders)
        if (!before.contains(folder))
            watcher_.addPath(folder);
}

void ModelShelf::lookAtFiles() {
    QStringList renewed;
    for (auto known = files_.begin(); known != files_.end(); ++known) {
        const ModelFile now = modelFile(known.key());
        // While it is away nothing can be loaded.
        if (now == known.value() || !now.stamp)
            continue;
        known.value() = now;
        renewed << known.key();
    }
    for (const QString& model : renewed)
        emit modelRenewed(model);
}

}  // namespace rudolph
