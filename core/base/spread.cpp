#include "core/base/spread.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <numeric>
#include <utility>

namespace rudolph {
namespace {

/// 0, 1, 0.5, 0.25, 0.75, 0.125, …: the ends, then van der Corput's sequence, which is evenly
/// spread wherever one leaves it.
double share_of(std::size_t step) {
    if (step < 2)
        return static_cast<double>(step);
    double share = 0;
    double part = 0.5;
    for (std::size_t bits = step - 1; bits > 0; bits /= 2, part /= 2)
        share += bits % 2 == 0 ? 0 : part;
    return share;
}

/// Where each item's value stands among all, from 0 to 1; those that are no number stand last.
std::vector<double> ranks(const std::vector<SpreadItem>& items) {
    std::vector<std::size_t> order(items.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto value = [&items](std::size_t item) {
        return std::isnan(items[item].value) ? std::numeric_limits<double>::infinity()
                                             : items[item].value;
    };
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return value(a) < value(b); });
    std::vector<double> ranks(items.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        ranks[order[i]] = static_cast<double>(i) /
                          static_cast<double>(std::max<std::size_t>(1, order.size() - 1));
    return ranks;
}

/// Of each kind of groups, how often each group was chosen.
class Usage {
public:
    explicit Usage(const std::vector<SpreadItem>& items) {
        for (const SpreadItem& item : items) {
            chosen_.resize(std::max(chosen_.size(), item.groups.size()));
            for (std::size_t kind = 0; kind < item.groups.size(); ++kind)
                chosen_[kind].emplace(item.groups[kind], 0);
        }
    }

    void add(const SpreadItem& item) {
        for (std::size_t kind = 0; kind < item.groups.size(); ++kind)
            ++chosen_[kind].at(item.groups[kind]);
    }
    /// How often its groups were met, in units of how often each of them will be.
    std::size_t of(const SpreadItem& item) const {
        std::size_t usage = 0;
        for (std::size_t kind = 0; kind < item.groups.size(); ++kind)
            usage += chosen_[kind].at(item.groups[kind]) * chosen_[kind].size();
        return usage;
    }

private:
    std::vector<std::map<std::string, std::size_t>> chosen_;
};

}  // namespace

std::vector<std::size_t> spread_places(std::size_t count, std::size_t most) {
    const std::size_t wanted = std::min(count, most);
    std::vector<std::size_t> places;
    places.reserve(wanted);
    for (std::size_t i = 0; i < wanted; ++i)
        places.push_back(i * count / wanted + i % (count / wanted));
    return places;
}

std::vector<std::size_t> spread_order(const std::vector<SpreadItem>& items, std::size_t most) {
    const std::vector<double> rank = ranks(items);
    Usage usage(items);
    std::vector<std::size_t> left(items.size());
    std::iota(left.begin(), left.end(), std::size_t{0});
    std::vector<std::size_t> order;
    while (order.size() < most && !left.empty()) {
        const double wanted = share_of(order.size());
        const auto next =
            std::min_element(left.begin(), left.end(), [&](std::size_t a, std::size_t b) {
                return std::pair(usage.of(items[a]), std::abs(rank[a] - wanted)) <
                       std::pair(usage.of(items[b]), std::abs(rank[b] - wanted));
            });
        usage.add(items[*next]);
        order.push_back(*next);
        left.erase(next);
    }
    return order;
}

}  // namespace rudolph
