#include "core/formats/matlab_file.h"

#include <fmt/format.h>
#include <matio.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <mutex>
#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

#include "core/base/encoding.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/base/text.h"
#include "core/formats/matlab_costs.h"
#include "core/formats/matlab_hdf5_costs.h"
#include "core/image/picture_limits.h"

namespace rudolph {
namespace fs = std::filesystem;
namespace {

constexpr size_t kMostMatlabNumbers = 200'000'000;
constexpr size_t kMostRowsOrColumns = 30'000;

/// HDF5 as distributions build it is not for several threads at once.
std::mutex& hdf5_mutex() {
    static std::mutex mutex;
    return mutex;
}

/// As matio decides it: what it takes for a file of version 5 is one, however it begins.
bool is_hdf5(const fs::path& file) {
    // Bytes 124 to 127: the version, 0x0200 for files that are HDF5 inside, and in which order of
    // bytes.
    constexpr size_t at = 124;
    const std::string head = read_part(file, 0, at + 4);
    const std::string version = head.substr(std::min(head.size(), at));
    if (version == std::string("\0\1IM", 4) || version == std::string("\1\0MI", 4))
        return false;
    return version == std::string("\0\2IM", 4) || version == std::string("\2\0MI", 4) ||
           head.starts_with("\x89HDF\r\n\x1a\n");
}

struct FreeVariable {
    void operator()(matvar_t* variable) const { Mat_VarFree(variable); }
};
using Variable = std::unique_ptr<matvar_t, FreeVariable>;

bool is_number_class(matio_classes kind) {
    return kind >= MAT_C_DOUBLE && kind <= MAT_C_UINT64;
}

bool is_matrix(const matvar_t& variable) {
    return variable.rank == 2 && variable.dims != nullptr;
}

size_t cells_of(const matvar_t& variable) {
    return variable.dims[0] * variable.dims[1];
}

/// A picture has colours in its third dimension, or none.
bool is_picture(const matvar_t& variable) {
    const bool fits = variable.dims != nullptr &&
                      (variable.rank == 2 || (variable.rank == 3 && variable.dims[2] == 3));
    return fits && is_number_class(variable.class_type) && variable.isComplex == 0 &&
           std::min(variable.dims[0], variable.dims[1]) >= 8 &&
           std::max(variable.dims[0], variable.dims[1]) <= kMostRowsOrColumns;
}

void add_variable(matvar_t& variable, const std::string& name, std::vector<MatlabVariable>& found) {
    constexpr size_t deepest = 4;
    if (!is_matrix(variable) || variable.isComplex != 0)
        return;
    const size_t rows = variable.dims[0];
    const size_t columns = variable.dims[1];
    if (rows == 0 || columns == 0 || rows > kMostMatlabNumbers / columns)
        return;
    if (is_number_class(variable.class_type)) {
        found.push_back({name, MatlabKind::Numbers, rows, columns});
    } else if (variable.class_type == MAT_C_CHAR) {
        found.push_back({name, MatlabKind::Texts, rows, columns});
    } else if (variable.class_type == MAT_C_CELL) {
        const matvar_t* first = Mat_VarGetCell(&variable, 0);
        if (first != nullptr && first->class_type == MAT_C_CHAR)
            found.push_back({name, MatlabKind::Texts, cells_of(variable), 1});
        else if (first != nullptr && is_picture(*first) && name.find('.') == std::string::npos)
            found.push_back({name, MatlabKind::Pictures, cells_of(variable), 1});
    } else if (variable.class_type == MAT_C_STRUCT && rows == 1 && columns == 1 &&
               static_cast<size_t>(std::count(name.begin(), name.end(), '.')) < deepest) {
        char* const* fields = Mat_VarGetStructFieldnames(&variable);
        for (unsigned i = 0; i < Mat_VarGetNumberOfFields(&variable); ++i)
            if (matvar_t* field = Mat_VarGetStructFieldByIndex(&variable, i, 0))
                add_variable(*field, name + "." + fields[i], found);
    }
}

template <class Value>
void copy_numbers(const matvar_t& from, cv::Mat_<double>& to) {
    const auto* values = static_cast<const Value*>(from.data);
    // MATLAB's matrices lie column after column.
    for (int column = 0; column < to.cols; ++column)
        for (int row = 0; row < to.rows; ++row)
            to(row, column) = static_cast<double>(*values++);
}

/// The first two dimensions from where `matrix.data` points.
cv::Mat_<double> matrix_of(const matvar_t& matrix) {
    cv::Mat_<double> numbers(static_cast<int>(matrix.dims[0]), static_cast<int>(matrix.dims[1]));
    switch (matrix.class_type) {
        case MAT_C_DOUBLE:
            copy_numbers<double>(matrix, numbers);
            break;
        case MAT_C_SINGLE:
            copy_numbers<float>(matrix, numbers);
            break;
        case MAT_C_INT8:
            copy_numbers<std::int8_t>(matrix, numbers);
            break;
        case MAT_C_UINT8:
            copy_numbers<std::uint8_t>(matrix, numbers);
            break;
        case MAT_C_INT16:
            copy_numbers<std::int16_t>(matrix, numbers);
            break;
        case MAT_C_UINT16:
            copy_numbers<std::uint16_t>(matrix, numbers);
            break;
        case MAT_C_INT32:
            copy_numbers<std::int32_t>(matrix, numbers);
            break;
        case MAT_C_UINT32:
            copy_numbers<std::uint32_t>(matrix, numbers);
            break;
        case MAT_C_INT64:
            copy_numbers<std::int64_t>(matrix, numbers);
            break;
        default:
            copy_numbers<std::uint64_t>(matrix, numbers);
            break;
    }
    return numbers;
}

bool has_all_numbers(const matvar_t& matrix) {
    size_t count = Mat_SizeOfClass(matrix.class_type);
    for (int i = 0; i < matrix.rank; ++i)
        count *= matrix.dims[i];
    return matrix.data != nullptr && matrix.nbytes >= count;
}

/// Row `row` of a matrix of characters.
std::string text_in(const matvar_t& characters, size_t row) {
    const size_t rows = characters.dims[0];
    const auto size = static_cast<size_t>(characters.data_size);
    std::string bytes;
    for (size_t column = 0; column < characters.dims[1]; ++column) {
        const size_t at = (column * rows + row) * size;
        if (characters.data == nullptr || size == 0 || at + size > characters.nbytes)
            break;
        const char* letter = static_cast<const char*>(characters.data) + at;
        bytes.append(letter, std::min<size_t>(size, 2));
    }
    if (size == 2)
        bytes = plain_text("\xff\xfe" + bytes);
    while (!bytes.empty() && (bytes.back() == ' ' || bytes.back() == '\0'))
        bytes.pop_back();
    return is_utf8(bytes) ? bytes : utf8_from_latin1(bytes);
}

}  // namespace

struct MatlabFile::Handle {
    explicit Handle(const fs::path& file) : hdf5(is_hdf5(file)) {
        require_regular_file(file);
        const auto lock = locked();
        hdf5 ? require_affordable_hdf5(file) : require_affordable_matlab(file);
        mat = Mat_Open(file.c_str(), MAT_ACC_RDONLY);
    }
    ~Handle() {
        if (mat == nullptr)
            return;
        const auto lock = locked();
        cells = nullptr;  // before the file that it is from
        Mat_Close(mat);
    }
    Handle(const Handle&) = delete;
    Handle& operator=(const Handle&) = delete;

    std::unique_lock<std::mutex> locked() const {
        return hdf5 ? std::unique_lock(hdf5_mutex()) : std::unique_lock<std::mutex>();
    }

    bool hdf5 = false;
    mat_t* mat = nullptr;
    std::string cells_name;
    Variable cells;  ///< with pictures that are read one by one
};

MatlabFile::MatlabFile(const fs::path& file)
    : file_(file), handle_(std::make_unique<Handle>(file)) {
    std::error_code failed;
    // matio takes an empty file for one of version 4 without variables.
    if (handle_->mat == nullptr || fs::file_size(file, failed) == 0)
        throw Error("this is no MATLAB file that can be read", {file},
                    "save it again with MATLAB's save");
    const auto lock = handle_->locked();
    while (const Variable variable{Mat_VarReadNextInfo(handle_->mat)})
        if (variable->name != nullptr)
            add_variable(*variable, variable->name, variables_);
}

MatlabFile::~MatlabFile() = default;

const MatlabVariable* MatlabFile::variable(const std::string& name) const {
    const auto found = std::find_if(variables_.begin(), variables_.end(),
                                    [&name](const auto& own) { return own.name == name; });
    return found == variables_.end() ? nullptr : &*found;
}

namespace {

/// The variable, or the field of its structures, that is called so within `whole`.
matvar_t* field_in(matvar_t* whole, std::string_view name) {
    const std::vector<std::string_view> names = split(name, '.');
    for (size_t i = 1; i < names.size() && whole != nullptr; ++i)
        whole = Mat_VarGetStructFieldByName(whole, std::string(names[i]).c_str(), 0);
    return whole;
}

Variable read_whole(mat_t* mat, std::string_view name) {
    Mat_Rewind(mat);
    return Variable(Mat_VarRead(mat, std::string(name.substr(0, name.find('.'))).c_str()));
}

Error unreadable(const fs::path& file, const std::string& name) {
    return Error(fmt::format("the variable '{}' cannot be read", shown_text(name)), {file},
                 "the file may be damaged or cut short");
}

}  // namespace

cv::Mat MatlabFile::numbers(const std::string& name) const {
    const auto lock = handle_->locked();
    const Variable whole = read_whole(handle_->mat, name);
    const matvar_t* matrix = field_in(whole.get(), name);
    if (matrix == nullptr || !is_matrix(*matrix) || !is_number_class(matrix->class_type) ||
        !has_all_numbers(*matrix))
        throw unreadable(file_, name);
    return matrix_of(*matrix);
}

std::vector<std::string> MatlabFile::texts(const std::string& name) const {
    const auto lock = handle_->locked();
    const Variable whole = read_whole(handle_->mat, name);
    matvar_t* texts = field_in(whole.get(), name);
    if (texts == nullptr || !is_matrix(*texts))
        throw unreadable(file_, name);
    std::vector<std::string> read;
    if (texts->class_type == MAT_C_CHAR) {
        for (size_t row = 0; row < texts->dims[0]; ++row)
            read.push_back(text_in(*texts, row));
        return read;
    }
    for (size_t i = 0; texts->class_type == MAT_C_CELL && i < cells_of(*texts); ++i) {
        const matvar_t* cell = Mat_VarGetCell(texts, static_cast<int>(i));
        const bool is_text = cell != nullptr && cell->class_type == MAT_C_CHAR && is_matrix(*cell);
        read.push_back(is_text && cell->dims[0] > 0 ? text_in(*cell, 0) : std::string());
    }
    return read;
}

cv::Mat MatlabFile::picture(const std::string& name, size_t index) const {
    const auto lock = handle_->locked();
    if (handle_->cells_name != name) {
        Mat_Rewind(handle_->mat);
        handle_->cells.reset(Mat_VarReadInfo(handle_->mat, name.c_str()));
        handle_->cells_name = name;
    }
    matvar_t* cells = handle_->cells.get();
    if (cells == nullptr || cells->class_type != MAT_C_CELL || !is_matrix(*cells) ||
        index >= cells_of(*cells))
        throw unreadable(file_, name);
    matvar_t* cell = Mat_VarGetCell(cells, static_cast<int>(index));
    std::array<int, 3> start{};
    std::array<int, 3> stride{1, 1, 1};
    std::array<int, 3> count{1, 1, 1};
    std::vector<char> values;
    if (cell != nullptr && is_picture(*cell)) {
        std::copy_n(cell->dims, cell->rank, count.begin());
        require_pixels(count[1], count[0], file_);
        values.resize(Mat_SizeOfClass(cell->class_type) * static_cast<size_t>(count[0]) *
                      static_cast<size_t>(count[1]) * static_cast<size_t>(count[2]));
    }
    if (values.empty() || Mat_VarReadData(handle_->mat, cell, values.data(), start.data(),
                                          stride.data(), count.data()) != 0)
        throw unreadable(file_, fmt::format("{}{{{}}}", name, index + 1));
    // The colours lie plane after plane, red first.
    std::vector<cv::Mat> planes;
    matvar_t one = *cell;
    for (int i = 0; i < count[2]; ++i) {
        one.data =
            values.data() + values.size() / static_cast<size_t>(count[2]) * static_cast<size_t>(i);
        planes.insert(planes.begin(), matrix_of(one));
    }
    cv::Mat together;
    cv::merge(planes, together);
    double most = 0;
    cv::minMaxLoc(together.reshape(1), nullptr, &most);
    const bool to_one = most <= 1 && cell->class_type <= MAT_C_SINGLE;
    cv::Mat picture;
    together.convertTo(picture, CV_8U, to_one ? 255.0 : 1.0);
    return picture;
}

bool has_matlab_extension(const fs::path& file) {
    return lower(file.extension().string()) == ".mat";
}

}  // namespace rudolph
