#pragma once

#include <QObject>
#include <QUndoStack>
#include <functional>

#include "ui/schemes/scheme_draft.h"

namespace rudolph {

/// A landmark scheme while a person makes it, with its undo steps.
class SchemeDocument : public QObject {
    Q_OBJECT

public:
    using Edit = std::function<void(SchemeDraft&)>;

    using QObject::QObject;

    const SchemeDraft& draft() const { return draft_; }
    const LandmarkScheme& scheme() const { return draft_.scheme; }
    QUndoStack* undoStack() { return &undo_; }
    QString pointName(int point) const;

    /// Begins with this one; there is nothing to undo.
    void begin(const SchemeDraft& draft);
    /// One step; steps with the same `merge` that follow each other are one.
    void change(const QString& what, const Edit& edit, const QString& merge = {});

signals:
    /// Also when an edit changed nothing, as a field may show what was not taken.
    void changed();

private:
    friend class ChangeDraft;

    SchemeDraft draft_;
    QUndoStack undo_;
};

}  // namespace rudolph
