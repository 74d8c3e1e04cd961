#pragma once

#include <QWidget>
#include <functional>
#include <vector>

#include "core/formats/recipe.h"

class QComboBox;
class QFormLayout;
class QLineEdit;

namespace rudolph {

/// A recipe as a form: how pictures pair with points, which numbers are x and y, what they count
/// from, what is passed by. Shows what the recipe's layout has; edited() comes with every key.
class RecipeForm : public QWidget {
    Q_OBJECT

public:
    explicit RecipeForm(QWidget* parent = nullptr);

    const Recipe& recipe() const { return recipe_; }
    /// Says nothing through edited().
    void setRecipe(const Recipe& recipe);

signals:
    void edited();

private:
    using Shown = std::function<bool(const Recipe&)>;
    using Choices = std::vector<std::pair<QString, int>>;
    struct Row {
        QWidget* field;
        Shown shown;  ///< empty: always
        std::function<void()> fill;
    };

    void addPairing();
    void addNumbers();
    void addPlace();
    void addText();
    void addSection(const QString& title);
    QLineEdit* makeLine(const char* id, const QString& name, const QString& tip,
                        const std::function<QString(const Recipe&)>& get,
                        const std::function<void(Recipe&, const QString&)>& set);
    void addLine(const char* id, const QString& label, const QString& tip, const Shown& shown,
                 const std::function<QString(const Recipe&)>& get,
                 const std::function<void(Recipe&, const QString&)>& set);
    /// What a name has before and after the part that pairs.
    void addAround(const char* id, const QString& label, const QString& tip, const Shown& shown,
                   std::string RecipePictures::*before, std::string RecipePictures::*after);
    QComboBox* addChoice(const char* id, const QString& label, const QString& tip,
                         const Shown& shown, const Choices& choices,
                         const std::function<int(const Recipe&)>& get,
                         const std::function<void(Recipe&, int)>& set);
    void addCount(const char* id, const QString& label, const QString& tip, const QString& zero,
                  const Shown& shown, const std::function<int(const Recipe&)>& get,
                  const std::function<void(Recipe&, int)>& set);
    void addTick(const char* id, const QString& label, const QString& tip, const Shown& shown,
                 const std::function<bool(const Recipe&)>& get,
                 const std::function<void(Recipe&, bool)>& set);
    void addSize();
    void addScheme();
    void change(const std::function<void(Recipe&)>& edit);
    void showRows();

    Recipe recipe_;
    QFormLayout* form_;
    std::vector<Row> rows_;
    bool filling_ = false;
};

}  // namespace rudolph
