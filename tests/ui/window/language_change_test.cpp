// The window changes its language while everything that is open, running and chosen stays.
#include <gmock/gmock.h>

#include <QAbstractButton>
#include <QComboBox>
#include <QFile>
#include <QGroupBox>
#include <QLabel>
#include <QMenuBar>
#include <QTabBar>
#include <QUndoCommand>
#include <QUndoStack>
#include <QXmlStreamReader>
#include <map>
#include <set>

#include "tests/ui/support/in_language.h"
#include "tests/ui/support/studio_fixture.h"
#include "ui/data/sample_list_panel.h"
#include "ui/documents/annotation_document.h"
#include "ui/help/guide_window.h"
#include "ui/parts/page_actions.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photographs.h"
#include "ui/settings/settings.h"
#include "ui/settings/shortcuts.h"
#include "ui/window/help_desk.h"

namespace rudolph {
namespace {

using test::waitFor;

/// English texts that are other ones in German, and all German ones.
struct Texts {
    Texts() {
        QFile file(QStringLiteral(RUDOLPH_SOURCE_FOLDER "/resources/translations/rudolph_de.ts"));
        EXPECT_TRUE(file.open(QIODevice::ReadOnly));
        QXmlStreamReader xml(&file);
        QString source;
        while (!xml.atEnd()) {
            if (xml.readNext() != QXmlStreamReader::StartElement)
                continue;
            if (xml.name() == QStringLiteral("source")) {
                source = xml.readElementText();
            } else if (xml.name() == QStringLiteral("translation")) {
                const QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
                german.insert(text);
                if (text != source)
                    english.insert(source);
            }
        }
    }
    std::set<QString> english;
    std::set<QString> german;
};

struct LanguageChangeTest : test::LanguageAfterwards, test::StudioFixture {
    LanguageChangeTest() { speak("en"); }
    ~LanguageChangeTest() override { Settings().forget(settings::kLanguage); }

    void speak(const QString& language) {
        window.chooseLanguage(language);
        QTest::qWait(50);
        // What was made then is shown by events of its own.
        QTest::qWait(50);
    }

    QStringList visibleTexts() {
        QStringList texts;
        for (const QWidget* widget : window.findChildren<QWidget*>()) {
            if (!widget->isVisible())
                continue;
            if (const auto* label = qobject_cast<const QLabel*>(widget))
                texts << label->text();
            else if (const auto* button = qobject_cast<const QAbstractButton*>(widget))
                texts << button->text();
            else if (const auto* box = qobject_cast<const QGroupBox*>(widget))
                texts << box->title();
            else if (const auto* line = qobject_cast<const QLineEdit*>(widget))
                texts << line->placeholderText();
            else if (const auto* tabs = qobject_cast<const QTabBar*>(widget))
                for (int i = 0; i < tabs->count(); ++i)
                    texts << tabs->tabText(i);
            else if (const auto* combo = qobject_cast<const QComboBox*>(widget))
                for (int i = 0; i < combo->count(); ++i)
                    texts << combo->itemText(i);
            texts << widget->toolTip() << widget->accessibleName();
        }
        for (const QAction* action : window.findChildren<QAction*>())
            texts << action->text();
        texts.removeAll(QString());
        // A stack puts the page that it shows behind the others.
        texts.sort();
        return texts;
    }

    /// Waits for what comes from the background.
    void settle() {
        QStringList last;
        do {
            last = visibleTexts();
            QTest::qWait(400);
        } while (last != visibleTexts());
    }

    void showEachPage(const std::function<void(int)>& look) {
        for (int i = 0; i < 6; ++i) {
            showPage(static_cast<Qt::Key>(Qt::Key_1 + i));
            settle();
            look(i + 1);
        }
    }

    SampleListPanel& faceList() { return *window.findChild<SampleListPanel*>(); }
    Photographs& photographs() { return window.findChild<PhotoPage*>()->photos(); }
};

TEST_F(LanguageChangeTest, LeavesNoEnglishTextOnAnyPage) {
    const Texts texts;
    openFaces();
    speak("de");
    showEachPage([&](int page) {
        for (const QString& text : visibleTexts())
            EXPECT_FALSE(texts.english.count(text) > 0 && texts.german.count(text) == 0)
                << "page " << page << ": " << text.toStdString();
    });
}

TEST_F(LanguageChangeTest, ThereAndBackEveryTextIsAsBefore) {
    openFaces();
    ASSERT_TRUE(
        waitFor([&] { return window.session()->opener().stage() == DataOpener::Stage::Idle; }));
    // What pages read when they are first shown has been read.
    showEachPage([](int /*page*/) {});
    ASSERT_TRUE(waitFor([&] {
        const RunShelf& runs = window.session()->runs();
        return runs.wasRead() && !runs.isReading() &&
               window.session()->activities().active().empty();
    }));
    std::map<int, QStringList> before;
    showEachPage([&](int page) { before[page] = visibleTexts(); });
    showPage(Qt::Key_1);
    speak("de");
    speak("en");
    showEachPage([&](int page) {
        EXPECT_TRUE(waitFor([&] { return visibleTexts() == before[page]; })) << "page " << page;
        EXPECT_EQ(visibleTexts().join('\n').toStdString(), before[page].join('\n').toStdString())
            << "page " << page;
    });
}

TEST_F(LanguageChangeTest, KeepsTheFacesTheirEditsAndTheChosenOne) {
    openFaces();
    faceList().selectSample(5);
    AnnotationDocument* document = window.session()->document();
    window.findChild<DataPage*>()->actions()->at("annotate/toggle")->trigger();
    document->undoStack()->push(new QUndoCommand("nothing"));
    speak("de");
    EXPECT_EQ(window.session()->document(), document);
    EXPECT_EQ(faceList().currentSample(), 5);
    EXPECT_TRUE(window.findChild<DataPage*>()->isAnnotating());
    EXPECT_TRUE(document->undoStack()->canUndo());
    EXPECT_EQ(window.shortcuts()->find("file/quit")->action->text(), "&Beenden");
}

TEST_F(LanguageChangeTest, KeepsThePageThePhotographsAndTheGuide) {
    photographs().add({toQString(folder / "faces")});
    ASSERT_TRUE(waitFor([&] { return photographs().list().rowCount() == 12; }));
    showPage(Qt::Key_6);
    window.help()->showGuide("formats");
    speak("de");
    EXPECT_EQ(window.page(), StudioPage::Photos);
    EXPECT_EQ(photographs().list().rowCount(), 12);
    ASSERT_NE(window.help()->guideWindow(), nullptr);
    EXPECT_EQ(window.help()->guideWindow()->chapter(), "formats");
    EXPECT_EQ(window.help()->guideWindow()->guide().language(), "de");
}

TEST_F(LanguageChangeTest, KeepsTheCurveOfATrainingThatGoesOn) {
    startTraining("40");
    waitForEpochs(2);
    speak("de");
    EXPECT_TRUE(trainings().isTraining());
    const qsizetype shown = chart().trainingLosses().size();
    EXPECT_GE(shown, 2);
    waitForEpochs(static_cast<int>(shown) + 1);
    trainings().finishEarly();
    waitForEnd();
    showPage(Qt::Key_5);
    EXPECT_EQ(window.page(), StudioPage::Cases)
        << (QApplication::activeWindow() == &window) << (window.focusWidget() != nullptr);
    ASSERT_TRUE(waitFor([&] { return caseModel().rowCount() > 0; }));
    const int cases = caseModel().rowCount();
    speak("en");
    EXPECT_EQ(caseModel().rowCount(), cases);
    EXPECT_GE(chart().trainingLosses().size(), shown);
    EXPECT_TRUE(trainNotice().text().startsWith("Finished")) << trainNotice().text().toStdString();
}

TEST_F(LanguageChangeTest, KeepsTheStartPage) {
    window.showStart();
    speak("de");
    EXPECT_TRUE(window.isStartShown());
    EXPECT_EQ(window.findChild<QLabel*>("start title")->text(), "Willkommen bei Rudolph");
}

}  // namespace
}  // namespace rudolph
