#include "ui/data/recipe_words.h"

#include <QCoreApplication>
#include <QStringList>
#include <algorithm>

#include "ui/base/number_text.h"
#include "ui/base/tr.h"

namespace rudolph {
namespace {

constexpr size_t kMostGroups = 5;
/// Below this share of points inside the pictures something is wrong.
constexpr double kUsuallyInside = 0.9;
/// In sizes of the face; faces that are turned or laugh stay below.
constexpr double kUsualMisfit = 0.2;
constexpr double kUpright = 60;  ///< degrees

QString groupWords(const SurveyGroup& group) {
    const int count = static_cast<int>(group.files.size());
    QString text;
    switch (group.kind) {
        case SurveyKind::Pictures:
            text = tr("%Ln pictures", nullptr, count);
            break;
        case SurveyKind::Numbers:
            text = tr("%Ln files of numbers", nullptr, count);
            break;
        case SurveyKind::Text:
            text = tr("%Ln texts", nullptr, count);
            break;
        case SurveyKind::Other:
            text = tr("%Ln other files", nullptr, count);
            break;
    }
    if (!group.extension.empty())
        text += QStringLiteral(" (%1)").arg(QString::fromStdString(group.extension));
    if (!group.folder.empty())
        text = tr("%1 in %2").arg(text, QString::fromStdString(group.folder));
    return text;
}

QString orderWords(const RecipePoints& points) {
    if (const auto x = points.columns.find('x'), y = points.columns.find('y');
        x != points.columns.end() && y != points.columns.end())
        return tr("columns %1 and %2")
            .arg(QString::fromStdString(x->second), QString::fromStdString(y->second));
    const bool y_first = points.order.find('y') < points.order.find('x');
    QString text;
    if (points.in_blocks)
        text = y_first ? tr("first all y, then all x") : tr("first all x, then all y");
    else
        text = y_first ? tr("y and x in turn") : tr("x and y in turn");
    return points.order.size() > 2
               ? QStringLiteral("%1 (%2)").arg(text, QString::fromStdString(points.order))
               : text;
}

QString layoutWords(RecipeLayout layout) {
    switch (layout) {
        case RecipeLayout::FilePerFace:
            return tr("A file for each picture");
        case RecipeLayout::RowPerFace:
            return tr("A table, a face in each row");
        case RecipeLayout::RowPerPoint:
            return tr("A table, a point in each row");
        case RecipeLayout::Blocks:
            return tr("One file, a block for each picture");
    }
    return {};
}

}  // namespace

QString surveyWords(const Survey& survey) {
    std::vector<const SurveyGroup*> groups;
    for (const SurveyGroup& group : survey.groups)
        groups.push_back(&group);
    std::stable_sort(groups.begin(), groups.end(), [](const SurveyGroup* a, const SurveyGroup* b) {
        return a->kind != b->kind ? a->kind < b->kind : a->files.size() > b->files.size();
    });
    QStringList parts;
    for (size_t i = 0; i < std::min(groups.size(), kMostGroups); ++i)
        parts << groupWords(*groups[i]);
    if (groups.size() > kMostGroups)
        parts << tr("%n more kinds of files", nullptr,
                    static_cast<int>(groups.size() - kMostGroups));
    if (!survey.unreadable.empty())
        parts << tr("%n folders that cannot be read", nullptr,
                    static_cast<int>(survey.unreadable.size()));
    return parts.isEmpty() ? tr("No files") : parts.join(QStringLiteral(" · "));
}

QString recipeWords(const Recipe& recipe) {
    QStringList parts = {
        QStringLiteral("%1 (%2)").arg(layoutWords(recipe.layout), listText(recipe.files)),
        orderWords(recipe.points)};
    if (!recipe.text.variables.empty())
        parts.insert(1, tr("the variable %1").arg(listText(recipe.text.variables)));
    switch (recipe.place.frame) {
        case RecipeFrame::Pixels:
            break;
        case RecipeFrame::Picture:
            parts << tr("relative to the picture");
            break;
        case RecipeFrame::Centre:
            parts << tr("from the picture's middle");
            break;
        case RecipeFrame::Box:
            parts << tr("relative to the face's box");
            break;
    }
    if (recipe.place.first_pixel != 0)
        parts << tr("counted from 1");
    return parts.join(QStringLiteral(", "));
}

QString readingWords(const RecipeSuggestion& tried) {
    if (tried.faces == 0)
        return {};
    const Plausibility& found = tried.plausibility;
    return QStringList{tr("%1 of %n faces", "of a sample", tried.faces + tried.left_out)
                           .arg(countText(tried.faces)),
                       tr("%n points", nullptr, found.points),
                       tr("%1 inside the pictures").arg(percentText(found.inside, 0))}
        .join(QStringLiteral(" · "));
}

QString doubtWords(const RecipeSuggestion& tried) {
    const Plausibility& found = tried.plausibility;
    if (tried.faces == 0)
        return {};
    if (found.inside < kUsuallyInside)
        return tr(
            "Points lie outside their pictures. Are they relative to the picture, or is y "
            "before x?");
    if (found.same < kUsuallyInside)
        return tr(
            "The faces have different numbers of points. Are there other numbers before "
            "or between them?");
    if (!found.scheme.empty() && std::abs(found.rotation) > kUpright)
        return tr("The faces lie on their side. Is y before x?");
    if (!found.scheme.empty() && found.misfit > kUsualMisfit)
        return tr("This looks like no face. Do x and y come in turn, or in two halves?");
    return {};
}

QString listText(const std::vector<std::string>& list) {
    QStringList parts;
    for (const std::string& part : list)
        parts << QString::fromStdString(part);
    return parts.join(QStringLiteral(", "));
}

std::vector<std::string> typedList(const QString& text) {
    std::vector<std::string> list;
    for (const QString& part : text.split(','))
        if (!part.trimmed().isEmpty())
            list.push_back(part.trimmed().toStdString());
    return list;
}

QString columnText(const RecipeColumn& column) {
    return column.name.empty() ? QString::number(column.index)
                               : QString::fromStdString(column.name);
}

RecipeColumn typedColumn(const QString& text) {
    bool is_number = false;
    const int index = text.trimmed().toInt(&is_number);
    return is_number ? RecipeColumn{{}, index} : RecipeColumn{text.trimmed().toStdString(), 0};
}

}  // namespace rudolph
