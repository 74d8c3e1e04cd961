#include "ui/help/guide_browser.h"

#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextTable>
#include <algorithm>
#include <vector>

#include "ui/base/palette.h"
#include "ui/help/guide.h"

namespace rudolph {
namespace {

constexpr int kGuideMargin = 24;
constexpr int kPictureWidth = 720;
constexpr int kLineHeight = 125;  // per cent

bool isCode(const QTextBlock& block) {
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence) ||
           block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage) ||
           block.blockFormat().nonBreakableLines();
}

}  // namespace

GuideBrowser::GuideBrowser(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(true);
    setFrameShape(QFrame::NoFrame);
    // Links come here, and the way back.
    connect(this, &QTextBrowser::sourceChanged, this, &GuideBrowser::showSource);
}

QVariant GuideBrowser::loadResource(int type, const QUrl& name) {
    QVariant resource = QTextBrowser::loadResource(type, name);
    if (type != QTextDocument::ImageResource)
        return resource;
    const QImage picture = QImage::fromData(resource.toByteArray());
    if (picture.isNull())
        return resource;
    const double ratio = devicePixelRatioF();
    const int width = qRound(std::min(picture.width(), kPictureWidth) * ratio);
    QImage scaled = picture.scaledToWidth(width, Qt::SmoothTransformation);
    scaled.setDevicePixelRatio(ratio);
    return scaled;
}

void GuideBrowser::showSource(const QUrl& url) {
    styleDocument();
    // Only now there is something to scroll to.
    if (!url.fragment().isEmpty())
        scrollToAnchor(url.fragment(QUrl::FullyDecoded));
    mark(marked_);
}

void GuideBrowser::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !source().isEmpty()) {
        const int place = verticalScrollBar()->value();
        reload();
        verticalScrollBar()->setValue(place);
    }
}

void GuideBrowser::styleDocument() {
    document()->setDocumentMargin(kGuideMargin);
    QTextCursor cursor(document());
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        cursor.setPosition(block.position());
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        QTextBlockFormat format;
        // Of a picture a quarter would be much.
        if (!block.text().contains(QChar::ObjectReplacementCharacter))
            format.setLineHeight(kLineHeight, QTextBlockFormat::ProportionalHeight);
        unlinkAddresses(block);
        if (const int level = block.blockFormat().headingLevel(); level > 0) {
            QTextCharFormat anchor;
            anchor.setAnchor(true);
            anchor.setAnchorNames({headingAnchor(block.text())});
            cursor.mergeCharFormat(anchor);
            format.setTopMargin(level == 1 ? 0 : level == 2 ? 24 : 16);
            format.setBottomMargin(8);
        } else if (isCode(block)) {
            format.setBackground(palette().color(QPalette::AlternateBase));
            format.setLeftMargin(16);
            format.setNonBreakableLines(false);
        }
        cursor.mergeBlockFormat(format);
    }
    styleTables();
    // The cursor that the person sees is at the beginning.
    moveCursor(QTextCursor::Start);
}

void GuideBrowser::unlinkAddresses(const QTextBlock& block) {
    std::vector<QTextFragment> addresses;
    for (auto it = block.begin(); !it.atEnd(); ++it)
        if (it.fragment().charFormat().anchorHref().startsWith(QStringLiteral("mailto:")))
            addresses.push_back(it.fragment());
    for (const QTextFragment& address : addresses) {
        QTextCursor cursor(document());
        cursor.setPosition(address.position());
        cursor.setPosition(address.position() + address.length(), QTextCursor::KeepAnchor);
        QTextCharFormat format;
        const int level = block.blockFormat().headingLevel();
        if (level > 0) {
            // As Qt's reader has the others.
            format.setFontWeight(QFont::Bold);
            format.setProperty(QTextFormat::FontSizeAdjustment, 4 - level);
        } else {
            format.setFontWeight(address.charFormat().fontWeight());
        }
        cursor.setCharFormat(format);
    }
}

void GuideBrowser::styleTables() {
    for (QTextFrame* frame : document()->rootFrame()->childFrames()) {
        auto* table = qobject_cast<QTextTable*>(frame);
        if (table == nullptr)
            continue;
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(faintText(palette(), 0.25));
        format.setBorderCollapse(true);
        format.setCellPadding(6);
        format.setTopMargin(8);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
}

void GuideBrowser::mark(const QString& words) {
    marked_ = words;
    QList<ExtraSelection> marks;
    for (const QString& word : words.simplified().split(' ', Qt::SkipEmptyParts))
        for (QTextCursor at = document()->find(word); !at.isNull();
             at = document()->find(word, at)) {
            ExtraSelection selection;
            selection.cursor = at;
            selection.format.setBackground(faint(colourOf(Hue::Doubtful, palette()), 0.35));
            marks << selection;
        }
    setExtraSelections(marks);
}

}  // namespace rudolph
