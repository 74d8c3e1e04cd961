#pragma once

#include <QComboBox>
#include <QLabel>
#include <vector>

#include "tests/ui/support/studio_fixture.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/augment_settings.h"
#include "ui/settings/settings.h"

namespace rudolph::test {

/// The studio's window, and its augmentation page on twelve drawn faces.
struct AugmentFixture : StudioFixture {
    /// What the page remembers is for the next start, not for the next test.
    ~AugmentFixture() override {
        Settings().set(settings::kVariantCount, 24);
        Settings().set(settings::kManyFaces, false);
    }

    AugmentPage& page() { return *window.augmentPage(); }
    AugmentSettings& settings() { return *page().settings(); }

    /// Opens the faces with a preset that augments in every way.
    void openPage() {
        openFaces();
        train().setup()->choosePreset("face68-fast");
        showPage(Qt::Key_2);
        settle();
    }
    /// Until what is shown is what was asked for last.
    void settle() {
        QTest::qWait(0);
        ASSERT_TRUE(QTest::qWaitFor([&] { return page().isSettled(); }, kWaitMs));
    }
    void choose(const char* box, const QString& text) {
        auto* combo = page().findChild<QComboBox*>(box);
        ASSERT_NE(combo, nullptr);
        ASSERT_GE(combo->findText(text), 0) << text.toStdString();
        combo->setFocus();
        while (combo->currentText() != text)
            QTest::keyClick(
                combo, combo->findText(text) > combo->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
        settle();
    }
    std::vector<AugmentVariant> variants() { return page().result()->variants; }
    QString caption() { return page().findChild<QLabel*>("caption")->text(); }
    MessagePanel* shownMessage() {
        for (auto* panel : page().findChildren<MessagePanel*>())
            if (panel->isVisible())
                return panel;
        return nullptr;
    }
};

}  // namespace rudolph::test
