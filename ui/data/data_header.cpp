#include "ui/data/data_header.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include "core/dataset/left_out.h"
#include "ui/base/format_text.h"
#include "ui/base/layouts.h"
#include "ui/base/number_text.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/data/menu_button.h"
#include "ui/data/recent_faces.h"
#include "ui/documents/annotation_document.h"
#include "ui/parts/icons.h"
#include "ui/parts/page_actions.h"
#include "ui/session/document_saver.h"
#include "ui/session/session.h"

namespace rudolph {

DataHeader::DataHeader(Session* session, const PageActions* actions, QWidget* parent)
    : QWidget(parent), session_(session), summary_(new QLabel(this)) {
    auto* menu = new QMenu(this);
    connect(menu, &QMenu::aboutToShow, this, [this, menu, actions] {
        menu->clear();
        actions->place(menu,
                       {"data/open-folder", "data/open-list", "data/recipe", "data/demo-faces"});
        addRecentFaces(menu, session_);
    });
    auto* open = new MenuButton(tr("Open"), tr("Open other faces"), menu, this);
    open->setIcon(themedIcon("open"));
    open->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    open->setFocusPolicy(Qt::StrongFocus);
    summary_->setObjectName("summary");
    summary_->setTextFormat(Qt::PlainText);
    summary_->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto* row = makeRow(this, 8);
    row->addWidget(open);
    row->addWidget(summary_, 1);
    row->addWidget(actions->button("data/save", this));
    row->addWidget(actions->button("data/export", this));
    auto* train = new QPushButton(tr("Train on these faces"), this);
    train->setToolTip(tr("Go to the training page with what is open here"));
    connect(train, &QPushButton::clicked, this,
            [this] { session_->navigation().show(StudioPage::Train); });
    row->addWidget(train);

    connect(session_, &Session::datasetChanged, this, &DataHeader::followDocument);
    connect(session_, &Session::splitChanged, this, &DataHeader::refresh);
    connect(session_, &Session::modifiedChanged, this, &DataHeader::refresh);
    connect(&session_->saver(), &DocumentSaver::moved, this, &DataHeader::refresh);
    followDocument();
}

void DataHeader::followDocument() {
    if (const AnnotationDocument* document = session_->document()) {
        connect(document, &AnnotationDocument::problemsChanged, this, &DataHeader::refresh);
        connect(document, &AnnotationDocument::schemeChanged, this, &DataHeader::refresh);
    }
    refresh();
}

void DataHeader::refresh() {
    const AnnotationDocument* document = session_->document();
    summary_->setToolTip(document != nullptr ? plainTip(toQString(document->dataset().source))
                                             : QString());
    summary_->setText(describe());
    emit summaryChanged();
}

QString DataHeader::summary() const {
    return summary_->text();
}

QString DataHeader::describe() const {
    const AnnotationDocument* document = session_->document();
    if (document == nullptr)
        return {};
    const Dataset& dataset = document->dataset();
    QStringList parts = {QString::fromStdString(dataset.name),
                         dataset.recipe.empty() ? formatText(dataset.format)
                                                : QString::fromStdString(dataset.recipe),
                         tr("%Ln faces", nullptr, static_cast<int>(dataset.samples.size()))};
    if (dataset.scheme.size() > 0)
        parts << tr("%Ln points", nullptr, dataset.scheme.size());
    const Split& split = session_->split();
    if (!split.train.empty())
        parts << tr("%1 for training, %2 for validation")
                     .arg(countText(std::ssize(split.train)),
                          countText(std::ssize(split.validation)));
    if (const int leftOut = left_out_of(dataset).faces; leftOut > 0)
        parts << tr("%Ln left out", nullptr, leftOut);
    if (!dataset.problems.empty())
        parts << tr("%Ln problems", nullptr, static_cast<int>(dataset.problems.size()));
    if (document->isModified())
        parts << tr("edited");
    return parts.join(QStringLiteral(" · "));
}

}  // namespace rudolph
