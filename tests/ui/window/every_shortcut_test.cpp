#include <gmock/gmock.h>

#include <QAction>
#include <QShortcutEvent>

#include "tests/ui/support/studio_fixture.h"
#include "ui/settings/shortcuts.h"

namespace rudolph {
namespace {

/// Takes every key that an action would answer to, so that it can be pressed without doing
/// anything.
class Listener : public QObject {
public:
    explicit Listener(const Shortcuts& shortcuts) {
        for (const Shortcuts::Entry& entry : shortcuts.entries())
            if (entry.action)
                entry.action->installEventFilter(this);
    }

    QStringList answered;
    QStringList ambiguous;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() != QEvent::Shortcut)
            return QObject::eventFilter(watched, event);
        const auto& key = static_cast<QShortcutEvent&>(*event);
        (key.isAmbiguous() ? ambiguous : answered)
            << qobject_cast<QAction*>(watched)->text() + " " + key.key().toString();
        return true;
    }
};

struct EveryShortcutTest : test::StudioFixture {
    /// Presses all keys of all actions on each page; nothing may be given twice, and what works
    /// everywhere in the window must answer everywhere.
    void pressEverything(const char* state) {
        for (const Qt::Key page :
             {Qt::Key_1, Qt::Key_2, Qt::Key_3, Qt::Key_4, Qt::Key_5, Qt::Key_6}) {
            showPage(page);
            QWidget* focus = window.focusWidget() != nullptr ? window.focusWidget() : &window;
            Listener listener(*window.shortcuts());
            for (const Shortcuts::Entry& entry : window.shortcuts()->entries()) {
                if (!entry.action || !entry.action->isEnabled())
                    continue;
                for (const QKeySequence& keys : entry.action->shortcuts()) {
                    ASSERT_EQ(keys.count(), 1);
                    listener.answered.clear();
                    QTest::keyClick(focus, keys[0].key(), keys[0].keyboardModifiers());
                    EXPECT_THAT(listener.ambiguous, testing::IsEmpty())
                        << state << ", page " << page - Qt::Key_0;
                    if (entry.action->shortcutContext() == Qt::WindowShortcut) {
                        EXPECT_EQ(listener.answered.size(), 1)
                            << entry.id.toStdString() << " " << keys.toString().toStdString()
                            << ", " << state << ", page " << page - Qt::Key_0 << ", in "
                            << focus->metaObject()->className();
                    }
                }
            }
        }
    }
};

TEST_F(EveryShortcutTest, AnswersOnceOnEveryPageWithNothingOpen) {
    pressEverything("nothing open");
}

TEST_F(EveryShortcutTest, AnswersOnceOnEveryPageWithFacesOpen) {
    openFaces();
    pressEverything("faces open");
}

TEST_F(EveryShortcutTest, AnswersOnceOnEveryPageWhileOneAnnotates) {
    openFaces();
    showPage(Qt::Key_1);
    for (const Shortcuts::Entry& entry : window.shortcuts()->entries())
        if (entry.id == "annotate/toggle")
            entry.action->trigger();
    pressEverything("annotating");
}

TEST_F(EveryShortcutTest, AnswersOnceOnEveryPageAfterATraining) {
    startTraining("1");
    waitForEnd();
    pressEverything("a run is there");
}

}  // namespace
}  // namespace rudolph
