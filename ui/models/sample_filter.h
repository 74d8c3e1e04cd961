#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "ui/models/sample_list_model.h"

namespace rudolph {

/// The faces that match everything asked for. Its source is a SampleListModel.
class SampleFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Every word must occur in the id or the person's name, in any case.
    void setText(const QString& text);
    void setPerson(const std::optional<std::string>& person);
    void setView(std::optional<int> view);
    void setSide(std::optional<SplitSide> side);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
    std::optional<std::string> person_;
    std::optional<int> view_;
    std::optional<SplitSide> side_;
};

}  // namespace rudolph
