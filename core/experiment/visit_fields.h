#pragma once

#include "core/experiment/visit_augmentation_fields.h"
#include "core/experiment/visit_data_fields.h"
#include "core/experiment/visit_model_fields.h"
#include "core/experiment/visit_training_fields.h"

namespace rudolph {

// The description that everything in fields.h is made from: calls visit(record, member) for each
// setting in the order of the form, and visit.section(title) before each group.

template <class E, class V>
void visit_fields(E& experiment, V& visit) {
    visit_data_fields(experiment, visit);
    visit_input_fields(experiment, visit);
    visit_augmentation_fields(experiment, visit);
    visit_model_fields(experiment, visit);
    visit_training_fields(experiment, visit);
}

}  // namespace rudolph
