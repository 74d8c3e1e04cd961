#include "ui/session/experiment_draft.h"

#include <QFileInfo>
#include <algorithm>
#include <utility>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/json.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"
#include "ui/parts/field_words.h"

namespace rudolph {
namespace {

constexpr auto kData = "data";

bool belongs(const std::string& key, const std::string& part) {
    return key != kData &&
           (part.empty() || key == part || (part.ends_with('.') && key.starts_with(part)));
}

}  // namespace

ExperimentDraft::ExperimentDraft(QObject* parent) : QObject(parent) {
    choosePreset(QStringLiteral("nose-tip"));
}

QString ExperimentDraft::problemOf(const std::string& key) const {
    const auto found = std::find_if(problems_.begin(), problems_.end(),
                                    [&key](const auto& problem) { return problem.key == key; });
    return found == problems_.end() ? QString() : problemSentence(*found);
}

bool ExperimentDraft::isChanged(const std::string& key) const {
    return key != kData &&
           (unreadable_.contains(key) || field_value(experiment_, key) != field_value(base_, key));
}

QStringList ExperimentDraft::changedKeys(const std::string& part) const {
    QStringList changed;
    for (const Field& field : experiment_fields())
        if (belongs(field.key, part) && isChanged(field.key))
            changed << QString::fromStdString(field.key);
    return changed;
}

QString ExperimentDraft::text(const Field& field) const {
    const auto unreadable = unreadable_.find(field.key);
    return unreadable != unreadable_.end() ? unreadable->text : fieldText(experiment_, field);
}

void ExperimentDraft::setText(const std::string& key, const QString& text, const QObject* by) {
    try {
        set_field_text(experiment_, key, typedText(*findField(key), text));
        unreadable_.remove(key);
    } catch (const Error& error) {
        unreadable_[key] = {text, error.message()};
    }
    tell(by);
}

void ExperimentDraft::change(const Experiment& experiment, const QObject* by) {
    const Experiment before = std::exchange(experiment_, experiment);
    for (const Field& field : experiment_fields())
        if (field_value(before, field.key) != field_value(experiment_, field.key))
            unreadable_.remove(field.key);
    tell(by);
}

void ExperimentDraft::reset(const std::string& part) {
    for (const Field& field : experiment_fields()) {
        if (!belongs(field.key, part))
            continue;
        set_field(experiment_, field.key, field_value(base_, field.key));
        unreadable_.remove(field.key);
    }
    tell(nullptr);
}

void ExperimentDraft::setData(const std::string& data, const std::string& opening) {
    data_ = data;
    opening_ = opening;
    tell(nullptr);
}

void ExperimentDraft::begin(const Experiment& base, const QString& preset,
                            const QString& file_name) {
    base_ = experiment_ = base;
    preset_ = preset;
    file_name_ = file_name;
    unreadable_.clear();
    emit baseChanged();
    tell(nullptr);
}

void ExperimentDraft::choosePreset(const QString& name) {
    try {
        begin(rudolph::preset(name.toStdString()), name, {});
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void ExperimentDraft::open(const QString& file) {
    try {
        begin(read_experiment(toPath(file)), {}, QFileInfo(file).fileName());
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void ExperimentDraft::save(const QString& file) {
    try {
        write_json(toPath(file), to_json(experiment_));
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(text.what, text.advice);
    }
}

void ExperimentDraft::tell(const QObject* by) {
    if (!data_.empty()) {
        experiment_.data = data_;
        experiment_.opening = opening_;
    }
    problems_.clear();
    for (const auto& [key, text] : unreadable_.asKeyValueRange())
        if (field_applies(experiment_, *findField(key)))
            problems_.push_back({key, text.message});
    for (const FieldProblem& problem : check_experiment(experiment_))
        if (!unreadable_.contains(problem.key))
            problems_.push_back(problem);
    emit changed(by);
}

}  // namespace rudolph
