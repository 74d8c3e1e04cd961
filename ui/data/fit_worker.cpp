#include "ui/data/fit_worker.h"

#include "core/predict/model_file.h"
#include "ui/base/error_text.h"
#include "ui/base/path_convert.h"

namespace rudolph {
namespace {

constexpr int kProgressMs = 33;

}  // namespace

FitWorker::FitWorker(QObject* parent) : QObject(parent) {}

FitWorker::~FitWorker() = default;

Predictor& FitWorker::model(const QString& file) {
    // A run that goes on training writes its best model anew.
    std::error_code ignored;
    const auto time = std::filesystem::last_write_time(find_model_file(toPath(file)), ignored);
    if (predictor_ && model_ == file && model_time_ == time)
        return *predictor_;
    if (!engine_)
        engine_ = open_engine();
    predictor_ = engine_->load_model(toPath(file), DeviceChoice::Auto);
    model_ = file;
    model_time_ = time;
    return *predictor_;
}

void FitWorker::fit(const FitRequest& request) {
    FitOutcome outcome{request.number, request.dataset, {}, {}, {}, false};
    try {
        request.cancel.throw_if_cancelled();
        Predictor& predictor = model(request.model);
        const Dataset& dataset = *request.dataset;
        outcome.scheme = dataset.scheme.size() > 0 ? dataset.scheme : predictor.info().scheme;
        since_progress_.start();
        fit_faces(
            predictor, dataset, outcome.scheme, request.faces,
            [&outcome](FaceFit fit) { outcome.fits.push_back(std::move(fit)); }, outcome.problems,
            request.cancel,
            [this, &request](const Progress& progress) {
                if (since_progress_.elapsed() < kProgressMs)
                    return;
                since_progress_.start();
                emit progressed(request.number, static_cast<int>(progress.done),
                                static_cast<int>(progress.total));
            });
    } catch (const Cancelled&) {
        outcome.cancelled = true;
    } catch (...) {
        const ErrorText text = errorText(std::current_exception());
        emit failed(request.number, text.what, text.advice);
        return;
    }
    emit done(outcome);
}

}  // namespace rudolph
