#include "ui/photos/photo_stage.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <algorithm>
#include <utility>

#include "core/image/decode.h"
#include "ui/base/image_convert.h"
#include "ui/base/layouts.h"
#include "ui/base/palette.h"
#include "ui/base/sentence.h"
#include "ui/canvas/face_view.h"
#include "ui/photos/photo_tool.h"
#include "ui/photos/photo_words.h"

namespace rudolph {
namespace {

PhotoFaceLook secondLook() {
    PhotoFaceLook look;
    look.colour = on_photograph::kSecond;
    look.marker = PhotoFaceLook::Marker::Diamond;
    return look;
}

PhotoFaceLook firstLook() {
    PhotoFaceLook look;
    look.colour = photoFaceColour();
    return look;
}

bool hasDoubtfulPoints(const PhotoReading& reading) {
    for (const PhotoFace& face : reading.faces)
        if (face.confidence)
            for (const double chance : face.confidence->points)
                if (chance < kDoubtful)
                    return true;
    return false;
}

}  // namespace

PhotoStage::PhotoStage(QWidget* parent)
    : QWidget(parent),
      view_(new FaceView(this)),
      second_view_(new FaceView(this)),
      tool_(new PhotoTool(view_)),
      second_tool_(new PhotoTool(second_view_)),
      legend_(new QLabel(this)),
      hint_(new QLabel(this)) {
    view_->setTool(tool_);
    second_view_->setTool(second_tool_);
    second_view_->setAccessibleName(tr("Photograph with the points of the second model"));
    second_view_->setObjectName(QStringLiteral("second photograph"));
    second_view_->hide();
    tool_->setLooks(firstLook(), secondLook());
    second_tool_->setLooks(secondLook(), {});
    second_tool_->setEditable(false);
    connect(tool_, &PhotoTool::chosenChanged, second_tool_, &PhotoTool::choose);
    connect(second_tool_, &PhotoTool::chosenChanged, tool_, &PhotoTool::choose);
    connect(tool_, &PhotoTool::drawingChanged, this, &PhotoStage::showHint);
    connect(view_, &FaceView::viewMoved, this, [this] { follow(view_, second_view_); });
    connect(second_view_, &FaceView::viewMoved, this, [this] { follow(second_view_, view_); });
    connect(&job_, &Job::failed, this, [this](const ErrorText& error) {
        setMessage(error.advice.isEmpty() ? sentence(error.what)
                                          : sentence(error.what) + '\n' + sentence(error.advice));
    });
    legend_->setTextFormat(Qt::RichText);
    legend_->setObjectName(QStringLiteral("legend"));
    hint_->setWordWrap(true);
    hint_->setTextFormat(Qt::PlainText);
    hint_->setObjectName(QStringLiteral("hint"));
    // Two lines are reserved, so that the picture does not jump when words come and go.
    hint_->setFixedHeight(2 * hint_->fontMetrics().lineSpacing() + 2);
    hint_->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    auto* views = new QHBoxLayout;
    views->setSpacing(8);
    views->addWidget(view_, 1);
    views->addWidget(second_view_, 1);
    auto* column = makeColumn(this, 8);
    column->addLayout(views, 1);
    column->addWidget(legend_);
    column->addWidget(hint_);
    showLegend();
}

void PhotoStage::follow(FaceView* leader, FaceView* follower) {
    if (isSideBySide())
        follower->followView(*leader);
}

bool PhotoStage::isSideBySide() const {
    return side_by_side_ && !second_.isEmpty();
}

void PhotoStage::setModels(const QString& first, const QString& second) {
    first_ = first;
    second_ = second;
    setSideBySide(side_by_side_);
}

void PhotoStage::setSideBySide(bool side_by_side) {
    side_by_side_ = side_by_side;
    second_view_->setVisible(isSideBySide());
    if (isSideBySide() && !image_.isNull())
        second_view_->setImage(image_);
    else if (!isSideBySide())
        second_view_->setMessage({});
    showFaces();
    showLegend();
}

void PhotoStage::setFile(const std::filesystem::path& file) {
    job_.start([file](JobContext&) { return toQImage(decode_image(file)); },
               [this](const QImage& image) { setImage(image); });
}

void PhotoStage::setImage(const QImage& image) {
    image_ = image;
    view_->setImage(image);
    if (isSideBySide())
        second_view_->setImage(image);
    walkIn();
}

bool PhotoStage::goToFace(int step) {
    const std::vector<PhotoFace>& faces = tool_->faces().faces;
    const int count = static_cast<int>(faces.size());
    const int next = tool_->chosen() < 0 ? (step > 0 ? 0 : count - 1) : tool_->chosen() + step;
    if (next < 0 || next >= count)
        return false;
    tool_->choose(next);
    view_->showFace(faces[static_cast<size_t>(next)].found.box);
    return true;
}

void PhotoStage::enterWalking(int step) {
    walks_in_ = step;
    walkIn();
}

void PhotoStage::walkIn() {
    if (walks_in_ == 0 || image_.isNull() || job_.isBusy() || entry_.state == PhotoState::Waiting)
        return;
    tool_->choose(-1);
    goToFace(std::exchange(walks_in_, 0));
}

void PhotoStage::setMessage(const QString& message) {
    job_.drop();
    image_ = {};
    view_->setMessage(message);
    second_view_->setMessage(message);
}

void PhotoStage::setEntry(const PhotoEntry* entry) {
    has_entry_ = entry != nullptr;
    entry_ = entry != nullptr ? *entry : PhotoEntry();
    showFaces();
    showLegend();
    showHint();
    walkIn();
}

void PhotoStage::setLinesShown(bool shown) {
    view_->setLinesShown(shown);
    second_view_->setLinesShown(shown);
}

void PhotoStage::setNumbersShown(bool shown) {
    view_->setNumbersShown(shown);
    second_view_->setNumbersShown(shown);
}

void PhotoStage::showFaces() {
    const bool compares = !second_.isEmpty() && entry_.compared.scheme;
    tool_->setFaces(entry_.reading, compares && !isSideBySide() ? &entry_.compared : nullptr);
    second_tool_->setFaces(isSideBySide() && compares ? entry_.compared : PhotoReading(), nullptr);
}

void PhotoStage::showLegend() {
    const auto entryFor = [](const QString& colour, const QString& sign, const QString& name) {
        return QStringLiteral("<span style='color:%1'>%2</span>&nbsp;%3")
            .arg(colour, sign, name.toHtmlEscaped());
    };
    QStringList parts = {
        entryFor(colourName(Hue::Prediction, palette()), QStringLiteral("✕"), first_)};
    if (!second_.isEmpty())
        parts << entryFor(seriesColour(0, palette()).name(), QStringLiteral("◇"), second_);
    if (hasDoubtfulPoints(entry_.reading) || hasDoubtfulPoints(entry_.compared))
        parts << tr("hollow: the model is not sure of the point");
    legend_->setText(parts.join(QStringLiteral(" &nbsp; ")));
}

void PhotoStage::showHint() {
    QString text;
    if (has_entry_ && tool_->isDrawing())
        text =
            tr("Drag a box around a face. Enter puts one into the middle, which arrow keys move "
               "and Ctrl with them resizes; Esc stops.");
    else if (has_entry_ && entry_.state == PhotoState::Waiting && entry_.reading.faces.empty())
        text = tr("Looking for faces…");
    else if (has_entry_ && entry_.state == PhotoState::Done && entry_.reading.faces.empty())
        text = tr("No face found. Drag a box around one: the points follow.");
    else if (entry_.doubtfulCount() > 0)
        text =
            tr("The model is not sure of what is pale and dashed. Dragging the box often helps.");
    hint_->setText(text);
}

void PhotoStage::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showLegend();
}

}  // namespace rudolph
