#pragma once

#include <QTextBlock>
#include <QTextBrowser>

namespace rudolph {

/// Shows a page of the guide: headings that links lead to, pictures no wider than the text, code on
/// a ground of its own, tables with lines. Follows the palette.
class GuideBrowser : public QTextBrowser {
    Q_OBJECT

public:
    explicit GuideBrowser(QWidget* parent = nullptr);

    /// Marks all places of these words in the page; none: no marks.
    void mark(const QString& words);

    QVariant loadResource(int type, const QUrl& name) override;

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSource(const QUrl& url);
    void styleDocument();
    /// AUC@0.08 is no address to write to, whatever Qt's reader makes of it.
    void unlinkAddresses(const QTextBlock& block);
    void styleTables();

    QString marked_;
};

}  // namespace rudolph
