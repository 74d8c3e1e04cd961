#include "ui/schemes/scheme_measures_tab.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace rudolph {

SchemeMeasuresTab::SchemeMeasuresTab(SchemeDocument* document)
    : SchemeTab(document),
      nose_tip_(new QComboBox),
      distance_used_(new QCheckBox(tr("Divide errors by a &distance"))),
      distance_name_(new QLineEdit),
      distance_(makeDistance()) {
    nose_tip_->setObjectName(QStringLiteral("nose tip"));
    nose_tip_->setAccessibleName(tr("Nose tip"));
    nose_tip_->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    connect(nose_tip_, &QComboBox::activated, this, [this](int choice) {
        document_.change(tr("Choose the nose tip"), [choice](SchemeDraft& draft) {
            draft.scheme.nose_tip = choice > 0 ? std::optional(choice - 1) : std::nullopt;
        });
    });
    distance_used_->setObjectName(QStringLiteral("distance"));
    distance_used_->setToolTip(tr("Else by the size of the face’s bounding box, √(w·h)"));
    connect(distance_used_, &QCheckBox::clicked, this, &SchemeMeasuresTab::setDistanceUsed);
    auto* tip = new QWidget;
    auto* tip_form = new QFormLayout(tip);
    tip_form->setContentsMargins(0, 0, 0, 0);
    tip_form->addRow(tr("Nose tip"), nose_tip_);
    stack({tip, distance_used_, distance_});
    static_cast<QVBoxLayout*>(layout())->addStretch(1);
}

QWidget* SchemeMeasuresTab::makeDistance() {
    distance_name_->setAccessibleName(tr("Name of the distance"));
    connect(distance_name_, &QLineEdit::textEdited, this, [this](const QString& text) {
        document_.change(
            tr("Name the distance"),
            [&text](SchemeDraft& draft) {
                if (draft.scheme.normaliser)
                    draft.scheme.normaliser->name = text.toStdString();
            },
            QStringLiteral("distance"));
    });
    auto* distance = new QWidget;
    auto* form = new QFormLayout(distance);
    form->setContentsMargins(0, 0, 0, 0);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(tr("Name"), distance_name_);
    form->addRow(tr("From"), makeEnd(from_, QStringLiteral("pick from")));
    form->addRow(tr("To"), makeEnd(to_, QStringLiteral("pick to")));
    return distance;
}

QWidget* SchemeMeasuresTab::makeEnd(End& end, const QString& object_name) {
    end.text = new QLabel;
    end.text->setWordWrap(true);
    end.pick = makeButton(tr("Pick"), tr("Then click on the drawing; several points: their mean"),
                          [this, &end] { setPicking(picking_ == &end ? nullptr : &end); });
    end.pick->setCheckable(true);
    end.pick->setObjectName(object_name);
    return schemeRow({end.pick, end.text});
}

void SchemeMeasuresTab::showDraft() {
    nose_tip_->clear();
    nose_tip_->addItem(tr("Not one of the points"));
    for (int i = 0; i < scheme().size(); ++i)
        nose_tip_->addItem(document_.pointName(i));
    nose_tip_->setCurrentIndex(scheme().nose_tip ? *scheme().nose_tip + 1 : 0);
    const std::optional<NormalisingDistance>& distance = scheme().normaliser;
    distance_used_->setChecked(distance.has_value());
    distance_->setVisible(distance.has_value());
    if (!distance)
        return;
    showText(distance_name_, distance->name);
    for (const End* end : {&from_, &to_}) {
        QStringList names;
        for (const int point : *distance.*(end->points))
            names << document_.pointName(point);
        end->text->setText(names.isEmpty() ? tr("no point yet") : names.join(QChar('\n')));
    }
}

SchemeLook SchemeMeasuresTab::look() const {
    SchemeLook look;
    if (scheme().normaliser && picking_)
        look.chosen = *scheme().normaliser.*(picking_->points);
    return look;
}

QString SchemeMeasuresTab::hint() const {
    return tr(
        "The error of a point is divided by this distance, so that faces of all sizes "
        "compare.");
}

void SchemeMeasuresTab::clickPoint(int point) {
    if (!picking_ || !scheme().normaliser)
        return;
    document_.change(tr("Pick a point of the distance"),
                     [point, points = picking_->points](SchemeDraft& draft) {
                         std::vector<int>& end = *draft.scheme.normaliser.*points;
                         if (std::erase(end, point) == 0)
                             end.push_back(point);
                     });
}

void SchemeMeasuresTab::setDistanceUsed(bool used) {
    document_.change(
        used ? tr("Divide errors by a distance") : tr("Divide errors by the bounding box"),
        [used](SchemeDraft& draft) {
            if (used)
                draft.scheme.normaliser =
                    NormalisingDistance{tr("inter-ocular").toStdString(), {}, {}};
            else
                draft.scheme.normaliser.reset();
        });
    setPicking(used ? &from_ : nullptr);
}

void SchemeMeasuresTab::setPicking(const End* end) {
    picking_ = end;
    for (const End* each : {&from_, &to_})
        each->pick->setChecked(each == end);
    emit lookChanged();
}

}  // namespace rudolph
