#include "ui/schemes/scheme_lines_tab.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>

namespace rudolph {

SchemeLinesTab::SchemeLinesTab(SchemeDocument* document)
    : SchemeTab(document),
      lines_(makeList(QStringLiteral("lines"), tr("Lines"))),
      closed_(new QCheckBox(tr("&Closed: the last point joins the first"))) {
    connect(lines_, &QListWidget::currentRowChanged, this, [this] {
        showClosed();
        emit lookChanged();
    });
    connect(lines_, &QListWidget::itemChanged, this, [this](QListWidgetItem* item) {
        const auto line = static_cast<size_t>(lines_->row(item));
        document_.change(tr("Rename a line"), [line, item](SchemeDraft& draft) {
            draft.scheme.lines[line].name = item->text().trimmed().toStdString();
        });
    });
    connect(closed_, &QCheckBox::clicked, this, [this](bool closed) {
        change(closed ? tr("Close a line") : tr("Open a line"),
               [closed](Polyline& line) { line.closed = closed; });
    });
    stack({lines_, closed_,
           schemeRow({makeButton(tr("New line"), tr("Then click on its points in order"),
                                 [this] { add(); }),
                      makeButton(tr("Remove"), tr("Remove the chosen line"),
                                 [this] { removeChosen(); })})});
}

const Polyline* SchemeLinesTab::chosen() const {
    const int line = lines_->currentRow();
    const bool there = line >= 0 && line < static_cast<int>(scheme().lines.size());
    return there ? &scheme().lines[static_cast<size_t>(line)] : nullptr;
}

void SchemeLinesTab::showDraft() {
    QStringList names;
    for (const Polyline& line : scheme().lines)
        names << QString::fromStdString(line.name);
    showRows(lines_, names, true);
    const QSignalBlocker quiet(lines_);
    if (lines_->currentRow() < 0 && lines_->count() > 0)
        lines_->setCurrentRow(0);
    showClosed();
}

void SchemeLinesTab::showClosed() {
    closed_->setEnabled(chosen() != nullptr);
    closed_->setChecked(chosen() != nullptr && chosen()->closed);
}

SchemeLook SchemeLinesTab::look() const {
    SchemeLook look;
    look.line = lines_->currentRow();
    return look;
}

QString SchemeLinesTab::hint() const {
    return chosen() ? tr("Click on the points of the line in order. Click on its last point again "
                         "to take it back.")
                    : tr("Begin with a new line.");
}

void SchemeLinesTab::choose(int line) {
    lines_->setCurrentRow(line);
}

void SchemeLinesTab::change(const QString& what, const std::function<void(Polyline&)>& edit) {
    const int line = lines_->currentRow();
    if (line >= 0)
        document_.change(what, [line, &edit](SchemeDraft& draft) {
            edit(draft.scheme.lines[static_cast<size_t>(line)]);
        });
}

void SchemeLinesTab::clickPoint(int point) {
    const Polyline* line = chosen();
    const bool take_back = line && !line->points.empty() && line->points.back() == point;
    change(take_back ? tr("Shorten a line") : tr("Lengthen a line"),
           [point, take_back](Polyline& edited) {
               if (take_back)
                   edited.points.pop_back();
               else
                   edited.points.push_back(point);
           });
}

void SchemeLinesTab::add() {
    const QString name = tr("line %1").arg(scheme().lines.size() + 1);
    document_.change(tr("Add a line"), [&name](SchemeDraft& draft) {
        draft.scheme.lines.push_back({name.toStdString(), {}, false});
    });
    lines_->setCurrentRow(lines_->count() - 1);
}

void SchemeLinesTab::removeChosen() {
    const int line = lines_->currentRow();
    if (line >= 0)
        document_.change(tr("Remove a line"), [line](SchemeDraft& draft) {
            draft.scheme.lines.erase(draft.scheme.lines.begin() + line);
        });
}

}  // namespace rudolph
