#pragma once

#include <QMap>
#include <QObject>
#include <QStringList>
#include <vector>

#include "core/experiment/check_experiment.h"
#include "core/experiment/fields.h"

namespace rudolph {

/// The experiment that is trained next, and what it is compared with: a preset, or a file that was
/// opened. Everybody who shows settings shows those of this one value and changes them here, and
/// says who changes them, so that nobody rewrites what the person is just typing. Main thread.
class ExperimentDraft : public QObject {
    Q_OBJECT

public:
    /// Begins with the preset of the nose tip.
    explicit ExperimentDraft(QObject* parent = nullptr);

    /// The values as they stand, on the data that is open; a text that cannot be read keeps the
    /// last value that could.
    const Experiment& experiment() const { return experiment_; }
    const Experiment& base() const { return base_; }
    /// The preset that is the base; empty: a file is.
    QString preset() const { return preset_; }
    /// Of the file that is the base; empty: a preset is.
    QString fileName() const { return file_name_; }

    /// Everything that is wrong, texts that cannot be read included; empty: it can be trained.
    const std::vector<FieldProblem>& problems() const { return problems_; }
    /// What is wrong with one setting, as a sentence; empty: nothing.
    QString problemOf(const std::string& key) const;
    /// Whether a setting differs from the base's, or its text cannot be read.
    bool isChanged(const std::string& key) const;
    /// In their order, of a part of the experiment: "augmentation."; empty: of all. The data are
    /// never among them.
    QStringList changedKeys(const std::string& part = {}) const;
    /// What an editor shows: the value, or the text that cannot be read.
    QString text(const Field& field) const;

    /// Takes what the person typed for a setting that there is, readable or not.
    void setText(const std::string& key, const QString& text, const QObject* by);
    /// Other values; texts of settings that are the same in both stay as they are.
    void change(const Experiment& experiment, const QObject* by);
    /// A setting, a part ("augmentation."), or all, back to the base's.
    void reset(const std::string& part = {});
    /// What it is trained on: the data that is open, and how it was opened (Dataset::opening).
    void setData(const std::string& data, const std::string& opening = {});

    /// These three say failed() where that cannot be done, and then change nothing.
    void choosePreset(const QString& name);
    void open(const QString& file);
    void save(const QString& file);

signals:
    /// A value, a text or the base has changed. `by`: who asked for it and shows it already; null:
    /// nobody does.
    void changed(const QObject* by);
    /// There is another base.
    void baseChanged();
    void failed(const QString& what, const QString& advice);

private:
    struct Unreadable {
        QString text;
        std::string message;
    };

    void begin(const Experiment& base, const QString& preset, const QString& file_name);
    void tell(const QObject* by);

    Experiment experiment_;
    Experiment base_;
    std::string data_;  ///< that is open; empty: none
    std::string opening_;
    QString preset_;
    QString file_name_;
    QMap<std::string, Unreadable> unreadable_;  ///< by key
    std::vector<FieldProblem> problems_;
};

}  // namespace rudolph
