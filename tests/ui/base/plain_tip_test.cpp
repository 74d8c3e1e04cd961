#include "ui/base/plain_tip.h"

#include <gtest/gtest.h>

#include <QLabel>
#include <QWidget>

#include "ui/parts/message_panel.h"
#include "ui/parts/question.h"

namespace rudolph {
namespace {

/// As a label or a tip shows it.
QString seen(const QString& text) {
    if (!Qt::mightBeRichText(text))
        return text;
    QTextDocument page;
    page.setHtml(text);
    return page.toPlainText();
}

TEST(Names, AreSeenLetterByLetterInTips) {
    EXPECT_EQ(plainTip("faces/a & b.png"), "faces/a & b.png");
    for (const char* name :
         {"<b>1.png", "<img src='file:///etc/passwd'>.png", "a &lt; b.png", "<a href=x>here</a>"})
        EXPECT_EQ(seen(plainTip(name)), name);
    EXPECT_EQ(seen(plainTip("<b>1.png\nnot looked at")), "<b>1.png\nnot looked at");
}

TEST(Names, AreSeenLetterByLetterInQuestions) {
    QWidget window;
    QMessageBox* box = makeQuestion(&window, "Copy <i>1 & 2?", "The first is /x & y/<b>1.png.");
    EXPECT_EQ(seen(box->text()), "Copy <i>1 & 2?");
    EXPECT_EQ(seen(box->informativeText()), "The first is /x & y/<b>1.png.");
}

TEST(Names, AreSeenLetterByLetterInNotices) {
    QWidget window;
    NoticeBar notice(&window);
    notice.setText("Written to /x/<b>1.png");
    const auto labels = notice.findChildren<QLabel*>();
    ASSERT_EQ(labels.size(), 1);
    EXPECT_EQ(labels.front()->text(), "Written to /x/<b>1.png");
    EXPECT_EQ(labels.front()->textFormat(), Qt::PlainText);
}

}  // namespace
}  // namespace rudolph
