#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>

#include "ui/documents/annotation_document.h"

class QAction;
class QMenu;

namespace rudolph {

class AnnotatePanel;
class FaceView;
class NetworkHelp;
class PointEditor;
class Shortcuts;

/// Editing a face: joins the document, the editor of points on the picture, the panel beside it and
/// the help of a network, and holds every action of annotating. The page says which face it shows
/// and follows when another one is asked for.
class Annotator : public QObject {
    Q_OBJECT

public:
    /// `view` shows the pictures; `page` is the parent of actions and dialogs.
    Annotator(FaceView* view, AnnotatePanel* panel, NetworkHelp* help, QWidget* page);
    ~Annotator() override;

    void setDocument(AnnotationDocument* document);
    /// The face whose picture the view shows; −1: none.
    void setFace(int index);
    int face() const { return face_; }
    /// Whether the mouse and the keys edit.
    void setActive(bool active);
    bool isActive() const { return active_; }
    /// The face that comes before the shown one in the order of the list: for copying its points.
    void setPrevious(std::optional<int> index) { previous_ = index; }
    void selectPoint(int point);

    PointEditor* editor() { return editor_; }
    /// Takes the keys that can be changed.
    void registerActions(Shortcuts* shortcuts);
    /// For the Edit menu and the picture's context menu.
    void fillMenu(QMenu* menu) const;
    /// For the list's context menu: what can be done to these faces.
    void fillFacesMenu(QMenu* menu, const std::vector<int>& faces);
    /// Above the picture.
    QAction* pointsAction() { return points_; }
    QAction* boxesAction() { return boxes_; }
    QAction* fitFaceAction() { return fit_face_; }
    QAction* fitAllAction() { return fit_all_; }
    QAction* compareAction() { return compare_; }

signals:
    /// Another face of the same picture was chosen or made.
    void faceWanted(int index);
    void nextWanted();
    void previousWanted();
    /// What was done, in one line.
    void reported(const QString& text);

private:
    struct Entry {
        QAction* action;
        const char* id;
        QString section;
    };

    QAction* add(const char* id, const QString& section, const QString& text,
                 const QList<QKeySequence>& keys, const std::function<void()>& run);
    void makeActions();
    void makeModeActions();
    void makePointActions();
    void makeFaceActions();
    void makeNetworkActions();
    void connectEditor();
    void showFace();
    void updateActions();
    /// Changes the shown face as one step.
    void change(const Sample& after, const QString& what);
    void setState(const std::vector<int>& faces, FaceState state);
    void accept(const std::vector<int>& faces);
    void reject(const std::vector<int>& faces);
    void copyPrevious();
    void resetToMean();
    const Sample* shown() const;

    QPointer<FaceView> view_;
    AnnotatePanel* panel_;
    NetworkHelp* help_;
    QWidget* page_;
    PointEditor* editor_;
    AnnotationDocument* document_ = nullptr;
    std::vector<Entry> entries_;
    std::optional<Landmarks> starting_shape_;
    std::optional<int> previous_;
    int face_ = -1;
    bool active_ = false;
    QAction* points_ = nullptr;
    QAction* boxes_ = nullptr;
    QAction* fit_face_ = nullptr;
    QAction* fit_all_ = nullptr;
    QAction* compare_ = nullptr;
    QAction* accept_ = nullptr;
    QAction* reject_ = nullptr;
};

}  // namespace rudolph
