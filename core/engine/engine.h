#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "core/base/progress.h"
#include "core/detect/face_detector.h"
#include "core/model/weights_report.h"
#include "core/predict/onnx_export.h"
#include "core/predict/predictor.h"
#include "core/train/rate_finder.h"
#include "core/train/speed.h"
#include "core/train/trainer.h"
#include "core/video/video_reader.h"

namespace rudolph {

struct EngineInfo {
    std::string torch_version;
    bool cuda = false;
    std::string cuda_device;  ///< name of the first, when there is one
    int threads = 0;
};

/// One layer of a network, for summaries.
struct LayerSummary {
    std::string name;         ///< as its parameters are called, "conv1"
    std::string description;  ///< "12 channels, 7×7, ReLU, 2×2 max-pool"
    std::vector<int> output_shape;
    long long parameters = 0;
};

/// Everything that needs LibTorch, behind one door, so that programs open it (and pay for loading
/// it, about a second) only when a network is wanted. Its functions may be called from any thread;
/// of trainings several at once, see TrainJob::at_once.
class Engine {
public:
    virtual ~Engine() = default;

    virtual EngineInfo info() const = 0;
    /// A sentence for the person when LibTorch's matrix product is slow for this machine (it runs
    /// on Debian's reference BLAS), with what to install; empty when all is well. Takes some 50 ms.
    virtual std::string slow_matrix_warning() const = 0;
    virtual std::vector<LayerSummary> summarise(const ModelSpec& model, const InputSpec& input,
                                                int outputs) const = 0;
    /// Trains a few steps on made-up faces to see what an epoch of so many takes: as long as two
    /// dozen steps. Throws Error, also when there is not enough memory, and Cancelled.
    virtual TrainingEstimate estimate_training(const Experiment& experiment, int outputs,
                                               int train_faces, int validation_faces,
                                               const CancelToken& cancel) const = 0;
    /// See train() in core/train/trainer.h.
    virtual TrainResult train(const TrainJob& job, const TrainObserver& observer,
                              const TrainControl& control) const = 0;
    /// Measures how fast an experiment trains here: `repeats` epochs of each way to compute, and of
    /// training with the loader and without, alternating. Keeps nothing; `job.runs` does not
    /// matter. Throws Error and Cancelled.
    virtual SpeedReport measure_training(const TrainJob& job, int repeats,
                                         const ProgressCallback& progress,
                                         const CancelToken& cancel) const = 0;
    /// Trains on batches with a rising learning rate, without keeping anything, to see which rates
    /// make the loss fall. `job.runs` does not matter. Throws Error and Cancelled.
    virtual RateCurve find_learning_rate(const TrainJob& job, const ProgressCallback& progress,
                                         const CancelToken& cancel) const = 0;
    /// What a training of so many outputs would take of the weights that it starts from; empty
    /// where it starts from random ones. Throws Error as the training would.
    virtual std::optional<WeightsReport> try_weights(const Experiment& experiment,
                                                     int outputs) const = 0;
    /// Loads best.safetensors or any other model file, or the best of a run folder. Throws Error.
    virtual std::unique_ptr<Predictor> load_model(const std::filesystem::path& file_or_run,
                                                  DeviceChoice device) const = 0;
    /// A detector; `model_file` are YuNet's weights, empty for those of find_yunet(). Throws Error
    /// saying how to get them where they are missing or not what they should be.
    virtual std::unique_ptr<FaceDetector> load_detector(
        DetectorKind kind, const std::filesystem::path& model_file = {}) const = 0;
    /// Downloads a file of that SHA-256 (or one that begins so) and puts it in place when the sum
    /// is right: see keep_downloaded(). Throws Error saying what went wrong (no connection, a wrong
    /// sum) and Cancelled; the destination is then as it was, and what came is kept beside it as
    /// "NAME.part", from which the next try goes on. Progress counts bytes.
    virtual void download(const std::string& url, const std::string& sha256,
                          const std::filesystem::path& destination,
                          const ProgressCallback& progress, const CancelToken& cancel) const = 0;
    /// Throws Error when it is no video that can be read.
    virtual std::unique_ptr<VideoReader> open_video(const std::filesystem::path& file) const = 0;
    /// An .mp4, .mkv or .avi file (by the extension) of frames of that size. Throws Error.
    virtual std::unique_ptr<VideoWriter> write_video(const std::filesystem::path& file,
                                                     cv::Size size,
                                                     double frames_per_second) const = 0;
    /// Writes such a model as an ONNX file (opset 11) that carries how to prepare its input and
    /// what its output means as metadata. Throws Error; the destination is then as it was.
    virtual OnnxExport export_onnx(const std::filesystem::path& file_or_run,
                                   const std::filesystem::path& destination) const = 0;
};

/// Opens the engine library: beside the core library, or by the system's search. Loading happens
/// once a process, later calls are cheap. Throws Error saying what is missing.
std::unique_ptr<Engine> open_engine();

/// Engine::open_video of an engine that is opened when the first video is wanted.
std::unique_ptr<VideoReader> open_video_by_engine(const std::filesystem::path& file);

}  // namespace rudolph
