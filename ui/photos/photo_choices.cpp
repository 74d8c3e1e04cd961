#include "ui/photos/photo_choices.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalBlocker>
#include <QUrl>
#include <QVBoxLayout>

#include "core/detect/detector_file.h"
#include "core/runs/run_reader.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/sentence.h"
#include "ui/photos/photo_words.h"
#include "ui/settings/settings.h"
#include "ui/settings/translation.h"

namespace rudolph {
namespace {

constexpr size_t kRunsOffered = 20;
/// What stands for "another file" in the boxes; no path begins so.
constexpr auto kOtherFile = "\nfile";
constexpr int kShortestText = 14;  // characters

PhotoChoice rememberedChoice() {
    const Settings settings;
    PhotoChoice choice;
    choice.model = settings.get(settings::kPhotoModel);
    if (choice.model.isEmpty())
        choice.model = QLatin1String(kShippedModel);
    choice.second = settings.get(settings::kPhotoSecondModel);
    choice.detector_file = settings.get(settings::kPhotoDetectorFile);
    const bool is_there = choice.detector_file.isEmpty() ? !find_yunet().empty()
                                                         : QFileInfo::exists(choice.detector_file);
    if (is_there && settings.get(settings::kPhotoDetector) != QStringLiteral("hog"))
        choice.detector = DetectorKind::YuNet;
    return choice;
}

QString sizeText(std::uint64_t bytes) {
    return PhotoChoices::tr("%1 MB").arg(
        QLocale().toString(static_cast<double>(bytes) / 1e6, 'f', 1));
}

QComboBox* makeBox(QWidget* parent, const QString& name, const QString& tip) {
    auto* box = new QComboBox(parent);
    box->setAccessibleName(name);
    box->setToolTip(tip);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(kShortestText);
    return box;
}

}  // namespace

PhotoChoices::PhotoChoices(PhotoTools tools, QWidget* parent)
    : QWidget(parent), tools_(std::move(tools)), choice_(rememberedChoice()) {
    layOut();
    fillModels();
    const QSignalBlocker quiet(detector_);
    detector_->setCurrentIndex(choice_.detector == DetectorKind::Hog ? 0 : 1);
    view_->setCurrentIndex(Settings().get(settings::kPhotosSideBySide) ? 1 : 0);
    offerYuNet(false);
}

PhotoChoices::~PhotoChoices() {
    cancel_.cancel();
}

void PhotoChoices::layOut() {
    model_ = makeBox(this, tr("Model"), tr("The network that places the points"));
    second_ = makeBox(this, tr("Second model"),
                      tr("A network whose points are shown beside the first one’s"));
    view_ = makeBox(this, tr("How two models are shown"), {});
    view_->addItems({tr("Over each other"), tr("Side by side")});
    detector_ = makeBox(this, tr("Face detector"), tr("What finds the faces in a photograph"));
    detector_->addItem(tr("HOG: always there"), to_string(DetectorKind::Hog).c_str());
    detector_->addItem(tr("YuNet: finds more"), to_string(DetectorKind::YuNet).c_str());
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
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(8);
    column->addLayout(form);
    column->addWidget(makeDownload());
    connect(model_, &QComboBox::activated, this, [this] { modelActivated(model_, false); });
    connect(second_, &QComboBox::activated, this, [this] { modelActivated(second_, true); });
    connect(view_, &QComboBox::currentIndexChanged, this, [this] {
        Settings().set(settings::kPhotosSideBySide, isSideBySide());
        emit sideBySideChanged(isSideBySide());
    });
    connect(detector_, &QComboBox::activated, this, &PhotoChoices::detectorActivated);
}

QWidget* PhotoChoices::makeDownload() {
    offer_ = new QWidget(this);
    explanation_ = new QLabel(offer_);
    explanation_->setWordWrap(true);
    explanation_->setTextFormat(Qt::PlainText);
    explanation_->setObjectName(QStringLiteral("download text"));
    explanation_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    progress_ = new QProgressBar(offer_);
    progress_->setTextVisible(false);
    progress_->setAccessibleName(tr("Progress of the download"));
    download_ = new QPushButton(offer_);
    choose_file_ = new QPushButton(tr("Choose file…"), offer_);
    choose_file_->setToolTip(tr("The file of YuNet’s weights (.onnx), where you have it already"));
    connect(download_, &QPushButton::clicked, this, [this] {
        if (downloading_)
            cancel_.cancel();
        else
            startDownload();
    });
    connect(choose_file_, &QPushButton::clicked, this, &PhotoChoices::chooseDetectorFile);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(download_);
    row->addWidget(choose_file_);
    row->addStretch();
    auto* column = new QVBoxLayout(offer_);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    column->addWidget(explanation_);
    column->addWidget(progress_);
    column->addLayout(row);
    return offer_;
}

bool PhotoChoices::isSideBySide() const {
    return view_->currentIndex() == 1;
}

QString PhotoChoices::downloadText() const {
    return offer_->isHidden() ? QString() : explanation_->text();
}

void PhotoChoices::setRunsFolder(const QString& folder) {
    runs_folder_ = folder;
    if (isVisible())
        refresh();
}

void PhotoChoices::refresh() {
    list_job_.start([this, folder = runs_folder_]() -> LatestJob::Outcome {
        std::vector<RunRecord> runs;
        try {
            runs = list_runs(toPath(folder)).runs;
        } catch (const std::exception&) {
            // No runs folder yet: the Runs page says what is wrong with one.
        }
        return [this, runs] {
            runs_ = runs;
            fillModels();
        };
    });
}

void PhotoChoices::fillModels() {
    fillBox(model_, choice_.model, false);
    fillBox(second_, choice_.second, true);
    for (QWidget* widget : std::initializer_list<QWidget*>{view_label_, view_})
        widget->setVisible(!choice_.second.isEmpty());
}

void PhotoChoices::fillBox(QComboBox* box, const QString& chosen, bool with_none) {
    if (box->view()->isVisible())
        return;  // not under the hand
    const QSignalBlocker quiet(box);
    box->clear();
    if (with_none)
        box->addItem(tr("Nothing"), QString());
    box->addItem(photoModelName(QLatin1String(kShippedModel)), QLatin1String(kShippedModel));
    size_t offered = 0;
    for (const RunRecord& run : runs_) {
        if (run.summary.epochs_done == 0 || offered++ >= kRunsOffered)
            continue;
        box->addItem(tr("%1 · %2 %")
                         .arg(QString::fromStdString(run.name),
                              QLocale().toString(100 * run.summary.nme, 'f', 1)),
                     toQString(run.folder));
        box->setItemData(box->count() - 1,
                         tr("NME on its validation faces, divided by %1")
                             .arg(landmarkText(run.summary.normaliser)),
                         Qt::ToolTipRole);
    }
    if (box->findData(chosen) < 0)
        box->addItem(photoModelName(chosen), chosen);
    box->insertSeparator(box->count());
    box->addItem(tr("Other file…"), QLatin1String(kOtherFile));
    box->setCurrentIndex(box->findData(chosen));
}

void PhotoChoices::modelActivated(QComboBox* box, bool second) {
    const QString model = box->currentData().toString();
    if (model == QLatin1String(kOtherFile)) {
        box->setCurrentIndex(box->findData(second ? choice_.second : choice_.model));
        chooseModelFile(second);
    } else if (second) {
        setSecondModel(model);
    } else {
        setModel(model);
    }
}

void PhotoChoices::chooseModelFile(bool second) {
    auto* dialog = new QFileDialog(window(), tr("Choose a trained network"), runs_folder_,
                                   tr("Networks (*.safetensors);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this, second](const QString& file) {
        if (second)
            setSecondModel(file);
        else
            setModel(file);
    });
    dialog->open();
}

void PhotoChoices::setModel(const QString& model) {
    PhotoChoice choice = choice_;
    choice.model = model;
    apply(choice);
}

void PhotoChoices::setSecondModel(const QString& model) {
    PhotoChoice choice = choice_;
    choice.second = model;
    apply(choice);
}

void PhotoChoices::clearSecond() {
    setSecondModel({});
}

void PhotoChoices::apply(const PhotoChoice& choice) {
    if (choice == choice_)
        return;
    choice_ = choice;
    Settings settings;
    settings.set(settings::kPhotoModel, choice.model);
    settings.set(settings::kPhotoSecondModel, choice.second);
    settings.set(settings::kPhotoDetector, QString::fromStdString(to_string(choice.detector)));
    settings.set(settings::kPhotoDetectorFile, choice.detector_file);
    fillModels();
    emit changed();
}

bool PhotoChoices::hasYuNet() const {
    return choice_.detector_file.isEmpty() ? !find_yunet().empty()
                                           : QFileInfo::exists(choice_.detector_file);
}

void PhotoChoices::detectorActivated() {
    PhotoChoice choice = choice_;
    choice.detector = detector_->currentIndex() == 0 ? DetectorKind::Hog : DetectorKind::YuNet;
    if (choice.detector == DetectorKind::YuNet && !hasYuNet()) {
        // The other one goes on until the file is there.
        detector_->setCurrentIndex(choice_.detector == DetectorKind::Hog ? 0 : 1);
        offerYuNet(true);
        return;
    }
    offerYuNet(false);
    apply(choice);
}

void PhotoChoices::chooseDetectorFile() {
    auto* dialog = new QFileDialog(window(), tr("Choose YuNet’s weights"),
                                   Settings().get(settings::kLastFolderOfAll),
                                   tr("ONNX files (*.onnx);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &PhotoChoices::useYuNet);
    dialog->open();
}

void PhotoChoices::useYuNet(const QString& file) {
    PhotoChoice choice = choice_;
    choice.detector = DetectorKind::YuNet;
    choice.detector_file = file;
    const QSignalBlocker quiet(detector_);
    detector_->setCurrentIndex(1);
    offerYuNet(false);
    apply(choice);
}

void PhotoChoices::offerYuNet(bool offered) {
    const DetectorFile& file = yunet_file();
    explanation_->setText(
        tr("YuNet is a small network that finds more faces. Its file (%1, licence %2) comes from "
           "%3 and is checked. Your photographs stay on this machine.")
            .arg(sizeText(file.bytes), QString::fromStdString(file.licence),
                 QUrl(QString::fromStdString(file.url)).host()));
    offer_->setVisible(offered);
    showDownload();
}

void PhotoChoices::showDownload() {
    progress_->setVisible(downloading_);
    choose_file_->setVisible(!downloading_);
    download_->setText(downloading_ ? tr("Cancel")
                                    : tr("Download (%1)…").arg(sizeText(yunet_file().bytes)));
}

void PhotoChoices::startDownload() {
    downloading_ = true;
    cancel_ = CancelToken();
    progress_->setRange(0, 0);
    showDownload();
    const auto tell = [this](const Progress& progress) {
        QMetaObject::invokeMethod(
            this,
            [this, progress] {
                progress_->setRange(0, static_cast<int>(progress.total));
                progress_->setValue(static_cast<int>(progress.done));
            },
            Qt::QueuedConnection);
    };
    download_job_.start(
        [this, tell, cancel = cancel_, download = tools_.download]() -> LatestJob::Outcome {
            QString problem;
            try {
                const DetectorFile& file = yunet_file();
                download(file, downloaded_models_folder() / file.name, tell, cancel);
            } catch (const Cancelled&) {
                problem = tr("Cancelled; nothing was kept.");
            } catch (...) {
                const ErrorText text = errorText(std::current_exception());
                problem = sentence(text.what);
                if (!text.advice.isEmpty())
                    problem += ' ' + sentence(text.advice);
            }
            return [this, problem] { downloadEnded(problem); };
        });
}

void PhotoChoices::downloadEnded(const QString& problem) {
    downloading_ = false;
    if (problem.isEmpty()) {
        useYuNet({});
        return;
    }
    showDownload();
    explanation_->setText(problem);
}

}  // namespace rudolph
