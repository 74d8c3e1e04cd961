#pragma once

#include <QObject>
#include <QPointer>
#include <functional>
#include <optional>
#include <vector>

#include "ui/documents/annotation_document.h"
#include "ui/parts/page_actions.h"

class QMenu;

namespace rudolph {

class AnnotatePanel;
class FaceView;
class Navigation;
class NetworkHelp;
class PointEditor;

/// Editing a face: joins the document, the editor of points on the picture, the panel beside it and
/// the help of a network, and adds every action of annotating to those of the page. The page says
/// which face it shows and follows when another one is asked for.
class Annotator : public QObject {
    Q_OBJECT

public:
    /// What it joins; all must outlive its use.
    struct Parts {
        FaceView* view;  ///< shows the pictures
        AnnotatePanel* panel;
        NetworkHelp* help;
        PageActions* actions;
        Navigation* navigation;  ///< for telling what was done
    };

    Annotator(const Parts& parts, QObject* parent);
    ~Annotator() override;

    void setDocument(AnnotationDocument* document);
    /// The face whose picture the view shows; −1: none.
    void setFace(int index);
    /// Whether the mouse and the keys edit.
    void setActive(bool active);
    bool isActive() const { return active_; }
    /// The face that comes before the shown one in the order of the list: for copying its points.
    void setPrevious(std::optional<int> index) { previous_ = index; }
    /// Whether a face is one of those to mark next, through which Enter goes.
    void setQueue(std::function<bool(int face)> is_queued) { is_queued_ = std::move(is_queued); }
    /// The face of which Enter accepts the fix of a finding, fixAccepted(); −1: none.
    void setFixedFace(int index);
    void selectPoint(int point);
    /// Those of them that have a place.
    void selectPoints(const std::vector<int>& points);

    /// All of its actions, with lines between their sections.
    void fillMenu(QMenu* menu) const;
    /// For the list's context menu: what can be done to these faces.
    void fillFacesMenu(QMenu* menu, const std::vector<int>& faces);

signals:
    /// Another face of the same picture was chosen or made.
    void faceWanted(int index);
    void nextWanted();
    void previousWanted();
    /// A proposal was accepted: the next one that needs a look.
    void nextProposalWanted();
    void fixAccepted();

private:
    void addActions();
    void addSection(const QString& section, std::vector<PageAction> rows);
    std::vector<PageAction> modeRows();
    std::vector<PageAction> pointRows();
    std::vector<PageAction> faceRows();
    std::vector<PageAction> networkRows();
    void connectEditor();
    void connectPanel();
    void showFace();
    QString placeInPicture() const;
    void updateActions();
    /// Changes the shown face as one step.
    void change(const Sample& after, const QString& what);
    void copyPrevious();
    void resetToMean();
    void finishFace();
    void acceptFace();
    const Sample* shown() const;

    Parts parts_;
    QPointer<FaceView> view_;
    PointEditor* editor_;
    QPointer<AnnotationDocument> document_;
    std::vector<const char*> menu_;  ///< ids of its actions, "-" between the sections
    std::optional<Landmarks> starting_shape_;
    std::optional<int> previous_;
    std::function<bool(int)> is_queued_;
    int face_ = -1;
    int fixed_face_ = -1;
    bool active_ = false;
};

}  // namespace rudolph
