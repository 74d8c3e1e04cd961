#include "core/base/spread.h"

#include <algorithm>

namespace rudolph {

std::vector<std::size_t> spread_places(std::size_t count, std::size_t most) {
    const std::size_t wanted = std::min(count, most);
    std::vector<std::size_t> places;
    places.reserve(wanted);
    for (std::size_t i = 0; i < wanted; ++i)
        places.push_back(i * count / wanted + i % (count / wanted));
    return places;
}

}  // namespace rudolph
