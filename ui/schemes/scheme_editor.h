#pragma once

#include <QDialog>
#include <vector>

#include "ui/schemes/scheme_document.h"
#include "ui/session/scheme_store.h"

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;
class QTabWidget;

namespace rudolph {

class SchemeCanvas;
class SchemeTab;

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
    LandmarkScheme scheme() const { return schemeOf(document_->draft()); }
    SchemeDocument* document() const { return document_; }

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
    QWidget* makeHeader();
    QWidget* makeMiddle();
    QWidget* makeFooter();
    SchemeTab* tab() const;
    SchemeDraft ownDraft(const LandmarkScheme& scheme) const;
    void startFrom(const LandmarkScheme& scheme, const QString& step);
    void showDraft();
    void showProblems();
    void showLook();
    void goTo(int problem);
    void chooseFileToOpen();
    void chooseFileToSave();
    void askToRemove(const QString& name);
    void tellFailure(const QString& title);
    void rememberLayout() const;

    SchemeStore* store_;
    SchemeDocument* document_;
    std::vector<SchemeTab*> parts_;
    std::vector<SchemeProblem> found_;
    QLineEdit* name_;
    QLineEdit* title_;
    QTabWidget* tabs_;
    SchemeCanvas* canvas_;
    QLabel* hint_;
    QListWidget* problems_;
    QPushButton* save_;
    QPushButton* save_file_;
};

}  // namespace rudolph
