#pragma once

#include <string>

#include "core/annotate/journal.h"
#include "core/annotate/journal_reader.h"
#include "core/base/file.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {

/// What an edit of a picture leaves: faces of three points that tell which edit it was.
inline JournalEntry entry(const std::filesystem::path& image, int edit, int faces = 1) {
    JournalEntry result{image, {}, std::nullopt};
    for (int i = 0; i < faces; ++i) {
        Sample face;
        face.id = image.stem().string() + (i > 0 ? "#" + std::to_string(i + 1) : "");
        face.image = image;
        face.person = image.stem().string();
        face.box = Box{1, 2, 30.5, 40};
        face.points_in_image =
            Landmarks({{edit + 0.25, 1.0 * i}, {10, 20.125 + edit}, {1.0 / 3, edit / 7.0}});
        result.faces.push_back(std::move(face));
    }
    return result;
}

/// A list in a folder of its own, and a folder to fall back to that is not there yet.
struct Place {
    TempDir dir;
    std::filesystem::path source = dir / "faces/labels.xml";
    std::filesystem::path fallback = dir / "journals";

    Place() { write_file(source, "<dataset/>"); }
    std::filesystem::path image(const std::string& name) const {
        return dir.path() / "faces" / name;
    }
    std::unique_ptr<Journal> open() const { return Journal::open(source, fallback); }
    std::vector<JournalContents> found() const { return find_journals(source, fallback); }
    /// The journal's file after a killed program: bytes, but no lock.
    void leave(const std::string& bytes, const std::string& name = ".labels.xml.rudolph-journal") {
        write_file(dir / ("faces/" + name), bytes);
    }
    /// What a journal of these entries has written.
    std::string bytes_of(std::vector<JournalEntry> entries) const {
        const auto journal = open();
        journal->record(std::move(entries));
        journal->flush();
        std::string bytes = read_file(journal->file());
        journal->drop_before(journal->mark());
        return bytes;
    }
};

}  // namespace rudolph::test
