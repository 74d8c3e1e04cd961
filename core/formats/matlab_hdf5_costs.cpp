#include "core/formats/matlab_hdf5_costs.h"

#include <hdf5.h>

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/error.h"
#include "core/formats/matlab_costs.h"

namespace rudolph {
namespace {

namespace fs = std::filesystem;

/// What is always allowed: small variables may take no storage of their own.
constexpr std::uint64_t kAnyVariable = 1 << 16;
/// The least that an object takes, with its header and the link to it.
constexpr std::uint64_t kLeastObject = 8;

/// An identifier of HDF5's, closed by the function for its kind.
class Id {
public:
    Id(hid_t id, herr_t (*close)(hid_t)) : id_(id), close_(close) {}
    ~Id() {
        if (id_ >= 0)
            close_(id_);
    }
    Id(const Id&) = delete;
    Id& operator=(const Id&) = delete;

    bool is_there() const { return id_ >= 0; }
    operator hid_t() const { return id_; }

private:
    hid_t id_;
    herr_t (*close_)(hid_t);
};

struct Link {
    std::string name;
    bool is_outside = false;
};

herr_t note_link(hid_t /*group*/, const char* name, const H5L_info_t* info, void* links) {
    const bool inside = info->type == H5L_TYPE_HARD || info->type == H5L_TYPE_SOFT;
    static_cast<std::vector<Link>*>(links)->push_back({name, !inside});
    return 0;
}

class Objects {
public:
    explicit Objects(const fs::path& file)
        : file_(file), left_(fs::file_size(file) / kLeastObject) {}

    void check(hid_t object, int depth) {
        if (depth > kDeepestCell)
            refuse("its cells and structures lie too deep in one another, or in circles");
        if (left_-- == 0)
            refuse("it announces more objects than it has bytes");
        const H5I_type_t kind = H5Iget_type(object);
        if (kind == H5I_GROUP)
            check_group(object, depth);
        else if (kind == H5I_DATASET)
            check_numbers(object, depth);
    }

private:
    [[noreturn]] void refuse(const char* what) const {
        throw Error(what, {file_}, "it is damaged, or made to take all memory");
    }
    [[noreturn]] void refuse_outside() const {
        throw Error("some of its contents are in other files", {file_},
                    "save it again with MATLAB's save, whole");
    }

    void check_group(hid_t group, int depth) {
        std::vector<Link> links;
        H5Literate(group, H5_INDEX_NAME, H5_ITER_NATIVE, nullptr, note_link, &links);
        for (const Link& link : links) {
            if (link.is_outside)
                refuse_outside();
            const Id object(H5Oopen(group, link.name.c_str(), H5P_DEFAULT), H5Oclose);
            if (object.is_there())
                check(object, depth + 1);
        }
    }

    void check_numbers(hid_t dataset, int depth) {
        const Id layout(H5Dget_create_plist(dataset), H5Pclose);
        if (H5Pget_external_count(layout) > 0 || H5Pget_layout(layout) == H5D_VIRTUAL)
            refuse_outside();
        const Id space(H5Dget_space(dataset), H5Sclose);
        const Id type(H5Dget_type(dataset), H5Tclose);
        const auto count =
            static_cast<std::uint64_t>(std::max<hssize_t>(0, H5Sget_simple_extent_npoints(space)));
        const std::uint64_t size = std::max<std::uint64_t>(1, H5Tget_size(type));
        if (count > (H5Dget_storage_size(dataset) * kMostUnpacked + kAnyVariable) / size)
            refuse("it announces more numbers or cells than it has bytes");
        if (H5Tequal(type, H5T_STD_REF_OBJ) <= 0)
            return;
        std::vector<hobj_ref_t> cells(count);
        if (H5Dread(dataset, H5T_STD_REF_OBJ, H5S_ALL, H5S_ALL, H5P_DEFAULT, cells.data()) < 0)
            return;
        for (const hobj_ref_t& cell : cells) {
            const Id object(H5Rdereference2(dataset, H5P_DEFAULT, H5R_OBJECT, &cell), H5Oclose);
            if (object.is_there())
                check(object, depth + 1);
        }
    }

    const fs::path& file_;
    std::uint64_t left_;
};

}  // namespace

void require_affordable_hdf5(const fs::path& file) {
    // What is odd about a file is told by what is thrown, not on the terminal.
    H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
    const Id opened(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose);
    if (!opened.is_there())
        return;
    const Id root(H5Oopen(opened, "/", H5P_DEFAULT), H5Oclose);
    if (root.is_there())
        Objects(file).check(root, 0);
}

}  // namespace rudolph
