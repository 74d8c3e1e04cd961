#pragma once

#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QRegularExpression>
#include <QSlider>
#include <QToolButton>
#include <vector>

#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/augment/augment_page.h"
#include "ui/augment/variant_grid.h"
#include "ui/augment/variant_viewer.h"
#include "ui/settings/settings.h"

namespace rudolph::test {

/// The studio's window, and its augmentation page on twelve drawn faces.
struct AugmentFixture : StudioFixture {
    /// What the page remembers is for the next start, not for the next test.
    ~AugmentFixture() override {
        Settings().set(settings::kVariantCount, 24);
        Settings().set(settings::kManyFaces, false);
    }

    AugmentPage& page() { return *window.findChild<AugmentPage*>(); }
    VariantGrid& grid() { return *page().findChild<VariantGrid*>(); }
    VariantViewer& viewer() { return *page().findChild<VariantViewer*>(); }
    QSlider* slider(const std::string& key) {
        return page().findChild<QSlider*>(QString::fromStdString(key));
    }
    QDoubleSpinBox* number(const std::string& key) {
        return page().findChild<QDoubleSpinBox*>(QString::fromStdString(key + " number"));
    }
    QToolButton* resetButton(const std::string& key) {
        return page().findChild<QToolButton*>(QString::fromStdString(key + " reset"));
    }

    /// Opens the faces with a preset that augments in every way.
    void openPage() {
        openFaces();
        draft().choosePreset("face68-fast");
        showPage(Qt::Key_2);
        settle();
    }
    /// Until what is shown is what was asked for last.
    void settle() {
        QTest::qWait(0);
        ASSERT_TRUE(waitFor([&] { return page().isSettled(); }));
    }
    void choose(const char* box, const QString& text) {
        auto* combo = page().findChild<QComboBox*>(box);
        ASSERT_NE(combo, nullptr);
        // Without the English plural forms it is "12 variant(s)".
        int row = combo->findText(text);
        if (row < 0)
            row = combo->findText(QString(text).replace(QRegularExpression("s$"), "(s)"));
        ASSERT_GE(row, 0) << text.toStdString();
        combo->setFocus();
        while (combo->currentIndex() != row)
            QTest::keyClick(combo, row > combo->currentIndex() ? Qt::Key_Down : Qt::Key_Up);
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
