#pragma once

#include <QWidget>

#include "ui/help/guide.h"

class QLineEdit;
class QTreeWidget;
class QTreeWidgetItem;
class QLabel;

namespace rudolph {

class GuideBrowser;

/// The guide: its contents on the left, or what was found in it, and the page. A window of its own,
/// so that one reads while one works.
class GuideWindow : public QWidget {
    Q_OBJECT

public:
    explicit GuideWindow(QWidget* parent = nullptr);

    /// Shows a chapter, or a heading of it, and comes to the front.
    void showChapter(const QString& chapter, const QString& anchor = {});
    /// The chapter that is shown.
    QString chapter() const;
    const Guide& guide() const { return guide_; }

    QLineEdit* search() { return search_; }
    QTreeWidget* contents() { return contents_; }
    GuideBrowser* browser() { return browser_; }

protected:
    void closeEvent(QCloseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    QWidget* makeSide();
    QWidget* makePage();
    void fillContents();
    void showHits();
    void follow(const QTreeWidgetItem* item);
    void showPlace();

    Guide guide_;
    QLineEdit* search_;
    QTreeWidget* contents_;
    QLabel* nothing_found_;
    GuideBrowser* browser_;
};

}  // namespace rudolph
