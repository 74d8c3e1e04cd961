#pragma once

#include <QImage>
#include <QWidget>

#include "ui/parts/job.h"
#include "ui/photos/photo_list_model.h"

class QLabel;

namespace rudolph {

class FaceView;
class PhotoTool;

/// The photograph large, with its faces: what one model says, or two of them, over each other or
/// side by side in views that zoom together. Says in words what is going on and what one can do.
class PhotoStage : public QWidget {
    Q_OBJECT

public:
    explicit PhotoStage(QWidget* parent = nullptr);

    FaceView* view() { return view_; }
    PhotoTool* tool() { return tool_; }
    PhotoTool* secondTool() { return second_tool_; }

    /// How the models are called; an empty second one: nothing is compared.
    void setModels(const QString& first, const QString& second);
    void setSideBySide(bool side_by_side);
    /// Decodes a photograph in the background and shows it, or why it cannot be read.
    void setFile(const std::filesystem::path& file);
    bool isLoading() const { return job_.isBusy(); }
    /// In the place of a photograph.
    void setMessage(const QString& message);
    /// What is drawn on the photograph; null: none is chosen.
    void setEntry(const PhotoEntry* entry);
    void setLinesShown(bool shown);
    void setNumbersShown(bool shown);
    /// Chooses the next face (1) or the one before (-1) and zooms to it; false: there is none.
    bool goToFace(int step);
    /// As soon as the photograph is there and its faces are known, the first one (1) or the last
    /// one
    /// (-1) is gone to; 0: not any more.
    void enterWalking(int step);

protected:
    void changeEvent(QEvent* event) override;

private:
    bool isSideBySide() const;
    void setImage(const QImage& image);
    void follow(FaceView* leader, FaceView* follower);
    void showFaces();
    void walkIn();
    void showLegend();
    void showHint();

    FaceView* view_;
    FaceView* second_view_;
    PhotoTool* tool_;
    PhotoTool* second_tool_;
    QLabel* legend_;
    QLabel* hint_;
    QString first_;
    QString second_;
    bool side_by_side_ = false;
    bool has_entry_ = false;
    PhotoEntry entry_;
    int walks_in_ = 0;  ///< see enterWalking()
    QImage image_;      ///< for the second view, once it is shown
    Job job_{JobOrder::Latest};
};

}  // namespace rudolph
