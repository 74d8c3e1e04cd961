#include <gmock/gmock.h>
#include <stdlib.h>
#include <unistd.h>

#include "core/formats/losses.h"
#include "core/formats/open_dataset.h"
#include "core/formats/write_dataset.h"
#include "tests/core/formats/data_files.h"
#include "tests/core/formats/random_faces.h"
#include "tests/support/environment.h"
#include "tests/support/temp_dir.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;
using test::told;

constexpr std::uint64_t kSeeds = 6;

/// A data set that was written and read again, and where its pictures lie.
struct Written {
    fs::path folder;
    Dataset dataset;
    std::string text;  ///< what it says
};

std::string told_losses(const std::vector<Loss>& losses) {
    std::string text;
    for (const Loss& loss : losses)
        text.append(loss.message).append("\n");
    return text;
}

/// The first line that differs; empty when there is none.
std::string first_difference(const std::string& found, const std::string& expected) {
    const auto a = lines(found);
    const auto b = lines(expected);
    for (size_t i = 0; i < std::max(a.size(), b.size()); ++i) {
        const std::string is(i < a.size() ? a[i] : "nothing");
        const std::string should_be(i < b.size() ? b[i] : "nothing");
        if (is != should_be)
            return std::string("is:        ").append(is).append("\nshould be: ").append(should_be);
    }
    return "";
}

/// COCO gives ids to faces that have none, which is no loss.
Dataset without_new_ids(Dataset after, const Dataset& before) {
    const bool had_ids =
        std::any_of(before.samples.begin(), before.samples.end(),
                    [](const Sample& face) { return face.attributes.contains("image.id"); });
    for (Sample& face : after.samples)
        if (!had_ids)
            for (const char* key : {"id", "image.id"})
                face.attributes.erase(key);
    return after;
}

FormatOptions options_of(std::uint64_t seed) {
    FormatOptions options;
    options.pts_first_pixel = static_cast<int>(seed % 2);
    options.csv_columns = seed % 3 == 0 ? CsvColumns::Xy : CsvColumns::Part;
    return options;
}

/// Writes, reads again, and checks what must hold whatever the format.
Written write_and_read(const Written& before, DatasetFormat format, const FormatOptions& options,
                       const fs::path& folder) {
    SCOPED_TRACE("from " + to_string(before.dataset.format) + " to " + to_string(format));
    WriteRequest request{format, folder, PictureHandling::Link, options, false};
    const fs::path place = write_dataset(before.dataset, request);
    OpenOptions open;
    open.pts_first_pixel = options.pts_first_pixel;
    Written after{folder, open_dataset(place, open), ""};
    // A folder in which no face could be written is one of pictures.
    if (after.dataset.format != DatasetFormat::Pictures || !after.dataset.labelled().empty()) {
        EXPECT_EQ(after.dataset.format, format);
    }
    // Points at random are like no face, and the links lead to where the pictures were.
    std::erase_if(after.dataset.problems, [](const Problem& problem) {
        return problem.message.find("points without a meaning") != std::string::npos ||
               problem.message.find("outside the data set's folder") != std::string::npos;
    });
    EXPECT_EQ(test::messages(after.dataset.problems), "");
    after.text = told(after.dataset, folder);

    Dataset annotated = before.dataset;
    take_unannotated(annotated, format, options);
    Dataset held = writer_of(format).held(std::move(annotated), options);
    for (Sample& face : held.samples) {
        // Who is in a picture is told by its name, except to a project.
        const Sample named = face_of_picture(before.folder, face.image, format);
        if (format != DatasetFormat::Project) {
            face.person = named.person;
            face.view = named.view;
        }
    }
    EXPECT_EQ(first_difference(after.text, told(held, before.folder)), "");
    const std::vector<Loss> lost = losses(before.dataset, format, options);
    const std::string compared = told(without_new_ids(after.dataset, before.dataset), folder);
    EXPECT_EQ(lost.empty(), compared == before.text) << told_losses(lost) << "before:\n"
                                                     << before.text << "after:\n"
                                                     << compared;
    return after;
}

/// Thousands of small files are flushed to the disk: in memory, where there is such a folder.
class RoundTrip : public testing::TestWithParam<std::uint64_t> {
protected:
    RoundTrip() {
        if (::access("/dev/shm", W_OK) == 0)
            temporary_.emplace("TMPDIR", "/dev/shm");
    }

private:
    std::optional<test::EnvironmentVariable> temporary_;
};

TEST_P(RoundTrip, EveryPairOfFormatsLosesWhatIsSaidAndNothingElse) {
    const test::TempDir dir;
    const auto pictures = test::write_awkward_pictures(dir / "quelle");
    Written source{dir / "quelle", test::random_faces(dir / "quelle", pictures, GetParam()), ""};
    source.text = told(source.dataset, source.folder);
    const FormatOptions options = options_of(GetParam());
    for (const FormatInfo& first : writable_formats()) {
        const Written once = write_and_read(source, first.format, options, dir / first.key);
        if (once.dataset.scheme.size() == 0)
            continue;  // nothing was left; some formats refuse it
        for (const FormatInfo& second : writable_formats()) {
            const std::string name = first.key + "-" + second.key;
            const Written there = write_and_read(once, second.format, options, dir / name);
            const Written back = write_and_read(there, first.format, options, dir / (name + "-b"));
            const bool nothing_lost = losses(once.dataset, second.format, options).empty();
            EXPECT_TRUE(nothing_lost || first.format != second.format) << first.key;
            if (nothing_lost) {
                const Dataset compared = without_new_ids(back.dataset, once.dataset);
                EXPECT_EQ(first_difference(told(compared, back.folder), once.text), "")
                    << "by way of " << second.key;
            }
            if (HasFailure())
                return;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoundTrip, testing::Range<std::uint64_t>(1, kSeeds + 1));

}  // namespace
}  // namespace rudolph
