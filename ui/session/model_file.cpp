#include "ui/session/model_file.h"

#include "core/base/error.h"
#include "core/predict/model_file.h"
#include "ui/base/path_convert.h"

namespace rudolph {

ModelFile modelFile(const QString& model) {
    try {
        const std::filesystem::path file = find_model_file(toPath(model));
        return {file, file_stamp(file)};
    } catch (const Error&) {
        return {};  // a run before its first epoch: loading it says so
    }
}

}  // namespace rudolph
