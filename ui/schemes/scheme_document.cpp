#include "ui/schemes/scheme_document.h"

#include <QUndoCommand>

namespace rudolph {

/// A step in a scheme's history: the draft before and after it.
class ChangeDraft : public QUndoCommand {
public:
    ChangeDraft(SchemeDocument* document, const QString& what, SchemeDraft after, QString merge)
        : QUndoCommand(what),
          document_(document),
          before_(document->draft_),
          after_(std::move(after)),
          merge_(std::move(merge)) {}

    void undo() override { show(before_); }
    void redo() override { show(after_); }
    int id() const override { return merge_.isEmpty() ? -1 : 1; }
    bool mergeWith(const QUndoCommand* other) override {
        const auto* next = static_cast<const ChangeDraft*>(other);
        if (next->merge_ != merge_)
            return false;
        after_ = next->after_;
        return true;
    }

private:
    void show(const SchemeDraft& draft) {
        document_->draft_ = draft;
        emit document_->changed();
    }

    SchemeDocument* document_;
    SchemeDraft before_;
    SchemeDraft after_;
    QString merge_;
};

QString SchemeDocument::pointName(int point) const {
    return QString::fromStdString(draft_.scheme.point_names[static_cast<size_t>(point)]);
}

void SchemeDocument::begin(const SchemeDraft& draft) {
    draft_ = draft;
    undo_.clear();
    emit changed();
}

void SchemeDocument::change(const QString& what, const Edit& edit, const QString& merge) {
    SchemeDraft after = draft_;
    edit(after);
    if (after == draft_)
        emit changed();
    else
        undo_.push(new ChangeDraft(this, what, std::move(after), merge));
}

}  // namespace rudolph
