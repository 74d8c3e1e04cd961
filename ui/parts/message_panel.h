#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;
class QPushButton;

namespace rudolph {

/// What a page shows in place of its work: nothing here yet (what it is for, and a button that gets
/// one going) or something went wrong (what, the fix, and details that can be copied).
class MessagePanel : public QWidget {
    Q_OBJECT

public:
    explicit MessagePanel(QWidget* parent = nullptr);

    void setMessage(const QString& icon, const QString& title, const QString& text);
    /// As setMessage, with a button that copies `details` (by default title and text).
    void setError(const QString& title, const QString& text, const QString& details = {});
    QString title() const;
    QString text() const;

    /// A button below the text; the first is the default choice.
    QPushButton* addButton(const QString& text);

private:
    QLabel* icon_;
    QLabel* title_;
    QLabel* text_;
    QHBoxLayout* buttons_;
    QPushButton* copy_;
    QString details_;
};

/// A bar across a page or the window that can be dismissed.
class NoticeBar : public QWidget {
    Q_OBJECT

public:
    explicit NoticeBar(QWidget* parent = nullptr);

    /// Shows the bar; an empty text hides it.
    void setText(const QString& text, const QString& details = {});
    QString text() const;
    QPushButton* actionButton() { return action_; }

signals:
    /// By the person.
    void dismissed();

private:
    void copyDetails();

    QLabel* text_;
    QPushButton* action_;
    QPushButton* copy_;
    QString details_;
};

}  // namespace rudolph
