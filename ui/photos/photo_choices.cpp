#include "ui/photos/photo_choices.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFormLayout>
#include <QLabel>
#include <QSignalBlocker>

#include "ui/base/layouts.h"
#include "ui/parts/narrow_box.h"
#include "ui/photos/detector_offer.h"
#include "ui/photos/photographs.h"
#include "ui/session/model_shelf.h"
#include "ui/settings/ask_for_file.h"
#include "ui/settings/settings.h"

namespace rudolph {
namespace {

/// What stands for "another file" in the boxes; no path begins so.
constexpr auto kOtherFile = "\nfile";
constexpr int kShortestText = 14;  // characters

}  // namespace

PhotoChoices::PhotoChoices(Photographs* photos, ModelShelf* models, QWidget* parent)
    : QWidget(parent), photos_(photos), models_(models) {
    layOut();
    view_->setCurrentIndex(Settings().get(settings::kPhotosSideBySide) ? 1 : 0);
    connect(photos_, &Photographs::choiceChanged, this, &PhotoChoices::showChoice);
    connect(models_, &ModelShelf::changed, this, &PhotoChoices::showChoice);
    connect(model_, &QComboBox::activated, this, [this] { modelActivated(model_, false); });
    connect(second_, &QComboBox::activated, this, [this] { modelActivated(second_, true); });
    connect(view_, &QComboBox::currentIndexChanged, this, [this] {
        Settings().set(settings::kPhotosSideBySide, isSideBySide());
        emit sideBySideChanged(isSideBySide());
    });
    connect(detector_, &QComboBox::activated, this, &PhotoChoices::detectorActivated);
    connect(offer_, &DetectorOffer::taken, this, &PhotoChoices::useYuNet);
    showChoice();
}

void PhotoChoices::layOut() {
    model_ = makeNarrowBox(this, "photo model", kShortestText, tr("Model"),
                           tr("The network that places the points"));
    second_ = makeNarrowBox(this, "second model", kShortestText, tr("Second model"),
                            tr("A network whose points are shown beside the first one’s"));
    view_ = makeNarrowBox(this, "two models", kShortestText, tr("How two models are shown"), {});
    view_->addItems({tr("Over each other"), tr("Side by side")});
    detector_ = makeNarrowBox(this, "detector", kShortestText, tr("Face detector"),
                              tr("What finds the faces in a photograph"));
    detector_->addItem(tr("HOG: always there"), to_string(DetectorKind::Hog).c_str());
    detector_->addItem(tr("YuNet: finds more"), to_string(DetectorKind::YuNet).c_str());
    offer_ = new DetectorOffer(this);
    offer_->hide();
    auto* form = new QFormLayout;
    form->setContentsMargins(0, 0, 0, 0);
    form->setVerticalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->addRow(tr("&Model"), model_);
    form->addRow(tr("&Compare"), second_);
    view_label_ = new QLabel(tr("S&hown"), this);
    view_label_->setBuddy(view_);
    form->addRow(view_label_, view_);
    form->addRow(tr("&Detector"), detector_);
    auto* column = makeColumn(this, 8);
    column->addLayout(form);
    column->addWidget(offer_);
}

void PhotoChoices::setTools(const PhotoTools& tools) {
    offer_->setDownload(tools.download);
}

bool PhotoChoices::isSideBySide() const {
    return view_->currentIndex() == 1;
}

void PhotoChoices::showChoice() {
    const PhotoChoice& choice = photos_->choice();
    fillBox(model_, choice.model, false);
    fillBox(second_, choice.second, true);
    detector_->setCurrentIndex(choice.detector == DetectorKind::Hog ? 0 : 1);
    for (QWidget* widget : std::initializer_list<QWidget*>{view_label_, view_})
        widget->setVisible(!choice.second.isEmpty());
}

void PhotoChoices::fillBox(QComboBox* box, const QString& chosen, bool with_none) {
    if (box->view()->isVisible())
        return;  // not under the hand
    const QSignalBlocker quiet(box);
    box->clear();
    if (with_none)
        box->addItem(tr("Nothing"), QString());
    for (const ModelChoice& choice : models_->choices(chosen)) {
        box->addItem(choice.name, choice.model);
        if (!choice.tip.isEmpty())
            box->setItemData(box->count() - 1, choice.tip, Qt::ToolTipRole);
    }
    box->insertSeparator(box->count());
    box->addItem(tr("Other file…"), QLatin1String(kOtherFile));
    box->setCurrentIndex(box->findData(chosen));
}

void PhotoChoices::modelActivated(QComboBox* box, bool second) {
    const QString model = box->currentData().toString();
    if (model != QLatin1String(kOtherFile))
        return chooseModel(model, second);
    showChoice();
    askForFile(window(),
               {.title = tr("Choose a trained network"),
                .purpose = "models",
                .filter = tr("Networks (*.safetensors);;All files (*)")},
               [this, second](const QString& file) { chooseModel(file, second); });
}

void PhotoChoices::chooseModel(const QString& model, bool second) {
    PhotoChoice choice = photos_->choice();
    (second ? choice.second : choice.model) = model;
    photos_->setChoice(choice);
}

void PhotoChoices::detectorActivated() {
    PhotoChoice choice = photos_->choice();
    choice.detector = detector_->currentIndex() == 0 ? DetectorKind::Hog : DetectorKind::YuNet;
    const bool missing = choice.detector == DetectorKind::YuNet && !choice.hasYuNet();
    offer_->offer(missing);
    if (missing)
        showChoice();  // the other one goes on until the file is there
    else
        photos_->setChoice(choice);
}

void PhotoChoices::getYuNet() {
    offer_->offer(true);
    offer_->start();
}

void PhotoChoices::useYuNet(const QString& file) {
    PhotoChoice choice = photos_->choice();
    choice.detector = DetectorKind::YuNet;
    choice.detector_file = file;
    offer_->offer(false);
    photos_->setChoice(choice);
}

}  // namespace rudolph
