#include "ui/session/session.h"

#include <QStandardPaths>

#include "core/base/error.h"
#include "ui/documents/annotation_document.h"
#include "ui/session/data_opener.h"
#include "ui/session/document_saver.h"
#include "ui/session/experiment_draft.h"
#include "ui/session/kept_edits.h"
#include "ui/session/scheme_store.h"
#include "ui/session/trainings.h"

namespace rudolph {
namespace {

QString queueFile() {
    return QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
           QStringLiteral("/queue.json");
}

}  // namespace

Session::Session(QObject* parent)
    : QObject(parent),
      schemes_(std::make_unique<SchemeStore>()),
      kept_edits_(std::make_unique<KeptEdits>(this)),
      saver_(std::make_unique<DocumentSaver>(this)),
      opener_(std::make_unique<DataOpener>(this)),
      draft_(std::make_unique<ExperimentDraft>()),
      trainings_(std::make_unique<Trainings>(this, queueFile())) {
    // Before anybody else hears of other data.
    connect(this, &Session::datasetChanged, draft_.get(), [this] {
        if (document_)
            draft_->setData(document_->dataset().source.string(), document_->dataset().opening);
        else
            draft_->setData({});
    });
}

Session::~Session() = default;

std::shared_ptr<const Dataset> Session::dataset() const {
    return document_ ? document_->snapshot() : nullptr;
}

void Session::setDocument(std::unique_ptr<AnnotationDocument> document) {
    if (document_)
        emit documentAboutToClose();
    document_ = std::move(document);
    makeSplit();
    if (document_) {
        connect(document_.get(), &AnnotationDocument::facesReset, this, [this] {
            makeSplit();
            emit splitChanged();
        });
        connect(document_.get(), &AnnotationDocument::modifiedChanged, this,
                &Session::modifiedChanged);
    }
    emit datasetChanged();
}

void Session::makeSplit() {
    split_ = {};
    if (!document_)
        return;
    try {
        split_ = make_split(document_->dataset(), {});
    } catch (const Error&) {
        // Too few people to hold any back: the faces can still be looked at, and training says
        // what is missing.
    }
}

void Session::setRunsFolder(const QString& folder) {
    if (folder == runsFolder())
        return;
    runs_.setFolder(folder);
    emit runsFolderChanged();
}

}  // namespace rudolph
