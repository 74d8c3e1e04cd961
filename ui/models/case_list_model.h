#pragma once

#include <QAbstractListModel>
#include <QSortFilterProxyModel>
#include <memory>

#include "ui/models/face_thumbnails.h"
#include "ui/workers/run_loader.h"

namespace rudolph {

/// The validation faces of one run, in the order of its file; CaseOrder sorts and filters them.
class CaseListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ErrorRole = Qt::UserRole + 1, SearchRole };

    explicit CaseListModel(QObject* parent = nullptr);

    void setCases(const RunCases& cases);
    void clear();
    const std::vector<CasePrediction>& cases() const { return cases_; }
    const CasePrediction& caseAt(int row) const { return cases_[static_cast<size_t>(row)]; }
    const LandmarkScheme& scheme() const { return scheme_; }
    /// Loads in the background when it is not there yet; dataChanged says when it is.
    FaceThumbnail thumbnail(int row) const;
    bool isBroken(int row) const;
    /// Grows whenever other cases are shown, so that what was drawn of them can be told apart.
    int generation() const { return generation_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    /// DisplayRole: "5.2 px · 4.03 %"; ToolTipRole: whose face; ErrorRole: see ranking_error().
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void showLoaded(const QString& image);

    std::vector<CasePrediction> cases_;
    LandmarkScheme scheme_;
    QString normaliser_;
    int generation_ = 0;
    std::unique_ptr<FaceThumbnails> thumbnails_;
    QMultiHash<QString, int> rows_of_image_;
};

/// Best or worst first, and only those whose name, person or view holds a text.
class CaseOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CaseOrder(QObject* parent = nullptr);

    void setBestFirst(bool best_first);
    /// Words that must all be found, e.g. "07 view 3".
    void setSearch(const QString& text);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QStringList words_;
};

}  // namespace rudolph
