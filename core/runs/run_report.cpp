#include "core/runs/run_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <system_error>

#include "core/base/error.h"
#include "core/eval/error_distribution.h"
#include "core/eval/metrics.h"
#include "core/formats/outside.h"
#include "core/runs/finding_text.h"
#include "core/runs/predicted_scheme.h"
#include "core/runs/report_chart.h"
#include "core/runs/report_parts.h"
#include "core/runs/run_cases.h"
#include "core/runs/run_files.h"
#include "core/runs/run_findings.h"
#include "core/runs/run_places.h"
#include "core/runs/run_table.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr double kErrorLimit = 0.08;
constexpr int kCaseSide = 340;             ///< twice what is shown, for screens of high density
constexpr size_t kMostDistributed = 2000;  ///< steps of a distribution that one sees

/// Light and dark, the runs in Okabe and Ito's colours as in the studio.
constexpr const char* kStyle = R"(
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1b1a; --soft: #6b6865; --line: #ddd9d5;
 --s0: #0072b2; --s1: #d55e00; --s2: #009e73; --s3: #cc79a7; --s4: #b97f00; --s5: #3d94c9; --s6: #666; }
@media (prefers-color-scheme: dark) { :root { --paper: #1e1f22; --ink: #e8e6e3; --soft: #a5a29e;
 --line: #3c3e42; --s0: #56b4e9; --s1: #ff8c3a; --s2: #2cc99a; --s3: #e09bc4; --s4: #f0c04a;
 --s5: #3d8fd1; --s6: #b0b0b0; } }
body { background: var(--paper); color: var(--ink); font: 15px/1.5 system-ui, sans-serif;
 max-width: 1100px; margin: 2em auto; padding: 0 1em; }
h1 { font-size: 1.6em; } h2 { font-size: 1.2em; margin-top: 2em; } h3 { font-size: 1em; }
.soft, figcaption { color: var(--soft); }
.wide { overflow-x: auto; } .figures td { white-space: nowrap; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .3em .7em; text-align: right; border-bottom: 1px solid var(--line); }
th:first-child, td:first-child, .left { text-align: left; }
.differs { font-weight: 600; }
svg { width: 100%; max-width: 900px; font: 12px system-ui, sans-serif; display: block; }
svg text { fill: var(--soft); } .grid { stroke: var(--line); fill: none; }
.line { fill: none; stroke-width: 1.8; stroke-linejoin: round; }
svg .name { font-weight: 600; }
svg path.s0 { stroke: var(--s0); } svg text.s0 { fill: var(--s0); }
svg path.s1 { stroke: var(--s1); } svg text.s1 { fill: var(--s1); }
svg path.s2 { stroke: var(--s2); } svg text.s2 { fill: var(--s2); }
svg path.s3 { stroke: var(--s3); } svg text.s3 { fill: var(--s3); }
svg path.s4 { stroke: var(--s4); } svg text.s4 { fill: var(--s4); }
svg path.s5 { stroke: var(--s5); } svg text.s5 { fill: var(--s5); }
svg path.s6 { stroke: var(--s6); } svg text.s6 { fill: var(--s6); }
.cases { display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 8px; }
figure { margin: 0; } figure img { width: 100%; border-radius: 4px; display: block; }
figcaption { font-size: .85em; overflow-wrap: anywhere; }
.dot { display: inline-block; width: .7em; height: .7em; border-radius: 50%; margin-right: .4em; }
)";

const FindingWords kWords;

std::string figure_text(double value) {
    return std::isfinite(value) ? fmt::format("{:.3g}", value) : "–";
}

std::string duration(double seconds) {
    if (!std::isfinite(seconds))
        return "–";
    const auto whole = static_cast<long long>(std::lround(seconds));
    return whole < 60     ? fmt::format("{:.1f} s", seconds)
           : whole < 3600 ? fmt::format("{} min {} s", whole / 60, whole % 60)
                          : fmt::format("{} h {} min", whole / 3600, whole / 60 % 60);
}

std::string row(const std::vector<std::string>& cells, const char* tag = "td",
                const std::string& attributes = {}) {
    std::string html = "<tr" + attributes + ">";
    for (const std::string& cell : cells)
        html += fmt::format("<{0}>{1}</{0}>", tag, cell);
    return html + "</tr>\n";
}

std::string table(const std::string& rows, const char* kind) {
    return fmt::format("<div class='wide'><table class='{}'>\n{}</table></div>\n", kind, rows);
}

std::string dot(size_t series) {
    return fmt::format("<span class='dot' style='background:var(--s{})'></span>", series % 7);
}

/// The faces of a run that are shown.
struct ShownFaces {
    std::vector<const CasePrediction*> worst;  ///< the worst first
    std::vector<const CasePrediction*> best;   ///< the best first
};

ShownFaces shown_faces(const std::vector<CasePrediction>& cases, int wished) {
    std::vector<const CasePrediction*> order;
    order.reserve(cases.size());
    for (const CasePrediction& face : cases)
        order.push_back(&face);
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return ranking_error(a->result) < ranking_error(b->result);
    });
    const auto wanted = static_cast<std::ptrdiff_t>(std::max(0, wished));
    const auto worst = std::min(wanted, std::ssize(order));
    const auto best = std::min(wanted, std::ssize(order) - worst);
    return {{order.rbegin(), order.rbegin() + worst}, {order.begin(), order.begin() + best}};
}

/// Where the pictures of a run may lie.
PictureFolders folders_of_run(const RunRecord& run, const Dataset* open) {
    std::vector<fs::path> folders;
    // One that was handed on does not tell where its data lay.
    if (const fs::path data = run.experiment.data; data.is_absolute())
        folders = folders_of(data, run.experiment.opening);
    if (open != nullptr)
        for (fs::path& folder : folders_of(*open))
            folders.push_back(std::move(folder));
    return PictureFolders(folders);
}

class Report {
public:
    Report(const std::vector<RunEntryPtr>& runs, const ReportOptions& options)
        : runs_(runs), options_(options) {}

    std::string html(const CancelToken& cancel, const ProgressCallback& progress) {
        for (const RunEntryPtr& entry : runs_) {
            cancel.throw_if_cancelled();
            cases_.push_back(read_cases(entry->run, options_.open.get()));
        }
        std::string body =
            head() + overview() + findings() + curves() + distributions() + settings();
        for (size_t i = 0; i < runs_.size(); ++i) {
            cancel.throw_if_cancelled();
            body += run_cases(i, cancel);
            if (progress)
                progress({static_cast<int>(i) + 1, static_cast<int>(runs_.size())});
        }
        return body + "</body>\n</html>\n";
    }

private:
    std::string head() const {
        return fmt::format(
            "<!DOCTYPE html>\n<html lang='en'>\n<head>\n<meta charset='utf-8'>\n"
            "<meta name='viewport' content='width=device-width, initial-scale=1'>\n"
            "<title>{0}</title>\n<style>{1}</style>\n</head>\n<body>\n<h1>{0}</h1>\n"
            "<p class='soft'>{2} · written by Rudolph on {3}</p>\n",
            html_text(options_.title), kStyle,
            runs_.size() == 1 ? "One run" : fmt::format("{} runs", runs_.size()),
            html_text(time_text_now().substr(0, 10)));
    }

    std::string overview() const {
        std::string rows = row({"Run", "NME", "Of the box", "Error", "MSE", "AUC@0.08", "FR@0.08",
                                "Shape variance", "Epochs", "Weights", "Time", "State"},
                               "th");
        std::string notes;
        for (size_t i = 0; i < runs_.size(); ++i) {
            const RunEntry& entry = *runs_[i];
            const RunSummary& summary = entry.run.summary;
            rows += row({dot(i) + (entry.marks.starred ? "★ " : "") + html_text(entry.run.name),
                         kWords.percent(summary.nme), kWords.percent(mean_box_nme(cases_[i])),
                         kWords.pixels(summary.error_px), figure_text(summary.mse),
                         figure_text(summary.auc_08), kWords.percent(summary.fr_08),
                         figure_text(summary.shape_variance_ratio),
                         fmt::format("{} of {}", summary.epochs_done, entry.run.experiment.epochs),
                         fmt::format("{}", summary.parameters), duration(summary.seconds),
                         to_string(summary.state)});
            notes += run_notes(i);
        }
        return table(rows, "figures") +
               "<p class='soft'>Of the box: the error over √(width·height) of the box around the "
               "true points. It is the one to compare where heads are turned: the distance of the "
               "eyes, which NME most often divides by, shrinks with the turn, and every error "
               "looks large.</p>\n<ul>\n" +
               notes + "</ul>\n";
    }

    /// NaN where no face was measured.
    static double mean_box_nme(const std::vector<CasePrediction>& cases) {
        std::vector<FaceResult> results;
        for (const CasePrediction& one : cases)
            results.push_back(one.result);
        return evaluation_report(std::move(results), {}).box_nme;
    }

    std::string run_notes(size_t i) const {
        const RunEntry& entry = *runs_[i];
        const std::string changed = changes_text(entry.changes);
        std::string text =
            fmt::format("<li>{}<b>{}</b>: preset {}, {}", dot(i), html_text(entry.run.name),
                        html_text(entry.preset),
                        changed.empty() ? "unchanged" : "changed: " + html_text(changed));
        text += ". Data: " + html_text(data_name(entry.run.experiment)) + ".";
        if (!entry.marks.tags.empty())
            text += " Tags: " + html_text(tags_text(entry.marks.tags)) + ".";
        if (!entry.marks.note.empty())
            text += " <q>" + html_text(entry.marks.note) + "</q>";
        return text + "</li>\n";
    }

    std::string findings() const {
        if (runs_.size() < 2)
            return {};
        std::string html = "<h2>What differs</h2>\n";
        for (size_t i = 1; i < runs_.size(); ++i) {
            const auto found =
                compare_runs(runs_[0]->run, runs_[i]->run, compare_faces(cases_[0], cases_[i]));
            html += fmt::format("<h3>{}{} against {}</h3>\n<ul>\n", dot(i),
                                html_text(runs_[i]->run.name), html_text(runs_[0]->run.name));
            for (const RunFinding& finding : found)
                html += "<li>" + html_text(finding_text(finding)) + "</li>\n";
            html += "</ul>\n";
        }
        return html;
    }

    /// At the end of a line there is room for the experiment's name, and for the run's own only
    /// where two have the same.
    std::string line_name(size_t i) const {
        const std::string& name = runs_[i]->run.experiment.name;
        const auto same = std::count_if(runs_.begin(), runs_.end(), [&name](const auto& entry) {
            return entry->run.experiment.name == name;
        });
        return same > 1 ? runs_[i]->run.name : name;
    }

    std::string curve(const std::string& title, const std::string& y_label,
                      double EpochMetrics::*figure, double factor, ReportAxis axis) const {
        std::vector<ReportLine> lines;
        for (size_t i = 0; i < runs_.size(); ++i) {
            ReportLine line{line_name(i), i, {}, {}};
            for (const EpochMetrics& epoch : runs_[i]->run.epochs) {
                line.x.push_back(epoch.epoch);
                line.y.push_back(epoch.*figure * factor);
            }
            lines.push_back(std::move(line));
        }
        return "<h3>" + title + "</h3>\n" + svg_chart(title, "Epoch", y_label, lines, axis);
    }

    std::string curves() const {
        return "<h2>Curves</h2>\n" +
               curve("Training loss", "MSE", &EpochMetrics::train_loss, 1,
                     ReportAxis::Logarithmic) +
               curve("Validation loss", "MSE", &EpochMetrics::validation_loss, 1,
                     ReportAxis::Logarithmic) +
               curve("NME of the validation faces", "%", &EpochMetrics::nme, 100,
                     ReportAxis::Linear);
    }

    std::string distributions() const {
        std::vector<ReportLine> lines;
        for (size_t i = 0; i < runs_.size(); ++i) {
            std::vector<double> errors;
            for (const CasePrediction& face : cases_[i])
                errors.push_back(face.result.nme);
            const ErrorDistribution steps = error_distribution(errors, kErrorLimit);
            ReportLine line{line_name(i), i, {}, {}, true};
            const size_t stride = steps.errors.size() / kMostDistributed + 1;
            for (size_t k = 0; k < steps.errors.size(); ++k)
                if (k % stride == 0 || k + 1 == steps.errors.size()) {
                    line.x.push_back(steps.errors[k] * 100);
                    line.y.push_back(steps.shares[k] * 100);
                }
            lines.push_back(std::move(line));
        }
        return "<h2>Faces by error</h2>\n<p class='soft'>The share of the validation faces whose "
               "NME is at most so large: the further up and left, the better.</p>\n" +
               svg_chart("Cumulative error distribution", "NME, %", "% of the faces", lines);
    }

    std::string settings() const {
        std::vector<Experiment> experiments;
        std::vector<std::string> header{"Setting"};
        for (size_t i = 0; i < runs_.size(); ++i) {
            experiments.push_back(runs_[i]->run.experiment);
            header.push_back(dot(i) + html_text(runs_[i]->run.name));
        }
        std::string rows = row(header, "th");
        for (const SettingRow& setting : settings_side_by_side(experiments)) {
            std::vector<std::string> cells{
                html_text(setting.label + (setting.unit.empty() ? "" : ", " + setting.unit))};
            for (const auto& value : setting.values)
                cells.push_back(value ? html_text(*value) : "–");
            rows += row(cells, "td", setting.differs() ? " class='differs'" : "");
        }
        return "<h2>Settings</h2>\n<p class='soft'>Those that differ in bold; – where one does not "
               "apply.</p>\n" +
               table(rows, "settings");
    }

    std::string figure(const CasePrediction& face, const LandmarkScheme& scheme,
                       PictureFolders& folders) const {
        const std::string name = html_text(face.result.sample_id);
        const std::string error = std::isfinite(face.result.nme)
                                      ? kWords.percent(face.result.nme)
                                      : kWords.pixels(face.result.error_px);
        try {
            if (!options_.follow_outside && is_there(face.image) && !folders.hold(face.image))
                throw Error("its picture does not lie with the data set, and is not shown unasked",
                            {face.image});
            return fmt::format(
                "<figure><img alt='{}' src='data:image/jpeg;base64,{}'>"
                "<figcaption>{} · {}</figcaption></figure>\n",
                name, base64(case_jpeg(face, scheme, kCaseSide)), error, name);
        } catch (const Error& problem) {
            return fmt::format("<figure><figcaption>{} · {}: {}</figcaption></figure>\n", error,
                               name, html_text(problem.message()));
        }
    }

    std::string run_cases(size_t i, const CancelToken& cancel) const {
        std::string html =
            fmt::format("<h2>{}Faces of {}</h2>\n", dot(i), html_text(runs_[i]->run.name));
        if (cases_[i].empty())
            return html + "<p>This run has not measured any validation face.</p>\n";
        const ShownFaces shown = shown_faces(cases_[i], options_.cases);
        const LandmarkScheme scheme =
            predicted_scheme(runs_[i]->run, cases_[i].front().result.truth_in_image.size());
        PictureFolders folders = folders_of_run(runs_[i]->run, options_.open.get());
        const auto add = [&](const char* title, const std::vector<const CasePrediction*>& faces) {
            html += fmt::format("<h3>{}</h3>\n<div class='cases'>\n", title);
            for (const CasePrediction* face : faces) {
                cancel.throw_if_cancelled();
                html += figure(*face, scheme, folders);
            }
            html += "</div>\n";
        };
        add("Worst", shown.worst);
        if (!shown.best.empty())
            add("Best", shown.best);
        return html + "<p class='soft'>Truth in green circles, prediction in red crosses.</p>\n";
    }

    const std::vector<RunEntryPtr>& runs_;
    const ReportOptions& options_;
    std::vector<std::vector<CasePrediction>> cases_;
};

}  // namespace

std::vector<fs::path> report_pictures_outside(const std::vector<RunEntryPtr>& runs,
                                              const ReportOptions& options) {
    std::vector<fs::path> outside;
    std::set<fs::path> seen;
    for (const RunEntryPtr& entry : runs) {
        const std::vector<CasePrediction> cases = read_cases(entry->run, options.open.get());
        PictureFolders folders = folders_of_run(entry->run, options.open.get());
        const ShownFaces shown = shown_faces(cases, options.cases);
        for (const auto* faces : {&shown.worst, &shown.best})
            for (const CasePrediction* face : *faces)
                if (is_there(face->image) && !folders.hold(face->image) &&
                    seen.insert(face->image).second)
                    outside.push_back(face->image);
    }
    return outside;
}

std::string run_report_html(const std::vector<RunEntryPtr>& runs, const ReportOptions& options,
                            const CancelToken& cancel, const ProgressCallback& progress) {
    if (runs.empty())
        throw Error("there is no run to report on");
    return Report(runs, options).html(cancel, progress);
}

}  // namespace rudolph
