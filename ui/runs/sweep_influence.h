#pragma once

#include <QWidget>

#include "ui/runs/sweep_data.h"

class QLabel;

namespace rudolph {

class BarChart;

/// How much each setting of a sweep tells about the runs' errors, most first, as bars and in words;
/// says so where the runs are too few for that.
class SweepInfluence : public QWidget {
    Q_OBJECT

public:
    explicit SweepInfluence(QWidget* parent = nullptr);

    void show(const SweepData& data);
    BarChart* chart() { return chart_; }

signals:
    /// The person wants to see this setting: its place in SweepData::settings.
    void settingChosen(int setting);

private:
    QLabel* words_;
    BarChart* chart_;
    std::vector<SettingInfluence> shown_;
};

/// What the bars say, in words: whether to trust them, how much all settings together tell, and up
/// to which epoch runs were compared.
QString influenceText(const SweepData& data);

/// The best run with its interval: "Best: a, NME 4.03 %. …"; empty where there is none.
QString bestRunText(const SweepData& data, const std::vector<RunEntryPtr>& runs);

}  // namespace rudolph
