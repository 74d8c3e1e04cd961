#include "ui/train/epoch_faces.h"

#include <QComboBox>
#include <QEvent>
#include <QLabel>
#include <QSignalBlocker>
#include <QSlider>
#include <QToolButton>
#include <algorithm>
#include <cmath>

#include "ui/base/layouts.h"
#include "ui/parts/face_strip.h"
#include "ui/parts/icons.h"

namespace rudolph {

namespace {

/// A face has some 3 kB an epoch, and there are dozens of them.
constexpr size_t kMostKeptEpochs = 200;

enum Order { kSpread, kWorst, kBest, kWatched };

std::vector<std::string> sampleIds(const std::vector<StripFace>& faces) {
    std::vector<std::string> ids;
    for (const StripFace& face : faces)
        ids.push_back(face.result.sample_id);
    return ids;
}

}  // namespace

EpochFaces::EpochFaces(QWidget* parent) : QWidget(parent), strip_(new FaceStrip) {
    auto* layout = makeColumn(this, 4, {0, 4, 0, 0});
    layout->addWidget(makeToolbar());
    layout->addWidget(strip_, 1);
    connect(strip_, &FaceStrip::menuRequested, this, &EpochFaces::menuRequested);
    // There may be room for more of them.
    strip_->installEventFilter(this);
    clear({});
}

QWidget* EpochFaces::makeToolbar() {
    auto* bar = new QWidget(this);
    order_ = new QComboBox(bar);
    order_->addItems(
        {tr("Spread evenly"), tr("Worst first"), tr("Best first"), tr("Those I watch")});
    order_->setAccessibleName(tr("Which faces"));
    order_->setToolTip(
        tr("Which validation faces are shown: some from everywhere, by their error at the moment, "
           "or those that you watch"));
    connect(order_, &QComboBox::currentIndexChanged, this, [this] {
        sortFaces();
        showFaces();
    });
    const auto button = [&](const QString& icon, const QString& tip, int rows) {
        auto* made = new QToolButton(bar);
        made->setIcon(themedIcon(icon));
        made->setToolTip(tip);
        made->setAccessibleName(tip);
        made->setAutoRaise(true);
        connect(made, &QToolButton::clicked, this, [this, rows] { turn(rows); });
        return made;
    };
    previous_ = button(QStringLiteral("previous"), tr("The faces before"), -1);
    next_ = button(QStringLiteral("next"), tr("More faces"), 1);
    slider_ = new QSlider(Qt::Horizontal, bar);
    slider_->setAccessibleName(tr("Epoch"));
    slider_->setToolTip(tr("Back through the epochs"));
    connect(slider_, &QSlider::valueChanged, this, &EpochFaces::showFaces);
    epoch_text_ = new QLabel(bar);
    epoch_text_->setMinimumWidth(
        epoch_text_->fontMetrics().horizontalAdvance(tr("After epoch %1").arg(8888)));
    auto* row = makeRow(bar, 8);
    row->addWidget(order_);
    row->addWidget(previous_);
    row->addWidget(next_);
    row->addSpacing(8);
    row->addWidget(epoch_text_);
    row->addWidget(slider_, 1);
    return bar;
}

void EpochFaces::clear(const QString& message) {
    epochs_.clear();
    ids_.clear();
    first_ = 0;
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, 0);
    slider_->setEnabled(false);
    previous_->setEnabled(false);
    next_->setEnabled(false);
    epoch_text_->clear();
    strip_->clear(message);
}

void EpochFaces::addEpoch(int epoch, const std::vector<StripFace>& faces,
                          const LandmarkScheme& scheme) {
    const bool follows = slider_->value() == slider_->maximum();
    const bool others = epochs_.empty() || sampleIds(epochs_.back().faces) != sampleIds(faces);
    scheme_ = scheme;
    epochs_.push_back({epoch, faces});
    if (others)
        sortFaces();
    const int shown = shownEpoch();
    if (epochs_.size() > kMostKeptEpochs)
        thinOut();
    const QSignalBlocker quiet(slider_);
    slider_->setRange(0, epochCount() - 1);
    slider_->setEnabled(epochCount() > 1);
    if (follows) {
        slider_->setValue(epochCount() - 1);
    } else {
        const auto same = std::find_if(epochs_.begin(), epochs_.end(),
                                       [shown](const Epoch& each) { return each.number >= shown; });
        slider_->setValue(static_cast<int>(same - epochs_.begin()));
    }
    showFaces();
}

int EpochFaces::shownEpoch() const {
    return epochs_.empty() ? 0 : epochs_[static_cast<size_t>(slider_->value())].number;
}

/// Drops every second epoch but the first and the last.
void EpochFaces::thinOut() {
    std::vector<Epoch> kept;
    for (size_t i = 0; i < epochs_.size(); ++i)
        if (i % 2 == 0 || i + 1 == epochs_.size())
            kept.push_back(std::move(epochs_[i]));
    epochs_ = std::move(kept);
}

void EpochFaces::setWatched(const QStringList& ids) {
    const bool first = watched_.isEmpty() && !ids.isEmpty();
    watched_ = ids;
    if (first)
        order_->setCurrentIndex(kWatched);
    else if (ids.isEmpty() && order_->currentIndex() == kWatched)
        order_->setCurrentIndex(kSpread);
    sortFaces();
    showFaces();
}

void EpochFaces::sortFaces() {
    first_ = 0;
    ids_.clear();
    if (epochs_.empty())
        return;
    if (order_->currentIndex() == kWatched) {
        for (const QString& id : watched_)
            ids_.push_back(id.toStdString());
        return;
    }
    const std::vector<StripFace>& faces = epochs_.back().faces;
    std::vector<SpreadItem> items;
    for (const StripFace& face : faces)
        items.push_back(spreadItem(face));
    // A row shows faces from everywhere in the set, and so does the next.
    std::vector<size_t> places = spread_order(items, items.size());
    const auto error = [&faces](size_t place) {
        const double known = ranking_error(faces[place].result);
        return std::isfinite(known) ? known : 0;
    };
    if (order_->currentIndex() == kWorst)
        std::stable_sort(places.begin(), places.end(),
                         [&](size_t a, size_t b) { return error(a) > error(b); });
    else if (order_->currentIndex() == kBest)
        std::stable_sort(places.begin(), places.end(),
                         [&](size_t a, size_t b) { return error(a) < error(b); });
    for (const size_t place : places)
        ids_.push_back(faces[place].result.sample_id);
}

void EpochFaces::turn(int rows) {
    const auto row = static_cast<size_t>(strip_->capacity());
    if (rows < 0)
        first_ = first_ >= row ? first_ - row : 0;
    else
        first_ += row;
    showFaces();
}

/// In the order that was chosen; an epoch before a face was watched may lack it.
std::vector<StripFace> EpochFaces::facesOf(const Epoch& epoch) const {
    std::vector<StripFace> faces;
    for (const std::string& id : ids_) {
        const auto face =
            std::find_if(epoch.faces.begin(), epoch.faces.end(),
                         [&id](const StripFace& each) { return each.result.sample_id == id; });
        if (face != epoch.faces.end())
            faces.push_back(*face);
    }
    return faces;
}

void EpochFaces::showFaces() {
    if (epochs_.empty())
        return;
    const Epoch& epoch = epochs_[static_cast<size_t>(slider_->value())];
    const std::vector<StripFace> faces = facesOf(epoch);
    const auto row = static_cast<size_t>(strip_->capacity());
    if (first_ >= faces.size())
        first_ = faces.empty() ? 0 : (faces.size() - 1) / row * row;
    const size_t end = std::min(faces.size(), first_ + row);
    if (faces.empty() && order_->currentIndex() == kWatched)
        strip_->clear(watched_.isEmpty()
                          ? tr("Right click a face here, on Data or on Cases and choose “Watch "
                               "while training”.")
                          : tr("None of the faces that you watch is among the validation faces of "
                               "this epoch. Those chosen now show from the next epoch on."));
    else
        strip_->setFaces({faces.begin() + static_cast<std::ptrdiff_t>(first_),
                          faces.begin() + static_cast<std::ptrdiff_t>(end)},
                         scheme_);
    epoch_text_->setText(tr("After epoch %1").arg(epoch.number));
    previous_->setEnabled(first_ > 0);
    next_->setEnabled(end < faces.size());
}

bool EpochFaces::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Resize)
        showFaces();
    return QWidget::eventFilter(watched, event);
}

}  // namespace rudolph
