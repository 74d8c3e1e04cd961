// The pictures of the guide: the real window on demo faces, a training and all, in each language.
// packaging/make_guide_pictures.sh has them written; otherwise they are compared with those that
// are there, so coarsely that other fonts do not matter and a page that looks otherwise does.
#include <gtest/gtest.h>

#include <QDir>
#include <QFileInfo>
#include <QImage>
#include <cstdlib>

#include "core/demo/demo_faces.h"
#include "tests/ui/support/in_language.h"
#include "tests/ui/support/studio_fixture.h"
#include "tests/ui/support/wait.h"
#include "ui/photos/photo_page.h"
#include "ui/photos/photographs.h"
#include "ui/runs/runs_table.h"
#include "ui/settings/shortcuts.h"
#include "ui/settings/theme.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

using test::waitFor;

constexpr auto kFolderVariable = "RUDOLPH_GUIDE_PICTURES";
constexpr QSize kWindowSize(1120, 680);
constexpr QSize kCoarse(56, 34);
/// Of 255: on average, and of a cell that counts as different.
constexpr double kMostDifference = 8;
constexpr int kOther = 70;
constexpr double kMostOthers = 0.04;
constexpr double kLooser = 3;
constexpr qint64 kMostBytes = 3 << 20;

/// For what takes many seconds of the processor, also where many others want it.
template <class Condition>
bool waitLong(Condition condition) {
    return QTest::qWaitFor(condition, 240000);
}

QImage coarse(const QImage& picture) {
    return picture.convertToFormat(QImage::Format_RGB32)
        .scaled(kCoarse, Qt::IgnoreAspectRatio, Qt::SmoothTransformation)
        .convertToFormat(QImage::Format_Grayscale8);
}

struct Difference {
    double mean = 0;
    double others = 0;  ///< share of cells
};

Difference difference(const QImage& one, const QImage& other) {
    const QImage a = coarse(one);
    const QImage b = coarse(other);
    Difference result;
    for (int y = 0; y < kCoarse.height(); ++y)
        for (int x = 0; x < kCoarse.width(); ++x) {
            const int off = std::abs(qGray(a.pixel(x, y)) - qGray(b.pixel(x, y)));
            result.mean += off;
            result.others += off > kOther ? 1 : 0;
        }
    const double cells = kCoarse.width() * kCoarse.height();
    return {result.mean / cells, result.others / cells};
}

/// In this order: the theme and the language are those of the window.
struct LightFirst {
    LightFirst() { chooseTheme(Theme::Light); }
    ~LightFirst() { chooseTheme(Theme::System); }
    test::LanguageAfterwards language;
};

struct GuidePictures : LightFirst, test::StudioFixture {
    GuidePictures() {
        window.resize(kWindowSize);
        QApplication::setActiveWindow(&window);
    }

    void openDemoFaces() {
        DemoFacesSpec spec;
        spec.people = 20;
        window.session()->opener().setDemoFaces(spec);
        window.session()->opener().openDemoFaces();
        ASSERT_TRUE(waitLong([&] {
            return window.session()->dataset() != nullptr &&
                   window.session()->opener().stage() == DataOpener::Stage::Idle;
        }));
    }

    void train(const char* preset, const char* seed) {
        draft().choosePreset(preset);
        draft().setText("epochs", "8", nullptr);
        draft().setText("seed", seed, nullptr);
        // Else what is quickest here, with other results.
        draft().setText("threads", "1", nullptr);
        Experiment exact = draft().experiment();
        exact.precision = Precision::Float32;
        draft().change(exact, nullptr);
        trainings().start();
        ASSERT_TRUE(waitLong([&] { return !trainings().isTraining(); }));
    }

    void takeAll(const QString& language) {
        language_ = language;
        window.showPage(StudioPage::Data);
        QAction* annotate = action("annotate/toggle");
        annotate->setChecked(false);
        take("data");
        annotate->setChecked(true);
        take("annotate");
        annotate->setChecked(false);
        window.showPage(StudioPage::Train);
        take("train", kLooser);
        window.showPage(StudioPage::Runs);
        auto* table = window.findChild<RunsTable*>();
        ASSERT_TRUE(waitFor([&] { return table->model()->rowCount() == 2; }));
        table->selectAll();
        take("runs");
        window.showPage(StudioPage::Cases);
        ASSERT_TRUE(waitFor([&] { return caseModel().rowCount() > 0; }));
        take("cases", kLooser);
        window.showPage(StudioPage::Photos);
        take("photos");
    }

    QAction* action(const char* id) { return window.shortcuts()->find(QLatin1String(id))->action; }

    void lookAtPhotographs() {
        window.showPage(StudioPage::Photos);
        const Dataset& faces = *window.session()->dataset();
        QStringList files;
        for (const int face : {0, 8, 40})
            files << toQString(faces.samples[static_cast<size_t>(face)].image);
        photos().photos().add(files);
        ASSERT_TRUE(waitFor([&] { return photos().photos().list().rowCount() == 3; }));
        ASSERT_TRUE(waitFor([&] { return photos().isSettled(); }));
    }
    PhotoPage& photos() { return *window.findChild<PhotoPage*>(); }

    /// What a network draws differs a little between processors and LibTorch's versions, and with
    /// it the order of the cases: `allowance` times the bounds.
    void take(const QString& name, double allowance = 1) {
        // What is drawn in the background comes.
        QTest::qWait(1500);
        if (window.focusWidget() != nullptr)
            window.focusWidget()->clearFocus();
        const QImage picture = window.grab().toImage();
        const QString place = language_ + "/pictures/" + name + ".png";
        if (qEnvironmentVariableIsSet(kFolderVariable)) {
            const QString file = QDir(qEnvironmentVariable(kFolderVariable)).filePath(place);
            ASSERT_TRUE(QDir().mkpath(QFileInfo(file).path()));
            ASSERT_TRUE(picture.save(file, "PNG", 0)) << file.toStdString();
            return;
        }
        const QImage kept(":/guide/" + place);
        ASSERT_FALSE(kept.isNull()) << place.toStdString();
        EXPECT_EQ(kept.size(), picture.size()) << place.toStdString();
        const Difference off = difference(kept, picture);
        EXPECT_TRUE(off.mean <= allowance * kMostDifference &&
                    off.others <= allowance * kMostOthers)
            << place.toStdString() << " looks otherwise now (" << off.mean << ", " << off.others
            << "): have it made anew by packaging/make_guide_pictures.sh";
    }

    QString language_;
};

TEST_F(GuidePictures, ShowThePagesAsTheyAre) {
    openDemoFaces();
    train("full-face", "1");
    train("full-face", "2");
    lookAtPhotographs();
    for (const Language& language : languages()) {
        window.chooseLanguage(language.code);
        QTest::qWait(50);
        takeAll(language.code);
        if (HasFatalFailure())
            return;
    }
}

TEST(GuidePicturesFiles, AreSmall) {
    qint64 bytes = 0;
    for (const Language& language : languages())
        for (const QFileInfo& file :
             QDir(":/guide/" + language.code + "/pictures").entryInfoList(QDir::Files))
            bytes += file.size();
    EXPECT_GT(bytes, 0);
    EXPECT_LT(bytes, kMostBytes);
}

}  // namespace
}  // namespace rudolph
