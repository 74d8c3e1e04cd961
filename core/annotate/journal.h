#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

/// What is written to a journal: the state after an edit, never the difference, so that the last
/// entry of a picture says everything about it.
struct JournalEntry {
    std::filesystem::path image;           ///< the picture whose faces changed; empty for a scheme
    std::vector<Sample> faces;             ///< all faces of that picture now
    std::optional<LandmarkScheme> scheme;  ///< the data set's new scheme
};

/// Unsaved edits of one document, on disk at the latest a second after they happened: a file of one
/// JSON object a line, each with a checksum, beside the data (".NAME.rudolph-journal") or, where
/// that folder is read-only, in `fallback_folder`. Entries are written on a thread of the journal's
/// own as soon as they come, so that a killed program loses nothing that reached it, and flushed to
/// the disk within the second, for when the machine goes down. While a journal is open it is
/// locked: a second program with the same data set takes a journal of its own ("-2"). Methods for
/// one thread.
class Journal {
public:
    /// Makes the file with its first entry. Throws Error when neither folder can be written.
    /// `fallback_folder` is made when it is needed.
    static std::unique_ptr<Journal> open(const std::filesystem::path& source,
                                         const std::filesystem::path& fallback_folder);
    virtual ~Journal() = default;  ///< writes what waits; an empty journal removes its file

    /// Where entries go, or would go while there is none.
    virtual const std::filesystem::path& file() const = 0;
    /// One step of the editor: its entries are read back all together or, with a scheme among them,
    /// not at all.
    virtual void record(std::vector<JournalEntry> entries) = 0;
    /// What could not be written since the last call (disk full); empty: all is well. The entries
    /// are kept and tried again.
    virtual std::string take_failure() = 0;
    /// A place in the sequence of entries.
    virtual long long mark() const = 0;
    /// Entries before the mark are saved elsewhere: drops them (the file is written anew beside and
    /// renamed; empty: removed).
    virtual void drop_before(long long mark) = 0;
    /// Waits until all entries are on disk, or could not be written just now (take_failure()).
    virtual void flush() = 0;
};

}  // namespace rudolph
