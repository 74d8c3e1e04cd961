#pragma once

#include <QString>
#include <vector>

namespace rudolph {

/// A word of the field that the windows show and that not everybody knows. The glossary of the
/// guide (resources/guide) begins each entry with the same sentences: a test compares them.
enum class Term {
    Nme,
    MeanError,
    Auc,
    FailureRate,
    Ced,
    Gauge,
    Constant,
    Loss,
    Epoch,
    Seed,
    Share,
    Looks,
    Sureness
};

std::vector<Term> allTerms();
/// The heading of its entry: "NME".
QString termName(Term term);
/// What it is, in one to three sentences.
QString termTip(Term term);
/// A tip about one figure, or none, with what its term means below; as rich text, which wraps.
QString withTerm(const QString& tip, Term term);

}  // namespace rudolph
