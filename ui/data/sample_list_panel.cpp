#include "ui/data/sample_list_panel.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTabBar>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/data/problem_panel.h"
#include "ui/data/sample_filter_bar.h"
#include "ui/parts/face_gallery.h"
#include "ui/parts/labels.h"
#include "ui/parts/sample_tile.h"

namespace rudolph {
SampleListPanel::SampleListPanel(QWidget* parent)
    : QWidget(parent),
      thumbnails_(new FaceThumbnails(FaceGallery::kRowThumbnail, this)),
      faces_(new SampleListModel(this)),
      tabs_(new QTabWidget(this)),
      problems_(new ProblemPanel(this)) {
    tabs_->addTab(makeFacesTab(), QString());
    tabs_->addTab(problems_, QString());
    tabs_->setDocumentMode(true);
    tabs_->setUsesScrollButtons(false);
    tabs_->setElideMode(Qt::ElideRight);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs_);
    connectAll();
    updateCounts();
}

QWidget* SampleListPanel::makeFacesTab() {
    auto* tab = new QWidget(this);
    filters_ = new SampleFilterBar(tab);
    list_ = makeList(tab);
    auto* column = makeColumn(tab, 8, {0, 8, 0, 0});
    column->addWidget(filters_);
    column->addWidget(list_, 1);
    column->addWidget(makeFooter(tab));
    return tab;
}

QListView* SampleListPanel::makeList(QWidget* parent) {
    auto* list = new FaceGallery(
        thumbnails_, [this](const QModelIndex& index) { return sampleTile(*faces_, index.row()); },
        parent);
    list->setModel(faces_);
    list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    list->setAccessibleName(tr("Faces"));
    list->setObjectName("faces");
    return list;
}

QWidget* SampleListPanel::makeFooter(QWidget* parent) {
    auto* footer = new QWidget(parent);
    auto* column = makeColumn(footer, 4);
    const auto addRow = [&](QWidget*& row, QLabel*& label, const QString& button,
                            const QString& tip, void (SampleListPanel::*slot)()) {
        row = new QWidget(footer);
        label = makePlainLabel(row);
        auto* push = new QPushButton(button, row);
        push->setToolTip(tip);
        connect(push, &QPushButton::clicked, this, slot);
        auto* line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        line->addWidget(label, 1);
        line->addWidget(push);
        column->addWidget(row);
    };
    addRow(misplaced_footer_, misplaced_, tr("Refresh"),
           tr("Filter and sort again: faces stay where they are while one edits them"),
           &SampleListPanel::refresh);
    addRow(suggested_footer_, suggested_, tr("Suggest more"),
           tr("Look again for faces that the network is unsure about and that are different"),
           &SampleListPanel::suggestionsWanted);
    addRow(filtered_footer_, count_, tr("Clear filters"), tr("Show all faces again"),
           &SampleListPanel::clearFilters);
    return footer;
}

void SampleListPanel::connectAll() {
    const auto query = [this] { faces_->setQuery(filters_->query(), filters_->order()); };
    connect(filters_, &SampleFilterBar::changed, this, query);
    connect(filters_, &SampleFilterBar::textEntered, this, &SampleListPanel::focusList);
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &SampleListPanel::currentChanged);
    connect(list_, &QWidget::customContextMenuRequested, this, &SampleListPanel::showFaceMenu);
    // After the view's own connections, which were made with setModel().
    connect(faces_, &QAbstractItemModel::modelAboutToBeReset, this,
            &SampleListPanel::rememberPlace);
    connect(faces_, &QAbstractItemModel::modelReset, this, &SampleListPanel::listRemade);
    connect(faces_, &SampleListModel::misplacedChanged, this, &SampleListPanel::updateCounts);
    connect(faces_, &QAbstractItemModel::dataChanged, this, &SampleListPanel::updateSuggested);
    connect(problems_, &ProblemPanel::faceChosen, this, &SampleListPanel::showFinding);
    connect(problems_, &ProblemPanel::placeChosen, this, &SampleListPanel::problemPlaceChosen);
    connect(problems_, &ProblemPanel::inspectRequested, this, &SampleListPanel::inspectRequested);
    connect(problems_, &ProblemPanel::reviewRequested, this, &SampleListPanel::reviewRequested);
    connect(problems_, &ProblemPanel::countChanged, this, &SampleListPanel::updateCounts);
}

void SampleListPanel::setDocument(AnnotationDocument* document, const Split& split) {
    const std::filesystem::path source =
        document != nullptr ? document->dataset().source : std::filesystem::path();
    const bool same = document != nullptr && faces_->document() != nullptr && source == source_;
    source_ = source;
    switching_ = true;
    if (!same) {
        thumbnails_->clear();
        current_id_.clear();
        setDisagreements({});
        setSuggestions({});
        filters_->fill(document != nullptr ? &document->dataset() : nullptr);
        tabs_->setCurrentIndex(0);
    }
    faces_->setDocument(document, split);
    faces_->setQuery(filters_->query(), filters_->order());
    problems_->setDocument(document);
    switching_ = false;
    listRemade();
    announce(true);
}

void SampleListPanel::rememberPlace() {
    current_row_ = std::max(0, list_->currentIndex().row());
    current_top_ = list_->visualRect(list_->currentIndex()).top();
    remaking_ = true;
}

/// Makes the face with the id that was chosen before the current one again, at the same place of
/// the screen, else the first; where it was removed, the one that has taken its place. Another
/// order shows what it begins with.
void SampleListPanel::listRemade() {
    if (switching_)
        return;
    int face = current_face_;
    if (face < 0 || face >= faces_->faceCount() || faces_->sample(face).id != current_id_) {
        const auto found = faces_->document() != nullptr && !current_id_.empty()
                               ? faces_->document()->dataset().find(current_id_)
                               : std::nullopt;
        face = found.value_or(-1);
    }
    const bool gone = face < 0 && !current_id_.empty();
    const int row =
        std::min(std::max(0, gone ? current_row_ : faces_->rowOf(face)), faces_->rowCount() - 1);
    const QModelIndex current = faces_->index(row);
    remaking_ = true;
    list_->setCurrentIndex(current);
    if (faces_->order() != order_) {
        list_->scrollToTop();
    } else if (current.isValid()) {
        QScrollBar* bar = list_->verticalScrollBar();
        bar->setValue(bar->value() + list_->visualRect(current).top() - current_top_);
        list_->scrollTo(current);
    }
    order_ = faces_->order();
    remaking_ = false;
    announce(false);
    updateCounts();
}

void SampleListPanel::currentChanged() {
    announce(false);
}

void SampleListPanel::announce(bool always) {
    if (remaking_ || switching_)
        return;
    const int face = currentSample().value_or(-1);
    const std::string id = face >= 0 ? faces_->sample(face).id : std::string();
    const bool changed = face != current_face_ || (face >= 0 && id != current_id_);
    current_face_ = face;
    if (face >= 0)  // a face that a filter hides may come back
        current_id_ = id;
    if (changed || always)
        emit sampleChosen(face);
}

void SampleListPanel::refresh() {
    faces_->refresh();
}

void SampleListPanel::updateCounts() {
    const int all = faces_->faceCount();
    const int shown = faces_->rowCount();
    const int changed = faces_->misplacedCount();
    tabs_->setTabText(0, tr("Faces (%1)").arg(countText(all)));
    tabs_->setTabText(1, tr("Problems (%1)").arg(countText(problems_->problemCount())));
    filtered_footer_->setVisible(shown < all);
    count_->setText(all > 0 && shown == 0
                        ? tr("No face matches.")
                        : tr("%1 of %Ln faces", nullptr, all).arg(countText(shown)));
    misplaced_footer_->setVisible(changed > 0);
    misplaced_->setText(tr("%Ln edited faces would move or go", nullptr, changed));
    updateSuggested();
    misplaced_footer_->parentWidget()->setVisible(shown < all || changed > 0 ||
                                                  !suggestions_.isEmpty());
}

void SampleListPanel::updateSuggested() {
    suggested_footer_->setVisible(!suggestions_.isEmpty());
    if (suggestions_.isEmpty())
        return;
    int left = 0;
    for (int face = 0; face < faces_->faceCount(); ++face)
        left += isSuggested(face) && isLeftToMark(faces_->sample(face)) ? 1 : 0;
    suggested_->setText(
        left == 0 ? tr("All suggested faces are marked.")
                  : tr("%1 of %2 suggested faces are left.").arg(left).arg(suggestions_.size()));
}

void SampleListPanel::setDisagreements(const QHash<QString, double>& by_id) {
    faces_->setDisagreements(by_id);
    filters_->setDisagreementsKnown(faces_->hasDisagreements());
}

void SampleListPanel::setSuggestions(const QStringList& ids, bool from_first) {
    suggestions_ = ids;
    const std::optional<int> current = currentSample();
    const bool stays = !ids.isEmpty() && !from_first && current;
    if (stays) {
        const QString id = QString::fromStdString(faces_->sample(*current).id);
        suggestions_.removeAll(id);
        suggestions_.prepend(id);
    }
    faces_->setSuggestions(suggestions_);
    filters_->setSuggestionsKnown(!suggestions_.isEmpty());
    if (!suggestions_.isEmpty()) {
        tabs_->setCurrentIndex(0);
        filters_->showSuggestions();
        if (!stays && faces_->rowCount() > 0)
            list_->setCurrentIndex(faces_->index(0));
    }
    updateCounts();
}

bool SampleListPanel::isSuggested(int index) const {
    return index >= 0 && index < faces_->faceCount() && faces_->suggestion(index) >= 0;
}

void SampleListPanel::setInspecting(bool inspecting) {
    problems_->setInspecting(inspecting);
}

void SampleListPanel::setInspected() {
    problems_->setInspected();
}

void SampleListPanel::clearFilters() {
    filters_->clear();
}

std::optional<int> SampleListPanel::currentSample() const {
    const QModelIndex index = list_->currentIndex();
    return index.isValid() ? std::optional(faces_->faceAt(index.row())) : std::nullopt;
}

std::vector<int> SampleListPanel::selectedSamples() const {
    std::vector<int> rows;
    for (const QModelIndex& index : list_->selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    for (int& row : rows)
        row = faces_->faceAt(row);
    return rows;
}

void SampleListPanel::selectSample(int index) {
    if (index < 0 || index >= faces_->faceCount())
        return;
    if (faces_->rowOf(index) < 0)
        clearFilters();
    const QModelIndex wanted = faces_->index(faces_->rowOf(index));
    list_->setCurrentIndex(wanted);
    if (wanted.isValid())
        list_->scrollTo(wanted);
}

void SampleListPanel::moveBy(int rows) {
    const QModelIndex now = list_->currentIndex();
    const QModelIndex wanted = faces_->index(now.isValid() ? now.row() + rows : 0);
    if (wanted.isValid())
        list_->setCurrentIndex(wanted);
}

void SampleListPanel::selectNext() {
    moveBy(1);
}

bool SampleListPanel::selectNextThat(const std::function<bool(int face)>& wanted) {
    const int rows = faces_->rowCount();
    const int now = list_->currentIndex().isValid() ? list_->currentIndex().row() : -1;
    for (int step = 1; step < rows + (now < 0 ? 1 : 0); ++step) {
        const QModelIndex index = faces_->index((now + step) % rows);
        if (wanted(faces_->faceAt(index.row()))) {
            list_->setCurrentIndex(index);
            return true;
        }
    }
    return false;
}

bool SampleListPanel::selectNextProposal() {
    return selectNextThat([this](int face) { return isUnsure(faces_->sample(face)); }) ||
           selectNextThat([this](int face) { return faces_->sample(face).is_proposal(); });
}

bool SampleListPanel::selectNextSuggestion() {
    return selectNextThat(
        [this](int face) { return isSuggested(face) && isLeftToMark(faces_->sample(face)); });
}

void SampleListPanel::selectPrevious() {
    moveBy(-1);
}

void SampleListPanel::showProblems() {
    tabs_->setCurrentWidget(problems_);
}

void SampleListPanel::focusFilter() {
    tabs_->setCurrentIndex(0);
    filters_->focusText();
}

void SampleListPanel::focusList() {
    tabs_->setCurrentIndex(0);
    list_->setFocus(Qt::OtherFocusReason);
}

void SampleListPanel::showFinding(int face, int point) {
    const int before = current_face_;
    selectSample(face);
    if (face == before)  // the page may show a problem's place instead of the face
        announce(true);
    emit problemChosen(face, point);
}

void SampleListPanel::showFaceMenu(const QPoint& at) {
    if (!list_->indexAt(at).isValid())
        return;
    const std::vector<int> faces = selectedSamples();
    if (faces.empty())
        return;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    emit faceMenuRequested(menu, faces);
    if (!menu->isEmpty())
        menu->addSeparator();
    addOwnEntries(menu, faces);
    menu->popup(list_->viewport()->mapToGlobal(at));
}

void SampleListPanel::addOwnEntries(QMenu* menu, const std::vector<int>& faces) {
    const auto copy = [this, faces](auto textOf) {
        QStringList lines;
        for (const int face : faces)
            if (face < faces_->faceCount())
                lines << textOf(faces_->sample(face));
        QGuiApplication::clipboard()->setText(lines.join('\n'));
    };
    const int count = static_cast<int>(faces.size());
    menu->addAction(tr("Copy names", nullptr, count), this, [copy] {
        copy([](const Sample& face) { return QString::fromStdString(face.id); });
    });
    menu->addAction(tr("Copy paths of the pictures", nullptr, count), this,
                    [copy] { copy([](const Sample& face) { return toQString(face.image); }); });
    const QString file = toQString(faces_->sample(faces.front()).image);
    QAction* folder = menu->addAction(tr("Show folder"), this, [file] {
        QDesktopServices::openUrl(QUrl::fromLocalFile(QFileInfo(file).absolutePath()));
    });
    folder->setEnabled(count == 1);
}

}  // namespace rudolph
