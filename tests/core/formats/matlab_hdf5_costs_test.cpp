#include "core/formats/matlab_hdf5_costs.h"

#include <gmock/gmock.h>
#include <hdf5.h>

#include "core/base/file.h"
#include "core/formats/matlab_file.h"
#include "tests/support/error_of.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

/// A MATLAB file of version 7.3 that something is added to.
class Hdf5Costs : public testing::Test {
protected:
    Hdf5Costs() {
        {
            MatlabWriter matlab(file_, MAT_FT_MAT73);
            matlab.add("points", cv::Mat_<double>(2, 4, 3.5));
            matlab.add("names", std::vector<std::string>{"a", "b"});
            matlab.add_structure("face", "points", cv::Mat_<double>(4, 2, 3.5));
        }
        root_ = H5Fopen(file_.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    }
    ~Hdf5Costs() override {
        if (root_ >= 0)
            H5Fclose(root_);
    }

    /// A set of numbers in pieces, none of which is written.
    void announce(const char* name, hid_t type, hsize_t count) {
        const hsize_t piece = 1000;
        const hid_t layout = H5Pcreate(H5P_DATASET_CREATE);
        H5Pset_chunk(layout, 1, &piece);
        H5Dclose(add(name, type, count, layout));
    }
    hid_t add(const char* name, hid_t type, hsize_t count, hid_t layout = H5P_DEFAULT) {
        const hid_t space = H5Screate_simple(1, &count, nullptr);
        const hid_t set = H5Dcreate2(root_, name, type, space, H5P_DEFAULT, layout, H5P_DEFAULT);
        EXPECT_GE(set, 0);
        H5Sclose(space);
        return set;
    }
    std::string error() {
        H5Fclose(root_);
        root_ = -1;
        return error_of(file_, [&] { MatlabFile{file_}; }).what();
    }

    TempDir dir_;
    std::filesystem::path file_ = dir_ / "größe.mat";
    hid_t root_ = -1;
};

TEST_F(Hdf5Costs, SoundFilesAreLeftToTheReader) {
    H5Fclose(root_);
    root_ = -1;
    EXPECT_NO_THROW(require_affordable_hdf5(file_));
    EXPECT_GE(MatlabFile(file_).variables().size(), 2U);
}

TEST_F(Hdf5Costs, RefuseMoreNumbersThanThereAreBytesFor) {
    announce("many", H5T_NATIVE_DOUBLE, hsize_t{1} << 40);
    EXPECT_THAT(error(), HasSubstr("more numbers or cells than it has bytes"));
}

TEST_F(Hdf5Costs, RefuseMoreCellsThanThereAreBytesFor) {
    announce("cells", H5T_STD_REF_OBJ, 100'000'000);
    EXPECT_THAT(error(), HasSubstr("more numbers or cells than it has bytes"));
}

TEST_F(Hdf5Costs, RefuseGroupsThatHoldThemselves) {
    const hid_t group = H5Gcreate2(root_, "in", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Lcreate_hard(root_, "in", group, "out", H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(group);
    EXPECT_THAT(error(), HasSubstr("in circles"));
}

TEST_F(Hdf5Costs, RefuseCellsThatHoldThemselves) {
    const hid_t set = add("cell", H5T_STD_REF_OBJ, 1);
    hobj_ref_t itself;
    H5Rcreate(&itself, root_, "cell", H5R_OBJECT, -1);
    H5Dwrite(set, H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, &itself);
    H5Dclose(set);
    EXPECT_THAT(error(), HasSubstr("in circles"));
}

TEST_F(Hdf5Costs, RefuseGroupsWhosePathsMultiply) {
    hid_t inner = H5Gcreate2(root_, "0", H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    for (int i = 1; i < 40; ++i) {
        const std::string name = std::to_string(i);
        const std::string before = std::to_string(i - 1);
        const hid_t outer = H5Gcreate2(root_, name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
        for (const char* way : {"a", "b"})
            H5Lcreate_hard(root_, before.c_str(), outer, way, H5P_DEFAULT, H5P_DEFAULT);
        H5Gclose(inner);
        inner = outer;
    }
    H5Gclose(inner);
    EXPECT_THAT(error(), HasSubstr("more objects than it has bytes"));
}

TEST_F(Hdf5Costs, RefuseContentsInOtherFiles) {
    write_file(dir_ / "secret", "0123456789abcdef");
    const hid_t layout = H5Pcreate(H5P_DATASET_CREATE);
    H5Pset_external(layout, (dir_ / "secret").c_str(), 0, 16);
    H5Dclose(add("numbers", H5T_NATIVE_DOUBLE, 2, layout));
    EXPECT_THAT(error(), HasSubstr("in other files"));
}

TEST_F(Hdf5Costs, RefuseLinksToOtherFiles) {
    H5Lcreate_external((dir_ / "other.mat").c_str(), "/a", root_, "a", H5P_DEFAULT, H5P_DEFAULT);
    EXPECT_THAT(error(), HasSubstr("in other files"));
}

}  // namespace
}  // namespace rudolph::test
