#include "ui/session/run_colours.h"

#include <QFileInfo>
#include <algorithm>

#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// From here on, runs that are gone are forgotten.
constexpr qsizetype kMostRemembered = 2000;

QString besideOf(const QString& run_folder) {
    return QFileInfo(run_folder).path();
}

}  // namespace

RunColours::RunColours() {
    const QVariantMap remembered = Settings().get(settings::kRunColours);
    for (auto run = remembered.begin(); run != remembered.end(); ++run) {
        bool known = false;
        const int index = run.value().toInt(&known);
        // The colour of a run that is gone is free again, but its own should it come back.
        const bool there = QFileInfo::exists(run.key());
        if (!known || index < 0 || index >= kSeriesStyles ||
            (!there && remembered.size() > kMostRemembered))
            continue;
        indices_.insert(run.key(), index);
        if (there)
            ++used_[besideOf(run.key())][static_cast<size_t>(index)];
    }
    saving_.setSingleShot(true);
    QObject::connect(&saving_, &QTimer::timeout, &saving_, [this] { save(); });
}

RunColours::~RunColours() {
    if (saving_.isActive())
        save();
}

void RunColours::save() {
    QVariantMap all;
    for (auto run = indices_.cbegin(); run != indices_.cend(); ++run)
        all.insert(run.key(), run.value());
    Settings().set(settings::kRunColours, all);
}

int RunColours::indexOf(const QString& run_folder) {
    const auto known = indices_.constFind(run_folder);
    if (known != indices_.constEnd())
        return *known;
    Counts& used = used_[besideOf(run_folder)];
    const auto rarest = std::min_element(used.begin(), used.end());
    ++*rarest;
    const auto index = static_cast<int>(rarest - used.begin());
    indices_.insert(run_folder, index);
    saving_.start(0);
    return index;
}

QColor RunColours::colour(const QString& run_folder, const QPalette& palette) {
    return seriesColour(indexOf(run_folder), palette);
}

bool RunColours::isDashed(const QString& run_folder) {
    return indexOf(run_folder) >= kSeriesColours;
}

}  // namespace rudolph
