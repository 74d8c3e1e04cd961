#include "ui/schemes/scheme_tab.h"

#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

#include "ui/base/layouts.h"

namespace rudolph {

void SchemeTab::stack(std::initializer_list<QWidget*> widgets) {
    auto* layout = makeColumn(this, 8, {8, 8, 8, 8});
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
}

QPushButton* SchemeTab::makeButton(const QString& text, const QString& tip,
                                   std::function<void()> action) {
    auto* button = new QPushButton(text);
    button->setToolTip(tip);
    button->setAutoDefault(false);
    connect(button, &QPushButton::clicked, this, std::move(action));
    return button;
}

QListWidget* SchemeTab::makeList(const QString& object_name, const QString& accessible_name) {
    auto* list = new QListWidget;
    list->setObjectName(object_name);
    list->setAccessibleName(accessible_name);
    list->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    return list;
}

QWidget* schemeRow(std::initializer_list<QWidget*> widgets) {
    auto* line = new QWidget;
    auto* layout = makeRow(line, 8);
    for (QWidget* widget : widgets)
        layout->addWidget(widget);
    layout->addStretch(1);
    return line;
}

void showText(QLineEdit* field, const std::string& text) {
    const QString shown = QString::fromStdString(text);
    if (field->text().trimmed() != shown.trimmed())
        field->setText(shown);
}

void showRows(QListWidget* list, const QStringList& texts, bool editable) {
    const QSignalBlocker quiet(list);
    while (list->count() > texts.size())
        delete list->takeItem(list->count() - 1);
    for (int i = 0; i < texts.size(); ++i) {
        if (i == list->count())
            list->addItem(QString());
        QListWidgetItem* item = list->item(i);
        item->setData(Qt::UserRole, i);
        if (item->text() != texts[i])
            item->setText(texts[i]);
        Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsDragEnabled;
        if (editable)
            flags |= Qt::ItemIsEditable;
        item->setFlags(flags);
    }
}

}  // namespace rudolph
