#include "ui/help/guide_window.h"

#include <QAction>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QSplitter>
#include <QToolButton>
#include <QTreeWidget>

#include "ui/base/layouts.h"
#include "ui/help/guide_browser.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"
#include "ui/settings/remember_sizes.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

constexpr auto kGuideLayout = "guide";
constexpr int kChapterRole = Qt::UserRole;
constexpr int kAnchorRole = Qt::UserRole + 1;
constexpr int kContentsWidth = 280;
constexpr int kSnippet = 200;

QTreeWidgetItem* itemOf(const QString& chapter, const GuideSection& section, const QString& text) {
    auto* item = new QTreeWidgetItem({text});
    item->setData(0, kChapterRole, chapter);
    // The first is the page itself.
    item->setData(0, kAnchorRole, section.level == 1 ? QString() : section.anchor);
    return item;
}

QToolButton* arrowButton(const char* icon, const QString& tip, const QKeySequence& key) {
    auto* button = new QToolButton;
    button->setIcon(themedIcon(icon));
    button->setAutoRaise(true);
    button->setToolTip(QStringLiteral("%1 (%2)").arg(tip, key.toString(QKeySequence::NativeText)));
    button->setAccessibleName(tip);
    button->setShortcut(key);
    return button;
}

}  // namespace

GuideWindow::GuideWindow(QWidget* parent) : QWidget(parent, Qt::Window) {
    setWindowTitle(tr("Guide"));
    auto* splitter = new QSplitter(Qt::Horizontal);
    splitter->addWidget(makeSide());
    splitter->addWidget(makePage());
    splitter->setStretchFactor(1, 1);
    splitter->setCollapsible(1, false);
    splitter->setSizes({kContentsWidth, 3 * kContentsWidth});
    rememberSizes(splitter, kGuideLayout);
    makeColumn(this, 0)->addWidget(splitter);
    fillContents();
    auto* find = new QAction(this);
    find->setShortcut(QKeySequence::Find);
    addAction(find);
    connect(find, &QAction::triggered, this, [this] {
        search_->setFocus();
        search_->selectAll();
    });
    connect(search_, &QLineEdit::textChanged, this, &GuideWindow::showHits);
    connect(contents_, &QTreeWidget::currentItemChanged, this, &GuideWindow::follow);
    // Its source is the new one only then.
    connect(browser_, &QTextBrowser::historyChanged, this, &GuideWindow::showPlace);
    resize(1080, 760);
    restoreGeometry(Settings().get(settings::kLayout / kGuideLayout));
    browser_->setSource(guide_.url(guideChapterNames().front()));
}

QWidget* GuideWindow::makeSide() {
    auto* side = new QWidget;
    search_ = new QLineEdit;
    search_->setPlaceholderText(tr("Search the guide"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);
    contents_ = new QTreeWidget;
    contents_->setHeaderHidden(true);
    contents_->setFrameShape(QFrame::NoFrame);
    contents_->setAccessibleName(tr("Contents of the guide"));
    contents_->header()->setStretchLastSection(true);
    nothing_found_ = makePlainLabel();
    nothing_found_->setText(tr("Nothing in the guide has these words."));
    nothing_found_->hide();
    auto* column = makeColumn(side, 8, {12, 12, 0, 12});
    column->addWidget(search_);
    column->addWidget(nothing_found_);
    column->addWidget(contents_, 1);
    side->setMinimumWidth(200);
    return side;
}

QWidget* GuideWindow::makePage() {
    auto* page = new QWidget;
    browser_ = new GuideBrowser;
    browser_->setAccessibleName(tr("Page of the guide"));
    QToolButton* back = arrowButton("previous", tr("Back"), Qt::ALT | Qt::Key_Left);
    QToolButton* forward = arrowButton("next", tr("Forward"), Qt::ALT | Qt::Key_Right);
    back->setEnabled(false);
    forward->setEnabled(false);
    connect(back, &QToolButton::clicked, browser_, &QTextBrowser::backward);
    connect(forward, &QToolButton::clicked, browser_, &QTextBrowser::forward);
    connect(browser_, &QTextBrowser::backwardAvailable, back, &QWidget::setEnabled);
    connect(browser_, &QTextBrowser::forwardAvailable, forward, &QWidget::setEnabled);
    auto* bar = makeRow(nullptr, 4, {12, 8, 12, 4});
    bar->addWidget(back);
    bar->addWidget(forward);
    bar->addStretch();
    auto* column = makeColumn(page, 0);
    column->addLayout(bar);
    column->addWidget(browser_, 1);
    return page;
}

void GuideWindow::fillContents() {
    const QSignalBlocker quiet(contents_);
    contents_->clear();
    contents_->setRootIsDecorated(true);
    for (const GuideChapter& chapter : guide_.chapters()) {
        QTreeWidgetItem* item = itemOf(chapter.name, chapter.sections.front(), chapter.title());
        contents_->addTopLevelItem(item);
        for (const GuideSection& section : chapter.sections)
            if (section.level == 2)
                item->addChild(itemOf(chapter.name, section, section.heading));
    }
    nothing_found_->hide();
    showPlace();
}

void GuideWindow::showHits() {
    const QString words = search_->text();
    if (words.trimmed().isEmpty()) {
        browser_->mark({});
        return fillContents();
    }
    {
        const QSignalBlocker quiet(contents_);
        contents_->clear();
        contents_->setRootIsDecorated(false);
        for (const Guide::Hit& hit : guide_.search(words)) {
            const bool is_page = hit.section->level == 1;
            QTreeWidgetItem* item = itemOf(
                hit.chapter->name, *hit.section,
                is_page
                    ? hit.section->heading
                    : QStringLiteral("%1 – %2").arg(hit.section->heading, hit.chapter->title()));
            item->setToolTip(0, hit.section->text.simplified().left(kSnippet));
            contents_->addTopLevelItem(item);
        }
    }
    nothing_found_->setVisible(contents_->topLevelItemCount() == 0);
    browser_->mark(words);
}

void GuideWindow::follow(const QTreeWidgetItem* item) {
    if (item == nullptr)
        return;
    browser_->setSource(
        guide_.url(item->data(0, kChapterRole).toString(), item->data(0, kAnchorRole).toString()));
}

QString GuideWindow::chapter() const {
    return browser_->source().fileName().section('.', 0, 0);
}

/// In the contents, which links and the way back do not go through.
void GuideWindow::showPlace() {
    if (!search_->text().trimmed().isEmpty())
        return;
    const QSignalBlocker quiet(contents_);
    const QString anchor = browser_->source().fragment(QUrl::FullyDecoded);
    for (int i = 0; i < contents_->topLevelItemCount(); ++i) {
        QTreeWidgetItem* item = contents_->topLevelItem(i);
        const bool is_shown = item->data(0, kChapterRole) == chapter();
        item->setExpanded(is_shown);
        if (!is_shown)
            continue;
        QTreeWidgetItem* current = item;
        for (int k = 0; k < item->childCount(); ++k)
            if (!anchor.isEmpty() && item->child(k)->data(0, kAnchorRole) == anchor)
                current = item->child(k);
        contents_->setCurrentItem(current);
    }
}

void GuideWindow::showChapter(const QString& chapter, const QString& anchor) {
    search_->clear();
    browser_->setSource(guide_.url(chapter, anchor));
    show();
    raise();
    activateWindow();
    browser_->setFocus();
}

void GuideWindow::closeEvent(QCloseEvent* event) {
    Settings().set(settings::kLayout / kGuideLayout, saveGeometry());
    QWidget::closeEvent(event);
}

void GuideWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

}  // namespace rudolph
