#include "tests/ui/support/edit_session.h"

#include <fcntl.h>
#include <unistd.h>

#include <QDateTime>
#include <QTest>
#include <fstream>
#include <random>
#include <sstream>

#include "tests/ui/support/wait.h"
#include "ui/canvas/face_view.h"
#include "ui/data/data_page.h"
#include "ui/data/sample_list_panel.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/window/main_window.h"

namespace rudolph::test {
namespace {

constexpr int kEditsBetweenSaves = 25;

void drag(FaceView& view, const Point& from, double dx, double dy) {
    const QPoint start = view.viewFromImage({from.x, from.y}).toPoint();
    const QPoint end = view.viewFromImage({from.x + dx, from.y + dy}).toPoint();
    QWidget* canvas = view.viewport();
    QTest::mousePress(canvas, Qt::LeftButton, {}, start);
    QTest::mouseMove(canvas, (start + end) / 2);
    QTest::mouseMove(canvas, end);
    QTest::mouseRelease(canvas, Qt::LeftButton, {}, end);
}

std::string lineOf(const Sample& face) {
    std::ostringstream line;
    line.imbue(std::locale::classic());
    line.precision(17);
    line << QDateTime::currentMSecsSinceEpoch() << ' ' << face.id;
    for (const Point& point : face.points_in_image.points)
        line << ' ' << point.x << ' ' << point.y;
    line << " end\n";
    return line.str();
}

}  // namespace

int runEditSession(const QString& faces, const std::filesystem::path& log, unsigned seed) {
    const int file = ::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0644);
    std::mt19937 random(seed);
    MainWindow window;
    window.resize(1280, 800);
    window.show();
    window.session()->opener().open(faces);
    auto* page = window.findChild<DataPage*>();
    auto* list = window.findChild<SampleListPanel*>();
    auto* view = window.findChild<FaceView*>("face");
    const auto shows = [&](int face) {
        return window.session()->document() != nullptr &&
               view->accessibleDescription().toStdString() ==
                   window.session()->document()->face(face).id;
    };
    if (file < 0 || !waitFor([&] { return shows(0); }))
        return 1;
    AnnotationDocument* document = window.session()->document();
    QTest::keyClick(page, Qt::Key_E);
    for (int edit = 1;; ++edit) {
        const int face = static_cast<int>(random() % static_cast<unsigned>(document->faceCount()));
        list->selectSample(face);
        if (!waitFor([&] { return shows(face); }))
            return 1;
        const auto& points = document->face(face).points_in_image.points;
        const Sample before = document->face(face);
        drag(*view, points[random() % points.size()], static_cast<int>(random() % 21) - 10.0,
             static_cast<int>(random() % 21) - 10.0);
        if (document->face(face) == before)
            continue;
        const std::string line = lineOf(document->face(face));
        if (::write(file, line.data(), line.size()) != static_cast<ssize_t>(line.size()))
            return 1;
        if (edit % kEditsBetweenSaves == 0)
            QTest::keyClick(page, Qt::Key_S, Qt::ControlModifier);
    }
}

std::vector<LoggedEdit> readLog(const std::filesystem::path& log) {
    std::vector<LoggedEdit> edits;
    std::ifstream file(log);
    for (std::string text; std::getline(file, text);) {
        if (!text.ends_with(" end"))
            continue;
        std::istringstream line(text);
        line.imbue(std::locale::classic());
        LoggedEdit edit;
        line >> edit.milliseconds >> edit.face;
        for (Point point; line >> point.x >> point.y;)
            edit.points.push_back(point);
        edits.push_back(std::move(edit));
    }
    return edits;
}

}  // namespace rudolph::test
