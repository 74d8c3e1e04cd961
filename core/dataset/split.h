#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "core/base/json_fwd.h"
#include "core/dataset/dataset.h"
#include "core/dataset/twin_pictures.h"

namespace rudolph {

enum class SplitMethod {
    /// The set's own parts (set_part.h) where its files name them: "train" against "val", or
    /// against
    /// "test" where there is no "val"; else ImmPersons for an IMM data set that has faces on both
    /// sides, else Share.
    Automatic,
    ImmPersons,  ///< IMM persons 33–40 validate, all others (1–32) train: the original experiment
    Share,       ///< a share of the persons validates, drawn by seed
    Folds        ///< persons are drawn into groups of like size, one of which validates
};

struct SplitSpec {
    SplitMethod method = SplitMethod::Automatic;
    double validation_share = 0.2;  ///< of the samples, as nearly as whole persons allow; 0 to 0.9
    std::uint64_t seed = 1;
    int folds = 5;  ///< Folds: into so many groups; 2 to 100
    int fold = 1;   ///< Folds: which of them validates, 1-based

    bool operator==(const SplitSpec&) const = default;
};

/// Indices into the samples of a data set, ascending; only samples with points. Where a set has
/// three parts of its own, the faces of "test" are on neither side.
struct Split {
    std::vector<int> train;
    std::vector<int> validation;

    bool operator==(const Split&) const = default;
};

/// All samples of one person land on the same side, save where the set itself says otherwise. So do
/// all of twin pictures where a share is drawn, except in a group of more than half of the
/// pictures: then the whole set looks alike, and they are no copies. Over all folds every face
/// validates once. Throws Error when a side would be empty, or there are fewer people than folds.
/// The result depends on the ids, persons and seed only, not on the order of the samples.
Split make_split(const Dataset& dataset, const SplitSpec& spec, const TwinPictures& twins = {});

/// Whether make_split() draws people, so that twin pictures count.
bool draws_share(const Dataset& dataset, const SplitSpec& spec);

/// {"train": [ids], "validation": [ids]}
Json to_json(const Split& split, const Dataset& dataset);
/// Ids that the data set does not have are skipped (it may have lost a file since); throws Error
/// when none of the ids is left, or `json` is not a split.
Split split_from_json(const Json& json, const Dataset& dataset);

}  // namespace rudolph
