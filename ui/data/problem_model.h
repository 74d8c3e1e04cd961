#pragma once

#include <QAbstractListModel>
#include <QPointer>
#include <vector>

#include "core/dataset/mend.h"
#include "ui/documents/annotation_document.h"

namespace rudolph {

/// What is wrong with a document, one problem a row: where on the first line, what on the second;
/// all of them, or those in which some words occur.
class ProblemModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Follows the document until it goes or another is set; null: none.
    void setDocument(AnnotationDocument* document);
    const AnnotationDocument* document() const { return document_; }
    /// Only problems whose place, face or message contains all these words.
    void setSearch(const QString& text);

    const Problem& problem(int row) const;
    /// Of the document, not only those shown.
    int problemCount() const;
    /// The problems of the document that can be put right in this way, in order.
    std::vector<Problem> mendable(MendKind kind) const;
    /// The face that the problem is about; −1 when there is none.
    int faceOf(int row) const;
    /// "a.jpg", "list.xml, line 12", "the whole folder".
    QString place(int row) const;
    /// "/folder/file.asf:12: what is wrong", for copying.
    QString line(int row) const;

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    void fill();

    QPointer<AnnotationDocument> document_;
    QString search_;
    std::vector<int> shown_;
};

}  // namespace rudolph
