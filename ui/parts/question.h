#pragma once

#include <QMessageBox>
#include <QTextDocument>

namespace rudolph {

/// A question with its window's title, itself in bold, and what explains it below. Names in them
/// are shown letter by letter: a file called "<img src=…>" is no picture, and "&" stays "&". The
/// caller adds buttons and opens it; it goes away by itself.
inline QMessageBox* makeQuestion(QWidget* parent, const QString& title, const QString& question,
                                 const QString& explanation) {
    auto* box = new QMessageBox(parent);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setIcon(QMessageBox::Question);
    box->setWindowTitle(title);
    box->setText(QStringLiteral("<b>%1</b>").arg(question.toHtmlEscaped()));
    box->setInformativeText(Qt::convertFromPlainText(explanation, Qt::WhiteSpaceNormal));
    return box;
}

/// One whose title is the question.
inline QMessageBox* makeQuestion(QWidget* parent, const QString& question,
                                 const QString& explanation) {
    return makeQuestion(parent, question, question, explanation);
}

}  // namespace rudolph
