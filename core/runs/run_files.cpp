#include "core/runs/run_files.h"

#include <array>
#include <cmath>
#include <ctime>

#include "core/base/system.h"
#include "core/base/text.h"

namespace rudolph {
double ranking_error(const EpochMetrics& epoch) {
    return std::isnan(epoch.nme) ? epoch.validation_loss : epoch.nme;
}

bool is_there(const std::filesystem::path& path) {
    std::error_code ignored;
    return std::filesystem::status(path, ignored).type() != std::filesystem::file_type::not_found;
}

std::string point_columns(int points, const char* prefix) {
    std::string columns;
    for (int i = 0; i < points; ++i) {
        const std::string number = std::to_string(i);
        for (const char* axis : {"x_", "y_"})
            columns.append(",").append(prefix).append(axis).append(number);
    }
    return columns;
}

std::string time_text_now() {
    const std::tm local = local_time(std::time(nullptr));
    std::array<char, 64> text{};
    const size_t length = std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%S%z", &local);
    // strftime writes zones as +0200, ISO 8601's extended format wants +02:00.
    std::string time(text.data(), length);
    return time.insert(time.size() - 2, ":");
}

std::optional<long long> seconds_of(const std::string& iso_time) {
    const auto number = [&](size_t at, size_t length) -> std::optional<int> {
        const auto value = parse_integer(std::string_view(iso_time).substr(at, length));
        return value ? std::optional<int>(static_cast<int>(*value)) : std::nullopt;
    };
    if (iso_time.size() < 20)
        return std::nullopt;
    const auto year = number(0, 4);
    const auto month = number(5, 2);
    const auto day = number(8, 2);
    const auto hour = number(11, 2);
    const auto minute = number(14, 2);
    const auto second = number(17, 2);
    if (!year || !month || !day || !hour || !minute || !second)
        return std::nullopt;
    std::tm time{};
    time.tm_year = *year - 1900;
    time.tm_mon = *month - 1;
    time.tm_mday = *day;
    time.tm_hour = *hour;
    time.tm_min = *minute;
    time.tm_sec = *second;
    const long long as_if_utc = seconds_of_utc(time);
    if (iso_time[19] == 'Z')
        return as_if_utc;
    const auto zone_hours = iso_time.size() >= 25 ? number(20, 2) : std::nullopt;
    const auto zone_minutes = iso_time.size() >= 25 ? number(23, 2) : std::nullopt;
    if (!zone_hours || !zone_minutes)
        return std::nullopt;
    const long long ahead = 3600LL * *zone_hours + 60LL * *zone_minutes;
    return iso_time[19] == '-' ? as_if_utc + ahead : as_if_utc - ahead;
}

}  // namespace rudolph
