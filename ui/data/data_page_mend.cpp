// How the data page opens one face for editing, as the cases of a run ask for it.
#include <utility>

#include "ui/base/path_convert.h"
#include "ui/data/data_page.h"
#include "ui/data/sample_list_panel.h"
#include "ui/parts/message_panel.h"

namespace rudolph {

void DataPage::editFace(const QString& path, const QString& sample_id, const QString& image) {
    const std::string wanted = sample_id.toStdString();
    const std::optional<int> open =
        document() != nullptr ? document()->dataset().find(wanted) : std::nullopt;
    if (open && document()->face(*open).image == toPath(image)) {
        face_wanted_ = wanted;
        return editWantedFace();
    }
    whenSafe([this, path, wanted] {
        openPath(path);
        face_wanted_ = wanted;
    });
}

void DataPage::editWantedFace() {
    const std::string wanted = std::exchange(face_wanted_, {});
    if (wanted.empty() || document() == nullptr)
        return;
    const std::optional<int> index = document()->dataset().find(wanted);
    if (!index) {
        notice_->setText(
            tr("“%1” is not among these faces any more").arg(QString::fromStdString(wanted)));
        return;
    }
    list_->selectSample(*index);
    setAnnotating(true);
}

}  // namespace rudolph
