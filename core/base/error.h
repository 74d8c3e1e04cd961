#pragma once

#include <exception>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace rudolph {

/// Where something went wrong. An empty file means "no file involved"; line 0 means "the whole
/// file".
struct ErrorPlace {
    std::filesystem::path file;
    int line = 0;  ///< 1-based
};

/// Everything that can go wrong with input, files and settings: what happened, where, and what the
/// user can do about it. what() is one line: "file:line: message (advice)".
class Error : public std::runtime_error {
public:
    explicit Error(std::string message, ErrorPlace place = {}, std::string advice = {});

    const std::string& message() const { return message_; }
    const ErrorPlace& place() const { return place_; }
    const std::string& advice() const { return advice_; }

private:
    std::string message_;
    ErrorPlace place_;
    std::string advice_;
};

/// A long job was asked to stop and did. Not an Error: nothing is wrong.
class Cancelled : public std::exception {
public:
    const char* what() const noexcept override { return "cancelled"; }
};

}  // namespace rudolph
