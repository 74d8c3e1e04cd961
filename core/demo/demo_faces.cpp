#include "core/demo/demo_faces.h"

#include <fmt/format.h>

#include <functional>
#include <memory>
#include <mutex>
#include <opencv2/imgcodecs.hpp>
#include <set>

#include "core/base/destination.h"
#include "core/base/error.h"
#include "core/base/parallel.h"
#include "core/base/staged_files.h"
#include "core/demo/annotation.h"
#include "core/demo/landmarks.h"
#include "core/demo/render.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr int kMostPeople = 99;
constexpr int kViews = 6;
constexpr int kFacesJpegQuality = 92;
constexpr const char* kListName = "labels.xml";

/// The pictures in the order of their names, and what remains to be written once all are there.
struct Plan {
    DemoFacesSpec spec;
    std::vector<std::string> stems;
    std::vector<std::string> list_entries;

    std::string annotation_name(std::size_t index) const {
        return stems[index] + (spec.format == DemoFormat::Imm ? ".asf" : ".pts");
    }
};

Plan make_plan(const DemoFacesSpec& spec) {
    if (spec.people < 1 || spec.people > kMostPeople)
        throw Error(fmt::format("demo faces of {} people cannot be made", spec.people), {},
                    fmt::format("ask for 1 to {} people", kMostPeople));
    Plan plan{spec, {}, {}};
    for (int person = 1; person <= spec.people; ++person)
        for (int view = 1; view <= kViews; ++view) {
            const bool female = demo::make_scene(spec.seed, person, view).person.female;
            plan.stems.push_back(fmt::format("{:02}-{}{}", person, view, female ? 'f' : 'm'));
        }
    plan.list_entries.resize(plan.stems.size());
    return plan;
}

/// Faces made before may be made again; anything else in the folder is somebody's work.
void refuse_other_files(const fs::path& folder, const Plan& plan) {
    std::set<std::string> own{kListName};
    for (std::size_t i = 0; i < plan.stems.size(); ++i) {
        own.insert(plan.stems[i] + ".jpg");
        own.insert(plan.annotation_name(i));
    }
    if (plan.spec.format == DemoFormat::Imm)
        own.erase(kListName);
    std::error_code failed;
    for (fs::directory_iterator entry(folder, failed), end; !failed && entry != end;
         entry.increment(failed))
        if (!own.contains(entry->path().filename().string()))
            throw Error("the folder is not empty, it holds " + entry->path().filename().string(),
                        {folder}, "choose an empty or a new folder");
    if (failed)
        throw Error("the folder cannot be read: " + failed.message(), {folder},
                    "choose another folder");
}

std::string jpeg(const cv::Mat& picture) {
    try {
        std::vector<uchar> bytes;
        cv::imencode(".jpg", picture, bytes, {cv::IMWRITE_JPEG_QUALITY, kFacesJpegQuality});
        return {bytes.begin(), bytes.end()};
    } catch (const cv::Exception& error) {
        throw Error(std::string("the picture cannot be written as JPEG: ") + error.what());
    }
}

/// Buffers wait here between pictures: the system takes long to hand out fresh memory.
class BufferPool {
public:
    std::unique_ptr<demo::FragmentBuffer> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto buffer = std::move(idle_.back());
                idle_.pop_back();
                return buffer;
            }
        }
        return std::make_unique<demo::FragmentBuffer>();
    }
    void give_back(std::unique_ptr<demo::FragmentBuffer> buffer) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(buffer));
    }

private:
    std::mutex mutex_;
    std::vector<std::unique_ptr<demo::FragmentBuffer>> idle_;
};

/// Makes picture `index` with its annotation.
void write_face(const fs::path& folder, Plan& plan, std::size_t index, BufferPool& buffers,
                const std::function<void(const fs::path&, const std::string&)>& write) {
    const int person = static_cast<int>(index) / kViews + 1;
    const int view = static_cast<int>(index) % kViews + 1;
    const demo::Scene scene = demo::make_scene(plan.spec.seed, person, view);
    const demo::Head head(scene.person, scene.expression);
    const demo::Camera camera(scene.pose);
    const std::string picture_name = plan.stems[index] + ".jpg";
    auto buffer = buffers.take();
    const cv::Mat picture = demo::render(scene, head, camera, *buffer);
    buffers.give_back(std::move(buffer));
    write(folder / picture_name, jpeg(picture));
    const fs::path annotation = folder / plan.annotation_name(index);
    if (plan.spec.format == DemoFormat::Imm) {
        write(annotation, demo::asf_text(demo::imm_landmarks(head, camera), picture_name));
    } else {
        const std::vector<demo::Pixel> points = demo::ibug_landmarks(head, camera);
        write(annotation, demo::pts_text(points));
        const demo::DetectorBox box = demo::detector_box(points, plan.spec.seed, person, view);
        plan.list_entries[index] = demo::list_entry(picture_name, box, points);
    }
}

}  // namespace

int write_demo_faces(const fs::path& folder, const DemoFacesSpec& spec, const CancelToken& cancel,
                     const ProgressCallback& progress) {
    Plan plan = make_plan(spec);
    clear_leftovers(folder);
    if (std::error_code failed; fs::exists(folder, failed))
        refuse_other_files(folder, plan);
    BufferPool buffers;
    std::mutex mutex;
    StagedFiles files;
    const auto write = [&](const fs::path& file, const std::string& bytes) {
        const std::lock_guard lock(mutex);
        files.write(file, bytes);
    };
    const int count = static_cast<int>(plan.stems.size());
    parallel_for(
        count,
        [&](int i) { write_face(folder, plan, static_cast<std::size_t>(i), buffers, write); },
        cancel, progress);
    if (spec.format == DemoFormat::Ibug)
        write(folder / kListName, demo::list_text(plan.list_entries));
    files.commit();
    return count;
}

}  // namespace rudolph
