#pragma once

#include <QHash>
#include <QObject>
#include <memory>

#include "core/geometry/landmark_scheme.h"
#include "ui/parts/job.h"
#include "ui/session/model_file.h"

class QMenu;
class QWidget;

namespace rudolph {

class ModelShelf;
struct ModelChoice;

/// The menu of the models that can place points: first those that know points of the faces'
/// scheme, and how many of them; then, disabled, those that do not, with the reason. What a model
/// knows is read in the background from its file.
class NetworkMenu : public QObject {
    Q_OBJECT

public:
    /// `shelf` must outlive this; `window` is the parent of the menu.
    NetworkMenu(ModelShelf* shelf, QWidget* window);
    ~NetworkMenu() override;

    QMenu* menu() { return menu_; }
    /// Of the faces; without points: any model fits.
    void setScheme(const LandmarkScheme& scheme);
    void setChosen(const QString& model);
    /// What the chosen model cannot do for these faces, in a sentence; empty where it places all
    /// points, or while that is not known.
    QString remark() const;
    /// Whether the chosen model places any of the faces' points, as far as is known.
    bool fits() const;

signals:
    void chosen(const QString& model);
    void fileWanted();
    /// remark() or fits() may be other ones.
    void changed();

private:
    /// What the file of a model says.
    struct Known {
        ModelFile file;
        LandmarkScheme scheme;
        std::vector<int> indices;
        QString problem;  ///< why it cannot be read; empty: it can
    };
    using KnownModels = QHash<QString, Known>;

    void look();
    void fill();
    /// Of the faces' points; empty: not known (yet).
    std::optional<int> placed(const QString& model) const;
    int pointsWanted(const QString& model) const;
    QString remarkOn(const QString& model) const;
    void addModel(const ModelChoice& choice);

    ModelShelf* shelf_;
    QMenu* menu_;
    LandmarkScheme scheme_;
    QString chosen_;
    KnownModels known_;
    Job job_{JobOrder::Steady};
};

}  // namespace rudolph
