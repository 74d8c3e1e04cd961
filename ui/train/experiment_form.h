#pragma once

#include <QMap>
#include <QStringList>
#include <QWidget>
#include <vector>

#include "core/experiment/check_experiment.h"
#include "core/experiment/fields.h"

class QGridLayout;
class QLabel;
class QToolButton;

namespace rudolph {

/// The settings of an experiment as a form, generated from experiment_fields(): sections, units,
/// tips, a sentence under every value that is wrong, and a mark with a reset button beside every
/// value that differs from the preset. Fields that do not apply are hidden.
class ExperimentForm : public QWidget {
    Q_OBJECT

public:
    /// `elsewhere` names keys that the page sets in another way and that get no row.
    explicit ExperimentForm(const QStringList& elsewhere = {}, QWidget* parent = nullptr);

    /// Shows an experiment, and what it is compared with: a preset, or a file that was opened.
    void setExperiment(const Experiment& experiment, const Experiment& base);
    /// Takes over what differs; texts in other rows stay as they are, also those that cannot be
    /// read.
    void changeExperiment(const Experiment& experiment);
    /// The values as they stand; a text that cannot be read keeps the last value that could.
    const Experiment& experiment() const { return experiment_; }
    const Experiment& base() const { return base_; }

    /// What is wrong, including texts that cannot be read; empty when it can be trained.
    const std::vector<FieldProblem>& problems() const { return problems_; }
    /// Keys with a row whose value differs from the base.
    QStringList changedKeys() const;
    QStringList keys() const;

    /// The editor of a key (QLineEdit or QComboBox), null where there is none.
    QWidget* editor(const QString& key) const;
    /// The sentence that marks a wrong value; empty when it is right.
    QString problemText(const QString& key) const;

    /// The titles of the sections whose rows are folded away.
    QStringList foldedSections() const;
    void setFoldedSections(const QStringList& titles);
    /// The button that folds a section and unfolds it.
    QToolButton* sectionButton(const QString& title) const;

    /// Puts a button beside the heading of a section; nothing where there is none.
    void addToHeading(const QString& section, QWidget* button);

    /// Puts the cursor on the first wrong value, unfolding its section, and returns its editor.
    QWidget* showFirstProblem();

public slots:
    /// All values back to the base.
    void reset();

signals:
    void changed();
    /// The person has folded a section, or unfolded one.
    void folded();

private:
    struct Row {
        const Field* field = nullptr;
        QWidget* label = nullptr;
        QWidget* editor = nullptr;
        QWidget* cell = nullptr;  ///< the editor, with the button that chooses a file
        QLabel* unit = nullptr;
        QToolButton* reset = nullptr;
        QLabel* problem = nullptr;
        QString unreadable;  ///< why the text in the editor is no value
    };

    struct Section {
        QString title;
        QWidget* box = nullptr;  ///< around the heading, and what stands beside it
        QToolButton* heading = nullptr;
        std::vector<size_t> members;  ///< rows
        bool folded = false;
    };

    void updateSection(const Section& section);
    Section& sectionOf(size_t row);
    void addSection(QGridLayout* grid, const QString& title);
    void addRow(QGridLayout* grid, const Field& field);
    QWidget* makeEditor(Row& row);
    void takeText(const QString& key, const QString& text);
    void showValue(Row& row);
    void updateRows();
    void updateRow(Row& row);
    void chooseFile(const QString& key);

    Experiment experiment_;
    Experiment base_;
    std::vector<FieldProblem> problems_;
    std::vector<Row> rows_;
    std::vector<Section> sections_;
    QMap<QString, size_t> row_of_key_;
    bool filling_ = false;
};

}  // namespace rudolph
