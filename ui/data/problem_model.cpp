#include "ui/data/problem_model.h"

#include <numeric>

#include "core/dataset/problems.h"
#include "ui/base/path_convert.h"
#include "ui/base/plain_tip.h"
#include "ui/base/sentence.h"
#include "ui/base/word_search.h"

namespace rudolph {

void ProblemModel::setDocument(AnnotationDocument* document) {
    if (document_ != nullptr)
        document_->disconnect(this);
    document_ = document;
    if (document_ != nullptr) {
        connect(document_, &AnnotationDocument::problemsChanged, this, &ProblemModel::fill);
        connect(document_, &QObject::destroyed, this, [this] {
            document_ = nullptr;
            fill();
        });
    }
    fill();
}

void ProblemModel::setSearch(const QString& text) {
    if (text == search_)
        return;
    search_ = text;
    fill();
}

void ProblemModel::fill() {
    beginResetModel();
    const WordSearch words(search_);
    shown_.clear();
    if (words.isEmpty()) {
        shown_.resize(static_cast<size_t>(problemCount()));
        std::iota(shown_.begin(), shown_.end(), 0);
    } else {
        for (int i = 0; i < problemCount(); ++i) {
            const Problem& one = document_->dataset().problems[static_cast<size_t>(i)];
            if (words.matches({one.message, one.sample_id, one.file.native()}))
                shown_.push_back(i);
        }
    }
    endResetModel();
}

int ProblemModel::problemCount() const {
    return document_ == nullptr ? 0 : static_cast<int>(count_of(document_->dataset().problems));
}

const Problem& ProblemModel::problem(int row) const {
    const auto at = static_cast<size_t>(shown_[static_cast<size_t>(row)]);
    return document_->dataset().problems[at];
}

std::vector<Problem> ProblemModel::mendable(MendKind kind) const {
    std::vector<Problem> found;
    for (int i = 0; i < problemCount(); ++i) {
        const Problem& problem = document_->dataset().problems[static_cast<size_t>(i)];
        if (problem.mend && problem.mend->kind == kind)
            found.push_back(problem);
    }
    return found;
}

int ProblemModel::faceOf(int row) const {
    const std::string& id = problem(row).sample_id;
    return id.empty() ? -1 : document_->dataset().find(id).value_or(-1);
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(shown_.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
        case Qt::DisplayRole:
            return QString(place(index.row()) + '\n' + sentence(problem(index.row()).message));
        case Qt::ToolTipRole:
            return plainTip(line(index.row()));
        default:
            return {};
    }
}

QString ProblemModel::place(int row) const {
    const Problem& what = problem(row);
    std::filesystem::path file = what.file.lexically_relative(document_->dataset().root);
    if (file.empty() || *file.begin() == "..")
        file = what.file;
    if (file.empty() || file == ".")
        return tr("the whole data set");
    return what.line > 0 ? tr("%1, line %2").arg(toQString(file)).arg(what.line) : toQString(file);
}

QString ProblemModel::line(int row) const {
    const Problem& what = problem(row);
    QString text = toQString(what.file);
    if (what.line > 0)
        text += ':' + QString::number(what.line);
    return text + QStringLiteral(": ") + QString::fromStdString(what.message);
}

}  // namespace rudolph
