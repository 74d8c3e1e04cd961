#include "ui/session/scheme_store.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <algorithm>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

/// Schemes are a few kilobytes.
constexpr std::uint64_t kMostBytes = std::uint64_t{16} << 20;

bool isBuiltIn(const std::string& name) {
    const std::vector<LandmarkScheme>& schemes = builtin_schemes();
    return std::any_of(schemes.begin(), schemes.end(),
                       [&name](const LandmarkScheme& scheme) { return scheme.name == name; });
}

}  // namespace

SchemeStore::SchemeStore(const QString& folder, QObject* parent)
    : QObject(parent),
      folder_(!folder.isEmpty()
                  ? folder
                  : QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
                        .filePath(QStringLiteral("schemes"))) {
    readFolder();
}

const SchemeStore::Entry* SchemeStore::find(const QString& name) const {
    const auto found = std::find_if(entries_.begin(), entries_.end(), [&name](const Entry& entry) {
        return QString::fromStdString(entry.scheme.name) == name;
    });
    return found == entries_.end() ? nullptr : &*found;
}

void SchemeStore::refresh() {
    readFolder();
    emit changed();
}

void SchemeStore::readFolder() {
    entries_.clear();
    broken_.clear();
    for (const LandmarkScheme& scheme : builtin_schemes())
        entries_.push_back({scheme, true, {}});
    const QDir folder(folder_);
    for (const QString& name : folder.entryList({"*.json"}, QDir::Files, QDir::Name)) {
        const QString file = folder.filePath(name);
        try {
            LandmarkScheme scheme = read(file);
            const QString own = QString::fromStdString(scheme.name);
            if (const Entry* other = find(own))
                broken_.push_back(
                    {file, other->built_in
                               ? tr("The name “%1” is that of a scheme that comes "
                                    "with the program.")
                                     .arg(own)
                               : tr("The name “%1” is also that of %2.").arg(own, other->file)});
            else
                entries_.push_back({std::move(scheme), false, file});
        } catch (...) {
            broken_.push_back({file, errorText(std::current_exception()).what});
        }
    }
}

void SchemeStore::save(const LandmarkScheme& scheme) {
    const QString name = QString::fromStdString(scheme.name);
    if (const QString problem = nameProblem(name); !problem.isEmpty())
        throw Error(problem.toStdString());
    const Entry* present = find(name);
    const QString file =
        present ? present->file : QDir(folder_).filePath(name + QStringLiteral(".json"));
    write_json(toPath(file), to_json(scheme));
    refresh();
}

void SchemeStore::remove(const QString& name) {
    const Entry* entry = find(name);
    if (!entry || entry->built_in)
        throw Error(tr("There is no scheme “%1” of yours.").arg(name).toStdString());
    QFile file(entry->file);
    if (!file.remove())
        throw Error(tr("The scheme cannot be removed: %1").arg(file.errorString()).toStdString(),
                    {toPath(entry->file)}, tr("Check that you may write there.").toStdString());
    refresh();
}

QString SchemeStore::nameProblem(const QString& name) {
    if (name.isEmpty())
        return tr("The scheme has no name.");
    const bool fits = std::all_of(name.begin(), name.end(), [](QChar c) {
        return c.isLetterOrNumber() || QStringLiteral("-_.").contains(c);
    });
    if (!fits || name.startsWith('.'))
        return tr("A name is made of letters, digits, “-”, “_” and “.”, as in “ears-12”.");
    if (isBuiltIn(name.toStdString()))
        return tr("“%1” comes with the program: give yours another name.").arg(name);
    return {};
}

LandmarkScheme SchemeStore::read(const QString& file) {
    const std::filesystem::path path = toPath(file);
    return scheme_from_json(parse_json(read_file(path, kMostBytes), path), path);
}

}  // namespace rudolph
