#pragma once

#include <QWidget>
#include <functional>
#include <optional>

#include "ui/parts/face_thumbnails.h"
#include "ui/parts/sample_list_model.h"

class QLabel;
class QListView;
class QMenu;
class QTabWidget;

namespace rudolph {

class ProblemPanel;
class SampleFilterBar;

/// The list of faces with its filters, and the list of problems. The order and the choice of faces
/// follow an edit only when one asks for it (see SampleListModel); the chosen face stays chosen by
/// its id when faces come or go.
class SampleListPanel : public QWidget {
    Q_OBJECT

public:
    explicit SampleListPanel(QWidget* parent = nullptr);

    /// Follows the document until it goes or another is set; null: none. When it is of the same
    /// file or folder as the one before, the filters stay, and the chosen face where there still is
    /// one. Who listens to the document's facesReset and asks the panel then must connect after
    /// this call.
    void setDocument(AnnotationDocument* document, const Split& split);
    /// The index of the chosen face in the document.
    std::optional<int> currentSample() const;
    /// All selected faces, in the order shown.
    std::vector<int> selectedSamples() const;
    /// Chooses a face; takes the filters away where they hide it.
    void selectSample(int index);
    void showProblems();
    /// How far a model is from each face, by sample id, as a fraction; to sort by.
    void setDisagreements(const QHash<QString, double>& by_id);
    /// The ids of the faces to mark next, in that order, which are shown alone. `from_first`: the
    /// first of them is chosen; else the chosen face stays, before them, as one may be at work on
    /// it. Empty: none.
    void setSuggestions(const QStringList& ids, bool from_first = true);
    bool isSuggested(int index) const;
    /// While an inspection runs no other can be asked for.
    void setInspecting(bool inspecting);
    /// An inspection has come to its end.
    void setInspected();
    const SampleListModel& faces() const { return *faces_; }

public slots:
    /// The next or previous face in the order shown; at the ends nothing happens.
    void selectNext();
    /// The next doubtful proposal of those that are listed, from the chosen one on and round; where
    /// there is none the next proposal. False: there is none.
    bool selectNextProposal();
    /// The next of the faces to mark next that is not marked yet, from the chosen one on and round.
    /// False: there is none.
    bool selectNextSuggestion();
    void selectPrevious();
    /// As if a problem of this face had been chosen. `point` −1: the whole face.
    void showFinding(int face, int point);
    void focusFilter();
    void focusList();
    void clearFilters();
    /// Filters and sorts again after edits.
    void refresh();

signals:
    /// −1 when no face matches the filters.
    void sampleChosen(int index);
    /// A problem was chosen; its face has been chosen already. `point` −1: the whole face.
    void problemChosen(int index, int point);
    /// A problem that belongs to no face that could be read.
    void problemPlaceChosen(const QString& place, const QString& message);
    void inspectRequested();
    void reviewRequested();
    /// Other faces to mark next are wanted.
    void suggestionsWanted();
    /// The menu of these faces is about to pop up: what can be done with them may be added now.
    void faceMenuRequested(QMenu* menu, const std::vector<int>& indices);

protected:
private:
    QWidget* makeFacesTab();
    QWidget* makeFooter(QWidget* parent);
    QListView* makeList(QWidget* parent);
    void connectAll();
    void rememberPlace();
    void listRemade();
    void moveBy(int rows);
    /// From the chosen row on and round; false: there is none.
    bool selectNextThat(const std::function<bool(int face)>& wanted);
    void currentChanged();
    void announce(bool always);
    void updateCounts();
    void updateSuggested();
    void showFaceMenu(const QPoint& at);
    void addOwnEntries(QMenu* menu, const std::vector<int>& faces);

    FaceThumbnails* thumbnails_;
    SampleListModel* faces_;
    QTabWidget* tabs_;
    SampleFilterBar* filters_;
    QListView* list_;
    QLabel* count_;
    QWidget* filtered_footer_;
    QLabel* misplaced_;
    QWidget* misplaced_footer_;
    QLabel* suggested_;
    QWidget* suggested_footer_;
    QStringList suggestions_;  ///< ids
    ProblemPanel* problems_;
    std::filesystem::path source_;  ///< of the document
    std::string current_id_;        ///< the chosen face, to find it again in a list made anew
    int current_face_ = -1;         ///< as it was said last
    int current_row_ = 0;
    int current_top_ = 0;  ///< where its row was on the screen
    SampleOrder order_ = SampleOrder::Dataset;
    bool remaking_ = false;   ///< the list forgets what is current
    bool switching_ = false;  ///< another document is being set
};

}  // namespace rudolph
