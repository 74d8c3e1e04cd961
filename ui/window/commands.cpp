#include "ui/window/commands.h"

#include <QCoreApplication>

#include "core/experiment/fields.h"
#include "ui/help/guide.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/session.h"
#include "ui/settings/shortcuts.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

struct Commands {
    Q_DECLARE_TR_FUNCTIONS(Commands)
};

}  // namespace

std::vector<Command> allCommands(
    const Shortcuts& shortcuts, Session* session, const Guide& guide,
    const std::function<void(QAction*)>& run_action,
    const std::function<void(const QString&, const QString&)>& show_guide) {
    std::vector<Command> commands;
    for (const Shortcuts::Entry& entry : shortcuts.entries()) {
        if (!entry.action)
            continue;
        commands.push_back({.name = Shortcuts::nameOf(entry),
                            .where = entry.section,
                            .key = entry.action->shortcut().toString(QKeySequence::NativeText),
                            .tip = entry.tip,
                            .enabled = entry.action->isEnabled(),
                            .run = [run_action, action = entry.action] {
                                if (action)
                                    run_action(action);
                            }});
    }
    for (const Field& field : experiment_fields()) {
        if (field.key == "data")
            continue;  // no field of the form: the faces that are open
        commands.push_back({.name = coreText(field.label),
                            .where = Commands::tr("Setting: %1").arg(coreText(field.section)),
                            .key = {},
                            .tip = coreText(field.tip),
                            .enabled = field_applies(session->draft().experiment(), field),
                            .run = [session, key = QString::fromStdString(field.key)] {
                                session->navigation().showSetting(key);
                            }});
    }
    for (const GuideChapter& chapter : guide.chapters())
        for (const GuideSection& section : chapter.sections)
            commands.push_back({.name = section.heading,
                                .where = section.level == 1
                                             ? Commands::tr("Guide")
                                             : Commands::tr("Guide: %1").arg(chapter.title()),
                                .key = {},
                                .tip = section.text.simplified().left(160),
                                .enabled = true,
                                .run = [show_guide, name = chapter.name,
                                        anchor = section.level == 1 ? QString() : section.anchor] {
                                    show_guide(name, anchor);
                                }});
    return commands;
}

}  // namespace rudolph
