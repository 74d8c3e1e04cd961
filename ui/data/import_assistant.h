#pragma once

#include <QElapsedTimer>
#include <QStackedWidget>
#include <memory>
#include <vector>

#include "ui/data/recipe_trial.h"
#include "ui/parts/job.h"
#include "ui/session/activities.h"

class QCheckBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;
class QPushButton;
class QMenu;
class QSplitter;

namespace rudolph {

class MessagePanel;
class NoticeBar;
class RecipeFaces;
class RecipeForm;
class Session;

/// Finds out with the person how a folder or a table is read that no reader knows: shows what lies
/// there and ranked proposals, and draws the points on three faces while one changes how they are
/// read. The result is a recipe, by which the opener opens the data, and which may be kept.
class ImportAssistant : public QStackedWidget {
    Q_OBJECT

public:
    /// `session` must outlive it.
    explicit ImportAssistant(Session* session, QWidget* parent = nullptr);

    /// What to find a recipe for; empty: asks for it. Nothing happens where it is that already.
    void setData(const QString& path);
    /// Why opening by the recipe that was chosen did not go well.
    void setTrouble(const ErrorText& trouble);
    /// Lets the files go; the next setData() looks again.
    void forget();
    QString path() const { return path_; }
    /// Shows what was asked for last.
    bool isSettled() const { return !look_job_.isBusy() && !trial_job_.isBusy(); }

signals:
    /// The person does not want to go on.
    void left();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Found {
        std::shared_ptr<const RecipeFiles> files;
        std::vector<RecipeSuggestion> suggestions;
        bool has_numbers = false;  ///< that may be points
    };

    void makeBusy();
    void makeMessage();
    void makeWork();
    QWidget* makeChoices();
    QWidget* makeOutcome();
    QWidget* makeButtons();
    void look();
    void showFound(Found found);
    void showMessage(const QString& title, const QString& text);
    void showProgress(int done, int total);
    void addProposal(const Recipe& recipe, const QString& title, const QString& line, int row);
    void chooseProposal(int row);
    void useRecipe(const Recipe& recipe);
    void tryNow();
    void showTrial(const RecipeTrial& trial);
    void fillRecipeMenu();
    void readRecipeFile(const QString& file);
    void saveRecipe();
    void openNow();
    void updateButtons();
    /// The form's recipe, with a name and with the signs by which such data are known again.
    Recipe finishedRecipe() const;
    QString dataName() const;
    /// After the data, and not that of a recipe that is remembered already.
    QString freeName() const;

    Session* session_;
    Activity activity_;
    QString path_;
    std::shared_ptr<const RecipeFiles> files_;
    std::vector<Recipe> proposals_;
    RecipeTrial trial_;
    bool open_wanted_ = false;  ///< when the trial that goes on is over
    std::shared_ptr<TrialPictures> pictures_;
    QElapsedTimer since_start_;
    QWidget* busy_ = nullptr;
    MessagePanel* busy_panel_ = nullptr;
    QProgressBar* progress_ = nullptr;
    MessagePanel* message_ = nullptr;
    QPushButton* message_pictures_ = nullptr;
    QWidget* work_ = nullptr;
    QLabel* title_ = nullptr;
    QLabel* found_ = nullptr;
    NoticeBar* notice_ = nullptr;
    QSplitter* splitter_ = nullptr;
    QListWidget* list_ = nullptr;
    RecipeForm* form_ = nullptr;
    QLabel* verdict_ = nullptr;
    QLabel* doubt_ = nullptr;
    RecipeFaces* faces_ = nullptr;
    QMenu* recipe_menu_ = nullptr;
    QPushButton* pictures_only_ = nullptr;
    QPushButton* save_ = nullptr;
    QCheckBox* remember_ = nullptr;
    QLineEdit* name_ = nullptr;
    QPushButton* open_ = nullptr;
    Job look_job_;
    Job trial_job_;  ///< last, so that both end before what they use
};

}  // namespace rudolph
