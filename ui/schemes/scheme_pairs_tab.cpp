#include "ui/schemes/scheme_pairs_tab.h"

#include <QCheckBox>
#include <QListWidget>
#include <QPushButton>
#include <utility>

#include "ui/base/plain_tip.h"

namespace rudolph {

SchemePairsTab::SchemePairsTab(SchemeDocument* document)
    : SchemeTab(document),
      pairs_(makeList(QStringLiteral("pairs"), tr("Pairs"))),
      mirrors_(new QCheckBox(tr("&Faces with these points can be mirrored"))) {
    connect(pairs_, &QListWidget::currentRowChanged, this, &SchemeTab::lookChanged);
    connect(mirrors_, &QCheckBox::clicked, this, [this](bool known) {
        document_.change(known ? tr("Allow mirroring") : tr("Allow no mirroring"),
                         [known](SchemeDraft& draft) {
                             draft.scheme.has_mirror_pairs = known;
                             if (!known)
                                 draft.scheme.mirror_pairs.clear();
                         });
    });
    const auto suggest = [this] {
        document_.change(tr("Pair what lies as in a mirror"),
                         [](SchemeDraft& draft) { suggestPairs(draft); });
    };
    stack({pairs_, mirrors_,
           schemeRow(
               {makeButton(tr("Suggest"), tr("Pair the points that lie as in a mirror"), suggest),
                makeButton(tr("Remove"), tr("Remove the chosen pair"),
                           [this] { removeChosen(); })})});
}

void SchemePairsTab::showDraft() {
    if (waiting_ && *waiting_ >= scheme().size())
        waiting_.reset();
    QStringList texts;
    for (const auto& [a, b] : scheme().mirror_pairs)
        texts << QStringLiteral("%1 ↔ %2").arg(document_.pointName(a), document_.pointName(b));
    showRows(pairs_, texts, false);
    for (int i = 0; i < pairs_->count(); ++i)
        pairs_->item(i)->setToolTip(plainTip(texts[i]));
    mirrors_->setChecked(scheme().has_mirror_pairs);
}

SchemeLook SchemePairsTab::look() const {
    SchemeLook look;
    const int pair = pairs_->currentRow();
    if (pair >= 0 && pair < static_cast<int>(scheme().mirror_pairs.size())) {
        const auto& [a, b] = scheme().mirror_pairs[static_cast<size_t>(pair)];
        look.chosen = {a, b};
    }
    look.pairs = true;
    look.waiting = waiting_;
    return look;
}

QString SchemePairsTab::hint() const {
    return waiting_
               ? tr("Now click on the partner of “%1”, or on it again when it lies on the axis.")
                     .arg(document_.pointName(*waiting_))
               : tr("Click on a point, then on its partner on the other side. Points in no pair "
                    "lie on the axis.");
}

void SchemePairsTab::clickPoint(int point) {
    if (!waiting_) {
        waiting_ = point;
        emit lookChanged();
        return;
    }
    const int first = *std::exchange(waiting_, std::nullopt);
    document_.change(first == point ? tr("Put a point on the axis") : tr("Pair two points"),
                     [first, point](SchemeDraft& draft) { pairPoints(draft, first, point); });
}

void SchemePairsTab::clickPlace(const Point& /*place*/) {
    waiting_.reset();
    emit lookChanged();
}

void SchemePairsTab::removeChosen() {
    const int pair = pairs_->currentRow();
    if (pair >= 0)
        document_.change(tr("Remove a pair"), [pair](SchemeDraft& draft) {
            draft.scheme.mirror_pairs.erase(draft.scheme.mirror_pairs.begin() + pair);
        });
}

}  // namespace rudolph
