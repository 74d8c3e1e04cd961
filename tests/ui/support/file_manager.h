#pragma once

#include <QDesktopServices>
#include <QObject>
#include <QString>
#include <QUrl>

namespace rudolph::test {

/// Catches what would be opened in a file manager.
class FileManager : public QObject {
    Q_OBJECT

public:
    FileManager() { QDesktopServices::setUrlHandler("file", this, "show"); }
    ~FileManager() override { QDesktopServices::unsetUrlHandler("file"); }
    QString shown;

public slots:
    void show(const QUrl& url) { shown = url.toLocalFile(); }
};

}  // namespace rudolph::test
