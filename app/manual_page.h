#pragma once

#include <string>

#include "app/program_description.h"

namespace rudolph {

/// The program's manual page of section 1, in the macros of man(7). `day`: "2025-01-31"; `summary`
/// stands behind the name, where apropos looks; `see_also`: another page of section 1.
std::string manual_page(const ProgramDescription& program, const std::string& version,
                        const std::string& day, const std::string& summary,
                        const std::string& see_also);

/// Today in UTC, or the day that SOURCE_DATE_EPOCH names, so that packages can be made again bit
/// for bit.
std::string manual_day();

}  // namespace rudolph
