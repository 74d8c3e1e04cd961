#pragma once

#include "core/experiment/field_record.h"

namespace rudolph {

template <class E, class V>
void visit_data_fields(E& e, V& visit) {
    visit.section("Experiment");
    visit({.key = "name",
           .label = "Name",
           .tip = "What the experiment is called. Its runs are named after it."},
          e.name);
    visit({.key = "description",
           .label = "Description",
           .tip = "What you want to find out with it, in your own words."},
          e.description);
    visit.section("Data");
    visit({.key = "data",
           .label = "Faces",
           .tip = "The folder or XML list of annotated faces.",
           .is_file = true},
          e.data);
    visit(
        {.key = "split.method",
         .label = "Split by",
         .tip = "How faces are divided into those to learn from and those to test on. Automatic "
                "takes IMM's persons 33 to 40 for testing where there are any, else a share. With "
                "folds every face is tested once, over as many runs."},
        e.split.method);
    visit({.key = "split.validation_share",
           .label = "Validation share",
           .tip = "The part of the faces kept for testing when the split is by share. All pictures "
                  "of one person stay together.",
           .minimum = 0.01,
           .maximum = 0.9},
          e.split.validation_share);
    visit({.key = "split.seed",
           .label = "Split seed",
           .tip = "Another number draws other persons for testing.",
           .minimum = 0,
           .maximum = kLargestSeed},
          e.split.seed);
    visit({.key = "split.folds",
           .label = "Folds",
           .tip = "Into how many groups the persons are drawn. Each validates once, in a run of "
                  "its own.",
           .minimum = 2,
           .maximum = 100,
           .only_if_key = "split.method",
           .only_if_value = "folds"},
          e.split.folds);
    visit({.key = "split.fold",
           .label = "Fold",
           .tip = "Which of the groups validates, while all others are learnt from.",
           .minimum = 1,
           .maximum = 100,
           .only_if_key = "split.method",
           .only_if_value = "folds"},
          e.split.fold);
    visit({.key = "target",
           .label = "Points to find",
           .tip = "All points of the face, or only the tip of the nose."},
          e.target);
}

template <class E, class V>
void visit_input_fields(E& e, V& visit) {
    visit.section("Input");
    visit({.key = "input.crop",
           .label = "Crop",
           .tip = "What the network sees: the whole picture made smaller, or a square cut out "
                  "around the face."},
          e.input.crop);
    visit({.key = "input.width",
           .label = "Width",
           .tip = "Width of the picture that the network sees.",
           .unit = "px",
           .minimum = 4,
           .maximum = 1024},
          e.input.width);
    visit({.key = "input.height",
           .label = "Height",
           .tip = "Height of the picture that the network sees.",
           .unit = "px",
           .minimum = 4,
           .maximum = 1024},
          e.input.height);
    visit({.key = "input.channels",
           .label = "Channels",
           .tip = "1 for grey; 3 repeats the grey picture for networks that were made for colour, "
                  "such as ResNet-18.",
           .minimum = 1,
           .maximum = 3},
          e.input.channels);
    visit(
        {.key = "input.box_scale",
         .label = "Box scale",
         .tip = "How much larger than the face's box the crop is. More shows more of the hair and "
                "background.",
         .unit = "×",
         .minimum = 0.5,
         .maximum = 5,
         .only_if_key = "input.crop",
         .only_if_value = "face-box"},
        e.input.box_scale);
    visit({.key = "input.normalisation",
           .label = "Normalise by",
           .tip =
               "How pixels become numbers around zero: with a fixed mean and deviation, with those "
               "of each crop, so that dark pictures look like bright ones, or with those of "
               "each pixel's surroundings, so that the shaded half of a face looks like the lit "
               "one."},
          e.input.normalisation);
    visit({.key = "input.mean",
           .label = "Mean",
           .tip = "Subtracted from every pixel (0 is black, 1 is white), so that the network's "
                  "numbers lie around zero.",
           .minimum = 0,
           .maximum = 1,
           .only_if_key = "input.normalisation",
           .only_if_value = "fixed"},
          e.input.mean);
    visit({.key = "input.deviation",
           .label = "Deviation",
           .tip = "Every pixel is divided by this after the mean is subtracted.",
           .minimum = 0.01,
           .maximum = 10,
           .only_if_key = "input.normalisation",
           .only_if_value = "fixed"},
          e.input.deviation);
}

}  // namespace rudolph
