#pragma once

#include <QPointer>
#include <QWidget>

#include "ui/data/problem_model.h"

class QLabel;
class QLineEdit;
class QListView;
class QPushButton;
class QStackedWidget;

namespace rudolph {

/// What is wrong with a document, to be searched, copied, and opened line by line.
class ProblemPanel : public QWidget {
    Q_OBJECT

public:
    explicit ProblemPanel(QWidget* parent = nullptr);

    void setDocument(AnnotationDocument* document);
    int problemCount() const { return problems_->problemCount(); }
    /// While an inspection runs no other can be asked for.
    void setInspecting(bool inspecting);
    /// An inspection has come to its end.
    void setInspected();

signals:
    /// A line was chosen: its face, and the point it is about or −1.
    void faceChosen(int face, int point);
    /// A line that is about no face that could be read.
    void placeChosen(const QString& place, const QString& message);
    void inspectRequested();
    /// The person wants to go through them, one by one.
    void reviewRequested();
    void countChanged();

private:
    void layOut();
    void open(const QModelIndex& index);
    void copy(bool all);
    /// Puts right what the current problem is about, or all that are like it.
    void mend(bool all);
    void showMends();
    void showState();
    QString nothingText() const;

    QPointer<AnnotationDocument> document_;
    ProblemModel* problems_;
    QLineEdit* text_;
    QListView* list_;
    QLabel* nothing_;
    QStackedWidget* states_;
    QPushButton* inspect_;
    QPushButton* copy_all_;
    QPushButton* review_;
    QPushButton* mend_;
    QPushButton* mend_all_;
    bool inspecting_ = false;
    bool inspected_ = false;
};

}  // namespace rudolph
