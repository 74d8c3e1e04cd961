#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <opencv2/core/mat.hpp>
#include <string>
#include <vector>

namespace rudolph {

/// What a variable of a MATLAB file holds, as far as points and their pictures may stand in it.
enum class MatlabKind {
    Numbers,  ///< a real matrix of any number type
    Texts,    ///< cells of text, or a matrix of characters with a text a row
    Pictures  ///< cells of grey or RGB pictures
};

struct MatlabVariable {
    std::string name;  ///< of a structure's field "structure.field"
    MatlabKind kind = MatlabKind::Numbers;
    std::size_t rows = 0;  ///< of cells: how many there are
    std::size_t columns = 0;
};

/// The variables of a MATLAB file (.mat) of version 4, 5 to 7, or 7.3 (HDF5), read by matio.
/// Several may be used by several threads, one only by one at a time.
class MatlabFile {
public:
    /// Throws Error when it is no such file.
    explicit MatlabFile(const std::filesystem::path& file);
    ~MatlabFile();
    MatlabFile(const MatlabFile&) = delete;
    MatlabFile& operator=(const MatlabFile&) = delete;

    /// Those of the kinds above, in the file's order. Matrices of more than two dimensions, complex
    /// and sparse ones are none of them.
    const std::vector<MatlabVariable>& variables() const { return variables_; }
    /// Empty: there is none of this name.
    const MatlabVariable* variable(const std::string& name) const;

    /// rows x columns, CV_64F. Throws Error.
    cv::Mat numbers(const std::string& name) const;
    /// A text a row or a cell. Throws Error.
    std::vector<std::string> texts(const std::string& name) const;
    /// One of the cells, from 0: CV_8UC1 or CV_8UC3 (BGR). Throws Error.
    cv::Mat picture(const std::string& name, std::size_t index) const;

private:
    struct Handle;

    std::filesystem::path file_;
    std::unique_ptr<Handle> handle_;
    std::vector<MatlabVariable> variables_;
};

bool has_matlab_extension(const std::filesystem::path& file);

}  // namespace rudolph
