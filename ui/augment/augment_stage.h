#pragma once

#include <QElapsedTimer>
#include <QWidget>
#include <memory>
#include <vector>

#include "ui/augment/augment_job.h"

class QLabel;
class QPushButton;
class QStackedWidget;

namespace rudolph {

class MessagePanel;
class VariantGrid;
class VariantModel;
class VariantViewer;

/// What was drawn: all variants at once, one large, or why there are none; under a caption that
/// says what they are, or how far reading pictures is.
class AugmentStage : public QWidget {
    Q_OBJECT

public:
    /// `looks`: what stands beside the caption.
    explicit AugmentStage(const std::vector<QWidget*>& looks, QWidget* parent = nullptr);

    /// What was drawn last; null: nothing is.
    std::shared_ptr<const AugmentResult> result() const { return result_; }
    /// The size of a variant's picture when so many are shown, so high for their width.
    QSize tileSize(int count, double height_by_width);

    /// Something is being drawn: the time until then counts.
    void begin(const AugmentRequest& request);
    void showProgress(int done, int total);
    void showResult(const AugmentRequest& request, std::shared_ptr<const AugmentResult> result);
    void showNothing();
    void showError(const QString& title, const QString& text);
    /// In the place of what is not read any more.
    void showCancelled();
    /// The original of the variant that is current; null: none.
    const AugmentVariant* original() const;

signals:
    void tileSizeChanged();
    /// Another variant is current.
    void originalChanged();
    void cancelRequested();
    void drawRequested();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeCaptionRow(const std::vector<QWidget*>& looks);
    void makeMiddle();
    void showCaption(const AugmentRequest& request, const AugmentResult& result);
    void viewVariant(int row);
    void backToGrid();
    void updateViewer();
    void hideProgress();

    QStackedWidget* middle_;  ///< grid, one variant, or a message
    MessagePanel* message_;
    QLabel* caption_;
    QPushButton* cancel_reading_;
    QPushButton* read_on_;
    VariantModel* model_;
    VariantGrid* grid_;
    VariantViewer* viewer_;
    bool viewing_ = false;
    QElapsedTimer asked_;
    std::shared_ptr<const AugmentResult> result_;
};

}  // namespace rudolph
