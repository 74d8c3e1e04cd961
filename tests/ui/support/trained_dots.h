#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "core/engine/engine.h"
#include "tests/support/dot_faces.h"
#include "tests/support/temp_dir.h"
#include "ui/base/path_convert.h"

namespace rudolph::test {

/// Faces that are dots, and the run of a network that was trained on them for a moment, once for
/// all tests of a suite.
class TrainedDotsTest : public testing::Test {
protected:
    static void SetUpTestSuite() {
        trained_ = std::make_unique<TempDir>();
        TrainJob job;
        job.dataset = std::make_shared<const Dataset>(dot_faces(trained_->path(), 4));
        job.experiment = dot_experiment();
        job.runs = trained_->path() / "runs";
        run_ = toQString(open_engine()->train(job, {}, {}).run.folder);
    }
    static void TearDownTestSuite() { trained_.reset(); }

    inline static std::unique_ptr<TempDir> trained_;
    inline static QString run_;
};

}  // namespace rudolph::test
