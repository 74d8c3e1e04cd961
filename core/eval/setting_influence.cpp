#include "core/eval/setting_influence.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <opencv2/ml.hpp>
#include <set>

#include "core/base/error.h"
#include "core/base/nan.h"
#include "core/base/random.h"

namespace rudolph {
namespace {

constexpr int kFolds = 5;
constexpr int kTrees = 60;
constexpr int kFewestRuns = 10;
constexpr int kRunsPerSetting = 4;
constexpr int kRepeats = 10;
constexpr int kRepeatsOfMany = 3;
constexpr size_t kManyRuns = 300;
/// More than that are drawn from: a forest of more takes long and says the same.
constexpr size_t kMostRunsGrown = 2000;

/// OpenCV's trees draw from the generator of the thread, which others use, too.
class ForestSeed {
public:
    explicit ForestSeed(std::uint64_t seed) : before_(cv::theRNG().state) {
        cv::theRNG().state = seed;
    }
    ~ForestSeed() { cv::theRNG().state = before_; }
    ForestSeed(const ForestSeed&) = delete;
    ForestSeed& operator=(const ForestSeed&) = delete;

private:
    std::uint64_t before_;
};

/// A row a run, with the columns that each setting became: one for a number, one for each name of a
/// category, and one for whether it applies.
struct FeatureTable {
    cv::Mat features;  ///< CV_32F
    std::vector<std::vector<int>> columns_of_setting;
};

double middle_value(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

FeatureTable feature_table(const std::vector<SettingValues>& settings,
                           const std::vector<int>& runs) {
    std::vector<std::vector<float>> columns;
    FeatureTable table;
    for (const SettingValues& setting : settings) {
        std::vector<int>& own = table.columns_of_setting.emplace_back();
        std::vector<double> known;
        for (const int run : runs)
            if (const double value = setting.values[static_cast<size_t>(run)]; !std::isnan(value))
                known.push_back(value);
        const std::set<double> distinct(known.begin(), known.end());
        const auto add = [&](auto&& feature) {
            own.push_back(static_cast<int>(columns.size()));
            std::vector<float>& column = columns.emplace_back();
            for (const int run : runs)
                column.push_back(
                    static_cast<float>(feature(setting.values[static_cast<size_t>(run)])));
        };
        const bool everywhere = known.size() == runs.size();
        if (distinct.size() + (everywhere ? 0 : 1) < 2)
            continue;
        if (!everywhere)
            add([](double value) { return std::isnan(value) ? 1.0 : 0.0; });
        if (setting.is_category) {
            for (const double name : distinct)
                add([name](double value) { return value == name ? 1.0 : 0.0; });
        } else if (!known.empty()) {
            // Trees split by order alone: ranks, as large and tiny numbers do not survive floats.
            const double middle = middle_value(known);
            add([&](double value) {
                return static_cast<double>(std::distance(
                    distinct.begin(), distinct.lower_bound(std::isnan(value) ? middle : value)));
            });
        }
    }
    table.features =
        cv::Mat(static_cast<int>(runs.size()), static_cast<int>(columns.size()), CV_32F);
    for (size_t column = 0; column < columns.size(); ++column)
        for (size_t row = 0; row < runs.size(); ++row)
            table.features.at<float>(static_cast<int>(row), static_cast<int>(column)) =
                columns[column][row];
    return table;
}

cv::Mat rows_of(const cv::Mat& from, const std::vector<int>& rows) {
    cv::Mat some;
    for (const int row : rows)
        some.push_back(from.row(row));
    return some;
}

cv::Ptr<cv::ml::RTrees> grown_forest(const cv::Mat& features, const cv::Mat& answers,
                                     std::uint64_t seed) {
    const ForestSeed own_seed(seed);
    auto forest = cv::ml::RTrees::create();
    forest->setMinSampleCount(4);
    forest->setMaxDepth(12);
    forest->setRegressionAccuracy(1e-6F);
    forest->setActiveVarCount(std::max(1, (features.cols + 1) / 2));
    forest->setTermCriteria({cv::TermCriteria::MAX_ITER, kTrees, 0});
    forest->train(cv::ml::TrainData::create(features, cv::ml::ROW_SAMPLE, answers));
    return forest;
}

double forest_error(const cv::ml::RTrees& forest, const cv::Mat& features, const cv::Mat& answers) {
    cv::Mat predicted;
    forest.predict(features, predicted);
    double sum = 0;
    for (int row = 0; row < answers.rows; ++row) {
        const double off = predicted.at<float>(row) - answers.at<float>(row);
        sum += off * off;
    }
    return sum;
}

/// Of one division into folds: what the squared errors are, and by how much they grow with each
/// setting.
struct Repeat {
    double error = 0;
    std::vector<double> growth;
};

Repeat one_repeat(const FeatureTable& table, const cv::Mat& answers, int number,
                  const CancelToken& cancel) {
    const int runs = answers.rows;
    std::vector<int> order(static_cast<size_t>(runs));
    std::iota(order.begin(), order.end(), 0);
    Random random(static_cast<std::uint64_t>(number) + 1);
    shuffle(order, random);
    Repeat repeat;
    repeat.growth.resize(table.columns_of_setting.size());
    for (int fold = 0; fold < kFolds; ++fold) {
        cancel.throw_if_cancelled();
        std::vector<int> known;
        std::vector<int> asked;
        for (int i = 0; i < runs; ++i)
            (i % kFolds == fold ? asked : known).push_back(order[static_cast<size_t>(i)]);
        const auto forest = grown_forest(rows_of(table.features, known), rows_of(answers, known),
                                         static_cast<std::uint64_t>(number) * kFolds + fold + 1);
        const cv::Mat features = rows_of(table.features, asked);
        const cv::Mat truth = rows_of(answers, asked);
        const double error = forest_error(*forest, features, truth);
        repeat.error += error;
        for (size_t setting = 0; setting < table.columns_of_setting.size(); ++setting) {
            if (table.columns_of_setting[setting].empty())
                continue;
            // The values of all runs, not of the few of the fold: two rows have but one exchange.
            std::vector<int> others = order;
            shuffle(others, random);
            cv::Mat exchanged = features.clone();
            for (const int column : table.columns_of_setting[setting])
                for (int row = 0; row < exchanged.rows; ++row)
                    exchanged.at<float>(row, column) =
                        table.features.at<float>(others[static_cast<size_t>(row)], column);
            repeat.growth[setting] += forest_error(*forest, exchanged, truth) - error;
        }
    }
    return repeat;
}

/// Those with an error, at most so many, spread over all.
std::vector<int> runs_with_error(const std::vector<double>& errors) {
    std::vector<int> runs;
    for (size_t run = 0; run < errors.size(); ++run)
        if (std::isfinite(errors[run]) && errors[run] > 0)
            runs.push_back(static_cast<int>(run));
    if (runs.size() > kMostRunsGrown) {
        Random random(1);
        shuffle(runs, random);
        runs.resize(kMostRunsGrown);
        std::sort(runs.begin(), runs.end());
    }
    return runs;
}

}  // namespace

Influences setting_influences(const std::vector<SettingValues>& settings,
                              const std::vector<double>& errors, const CancelToken& cancel) {
    const std::vector<int> runs = runs_with_error(errors);
    Influences influences;
    influences.runs = static_cast<int>(runs.size());
    influences.explained = kNaN;
    influences.runs_needed =
        std::max(kFewestRuns, kRunsPerSetting * static_cast<int>(settings.size()));
    if (influences.runs < kFewestRunsForInfluence || settings.empty())
        return influences;
    try {
        const FeatureTable table = feature_table(settings, runs);
        cv::Mat answers;
        for (const int run : runs)
            answers.push_back(static_cast<float>(std::log(errors[static_cast<size_t>(run)])));
        cv::Scalar mean;
        cv::Scalar deviation;
        cv::meanStdDev(answers, mean, deviation);
        const double whole = deviation[0] * deviation[0] * answers.rows;
        // All are alike: there is nothing to explain.
        if (table.features.cols == 0 || whole <= 0)
            return influences;
        const int repeats = runs.size() > kManyRuns ? kRepeatsOfMany : kRepeats;
        std::vector<std::vector<double>> shares(settings.size());
        double error = 0;
        for (int number = 0; number < repeats; ++number) {
            const Repeat repeat = one_repeat(table, answers, number, cancel);
            error += repeat.error / repeats;
            for (size_t setting = 0; setting < settings.size(); ++setting)
                shares[setting].push_back(repeat.growth[setting] / whole);
        }
        influences.explained = 1 - error / whole;
        for (size_t setting = 0; setting < settings.size(); ++setting) {
            cv::meanStdDev(shares[setting], mean, deviation);
            influences.settings.push_back({static_cast<int>(setting), mean[0], deviation[0]});
        }
    } catch (const cv::Exception& problem) {
        throw Error(std::string("the influence of settings cannot be computed: ") + problem.what());
    }
    std::stable_sort(influences.settings.begin(), influences.settings.end(),
                     [](const auto& a, const auto& b) { return a.share > b.share; });
    return influences;
}

}  // namespace rudolph
