#include "core/formats/matlab_costs.h"

#include <gmock/gmock.h>
#include <zlib.h>

#include <fstream>

#include "core/base/byte_order.h"
#include "core/base/error.h"
#include "core/base/file.h"
#include "core/formats/matlab_file.h"
#include "tests/support/error_of.h"
#include "tests/support/matlab_writer.h"
#include "tests/support/temp_dir.h"

namespace rudolph::test {
namespace {

using testing::HasSubstr;

constexpr std::uint32_t kMatrixType = 14;
constexpr std::uint32_t kPackedType = 15;
constexpr std::uint32_t kCellClass = 1;
constexpr std::uint32_t kStructureClass = 2;
constexpr std::uint32_t kNumbersClass = 6;
constexpr std::uint32_t kSparseClass = 5;
constexpr std::uint32_t kFunctionClass = 16;
constexpr std::uint32_t kStringClass = 17;

/// The parts of a MATLAB file of version 5, in one of the two orders of bytes.
struct Parts {
    bool is_big = false;

    std::string number(std::uint32_t value) const {
        return is_big ? big_endian_bytes(value) : little_endian_bytes(value);
    }
    std::string element(std::uint32_t type, std::string contents) const {
        const auto size = static_cast<std::uint32_t>(contents.size());
        if (type != kPackedType)
            contents.resize((contents.size() + 7) / 8 * 8);
        return number(type) + number(size) + contents;
    }
    std::string matrix(std::uint32_t kind, std::uint32_t rows, std::uint32_t columns,
                       const std::string& contents) const {
        return element(kMatrixType, element(6, number(kind) + number(0)) +
                                        element(5, number(rows) + number(columns)) +
                                        element(1, "a") + contents);
    }
    std::string fields(const std::string& names) const {
        return element(5, number(32)) + element(1, names);
    }
    std::string packed(const std::string& contents) const {
        uLongf size = compressBound(contents.size());
        std::string bytes(size, '\0');
        compress(reinterpret_cast<Bytef*>(bytes.data()), &size,
                 reinterpret_cast<const Bytef*>(contents.data()), contents.size());
        return element(kPackedType, bytes.substr(0, size));
    }
    std::string file(const std::string& contents) const {
        std::string head = "MATLAB 5.0 MAT-file";
        head.resize(124, ' ');
        return head + (is_big ? std::string("\1\0MI", 4) : std::string("\0\1IM", 4)) + contents;
    }
};

class MatlabCosts : public testing::TestWithParam<bool> {
protected:
    std::string error(const std::string& contents) {
        write_file(dir_ / "a.mat", parts_.file(contents));
        return error_of(dir_ / "a.mat", [&] { require_affordable_matlab(dir_ / "a.mat"); }).what();
    }
    void expect_none(const std::string& contents) {
        write_file(dir_ / "a.mat", parts_.file(contents));
        EXPECT_NO_THROW(require_affordable_matlab(dir_ / "a.mat"));
    }

    TempDir dir_;
    Parts parts_{GetParam()};
};

TEST_P(MatlabCosts, RefuseMoreCellsAndFieldsThanThereAreBytesFor) {
    const std::string cells = parts_.matrix(kCellClass, 100'000'000, 1, "");
    const std::string product = parts_.matrix(kCellClass, 1U << 31, 1U << 31, "");
    const std::string structures =
        parts_.matrix(kStructureClass, 50'000'000, 1, parts_.fields(std::string(64, 'f')));
    const std::string names = parts_.matrix(
        kStructureClass, 1, 1,
        parts_.element(5, parts_.number(1)) + parts_.number(1) + parts_.number(900'000'000));
    const std::string numbers = parts_.matrix(kNumbersClass, 1U << 30, 4, std::string(64, '\0'));
    const std::string functions = parts_.matrix(kFunctionClass, 1U << 28, 1, "");
    for (const std::string& matrix : {cells, product, structures, names, numbers, functions})
        for (const std::string& contents :
             {matrix, parts_.packed(matrix), parts_.matrix(kCellClass, 1, 1, matrix),
              parts_.packed(parts_.matrix(kCellClass, 1, 1, matrix)),
              parts_.matrix(kNumbersClass, 1, 1, parts_.element(9, std::string(8, '\0'))) + matrix})
            EXPECT_THAT(error(contents), HasSubstr("cells or fields than it has bytes"));
}

TEST_P(MatlabCosts, RefuseWhatLiesTooDeep) {
    std::string matrix = parts_.matrix(kNumbersClass, 1, 1, "");
    for (int i = 0; i < 60; ++i)
        matrix = parts_.matrix(kCellClass, 1, 1, matrix);
    expect_none(matrix);
    for (int i = 0; i < 10; ++i)
        matrix = parts_.matrix(kCellClass, 1, 1, matrix);
    EXPECT_THAT(error(matrix), HasSubstr("too deep"));
    EXPECT_THAT(error(parts_.packed(matrix)), HasSubstr("too deep"));
}

/// matio takes memory for the cells before it sees that their name is none.
TEST_P(MatlabCosts, RefuseWhatAnnouncesCellsAndCannotBeFollowed) {
    const auto announced = [this](const std::string& flags, const std::string& dimensions,
                                  const std::string& name) {
        return error(parts_.element(14, flags + dimensions + name + std::string(64, '\1')));
    };
    const std::string flags = parts_.element(6, parts_.number(kCellClass) + parts_.number(0));
    const std::string many = parts_.element(5, parts_.number(2) + parts_.number(1U << 30));
    const std::string one = parts_.element(5, parts_.number(1) + parts_.number(1));
    const std::string name = parts_.element(1, "a");
    EXPECT_THAT(announced(flags, many, parts_.number(14) + parts_.number(176)),
                HasSubstr("cells or fields"));
    EXPECT_THAT(announced(flags, one, parts_.number(14) + parts_.number(176)),
                HasSubstr("damaged or cut short"));
    EXPECT_THAT(announced(parts_.element(2, flags), one, name), HasSubstr("damaged or cut short"));
    EXPECT_THAT(announced(parts_.element(6, parts_.number(kCellClass)), one, name),
                HasSubstr("damaged or cut short"));
    EXPECT_THAT(announced(flags, parts_.element(0x105, parts_.number(1)), name),
                HasSubstr("damaged or cut short"));
    EXPECT_THAT(announced(flags, one, name + parts_.element(0x10e, std::string(16, '\1'))),
                HasSubstr("damaged or cut short"));
}

/// matio takes memory for as long a name as is announced, before it looks for one.
TEST_P(MatlabCosts, RefuseNamesThatAreLongerThanTheFile) {
    const std::string dimensions = parts_.element(5, parts_.number(1) + parts_.number(1));
    const auto long_name = parts_.number(1) + parts_.number(0xFFFFFF05);
    const auto long_small_name = parts_.number(0x7000'0001) + parts_.number(0);
    for (const std::uint32_t kind : {kNumbersClass, kCellClass, kSparseClass, kStringClass}) {
        const std::string flags = parts_.element(6, parts_.number(kind) + parts_.number(0));
        for (const std::string& name : {long_name, long_small_name}) {
            std::string parts = flags;
            if (kind != kStringClass)
                parts += dimensions;
            parts += name;
            parts.append(64, '\1');
            const std::string matrix = parts_.element(14, parts);
            for (const std::string& contents :
                 {matrix, parts_.packed(matrix), parts_.matrix(kCellClass, 1, 1, matrix)})
                EXPECT_THAT(error(contents), HasSubstr("damaged or cut short")) << kind;
        }
    }
}

TEST_P(MatlabCosts, LeaveNewClassesToTheReader) {
    expect_none(parts_.matrix(kSparseClass, 1U << 20, 1U << 20, std::string(64, '\0')));
    expect_none(parts_.element(
        14, parts_.element(6, parts_.number(kStringClass) + parts_.number(0)) +
                parts_.element(1, "text") + parts_.element(1, "MCOS") +
                parts_.element(1, "string") + parts_.matrix(kNumbersClass, 1, 1, "12345678")));
}

TEST_P(MatlabCosts, LeaveCutAndSoundFilesToTheReader) {
    const std::string numbers =
        parts_.matrix(kNumbersClass, 1, 2, parts_.element(9, std::string(16, '\0')));
    const std::string cells = parts_.matrix(kCellClass, 2, 1, numbers + numbers);
    const std::string empty = parts_.element(14, "");
    const std::string whole =
        cells + parts_.matrix(kCellClass, 2, 1, empty + numbers) + parts_.packed(cells) +
        parts_.matrix(kStructureClass, 1, 2,
                      parts_.fields(std::string(64, 'f')) + numbers + cells + numbers + numbers);
    expect_none(whole);
    expect_none("");
    // A part that is cut may announce more than is left, but ends no program.
    for (size_t size = 0; size < whole.size(); ++size) {
        std::ofstream(dir_ / "a.mat", std::ios::binary) << parts_.file(whole.substr(0, size));
        try {
            require_affordable_matlab(dir_ / "a.mat");
        } catch (const Error& error) {
            EXPECT_THAT(error.what(),
                        testing::AnyOf(HasSubstr("cells or fields"), HasSubstr("cut short")));
        }
    }
}

TEST_P(MatlabCosts, RefuseOfVersion4WhatIsLongerThanTheFile) {
    const auto variable = [this](std::uint32_t type, std::uint32_t rows, std::uint32_t columns,
                                 std::uint32_t name, const std::string& contents) {
        return parts_.number(type) + parts_.number(rows) + parts_.number(columns) +
               parts_.number(0) + parts_.number(name) + contents;
    };
    const auto refused = [this](const std::string& contents) -> std::string {
        write_file(dir_ / "a.mat", contents);
        return error_of(dir_ / "a.mat", [&] { require_affordable_matlab(dir_ / "a.mat"); }).what();
    };
    // A type of 0 is the same in both orders of bytes; one is needed that tells them apart.
    constexpr std::uint32_t kDoubles = 1000;
    const std::string sound =
        variable(kDoubles, 2, 1, 2, std::string("a\0", 2) + std::string(16, 'x'));
    for (const std::string& before : {std::string(), sound}) {
        EXPECT_THAT(refused(before + variable(kDoubles, 0, 1, 0x7ffffff0, "points")),
                    HasSubstr("a longer name"));
        EXPECT_THAT(refused(before + variable(kDoubles, 1U << 30, 1U << 30, 2, "a")),
                    HasSubstr("more numbers"));
        EXPECT_THAT(refused(before + variable(kDoubles, 5, 1, 2, sound)), HasSubstr("bytes"));
    }
    // What is no variable is left to the reader, as are sound and cut ones.
    for (const std::string& contents :
         {sound + sound, sound + std::string(30, 'x'), sound + variable(kDoubles, 1, 1, 0, ""),
          sound.substr(0, 19), std::string("a text, as it were, of some lines\n")}) {
        write_file(dir_ / "a.mat", contents);
        EXPECT_NO_THROW(require_affordable_matlab(dir_ / "a.mat"));
    }
}

INSTANTIATE_TEST_SUITE_P(Order, MatlabCosts, testing::Bool());

TEST(MatlabFileCosts, NamesTheFileThatIsRefused) {
    const TempDir dir;
    const Parts parts;
    write_file(dir / "größe.mat", parts.file(parts.matrix(kCellClass, 1 << 30, 1, "")));
    EXPECT_THAT(error_of(dir / "größe.mat", [&] { MatlabFile{dir / "größe.mat"}; }).what(),
                HasSubstr("cells or fields"));
}

TEST(MatlabFileCosts, AreLookedAtHoweverTheFileBegins) {
    const TempDir dir;
    for (const bool is_big : {false, true}) {
        const Parts parts{is_big};
        std::string contents = parts.file(parts.matrix(kCellClass, 1 << 30, 1, ""));
        contents.replace(0, 8, "\x89HDF\r\n\x1a\n");
        write_file(dir / "a.mat", contents);
        EXPECT_THAT(error_of(dir / "a.mat", [&] { MatlabFile{dir / "a.mat"}; }).what(),
                    HasSubstr("cells or fields"));
        // A version that there is not: matio takes it for one of version 4.
        contents = parts.number(1000) + parts.number(0) + parts.number(1) + parts.number(0) +
                   parts.number(0x7ffffff0) + std::string(120, 'x');
        contents.replace(124, 4, is_big ? std::string("\0\2MI", 4) : std::string("\2\0IM", 4));
        write_file(dir / "a.mat", contents);
        EXPECT_THAT(error_of(dir / "a.mat", [&] { MatlabFile{dir / "a.mat"}; }).what(),
                    HasSubstr("a longer name"));
    }
}

}  // namespace
}  // namespace rudolph::test
