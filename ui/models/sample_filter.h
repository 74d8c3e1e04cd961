#pragma once

#include <QSortFilterProxyModel>
#include <optional>

#include "ui/models/sample_list_model.h"

namespace rudolph {

/// What to look for; empty parts match every face.
struct SampleQuery {
    QString text;  ///< every word must occur in the id or the person's name, in any case
    std::optional<std::string> person;
    std::optional<int> view;
    std::optional<SplitSide> side;

    bool operator==(const SampleQuery&) const = default;
};

/// The faces that match everything asked for. Its source is a SampleListModel.
class SampleFilter : public QSortFilterProxyModel {
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    /// Long lists are reset rather than thinned out row by row: views forget what is selected.
    void setQuery(const SampleQuery& query);

protected:
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    SampleQuery query_;
    QStringList words_;
};

}  // namespace rudolph
