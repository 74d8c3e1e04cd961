#include "ui/parts/message_panel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/parts/icons.h"
#include "ui/parts/labels.h"

namespace rudolph {

namespace {

constexpr int kIconSize = 48;
constexpr int kTextWidth = 460;
constexpr int kButtonWidth = 136;
constexpr int kButtonHeight = 32;

}  // namespace

MessagePanel::MessagePanel(QWidget* parent)
    : QWidget(parent),
      icon_(new QLabel(this)),
      title_(makePlainLabel(this)),
      text_(makePlainLabel(this)),
      buttons_(new QHBoxLayout),
      copy_(new QPushButton(tr("Copy details"), this)) {
    embolden(title_, 1.35);
    title_->setAlignment(Qt::AlignCenter);
    text_->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    text_->setFixedWidth(kTextWidth);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    icon_->setAlignment(Qt::AlignCenter);
    buttons_->setSpacing(8);
    buttons_->addStretch();
    buttons_->addWidget(copy_);
    buttons_->addStretch();
    copy_->hide();
    copy_->setMinimumSize(kButtonWidth, kButtonHeight);
    connect(copy_, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(details_); });

    auto* layout = new QVBoxLayout(this);
    layout->setSpacing(12);
    layout->addStretch(2);
    layout->addWidget(icon_);
    layout->addWidget(title_);
    // Not by an alignment: a label that is aligned is not asked for its height at this width.
    auto* text_row = new QHBoxLayout;
    text_row->addStretch();
    text_row->addWidget(text_);
    text_row->addStretch();
    layout->addLayout(text_row);
    layout->addSpacing(4);
    layout->addLayout(buttons_);
    layout->addStretch(3);
}

void MessagePanel::setMessage(const QString& icon, const QString& title, const QString& text) {
    icon_->setPixmap(themedIcon(icon).pixmap(kIconSize, kIconSize));
    title_->setText(title);
    text_->setText(text);
    // A layout that centres a label does not ask how high its wrapped text is.
    text_->setMinimumHeight(text_->heightForWidth(kTextWidth));
    copy_->hide();
}

void MessagePanel::setError(const QString& title, const QString& text, const QString& details) {
    setMessage(QStringLiteral("warning"), title, text);
    details_ = details.isEmpty() ? title + QLatin1Char('\n') + text : details;
    copy_->show();
}

QString MessagePanel::title() const {
    return title_->text();
}

QString MessagePanel::text() const {
    return text_->text();
}

QPushButton* MessagePanel::addButton(const QString& text) {
    auto* button = new QPushButton(text, this);
    button->setMinimumSize(kButtonWidth, kButtonHeight);
    // Before the copy button and the stretch at the end.
    buttons_->insertWidget(buttons_->count() - 2, button);
    return button;
}

NoticeBar::NoticeBar(QWidget* parent)
    : QWidget(parent),
      text_(makePlainLabel(this)),
      action_(new QPushButton(this)),
      copy_(new QPushButton(tr("Copy details"), this)) {
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::ToolTipBase);
    setForegroundRole(QPalette::ToolTipText);
    text_->setForegroundRole(QPalette::ToolTipText);
    text_->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto* dismiss = new QToolButton(this);
    dismiss->setText(tr("Dismiss"));
    dismiss->setAutoRaise(true);
    dismiss->setToolTip(tr("Hide this notice"));
    connect(dismiss, &QToolButton::clicked, this, [this] {
        hide();
        emit dismissed();
    });
    connect(copy_, &QPushButton::clicked, this, &NoticeBar::copyDetails);
    action_->hide();
    copy_->hide();

    auto* layout = makeRow(this, 8, {12, 6, 12, 6});
    layout->addWidget(text_, 1);
    layout->addWidget(action_);
    layout->addWidget(copy_);
    layout->addWidget(dismiss);
    hide();
}

void NoticeBar::setText(const QString& text, const QString& details) {
    text_->setText(text);
    details_ = details;
    copy_->setVisible(!details.isEmpty());
    setVisible(!text.isEmpty());
}

QString NoticeBar::text() const {
    return text_->text();
}

void NoticeBar::copyDetails() {
    QGuiApplication::clipboard()->setText(details_);
}

}  // namespace rudolph
