#include "ui/window/start_page.h"

#include <QCommandLinkButton>
#include <QFileInfo>
#include <QLabel>
#include <filesystem>

#include "core/image/decode.h"
#include "core/video/video_reader.h"
#include "ui/base/layouts.h"
#include "ui/base/path_convert.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"

namespace rudolph {
namespace {

constexpr int kWayWidth = 520;
constexpr int kMarkSide = 64;

}  // namespace

StartPage::StartPage(QWidget* parent) : QWidget(parent) {
    auto* mark = new QLabel;
    mark->setPixmap(markIcon().pixmap(kMarkSide, kMarkSide));
    auto* title = makePlainLabel();
    title->setText(tr("Welcome to Rudolph"));
    title->setObjectName(QStringLiteral("start title"));
    embolden(title, 1.6);
    auto* about = makePlainLabel();
    about->setText(tr(
        "A studio for facial keypoints: mark points on faces, teach a network to find them while "
        "you watch, and see where it is wrong. How do you want to begin?"));
    auto* box = new QWidget;
    box->setFixedWidth(kWayWidth);
    auto* column = makeColumn(box, 8);
    column->addWidget(mark);
    column->addWidget(title);
    column->addWidget(about);
    column->addSpacing(8);
    const auto add = [&](QCommandLinkButton* way, void (StartPage::*wish)()) {
        column->addWidget(way);
        connect(way, &QCommandLinkButton::clicked, this, wish);
    };
    add(addWay("tutorial", "train", tr("Follow the tutorial"),
               tr("Four experiments in half an hour, from a nose tip to your own photograph")),
        &StartPage::tutorialWanted);
    add(addWay("demo faces", "grid", tr("Make demo faces"),
               tr("240 drawn faces with exact points, to try everything with")),
        &StartPage::demoFacesWanted);
    add(addWay("folder", "open", tr("Open a folder of faces"),
               tr("Photographs to mark points in, or faces that someone has annotated")),
        &StartPage::folderWanted);
    add(addWay("photographs", "photos", tr("Find faces on photographs"),
               tr("The model that comes with the program finds 68 points on each face")),
        &StartPage::photographsWanted);
    auto* drop = makePlainLabel();
    drop->setText(
        tr("Or drop a folder, a list of faces or photographs here. Nothing leaves this computer."));
    drop->setForegroundRole(QPalette::PlaceholderText);
    column->addSpacing(8);
    column->addWidget(drop);
    auto* middle = makeColumn(this, 0, {12, 12, 12, 12});
    middle->addStretch(1);
    middle->addWidget(box, 0, Qt::AlignHCenter);
    middle->addStretch(2);
}

QCommandLinkButton* StartPage::addWay(const char* name, const char* icon, const QString& what,
                                      const QString& why) {
    auto* way = new QCommandLinkButton(what, why, this);
    way->setObjectName(QLatin1String(name));
    way->setIcon(themedIcon(QLatin1String(icon)));
    way->setIconSize({24, 24});
    way->setAccessibleDescription(why);
    // It wraps its second text, but asks its layout for one line.
    way->setMinimumHeight(way->heightForWidth(kWayWidth));
    return way;
}

bool arePhotographs(const QStringList& paths) {
    if (paths.size() != 1)
        return !paths.isEmpty();
    const QFileInfo file(paths.front());
    if (!file.isFile())
        return false;
    const std::filesystem::path path = toPath(paths.front());
    return has_image_extension(path) || has_video_extension(path);
}

}  // namespace rudolph
