#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>
#include <algorithm>

#include <array>
#include <chrono>
#include <iostream>
#include <thread>

#include "core/annotate/journal_reader.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/random.h"
#include "tests/core/annotate/journal_entries.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;  // the same for all processes

constexpr int kSessions = 20;
constexpr int kPictures = 7;
constexpr auto kLongest = std::chrono::milliseconds(2500);

enum class Event { Recorded, Flushed, Saving };

/// What a session says through its pipe: that record() has returned, that flush() has, or that the
/// journal is about to drop all edits so far, because they are saved.
struct Receipt {
    int edit = 0;
    Event event = Event::Recorded;
    Clock::time_point time;
};

/// A session of edits that goes on until it is killed: edit after edit, some of several pictures,
/// now and then a save. Never returns.
[[noreturn]] void edit_on_and_on(const fs::path& source, int receipts, int seed) {
    try {
        Random random(static_cast<std::uint64_t>(seed));
        const auto journal = Journal::open(source, source.parent_path() / "journals");
        const auto tell = [&](int edit, Event event) {
            const Receipt receipt{edit, event, Clock::now()};
            if (::write(receipts, &receipt, sizeof receipt) != sizeof receipt)
                ::_exit(1);
        };
        for (int edit = 1;; ++edit) {
            std::vector<JournalEntry> step;
            for (int i = 0; i <= random.below(3); ++i)
                step.push_back(
                    entry(source.parent_path() / (std::to_string((edit + i) % kPictures) + ".jpg"),
                          edit, 1 + random.below(2)));
            journal->record(std::move(step));
            tell(edit, Event::Recorded);
            if (random.below(25) == 0) {
                journal->flush();
                tell(edit, Event::Flushed);
            }
            if (random.below(40) == 0) {
                tell(edit, Event::Saving);
                journal->drop_before(journal->mark());
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(random.below(12)));
        }
    } catch (...) {
        ::_exit(1);
    }
}

struct Session {
    fs::path source;
    pid_t process = 0;
    int receipts = -1;
    Clock::duration killed_after{};
    Clock::time_point killed;
};

Session start(const fs::path& folder, int seed, Clock::duration killed_after) {
    Session session{folder / "labels.xml", 0, -1, killed_after, {}};
    write_file(session.source, "");
    std::array<int, 2> pipe{};
    if (::pipe(pipe.data()) != 0)
        throw Error("no pipe");
    session.process = ::fork();
    if (session.process == 0) {
        ::close(pipe[0]);
        edit_on_and_on(session.source, pipe[1], seed);
    }
    ::close(pipe[1]);
    session.receipts = pipe[0];
    return session;
}

void kill(Session& session) {
    session.killed = Clock::now();
    ::kill(session.process, SIGKILL);
    ::waitpid(session.process, nullptr, 0);
}

std::vector<Receipt> receipts_of(const Session& session) {
    std::vector<Receipt> all;
    Receipt receipt;
    while (::read(session.receipts, &receipt, sizeof receipt) == sizeof receipt)
        all.push_back(receipt);
    ::close(session.receipts);
    return all;
}

/// The last edit that the journal gives back; edits carry their number in their first point.
int last_edit(const JournalContents& contents) {
    double last = 0;
    for (const auto& [image, faces] : contents.pictures)
        last = std::max(last, faces.at(0).points_in_image.points.at(0).x);
    return static_cast<int>(last);
}

TEST(Journal, LosesAtMostTheLastSecondOfEditsWhenTheProgramIsKilled) {
    TempDir dir;
    Random random(20);
    std::vector<Session> sessions;
    const Clock::time_point begin = Clock::now();
    for (int i = 0; i < kSessions; ++i)
        sessions.push_back(
            start(dir / ("session " + std::to_string(i)), i,
                  std::chrono::duration_cast<Clock::duration>(kLongest * random.uniform(0.05, 1))));
    std::sort(sessions.begin(), sessions.end(),
              [](const Session& a, const Session& b) { return a.killed_after < b.killed_after; });
    for (Session& session : sessions) {
        std::this_thread::sleep_until(begin + session.killed_after);
        kill(session);
    }
    int edits = 0;
    int lost = 0;
    for (const Session& session : sessions) {
        const std::vector<Receipt> receipts = receipts_of(session);
        int due = 0;
        int saved = 0;
        for (const Receipt& receipt : receipts) {
            if (receipt.event == Event::Saving)
                saved = receipt.edit;
            else if (receipt.event == Event::Flushed ||
                     receipt.time + std::chrono::seconds(1) < session.killed)
                due = receipt.edit;
        }
        const auto found = find_journals(session.source, session.source.parent_path() / "journals");
        ASSERT_LE(found.size(), 1U);
        const int kept = std::max(saved, found.empty() ? 0 : last_edit(found[0]));
        EXPECT_GE(kept, due) << session.source;
        if (!found.empty()) {
            // A write that was cut off, at the end of the file.
            EXPECT_LE(found[0].damaged_lines, 1);
            EXPECT_LE(found[0].pictures.size(), static_cast<size_t>(kPictures));
        }
        const int made = receipts.empty() ? 0 : receipts.back().edit;
        edits += made;
        lost += std::max(0, made - kept);
    }
    EXPECT_GT(edits, kSessions) << "the sessions came to nothing";
    std::cout << lost << " of " << edits << " edits lost in " << kSessions << " kills\n";
}

}  // namespace
}  // namespace rudolph::test
