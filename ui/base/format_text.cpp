#include "ui/base/format_text.h"

#include "ui/base/tr.h"

namespace rudolph {

QString formatText(DatasetFormat format) {
    switch (format) {
        case DatasetFormat::Project:
            return tr("Rudolph project");
        case DatasetFormat::Pictures:
            return tr("pictures");
        case DatasetFormat::Recipe:
            return tr("recipe");
        case DatasetFormat::Video:
            return tr("frames of videos");
        case DatasetFormat::YoloLabels:
            return tr("YOLO labels");
        default:
            return QString::fromStdString(to_string(format));
    }
}

}  // namespace rudolph
