#pragma once

#include "core/annotate/journal_reader.h"

namespace rudolph {

/// Puts what a journal holds into a data set: pictures take the journal's faces, in their place;
/// pictures the data set does not have are added at the end where the file is there. Faces that do
/// not have the points of the scheme are left out, and become problems of the data set. Returns how
/// many pictures differ from before.
int apply_journal(const JournalContents& journal, Dataset& dataset);

}  // namespace rudolph
