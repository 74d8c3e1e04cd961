#include "ui/data/network_menu.h"

#include <QMenu>
#include <QWidget>

#include "core/base/error.h"
#include "core/predict/fit_faces.h"
#include "core/predict/model_file.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/session/model_shelf.h"

namespace rudolph {

NetworkMenu::NetworkMenu(ModelShelf* shelf, QWidget* window)
    : QObject(window), shelf_(shelf), menu_(new QMenu(window)) {
    menu_->setToolTipsVisible(true);
    connect(shelf_, &ModelShelf::changed, this, [this] {
        fill();
        look();
    });
    connect(menu_, &QMenu::aboutToShow, shelf_, &ModelShelf::refresh);
    connect(menu_, &QMenu::aboutToShow, this, &NetworkMenu::look);
    fill();
    look();
}

NetworkMenu::~NetworkMenu() = default;

void NetworkMenu::setScheme(const LandmarkScheme& scheme) {
    if (scheme == scheme_)
        return;
    scheme_ = scheme;
    fill();
}

void NetworkMenu::setChosen(const QString& model) {
    if (model == chosen_)
        return;
    chosen_ = model;
    fill();
    look();
}

/// Reads the description of each model again whose file has become another.
void NetworkMenu::look() {
    QStringList models;
    for (const ModelChoice& choice : shelf_->choices(chosen_))
        models << choice.model;
    job_.start(
        [models, known = known_](JobContext& context) {
            KnownModels now;
            for (const QString& model : models) {
                context.cancel().throw_if_cancelled();
                Known one = known.value(model);
                try {
                    const ModelFile file = modelFile(model);
                    if (!known.contains(model) || !(one.file == file) || !one.problem.isEmpty()) {
                        ModelInfo info = read_model_info(toPath(model));
                        one = {file, std::move(info.scheme), std::move(info.indices), {}};
                    }
                } catch (const Error& error) {
                    one = {{}, {}, {}, QString::fromStdString(error.message())};
                }
                now.insert(model, one);
            }
            return now;
        },
        [this](const KnownModels& now) {
            known_ = now;
            fill();
        });
}

std::optional<int> NetworkMenu::placed(const QString& model) const {
    const auto known = known_.constFind(model);
    if (known == known_.constEnd())
        return std::nullopt;
    if (!known->problem.isEmpty())
        return 0;
    if (scheme_.size() == 0)
        return static_cast<int>(known->indices.size());
    ModelInfo info;
    info.scheme = known->scheme;
    info.indices = known->indices;
    return points_placed(info, scheme_);
}

int NetworkMenu::pointsWanted(const QString& model) const {
    return scheme_.size() > 0 ? scheme_.size() : static_cast<int>(known_[model].indices.size());
}

bool NetworkMenu::fits() const {
    return placed(chosen_).value_or(1) > 0;
}

QString NetworkMenu::remark() const {
    return chosen_.isEmpty() ? QString() : remarkOn(chosen_);
}

QString NetworkMenu::remarkOn(const QString& model) const {
    const std::optional<int> points = placed(model);
    if (!points)
        return {};
    const Known known = known_[model];
    if (!known.problem.isEmpty())
        return tr("It cannot be read: %1").arg(known.problem);
    if (*points == 0)
        return tr("It finds points of %1; none of them is known to be one of %2.")
            .arg(QString::fromStdString(known.scheme.name), QString::fromStdString(scheme_.name));
    const int wanted = pointsWanted(model);
    return *points == wanted ? QString()
                             : tr("It places %1 of the %2 points; the others are left to you.")
                                   .arg(*points)
                                   .arg(wanted);
}

void NetworkMenu::fill() {
    menu_->clear();
    std::vector<ModelChoice> unfit;
    for (ModelChoice& choice : shelf_->choices(chosen_)) {
        if (placed(choice.model) == 0)
            unfit.push_back(std::move(choice));
        else
            addModel(choice);
    }
    if (!unfit.empty()) {
        menu_->addSeparator();
        for (const ModelChoice& choice : unfit)
            addModel(choice);
    }
    menu_->addSeparator();
    connect(menu_->addAction(tr("Choose a model file…")), &QAction::triggered, this,
            &NetworkMenu::fileWanted);
    emit changed();
}

void NetworkMenu::addModel(const ModelChoice& choice) {
    const std::optional<int> points = placed(choice.model);
    QString text = choice.name;
    if (points == 0)
        text = known_[choice.model].problem.isEmpty()
                   ? tr("%1 · knows none of these points").arg(text)
                   : tr("%1 · cannot be read").arg(text);
    else if (points && *points < pointsWanted(choice.model))
        text = tr("%1 · %2 of %3 points").arg(text).arg(*points).arg(pointsWanted(choice.model));
    QAction* action = menu_->addAction(text.replace('&', QStringLiteral("&&")));
    QStringList tip;
    for (const QString& line : {choice.tip, remarkOn(choice.model)})
        if (!line.isEmpty())
            tip << line;
    action->setToolTip(plainTip(tip.join('\n')));
    action->setCheckable(true);
    action->setChecked(choice.model == chosen_);
    action->setEnabled(points != 0);
    connect(action, &QAction::triggered, this,
            [this, model = choice.model] { emit chosen(model); });
}

}  // namespace rudolph
