#pragma once

#include <QAbstractListModel>
#include <QSet>
#include <QSortFilterProxyModel>
#include <limits>
#include <memory>
#include <optional>

#include "ui/cases/case_study.h"
#include "ui/parts/face_thumbnails.h"

namespace rudolph {

/// The validation faces of one run, in the order of its file; CaseOrder sorts and filters them.
class CaseListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role { ErrorRole = Qt::UserRole + 1, SearchRole };

    explicit CaseListModel(QObject* parent = nullptr);

    void setCases(const RunCases& cases);
    /// The same faces against another truth, and how far they are annotated; one entry a case.
    void setTruth(const std::vector<CasePrediction>& cases, const std::vector<int>& changed,
                  const std::vector<std::optional<FaceState>>& states,
                  const std::vector<double>& deviations = {});
    void clear();
    const CasePrediction& caseAt(int row) const { return cases_[static_cast<size_t>(row)]; }
    const LandmarkScheme& scheme() const { return scheme_; }
    /// Empty: not known.
    std::optional<FaceState> stateAt(int row) const { return states_[static_cast<size_t>(row)]; }
    /// How much its error differs from run to run, where the cases are of a study; else NaN. A
    /// fraction like the NME, or pixels where that is unknown.
    double deviationAt(int row) const;
    bool isOfStudy() const { return is_of_study_; }
    /// The row of a face; −1 when there is none with that id.
    int rowOf(const std::string& sample_id) const;
    /// What is shown of a case, and those who make it.
    ThumbnailRequest picture(int row) const;
    FaceThumbnails* thumbnails() const { return thumbnails_.get(); }
    /// Loads in the background when it is not there yet; dataChanged says when it is.
    FaceThumbnail thumbnail(int row) const { return thumbnails_->thumbnail(picture(row)); }
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
    std::vector<std::optional<FaceState>> states_;
    std::vector<double> deviations_;  ///< empty: of a single run
    bool is_of_study_ = false;
    QSet<int> changed_;  ///< rows whose truth is another one than at the training
    QString normaliser_;
    int generation_ = 0;
    std::unique_ptr<FaceThumbnails> thumbnails_;
    QMultiHash<QString, int> rows_of_image_;
};

/// What to look for in cases; empty parts match every face.
struct CaseQuery {
    QString text = {};  ///< words that must all be found in name, person and view: "07 view 3"
    std::optional<std::string> person = std::nullopt;
    std::optional<int> view = std::nullopt;
    std::optional<FaceState> state = std::nullopt;
    /// Of ranking_error(), both included; faces with an unknown error match only the whole range.
    double least_error = 0;
    double most_error = std::numeric_limits<double>::infinity();

    bool isEmpty() const { return *this == CaseQuery(); }
    bool operator==(const CaseQuery&) const = default;
};

enum class CaseRank { WorstFirst, BestFirst, MostVariedFirst };

/// Best, worst or most varied first, and only those that are looked for and, where some are chosen,
/// chosen ones.
class CaseOrder : public QSortFilterProxyModel {
    Q_OBJECT

public:
    explicit CaseOrder(QObject* parent = nullptr);

    void setSourceModel(QAbstractItemModel* model) override;  ///< a CaseListModel
    void setRank(CaseRank rank);
    void setQuery(const CaseQuery& query);
    /// Rows of the model; empty: all.
    void setChosen(const QVector<int>& rows);

protected:
    bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;
    bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    const CaseListModel* model_ = nullptr;
    CaseRank rank_ = CaseRank::WorstFirst;
    CaseQuery query_;
    QStringList words_;
    QSet<int> chosen_;
};

}  // namespace rudolph
