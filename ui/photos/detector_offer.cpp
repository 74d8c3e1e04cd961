#include "ui/photos/detector_offer.h"

#include <QPushButton>
#include <QUrl>

#include "core/detect/yunet_file.h"
#include "ui/settings/ask_for_file.h"

namespace rudolph {

DetectorOffer::DetectorOffer(QWidget* parent) : DownloadOffer(parent) {
    auto* choose = new QPushButton(tr("Choose file…"), this);
    choose->setToolTip(tr("The file of YuNet’s weights (.onnx), where you have it already"));
    connect(choose, &QPushButton::clicked, this, [this] {
        askForFile(window(),
                   {.title = tr("Choose YuNet’s weights"),
                    .purpose = "detectors",
                    .filter = tr("ONNX files (*.onnx);;All files (*)")},
                   [this](const QString& file) { emit taken(file); });
    });
    addInstead(choose);
    connect(this, &DownloadOffer::downloaded, this, [this] { emit taken({}); });
}

void DetectorOffer::offer(bool offered) {
    const OfferedFile& file = yunet_file();
    DownloadOffer::offer(
        file,
        tr("YuNet is a small network that finds more faces. Its file (%1, licence %2) comes from "
           "%3 and is checked. Your photographs stay on this machine.")
            .arg(sizeText(file.bytes), QString::fromStdString(file.licence),
                 QUrl(QString::fromStdString(file.url)).host()));
    setVisible(offered);
}

}  // namespace rudolph
