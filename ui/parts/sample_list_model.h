#pragma once

#include <QAbstractListModel>
#include <QHash>
#include <QPointer>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "core/dataset/split.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/sample_filter.h"

namespace rudolph {

/// The faces of a document that match a query, in an order, one a row. "Face" is an index into the
/// document, "row" one into the list.
///
/// An edit never moves a face or takes it out of the list while one works on it: only setQuery()
/// and refresh() look through all faces anew. Where faces come or go, or problems are found, those
/// that were shown stay and others that match join them.
class SampleListModel : public QAbstractListModel {
    Q_OBJECT

public:
    enum Role {
        FaceRole = Qt::UserRole,  ///< int: the index in the document
        SummaryRole,              ///< "person 04 · view 1 · training", for a second line
        StateRole,                ///< int: a FaceState
        NoteRole,                 ///< QString
        ProposedByRole,           ///< QString: the model, while nobody has accepted its points
        ProblemCountRole,         ///< int
        DisagreementRole          ///< double, a fraction; invalid where it was not measured
    };

    using QAbstractListModel::QAbstractListModel;

    /// Follows the document until it goes or another is set; null: none. The indices of `split` are
    /// those of the document now; later it is known by person. The query, the
    /// order and the disagreements stay.
    void setDocument(AnnotationDocument* document, const Split& split);
    const AnnotationDocument* document() const { return document_; }
    void setQuery(const SampleQuery& query, SampleOrder order);
    SampleOrder order() const { return order_; }
    /// How far a model is from each face, by sample id, as a fraction.
    void setDisagreements(const QHash<QString, double>& by_id);
    bool hasDisagreements() const { return !disagreements_.empty(); }
    /// The ids of the faces to mark next, in that order; empty: none are suggested.
    void setSuggestions(const QStringList& ids);
    bool hasSuggestions() const { return !suggested_.empty(); }
    /// Its place among the faces to mark next; −1: none of them.
    int suggestion(int face) const;
    /// Looks through all faces anew.
    void refresh();
    /// Shown faces that refresh() would move or take away.
    int misplacedCount() const { return static_cast<int>(misplaced_.size()); }

    int faceCount() const { return document_ != nullptr ? document_->faceCount() : 0; }
    const Sample& sample(int face) const { return document_->face(face); }
    SplitSide side(int face) const;
    int problemCount(int face) const;
    double disagreement(int face) const;  ///< NaN: not measured
    int faceAt(int row) const { return shown_[static_cast<size_t>(row)]; }
    /// −1 when the face is not shown.
    int rowOf(int face) const;
    /// "training", "person 04 · view 1 · training".
    QString summary(int face) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

signals:
    void misplacedChanged();

private:
    using ById = std::unordered_map<size_t, float>;  ///< by the hash of an id

    FaceFacts facts(int face) const;
    bool shows(int face) const { return filter_.accepts(facts(face)); }
    /// Makes the list anew; faces whose ids have these hashes are in it whether they match or not.
    void fill(const std::unordered_set<size_t>& kept);
    std::unordered_set<size_t> shownIds() const;
    void faceChanged(int face);
    void facesReset();
    void problemsChanged();
    void countProblems();
    void forgetDocument();
    QString tip(int face) const;
    QString spoken(int face) const;

    QPointer<AnnotationDocument> document_;
    SampleFilter filter_;
    SampleOrder order_ = SampleOrder::Dataset;
    std::vector<int> shown_;   ///< faces by row
    std::vector<int> row_of_;  ///< rows by face, or −1
    /// What the rows are called while not all faces are shown, to find them again after a reset.
    std::vector<size_t> shown_ids_;
    std::set<int> misplaced_;
    std::unordered_map<size_t, SplitSide> side_of_person_;  ///< by the hash of a name
    std::unordered_map<size_t, int> problems_;
    ById disagreements_;
    std::unordered_map<size_t, int> suggested_;  ///< places by the hash of an id
};

/// "training", "validation", or empty.
QString sideName(SplitSide side);
/// "1 (frontal, neutral)" where the data set's views are known to be IMM's, else the number.
QString viewName(int view, DatasetFormat format);
/// "New", "In work", "Done", "Doubtful".
QString stateName(FaceState state);
/// "off by 4.1 %"
QString disagreementText(double fraction);

}  // namespace rudolph
