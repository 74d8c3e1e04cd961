#pragma once

#include <QWidget>
#include <optional>

#include "ui/models/problem_model.h"
#include "ui/models/sample_filter.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QTabWidget;

namespace rudolph {

/// The list of faces with its filters, and the list of problems.
class SampleListPanel : public QWidget {
    Q_OBJECT

public:
    explicit SampleListPanel(QWidget* parent = nullptr);

    /// When it is the same data set again (its pictures were checked), the filters stay, and the
    /// chosen face where there still is one.
    void setDataset(const std::shared_ptr<const Dataset>& dataset, const Split& split);
    /// The index of the chosen face in the data set.
    std::optional<int> currentSample() const;
    /// Chooses a face; takes the filters away where they hide it.
    void selectSample(int index);
    void showProblems();
    const SampleListModel& faces() const { return *faces_; }

public slots:
    void focusFilter();
    void focusList();
    void clearFilters();

signals:
    /// −1 when no face matches the filters.
    void sampleChosen(int index);
    /// A problem that belongs to no face that could be read.
    void problemChosen(const QString& place, const QString& message);

private:
    QWidget* makeFacesTab();
    QWidget* makeProblemsTab();
    void fillFilters();
    /// Makes a face the current one, or the first where it is not shown, and says so.
    void choose(std::optional<int> sample);
    void applyFilters();
    void runQuery();
    void updateCounts();
    void currentChanged();
    void problemClicked(const QModelIndex& index);
    void showFaceMenu(const QPoint& at);
    void copyProblems(bool all);

    ThumbnailLoader* thumbnails_;
    SampleListModel* faces_;
    SampleFilter* filtered_;
    ProblemModel* problems_;
    QTabWidget* tabs_;
    QLineEdit* text_;
    QComboBox* side_;
    QComboBox* view_;
    QComboBox* person_;
    QListView* list_;
    QLabel* count_;
    QWidget* footer_;
    QListView* problem_list_;
    QPushButton* copy_problems_;
    bool filling_ = false;
};

}  // namespace rudolph
