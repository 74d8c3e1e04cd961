#include "ui/models/problem_model.h"

#include "ui/models/path_convert.h"
#include "ui/models/sentence.h"

namespace rudolph {

void ProblemModel::setDataset(std::shared_ptr<const Dataset> dataset) {
    beginResetModel();
    dataset_ = std::move(dataset);
    endResetModel();
}

int ProblemModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() || !dataset_ ? 0 : static_cast<int>(dataset_->problems.size());
}

QVariant ProblemModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString message = sentence(problem(index.row()).message);
    switch (role) {
        case Qt::DisplayRole:
            return QString(place(index.row()) + '\n' + message);
        case Qt::ToolTipRole:
            return line(index.row());
        default:
            return {};
    }
}

QString ProblemModel::place(int row) const {
    const Problem& what = problem(row);
    std::filesystem::path file = what.file.lexically_relative(dataset_->root);
    if (file.empty() || *file.begin() == "..")
        file = what.file;
    if (file == ".")
        return tr("the whole folder");
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
