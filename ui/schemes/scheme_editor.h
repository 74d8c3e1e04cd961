#pragma once

#include <QDialog>
#include <QUndoStack>
#include <functional>
#include <optional>

#include "ui/schemes/scheme_draft.h"
#include "ui/session/scheme_store.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QMenu;
class QPushButton;
class QTabWidget;
class QToolButton;

namespace rudolph {

class SchemeCanvas;

/// Makes or changes a landmark scheme: points with names, drawn on a face; lines through them;
/// which left one mirrors which right one; what errors are divided by. Every change can be undone.
/// Saves among the person's schemes, or as a file.
class SchemeEditor : public QDialog {
    Q_OBJECT

public:
    /// `store` must outlive the dialog. Begins with an empty scheme.
    explicit SchemeEditor(SchemeStore* store, QWidget* parent = nullptr);

    /// Begins with this scheme; one that comes with the program is edited under a name of its own.
    void edit(const LandmarkScheme& scheme);
    /// As it stands, with its reference when all points are placed.
    LandmarkScheme scheme() const { return schemeOf(draft_); }
    const SchemeDraft& draft() const { return draft_; }
    QUndoStack* undoStack() { return &undo_; }

    SchemeCanvas* canvas() { return canvas_; }
    QTabWidget* tabs() { return tabs_; }
    QLineEdit* nameField() { return name_; }
    QListWidget* pointList() { return points_; }
    QListWidget* lineList() { return lines_; }
    QListWidget* pairList() { return pairs_; }
    QListWidget* problemList() { return problems_; }
    QPushButton* saveButton() { return save_; }
    QMenu* startMenu() { return start_menu_; }

    /// Reads a scheme file in place of what is there: one step.
    void openFile(const QString& file);
    void saveFile(const QString& file);

public slots:
    /// Keeps the scheme in the store; says why where it cannot.
    void save();
    void reject() override;

signals:
    /// Kept among the person's schemes.
    void saved(const rudolph::LandmarkScheme& scheme);

private:
    friend class ChangeDraft;
    enum Tab { PointsTab, LinesTab, PairsTab, MeasuresTab };
    enum class Picking { Nothing, From, To };

    // scheme_editor_tabs.cpp
    QWidget* makeHeader();
    QWidget* makePointsTab();
    QWidget* makeLinesTab();
    QWidget* makePairsTab();
    QWidget* makeMeasuresTab();
    QWidget* makeFooter();
    QPushButton* makeButton(const QString& text, const QString& tip, std::function<void()> action);

    // scheme_editor_show.cpp
    void showDraft();
    void showPoints();
    void showLines();
    void showPairs();
    void showMeasures();
    void showProblems();
    void showChosen();
    void goTo(int problem);

    // scheme_editor_edit.cpp
    using Edit = std::function<void(SchemeDraft&)>;
    /// One step; steps with the same `merge` that follow each other are one.
    void change(const QString& what, const Edit& edit, const QString& merge = {});
    void canvasClicked(int point);
    void placeClicked(const Point& place);
    void addToLine(int point);
    void pairWith(int point);
    void pickForDistance(int point);
    void addPointToList();
    void removeChosen();
    void removePointAt(int point);
    void shiftPoint(int by);
    void pointsDragged();
    void setDistanceUsed(bool used);
    void setPicking(Picking picking);

    void connectCanvas();
    void fillStartMenu();
    void startFrom(const LandmarkScheme& scheme, const QString& what);
    QString ownName(const QString& name) const;
    void chooseFileToOpen();
    void chooseFileToSave();
    void askToRemove(const QString& name);
    void tellFailure(const QString& title);

    SchemeStore* store_;
    SchemeDraft draft_;
    QUndoStack undo_;
    bool showing_ = false;  ///< the fields are being filled; their signals are nobody's wish
    int chosen_point_ = -1;
    std::optional<int> waiting_;
    Picking picking_ = Picking::Nothing;
    std::vector<SchemeProblem> found_;

    QMenu* start_menu_;
    QLineEdit* name_;
    QLineEdit* title_;
    QTabWidget* tabs_;
    SchemeCanvas* canvas_;
    QLabel* hint_;
    QListWidget* points_;
    QListWidget* lines_;
    QCheckBox* closed_;
    QListWidget* pairs_;
    QCheckBox* mirrors_;
    QComboBox* nose_tip_;
    QCheckBox* distance_used_;
    QWidget* distance_;
    QLineEdit* distance_name_;
    QLabel* from_;
    QLabel* to_;
    QPushButton* pick_from_;
    QPushButton* pick_to_;
    QListWidget* problems_;
    QPushButton* save_;
    QPushButton* save_file_;
};

}  // namespace rudolph
