#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTabWidget>

#include "ui/parts/icons.h"
#include "ui/schemes/scheme_canvas.h"
#include "ui/schemes/scheme_editor.h"

namespace rudolph {
namespace {

QString nameOf(const LandmarkScheme& scheme, int point) {
    return QString::fromStdString(scheme.point_names[static_cast<size_t>(point)]);
}

/// A field that shows this already keeps its cursor.
void setText(QLineEdit* field, const std::string& text) {
    const QString shown = QString::fromStdString(text);
    if (field->text().trimmed() != shown.trimmed())
        field->setText(shown);
}

/// As many rows as there are texts; what is there is changed only where it differs.
void setRows(QListWidget* list, const QStringList& texts, bool editable) {
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

QString namesOf(const LandmarkScheme& scheme, const std::vector<int>& points) {
    QStringList names;
    for (const int point : points)
        names << nameOf(scheme, point);
    return names.isEmpty() ? SchemeEditor::tr("no point yet") : names.join(QStringLiteral("\n"));
}

}  // namespace

void SchemeEditor::showDraft() {
    showing_ = true;
    if (chosen_point_ >= draft_.scheme.size())
        chosen_point_ = draft_.scheme.size() - 1;
    if (waiting_ && *waiting_ >= draft_.scheme.size())
        waiting_.reset();
    setText(name_, draft_.scheme.name);
    setText(title_, draft_.scheme.title);
    showPoints();
    showLines();
    showPairs();
    showMeasures();
    canvas_->setDraft(draft_);
    showing_ = false;
    showProblems();
    showChosen();
}

void SchemeEditor::showPoints() {
    QStringList names;
    for (const std::string& name : draft_.scheme.point_names)
        names << QString::fromStdString(name);
    setRows(points_, names, true);
    for (int i = 0; i < points_->count(); ++i) {
        QFont font = points_->font();
        const bool placed = draft_.places[static_cast<size_t>(i)].has_value();
        font.setItalic(!placed);
        points_->item(i)->setFont(font);
        points_->item(i)->setToolTip(placed ? QString() : tr("Not placed yet"));
    }
}

void SchemeEditor::showLines() {
    QStringList names;
    for (const Polyline& line : draft_.scheme.lines)
        names << QString::fromStdString(line.name);
    setRows(lines_, names, true);
    if (lines_->currentRow() < 0 && lines_->count() > 0)
        lines_->setCurrentRow(0);
}

void SchemeEditor::showPairs() {
    QStringList texts;
    for (const auto& [a, b] : draft_.scheme.mirror_pairs)
        texts << QStringLiteral("%1 ↔ %2").arg(nameOf(draft_.scheme, a), nameOf(draft_.scheme, b));
    setRows(pairs_, texts, false);
    for (int i = 0; i < pairs_->count(); ++i)
        pairs_->item(i)->setToolTip(texts[i]);
    mirrors_->setChecked(draft_.scheme.has_mirror_pairs);
}

void SchemeEditor::showMeasures() {
    const LandmarkScheme& scheme = draft_.scheme;
    nose_tip_->clear();
    nose_tip_->addItem(tr("Not one of the points"));
    for (int i = 0; i < scheme.size(); ++i)
        nose_tip_->addItem(nameOf(scheme, i));
    nose_tip_->setCurrentIndex(scheme.nose_tip ? *scheme.nose_tip + 1 : 0);
    distance_used_->setChecked(scheme.normaliser.has_value());
    distance_->setVisible(scheme.normaliser.has_value());
    if (!scheme.normaliser)
        return;
    setText(distance_name_, scheme.normaliser->name);
    from_->setText(namesOf(scheme, scheme.normaliser->from));
    to_->setText(namesOf(scheme, scheme.normaliser->to));
}

void SchemeEditor::showProblems() {
    found_ = problemsOf(draft_);
    problems_->clear();
    bool stops = false;
    for (const SchemeProblem& problem : found_) {
        auto* item = new QListWidgetItem(problem.text, problems_);
        if (problem.stops_saving)
            item->setIcon(themedIcon(QStringLiteral("warning")));
        stops = stops || problem.stops_saving;
    }
    if (found_.empty()) {
        auto* item = new QListWidgetItem(tr("The scheme is complete."), problems_);
        item->setFlags(Qt::NoItemFlags);
    }
    save_->setEnabled(!stops);
    save_file_->setEnabled(!stops);
}

void SchemeEditor::showChosen() {
    const int tab = tabs_->currentIndex();
    const LandmarkScheme& scheme = draft_.scheme;
    std::vector<int> chosen;
    if (tab == PointsTab && chosen_point_ >= 0)
        chosen = {chosen_point_};
    const int pair = pairs_->currentRow();
    if (tab == PairsTab && pair >= 0 && pair < static_cast<int>(scheme.mirror_pairs.size())) {
        const auto& [a, b] = scheme.mirror_pairs[static_cast<size_t>(pair)];
        chosen = {a, b};
    }
    if (tab == MeasuresTab && scheme.normaliser && picking_ != Picking::Nothing)
        chosen = picking_ == Picking::From ? scheme.normaliser->from : scheme.normaliser->to;
    showing_ = true;
    points_->setCurrentRow(chosen_point_);
    showing_ = false;
    const int line = lines_->currentRow();
    const bool has_line = line >= 0 && line < static_cast<int>(scheme.lines.size());
    closed_->setEnabled(has_line);
    closed_->setChecked(has_line && scheme.lines[static_cast<size_t>(line)].closed);
    canvas_->setChosen(chosen);
    canvas_->setChosenLine(tab == LinesTab ? line : -1);
    canvas_->setPairsShown(tab == PairsTab);
    canvas_->setWaiting(waiting_);
    canvas_->setDraggable(tab == PointsTab);
    const QString hints[] = {
        tr("Click to add a point or to place the one that is chosen; drag to move it. Double-click "
           "a name to change it."),
        has_line ? tr("Click on the points of the line in order. Click on its last point again to "
                      "take it back.")
                 : tr("Begin with a new line."),
        waiting_ ? tr("Now click on the partner of “%1”, or on it again when it lies on the axis.")
                       .arg(nameOf(scheme, *waiting_))
                 : tr("Click on a point, then on its partner on the other side. Points in no pair "
                      "lie on the axis."),
        tr("The error of a point is divided by this distance, so that faces of all sizes "
           "compare.")};
    hint_->setText(hints[tab]);
}

void SchemeEditor::goTo(int problem) {
    if (problem < 0 || problem >= static_cast<int>(found_.size()))
        return;
    const SchemeProblem where = found_[static_cast<size_t>(problem)];
    switch (where.part) {
        case SchemePart::Name:
            name_->setFocus();
            return;
        case SchemePart::Points:
            tabs_->setCurrentIndex(PointsTab);
            break;
        case SchemePart::Lines:
            tabs_->setCurrentIndex(LinesTab);
            break;
        case SchemePart::Pairs:
            tabs_->setCurrentIndex(PairsTab);
            break;
        case SchemePart::Measures:
            tabs_->setCurrentIndex(MeasuresTab);
            break;
    }
    if (where.part == SchemePart::Points && where.index >= 0)
        points_->setCurrentRow(where.index);
    if (where.part == SchemePart::Lines && where.index >= 0)
        lines_->setCurrentRow(where.index);
}

}  // namespace rudolph
