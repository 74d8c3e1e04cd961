#pragma once

#include <matio.h>

#include <filesystem>
#include <functional>
#include <opencv2/core/mat.hpp>
#include <stdexcept>
#include <string>
#include <vector>

namespace rudolph::test {

/// Writes variables into a new MATLAB file, of version 5 or 7.3 (HDF5). Complete when destroyed.
class MatlabWriter {
public:
    explicit MatlabWriter(const std::filesystem::path& file, mat_ft version = MAT_FT_MAT5,
                          matio_compression compression = MAT_COMPRESSION_NONE)
        : mat_(Mat_CreateVer(file.c_str(), nullptr, version)), compression_(compression) {
        if (mat_ == nullptr)
            throw std::runtime_error("the MATLAB file cannot be written");
    }
    ~MatlabWriter() { Mat_Close(mat_); }
    MatlabWriter(const MatlabWriter&) = delete;
    MatlabWriter& operator=(const MatlabWriter&) = delete;

    void add(const std::string& name, const cv::Mat_<double>& numbers) {
        write(matrix(name.c_str(), numbers));
    }
    void add(const std::string& name, const std::vector<std::string>& texts) {
        write(cells(name, texts.size(), [&texts](size_t i) {
            size_t dims[2] = {1, texts[i].size()};
            return Mat_VarCreate(nullptr, MAT_C_CHAR, MAT_T_UTF8, 2, dims,
                                 const_cast<char*>(texts[i].data()), 0);
        }));
    }
    /// CV_8UC1 or CV_8UC3 (BGR) each.
    void add(const std::string& name, const std::vector<cv::Mat>& pictures) {
        write(cells(name, pictures.size(), [&pictures](size_t i) { return picture(pictures[i]); }));
    }
    void add_structure(const std::string& name, const std::string& field,
                       const cv::Mat_<double>& numbers) {
        const char* fields[1] = {field.c_str()};
        size_t dims[2] = {1, 1};
        matvar_t* whole = Mat_VarCreateStruct(name.c_str(), 2, dims, fields, 1);
        Mat_VarSetStructFieldByIndex(whole, 0, 0, matrix(field.c_str(), numbers));
        write(whole);
    }

private:
    static matvar_t* matrix(const char* name, const cv::Mat_<double>& numbers) {
        cv::Mat_<double> columns = numbers.t();  // MATLAB's order
        size_t dims[2] = {static_cast<size_t>(numbers.rows), static_cast<size_t>(numbers.cols)};
        return Mat_VarCreate(name, MAT_C_DOUBLE, MAT_T_DOUBLE, 2, dims, columns.data, 0);
    }
    static matvar_t* picture(const cv::Mat& bgr) {
        const auto channels = static_cast<size_t>(bgr.channels());
        size_t dims[3] = {static_cast<size_t>(bgr.rows), static_cast<size_t>(bgr.cols), channels};
        std::vector<unsigned char> values;
        for (size_t channel = channels; channel-- > 0;)
            for (int x = 0; x < bgr.cols; ++x)
                for (int y = 0; y < bgr.rows; ++y)
                    values.push_back(bgr.ptr(y)[static_cast<size_t>(x) * channels + channel]);
        return Mat_VarCreate(nullptr, MAT_C_UINT8, MAT_T_UINT8, channels == 1 ? 2 : 3, dims,
                             values.data(), 0);
    }
    static matvar_t* cells(const std::string& name, size_t count,
                           const std::function<matvar_t*(size_t)>& make) {
        size_t dims[2] = {count, 1};
        matvar_t* whole = Mat_VarCreate(name.c_str(), MAT_C_CELL, MAT_T_CELL, 2, dims, nullptr, 0);
        for (size_t i = 0; i < count; ++i)
            Mat_VarSetCell(whole, static_cast<int>(i), make(i));
        return whole;
    }
    void write(matvar_t* variable) {
        const int failed = Mat_VarWrite(mat_, variable, compression_);
        Mat_VarFree(variable);
        if (failed != 0)
            throw std::runtime_error("a MATLAB variable cannot be written");
    }

    mat_t* mat_;
    matio_compression compression_;
};

}  // namespace rudolph::test
