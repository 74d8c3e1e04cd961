#pragma once

#include <QStringList>
#include <QWidget>
#include <vector>

#include "ui/session/experiment_draft.h"

class QGridLayout;
class QToolButton;

namespace rudolph {

class FieldRow;

/// The settings of the draft as a form, generated from experiment_fields() in foldable sections.
/// Fields that do not apply are hidden.
class ExperimentForm : public QWidget {
    Q_OBJECT

public:
    /// `elsewhere` names keys that the page sets in another way and that get no row; the row of the
    /// layers stands for those of their short way.
    explicit ExperimentForm(ExperimentDraft* draft, const QStringList& elsewhere = {},
                            QWidget* parent = nullptr);

    QStringList keys() const;

    /// The titles of the sections whose rows are folded away.
    QStringList foldedSections() const;
    void setFoldedSections(const QStringList& titles);
    /// Puts a button beside the heading of a section.
    void addToHeading(const QString& section, QWidget* button);

    /// The row of a setting that has one.
    FieldRow& rowOf(const std::string& key) const;

    /// Puts the cursor on the first wrong value, unfolding its section, and returns its editor.
    QWidget* showFirstProblem();
    /// Likewise on a setting; null where it does not apply.
    QWidget* showField(const std::string& key);

signals:
    /// The person has folded a section, or unfolded one.
    void folded();
    /// The person wants to edit the network's layers.
    void layersWanted();

private:
    struct Section {
        QString title;
        QWidget* box = nullptr;          ///< around the heading, and what stands beside it
        QToolButton* heading = nullptr;  ///< by its object name: the title
        std::vector<FieldRow*> rows;
        bool folded = false;
    };

    void addSection(QGridLayout* grid, const QString& title);
    void addRow(QGridLayout* grid, const Field& field);
    QWidget* showRow(const Section& section, const FieldRow& row);
    void showDraft(const QObject* by);
    void updateSection(const Section& section);
    /// Those that a row stands for: its own, and for the layers what of their short way has no row.
    std::vector<std::string> keysOf(const FieldRow& row) const;
    QString textOf(const Experiment& experiment, const FieldRow& row) const;
    bool isChanged(const FieldRow& row) const;
    QString problemOf(const FieldRow& row) const;
    void reset(const FieldRow& row);

    ExperimentDraft* draft_;
    QStringList elsewhere_;
    std::vector<Section> sections_;
};

}  // namespace rudolph
