#pragma once

#include <vector>

#include "core/dataset/dataset.h"

namespace rudolph {

class AnnotationDocument;

/// What can be done to several faces of a document at once, as one step. Indices that are not there
/// are left out, and so are faces that it changes nothing of.

void markFaces(AnnotationDocument* document, const std::vector<int>& faces, FaceState state);
/// The points that a network has proposed count as truth.
void acceptFaces(AnnotationDocument* document, const std::vector<int>& faces);
/// They go.
void rejectFaces(AnnotationDocument* document, const std::vector<int>& faces);
/// What these problems propose; faces that have changed since stay.
void mendFaces(AnnotationDocument* document, const std::vector<Problem>& problems);

}  // namespace rudolph
