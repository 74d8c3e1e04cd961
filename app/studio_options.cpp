#include "app/studio_options.h"

#include <QCoreApplication>
#include <cstdio>

#include "app/manual_page.h"
#include "app/shell_completion.h"

namespace rudolph {
namespace {

OptionDescription describeOption(const QCommandLineOption& option, ValueKind value) {
    OptionDescription result;
    for (const QString& name : option.names())
        result.names.push_back((name.size() == 1 ? "-" : "--") + name.toStdString());
    QString text = option.description();
    if (text.endsWith('.'))
        text.chop(1);
    result.text = text.toStdString();
    result.value = value;
    return result;
}

}  // namespace

QStringList studioPageNames() {
    return {"data", "augment", "train", "runs", "cases", "photos"};
}

StudioOptions::StudioOptions()
    : run("run", QCoreApplication::translate("main", "Show the cases of this run folder."),
          "folder"),
      runs("runs", QCoreApplication::translate("main", "Write and look for runs in this folder."),
           "folder"),
      page("page",
           QCoreApplication::translate(
               "main", "Start on this page: data, augment, train, runs, cases or photos."),
           "page"),
      exact("exact", QCoreApplication::translate(
                         "main",
                         "Train with the vector units that every processor has, so that a "
                         "precision of exact gives the same figures on all; slower.")),
      time_start("time-start",
                 QCoreApplication::translate(
                     "main", "Say how long it took until the window was painted, and quit.")) {
    parser_.setApplicationDescription(
        QCoreApplication::translate("main", "A studio for facial keypoints."));
    parser_.addHelpOption();
    parser_.addVersionOption();
    parser_.addPositionalArgument(
        "data", QCoreApplication::translate("main", "Folder of faces, list or project to open."),
        "[data]");
    parser_.addOptions({run, runs, page, exact, time_start});
}

ProgramDescription StudioOptions::description() const {
    ProgramDescription result;
    result.name = "rudolph-studio";
    result.text =
        "Shows annotated faces and annotates more, trains networks that find their points, and "
        "shows what these get wrong";
    // Qt adds these two by itself, and does not show them.
    OptionDescription help;
    help.names = {"-h", "--help"};
    help.text = "Print the options and end";
    OptionDescription version;
    version.names = {"-v", "--version"};
    version.text = "Print the version and end";
    OptionDescription pages = describeOption(page, ValueKind::Text);
    for (const QString& name : studioPageNames())
        pages.choices.push_back(name.toStdString());
    result.options = {help,
                      version,
                      describeOption(run, ValueKind::File),
                      describeOption(runs, ValueKind::File),
                      pages,
                      describeOption(exact, ValueKind::None),
                      describeOption(time_start, ValueKind::None)};
    OptionDescription data;
    data.names = {"DATA"};
    data.text = "Folder of faces, list or project to open";
    data.value = ValueKind::File;
    result.values = {data};
    return result;
}

bool printStudioCompletion(const QString& kind) {
    const ProgramDescription program = StudioOptions().description();
    std::string text;
    if (kind == "bash")
        text = bash_completion(program);
    else if (kind == "zsh")
        text = zsh_completion(program);
    else if (kind == "man")
        text = manual_page(program, RUDOLPH_VERSION, manual_day(), "studio for facial keypoints",
                           "rudolph");
    std::fwrite(text.data(), 1, text.size(), stdout);
    return !text.empty() && std::fflush(stdout) == 0;
}

}  // namespace rudolph
