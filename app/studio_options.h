#pragma once

#include <QCommandLineOption>
#include <QCommandLineParser>
#include <QStringList>

#include "app/program_description.h"

namespace rudolph {

/// The studio's command line.
class StudioOptions {
public:
    StudioOptions();

    /// Ends the program where the arguments ask for help or the version, or make no sense.
    void process(const QCoreApplication& application) { parser_.process(application); }

    bool has(const QCommandLineOption& option) const { return parser_.isSet(option); }
    QString value(const QCommandLineOption& option) const { return parser_.value(option); }
    /// The data sets; one makes sense.
    QStringList data() const { return parser_.positionalArguments(); }

    /// For the manual page and for shells.
    ProgramDescription description() const;

    const QCommandLineOption run;
    const QCommandLineOption runs;
    const QCommandLineOption page;
    const QCommandLineOption exact;
    const QCommandLineOption time_start;

private:
    QCommandLineParser parser_;
};

/// What --page takes, in the order of StudioPage.
QStringList studioPageNames();

/// Prints the manual page ("man") or a shell's completion ("bash", "zsh"); false where `kind` is
/// none of these.
bool printStudioCompletion(const QString& kind);

}  // namespace rudolph
