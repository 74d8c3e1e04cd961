#pragma once

#include <QStringList>
#include <QWidget>

class QCommandLinkButton;

namespace rudolph {

/// What the window shows at the very first start: four ways to begin. Help leads back to it. Files
/// that are dropped on it go where they belong: see arePhotographs().
class StartPage : public QWidget {
    Q_OBJECT

public:
    explicit StartPage(QWidget* parent = nullptr);

signals:
    void tutorialWanted();
    void demoFacesWanted();
    void folderWanted();
    void photographsWanted();

private:
    QCommandLinkButton* addWay(const char* name, const char* icon, const QString& what,
                               const QString& why);
};

/// Whether what was dropped is photographs and videos to look at, rather than a set of faces to
/// open: several files, or one whose name says so.
bool arePhotographs(const QStringList& paths);

}  // namespace rudolph
