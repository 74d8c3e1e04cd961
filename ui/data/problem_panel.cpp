#include "ui/data/problem_panel.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPushButton>
#include <QStackedWidget>
#include <QStyledItemDelegate>

#include "ui/base/layouts.h"
#include "ui/base/sentence.h"
#include "ui/data/face_commands.h"

namespace rudolph {
namespace {

constexpr int kProblemPadding = 4;
constexpr int kMessageLines = 2;

/// The place on one line and the message on two: all rows are of one height, so that a hundred
/// thousand need not be measured.
class ProblemDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QStyle* style = option.widget ? option.widget->style() : QApplication::style();
        QStyleOptionViewItem item = option;
        item.index = index;
        style->drawControl(QStyle::CE_ItemViewItem, &item, painter, option.widget);
        const QString text = index.data().toString();
        const qsizetype end = text.indexOf('\n');
        const bool selected = option.state & QStyle::State_Selected;
        const QPalette::ColorGroup group =
            option.state & QStyle::State_Active ? QPalette::Active : QPalette::Inactive;
        QColor colour =
            option.palette.color(group, selected ? QPalette::HighlightedText : QPalette::Text);
        const QRect inside = option.rect.adjusted(kProblemPadding, kProblemPadding,
                                                  -kProblemPadding, -kProblemPadding);
        const int height = option.fontMetrics.height();
        painter->save();
        painter->setPen(colour);
        const QRect lower = inside.adjusted(0, height, 0, 0);
        painter->drawText(lower, Qt::TextWordWrap,
                          shortened(text.mid(end + 1), lower.width(), option.fontMetrics));
        colour.setAlphaF(selected ? 0.85F : 0.65F);
        painter->setPen(colour);
        painter->drawText(
            QRect(inside.left(), inside.top(), inside.width(), height), Qt::AlignVCenter,
            option.fontMetrics.elidedText(text.left(end), Qt::ElideMiddle, inside.width()));
        painter->restore();
    }

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex&) const override {
        return {120, (kMessageLines + 1) * option.fontMetrics.height() + 2 * kProblemPadding};
    }

private:
    static QString shortened(const QString& text, int width, const QFontMetrics& metrics) {
        const QRect room(0, 0, width, 100 * metrics.height());
        QString fits = text;
        for (int share = 19; share > 6; --share) {
            if (metrics.boundingRect(room, Qt::TextWordWrap, fits).height() <=
                kMessageLines * metrics.height())
                break;
            fits = metrics.elidedText(text, Qt::ElideRight, kMessageLines * width * share / 20);
        }
        return fits;
    }
};

}  // namespace

ProblemPanel::ProblemPanel(QWidget* parent) : QWidget(parent), problems_(new ProblemModel(this)) {
    text_ = new QLineEdit(this);
    text_->setObjectName("problem text");
    text_->setPlaceholderText(tr("Search problems"));
    text_->setToolTip(tr("Show only problems whose place or text contains these words"));
    text_->setAccessibleName(tr("Search problems"));
    text_->setClearButtonEnabled(true);
    text_->setAcceptDrops(false);
    list_ = new QListView(this);
    list_->setModel(problems_);
    list_->setItemDelegate(new ProblemDelegate(list_));
    list_->setUniformItemSizes(true);
    list_->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list_->setSelectionMode(QAbstractItemView::ExtendedSelection);
    list_->setAccessibleName(tr("Problems"));
    list_->setObjectName("problems");
    list_->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto* copy_chosen = new QAction(tr("Copy"), list_);
    copy_chosen->setShortcut(QKeySequence::Copy);
    copy_chosen->setShortcutContext(Qt::WidgetShortcut);
    list_->addAction(copy_chosen);
    nothing_ = new QLabel(this);
    nothing_->setAlignment(Qt::AlignCenter);
    nothing_->setWordWrap(true);
    nothing_->setMargin(8);
    nothing_->setTextFormat(Qt::PlainText);
    inspect_ = new QPushButton(this);
    inspect_->setToolTip(
        tr("Look for points that are missing, lie on the wrong side or are shifted, and for faces "
           "unlike all others"));
    copy_all_ = new QPushButton(tr("Copy all"), this);
    copy_all_->setToolTip(tr("Copy the lines that are shown, one problem a line"));
    review_ = new QPushButton(tr("Go through them"), this);
    review_->setToolTip(tr("Show one after the other, each with a fix to accept (F6)"));
    mend_ = new QPushButton(this);
    mend_->setObjectName("mend");
    mend_->setToolTip(tr("Do what this problem proposes; Undo takes it back"));
    mend_all_ = new QPushButton(this);
    mend_all_->setObjectName("mend all");
    mend_all_->setToolTip(tr("Do what all problems of this kind propose; Undo takes it back"));
    layOut();
    setInspecting(false);

    connect(text_, &QLineEdit::textChanged, problems_, &ProblemModel::setSearch);
    connect(text_, &QLineEdit::returnPressed, this, [this] { list_->setFocus(); });
    connect(list_, &QListView::clicked, this, &ProblemPanel::open);
    connect(list_, &QListView::activated, this, &ProblemPanel::open);
    connect(copy_chosen, &QAction::triggered, this, [this] { copy(false); });
    connect(copy_all_, &QPushButton::clicked, this, [this] { copy(true); });
    connect(inspect_, &QPushButton::clicked, this, &ProblemPanel::inspectRequested);
    connect(problems_, &QAbstractItemModel::modelReset, this, &ProblemPanel::showState);
    connect(review_, &QPushButton::clicked, this, &ProblemPanel::reviewRequested);
    connect(mend_, &QPushButton::clicked, this, [this] { mend(false); });
    connect(mend_all_, &QPushButton::clicked, this, [this] { mend(true); });
    connect(list_->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ProblemPanel::showMends);
}

void ProblemPanel::layOut() {
    states_ = new QStackedWidget(this);
    states_->addWidget(list_);
    states_->addWidget(nothing_);
    auto* footer = new QHBoxLayout;
    footer->setSpacing(8);
    footer->addWidget(inspect_);
    footer->addStretch();
    footer->addWidget(copy_all_);
    auto* column = makeColumn(this, 8, {0, 8, 0, 0});
    column->addWidget(text_);
    column->addWidget(states_, 1);
    auto* mends = new QHBoxLayout;
    mends->setSpacing(8);
    mends->addWidget(review_);
    mends->addWidget(mend_);
    mends->addWidget(mend_all_);
    mends->addStretch();
    column->addLayout(mends);
    column->addLayout(footer);
}

void ProblemPanel::setDocument(AnnotationDocument* document) {
    inspected_ = false;
    document_ = document;
    problems_->setDocument(document);
}

void ProblemPanel::setInspecting(bool inspecting) {
    inspecting_ = inspecting;
    showState();
}

void ProblemPanel::setInspected() {
    inspected_ = true;
    showState();
}

void ProblemPanel::showState() {
    const int shown = problems_->rowCount();
    copy_all_->setEnabled(shown > 0);
    review_->setVisible(problems_->problemCount() > 0);
    inspect_->setEnabled(!inspecting_ && problems_->document() != nullptr);
    inspect_->setText(inspecting_ ? tr("Inspecting…") : tr("Inspect"));
    text_->setVisible(problems_->problemCount() > 0);
    nothing_->setText(nothingText());
    states_->setCurrentWidget(shown > 0 ? static_cast<QWidget*>(list_) : nothing_);
    showMends();
    emit countChanged();
}

void ProblemPanel::showMends() {
    const QModelIndex current = list_->currentIndex();
    const auto faces_of = [](const Problem& problem) {
        return static_cast<int>(problem.mend->faces.size());
    };
    int faces = 0;
    int all = 0;
    if (current.isValid() && problems_->problem(current.row()).mend) {
        const Problem& problem = problems_->problem(current.row());
        faces = faces_of(problem);
        for (const Problem& each : problems_->mendable(problem.mend->kind))
            all += faces_of(each);
    }
    mend_->setVisible(faces > 0);
    mend_->setText(tr("Mend %Ln faces", nullptr, faces));
    mend_all_->setVisible(all > faces);
    mend_all_->setText(tr("Mend all %Ln", nullptr, all));
}

void ProblemPanel::mend(bool all) {
    const QModelIndex current = list_->currentIndex();
    if (!current.isValid() || !document_ || !problems_->problem(current.row()).mend)
        return;
    const Problem problem = problems_->problem(current.row());
    const std::vector<Problem> chosen =
        all ? problems_->mendable(problem.mend->kind) : std::vector<Problem>{problem};
    mendFaces(document_, chosen);
    emit inspectRequested();
}

QString ProblemPanel::nothingText() const {
    if (problems_->problemCount() > 0)
        return tr("No problem matches.");
    if (inspecting_)
        return tr("Looking for annotations that are probably wrong…");
    if (inspected_)
        return tr("The last inspection found nothing that looks wrong.");
    return tr(
        "No problems found so far. An inspection looks for annotations that are probably "
        "wrong.");
}

void ProblemPanel::open(const QModelIndex& index) {
    const Problem problem = problems_->problem(index.row());
    const int face = problems_->faceOf(index.row());
    if (face >= 0)
        emit faceChosen(face, problem.point.value_or(-1));
    else
        emit placeChosen(problems_->place(index.row()), sentence(problem.message));
}

void ProblemPanel::copy(bool all) {
    QStringList lines;
    for (int row = 0; row < problems_->rowCount(); ++row)
        if (all || list_->selectionModel()->isSelected(problems_->index(row)))
            lines << problems_->line(row);
    QGuiApplication::clipboard()->setText(lines.join('\n'));
}

}  // namespace rudolph
