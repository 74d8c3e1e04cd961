#include "core/runs/run_report.h"

#include <gmock/gmock.h>

#include <cmath>
#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/error.h"
#include "core/image/decode.h"
#include "core/runs/report_chart.h"
#include "core/runs/report_parts.h"
#include "core/runs/run_writer.h"
#include "tests/core/runs/example_runs.h"
#include "tests/support/comma_locale.h"
#include "tests/support/python.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

RunEntryPtr entry_in(const TempDir& folder, const std::string& name, double nme,
                     const std::string& picture = "face.png") {
    if (!std::filesystem::exists(folder / picture) && picture == "face.png")
        write_image(folder / picture, cv::Mat(80, 100, CV_8UC3, cv::Scalar(90, 120, 150)));
    Experiment experiment = preset("nose-tip");
    experiment.name = name;
    experiment.data = folder.path().string();
    const RunWriter writer(folder / "runs", experiment, two_faces(), kSplit);
    writer.write_summary(finished_summary());
    writer.write_metrics(
        {{1, 0.5, 0.25, 8, nme * 2, 0.001, 1.5, 0.5}, {2, 0.25, 0.125, 4, nme, 0.001, 1.5, 0.5}});
    std::vector<CasePrediction> cases;
    for (const char* id : {"<a> & b", "c", "d"}) {
        cases.push_back(some_case(id));
        cases.back().image = folder / picture;
        cases.back().result.nme = nme;
    }
    writer.write_predictions(cases);
    write_marks(writer.folder(), {true, {"<tag>"}, "\"note\" <script>alert(1)</script>"});
    return read_entry(writer.folder());
}

int occurrences(const std::string& text, const std::string& part) {
    int found = 0;
    for (size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at)
        ++found;
    return found;
}

TEST(RunReport, HoldsTablesChartsAndFacesOfItsRuns) {
    const TempDir folder;
    const CommaLocale comma;
    std::vector<Progress> steps;
    const std::string html = run_report_html(
        {entry_in(folder, "nose-tip", 0.04), entry_in(folder, "größer", 0.03)}, {"My <title>", 1},
        {}, [&steps](const Progress& step) { steps.push_back(step); });
    EXPECT_THAT(html, HasSubstr("<title>My &lt;title&gt;</title>"));
    EXPECT_EQ(occurrences(html, "<svg "), 4);
    // A worst and a best face of each run.
    EXPECT_EQ(occurrences(html, "<img "), 4);
    EXPECT_EQ(occurrences(html, "data:image/jpeg;base64,/9j/"), 4);
    EXPECT_THAT(html, HasSubstr("1.00 points better NME: 3.00 against 4.00 %"));
    EXPECT_THAT(html, HasSubstr("größer"));
    EXPECT_THAT(html, HasSubstr("prefers-color-scheme: dark"));
    EXPECT_THAT(steps, ElementsAre(Progress{1, 2}, Progress{2, 2}));
}

TEST(RunReport, EscapesWhatPeopleHaveWrittenAndRunsNothing) {
    const TempDir folder;
    const std::string html = run_report_html({entry_in(folder, "one", 0.04)});
    EXPECT_THAT(html, Not(HasSubstr("<script")));
    EXPECT_THAT(html, HasSubstr("&lt;script&gt;"));
    EXPECT_THAT(html, HasSubstr("&lt;a&gt; &amp; b"));
    for (const char* outside : {"src='http", "href=", "url(", "@import"})
        EXPECT_THAT(html, Not(HasSubstr(outside)));
}

TEST(RunReport, ShowsPicturesThatHaveMovedWhereTheyAreNow) {
    const TempDir folder;
    const RunEntryPtr run = entry_in(folder, "one", 0.04, "before/face.png");
    std::filesystem::create_directory(folder / "now");
    write_image(folder / "now/face.png", cv::Mat(80, 100, CV_8UC3, cv::Scalar(90, 120, 150)));
    auto open = std::make_shared<Dataset>();
    open->source = open->root = folder / "now";
    for (const char* id : {"<a> & b", "c", "d"}) {
        open->samples.emplace_back();
        open->samples.back().id = id;
        open->samples.back().image = folder / "now/face.png";
    }
    EXPECT_EQ(occurrences(run_report_html({run}, {"Runs", 2}), "<img "), 0);
    EXPECT_EQ(occurrences(run_report_html({run}, {"Runs", 2, open}), "<img "), 3);
}

TEST(RunReport, ShowsNoPictureFromElsewhereUnlessAsked) {
    const TempDir folder;
    const TempDir elsewhere;
    write_image(elsewhere / "secret.png", cv::Mat(80, 100, CV_8UC3, cv::Scalar(90, 120, 150)));
    std::filesystem::create_symlink(elsewhere / "secret.png", folder / "link.png");
    for (const std::string& picture :
         {(elsewhere / "secret.png").string(), std::string("link.png")}) {
        const RunEntryPtr run = entry_in(folder, "one", 0.04, picture);
        EXPECT_THAT(report_pictures_outside({run}), ElementsAre(folder / picture));
        const std::string html = run_report_html({run});
        EXPECT_EQ(occurrences(html, "<img "), 0);
        EXPECT_EQ(occurrences(html, "does not lie with the data set"), 3);
        EXPECT_THAT(html, Not(HasSubstr(elsewhere.path().string())));
        ReportOptions follow;
        follow.follow_outside = true;
        EXPECT_EQ(occurrences(run_report_html({run}, follow), "<img "), 3);
        // None that is not shown is asked about.
        EXPECT_THAT(report_pictures_outside({run}, {"Runs", 0}), testing::IsEmpty());
        std::filesystem::remove_all(folder / "runs");
    }
    EXPECT_THAT(report_pictures_outside({entry_in(folder, "one", 0.04)}), testing::IsEmpty());
}

TEST(RunReport, OfARunThatWasHandedOnShowsOnlyPicturesOfTheOpenData) {
    const TempDir folder;
    const RunEntryPtr run = entry_in(folder, "one", 0.04);
    std::filesystem::remove(run->run.folder / "private.json");
    // Who hands it on may have written any name into it.
    std::string cases = read_file(run->run.folder / "predictions.csv");
    for (size_t at = 0; (at = cases.find(",face.png,", at)) != std::string::npos;)
        cases.replace(at, 10, "," + (folder / "face.png").string() + ",");
    write_file(run->run.folder / "predictions.csv", cases);
    const RunEntryPtr handed_on = read_entry(run->run.folder);
    EXPECT_THAT(report_pictures_outside({handed_on}), ElementsAre(folder / "face.png"));
    ReportOptions options;
    auto open = std::make_shared<Dataset>();
    open->source = open->root = folder.path();
    options.open = open;
    EXPECT_THAT(report_pictures_outside({handed_on}, options), testing::IsEmpty());
}

TEST(RunReport, IsWellFormed) {
    const std::string python = python_with("html.parser");
    if (python.empty())
        GTEST_SKIP() << "there is no Python here";
    const TempDir folder;
    write_file(folder / "report.html",
               run_report_html({entry_in(folder, "one", 0.04), entry_in(folder, "two", 0.05)}));
    EXPECT_EQ(run_python(python, R"(
import html.parser
class Check(html.parser.HTMLParser):
    open_tags = []
    def handle_starttag(self, tag, attributes):
        if tag not in ('meta', 'img'):
            self.open_tags.append(tag)
    def handle_startendtag(self, tag, attributes):
        pass
    def handle_endtag(self, tag):
        assert self.open_tags and self.open_tags[-1] == tag, (tag, self.open_tags, self.getpos())
        self.open_tags.pop()
check = Check()
check.feed(open('report.html', encoding='utf-8').read())
check.close()
assert not check.open_tags, check.open_tags
)",
                         folder.path()),
              "");
}

TEST(RunReport, NamesAPictureThatIsGone) {
    const TempDir folder;
    const std::string html = run_report_html({entry_in(folder, "one", 0.04, "gone.png")});
    EXPECT_EQ(occurrences(html, "<img "), 0);
    EXPECT_THAT(html, HasSubstr("the file does not exist"));
}

TEST(RunReport, OfARunWithoutEpochsSaysSo) {
    const TempDir folder;
    const RunWriter writer = writer_in(folder.path());
    const std::string html = run_report_html({read_entry(writer.folder())});
    EXPECT_THAT(html, HasSubstr("has not measured any validation face"));
    EXPECT_THAT(html, Not(HasSubstr("nan")));
    EXPECT_THROW(run_report_html({}), Error);
    CancelToken cancel;
    cancel.cancel();
    EXPECT_THROW(run_report_html({read_entry(writer.folder())}, {}, cancel), Cancelled);
}

TEST(ReportParts, TextIsSafeInHtml) {
    EXPECT_EQ(html_text("a<b>&\"'é"), "a&lt;b&gt;&amp;&quot;&#39;é");
    EXPECT_EQ(html_text(std::string("\x01\xFF\xC3", 3)), "\uFFFD\uFFFD\uFFFD");
    EXPECT_EQ(html_text("\xF0\x9F\x91\x83"), "\xF0\x9F\x91\x83");
}

TEST(ReportParts, Base64IsThatOfTheStandard) {
    // RFC 4648, section 10.
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
}

TEST(ReportParts, TicksAreRoundNumbers) {
    EXPECT_THAT(round_ticks(0, 10), ElementsAre(0, 2, 4, 6, 8, 10));
    EXPECT_THAT(round_ticks(0, 1e-3).size(), 6U);
    // Not "-0".
    EXPECT_FALSE(std::signbit(round_ticks(-0.0, 10).front()));
    EXPECT_FALSE(std::signbit(round_ticks(-1, 1)[2]));
    EXPECT_TRUE(round_ticks(1, 1).empty());
    EXPECT_TRUE(round_ticks(0, kNaN).empty());
}

TEST(ReportParts, LongNamesKeepWhatTellsThemApart) {
    const std::string svg = svg_chart("t", "x", "y",
                                      {{"nöse-tip-wide-20240531-182042", 0, {1, 2}, {1, 2}, false},
                                       {"nöse-tip-wide-20240531-193355", 1, {1, 2}, {2, 1}, false},
                                       {"short", 2, {1, 2}, {3, 1}, false}});
    EXPECT_THAT(svg, HasSubstr(">nöse-tip-wid…31-182042<"));
    EXPECT_THAT(svg, HasSubstr(">nöse-tip-wid…31-193355<"));
    EXPECT_THAT(svg, HasSubstr(">short<"));
}

TEST(ReportParts, ALogarithmicAxisHasNumbersWhereValuesHardlyChange) {
    const std::string svg =
        svg_chart("t", "x", "y", {{"line", 0, {1, 2, 3}, {0.0021, 0.0024, 0.0031}, false}},
                  ReportAxis::Logarithmic);
    EXPECT_THAT(svg, HasSubstr(">0.0024<"));
    EXPECT_THAT(svg, HasSubstr(">0.003<"));
}

TEST(ReportParts, ChartsLeaveOutWhatCannotBeDrawn) {
    const std::string svg =
        svg_chart("title", "x", "y", {{"line", 0, {1, 2, 3, 4}, {1, kNaN, 0, 2}, false}},
                  ReportAxis::Logarithmic);
    EXPECT_THAT(svg, Not(HasSubstr("nan")));
    EXPECT_THAT(svg, Not(HasSubstr("inf")));
    EXPECT_EQ(occurrences(svg.substr(svg.find("class='line")), "M"), 2);
    EXPECT_THAT(svg_chart("empty", "x", "y", {}), HasSubstr("<svg"));
}

TEST(ReportParts, AFaceBeyondItsPicturesEdgeIsDrawnWhole) {
    const TempDir folder;
    write_image(folder / "face.png", cv::Mat(60, 80, CV_8UC3, cv::Scalar(90, 120, 150)));
    CasePrediction face = some_case("edge");
    face.image = folder / "face.png";
    face.result.truth_in_image = Landmarks({{-20, 10}, {20, 50}});
    const std::string jpeg = case_jpeg(face, numbered_points(2), 120);
    const cv::Mat drawn = cv::imdecode(std::vector<char>(jpeg.begin(), jpeg.end()), 1);
    EXPECT_EQ(drawn.size(), cv::Size(120, 120));
    face.result.truth_in_image = Landmarks({{-900, -900}, {-880, -880}});
    EXPECT_THROW(case_jpeg(face, numbered_points(2), 120), Error);
}

}  // namespace
}  // namespace rudolph::test
