#include "ui/data/face_commands.h"

#include <QCoreApplication>
#include <functional>

#include "core/dataset/mend.h"
#include "ui/documents/annotation_document.h"
#include "ui/documents/whole_face_edits.h"
#include "ui/parts/sample_list_model.h"

namespace rudolph {
namespace {

/// For translating the names of steps.
struct FaceCommands {
    Q_DECLARE_TR_FUNCTIONS(rudolph::FaceCommands)
};

std::vector<std::pair<int, Sample>> edited(const AnnotationDocument* document,
                                           const std::vector<int>& faces,
                                           const std::function<Sample(const Sample&)>& edit) {
    std::vector<std::pair<int, Sample>> after;
    for (const int index : faces)
        if (document != nullptr && index >= 0 && index < document->faceCount())
            after.emplace_back(index, edit(document->face(index)));
    return after;
}

std::vector<int> proposals(const AnnotationDocument* document, const std::vector<int>& faces) {
    std::vector<int> proposals;
    for (const int index : faces)
        if (document != nullptr && index >= 0 && index < document->faceCount() &&
            document->face(index).is_proposal())
            proposals.push_back(index);
    return proposals;
}

}  // namespace

void markFaces(AnnotationDocument* document, const std::vector<int>& faces, FaceState state) {
    const auto after = edited(document, faces, [state](Sample face) {
        face.state = state;
        return face;
    });
    if (!after.empty())
        document->setFaces(after, FaceCommands::tr("Mark as %1").arg(stateName(state).toLower()));
}

void acceptFaces(AnnotationDocument* document, const std::vector<int>& faces) {
    const auto after = edited(document, proposals(document, faces), accepted);
    if (!after.empty())
        document->setFaces(after, FaceCommands::tr("Accept the network's points on %Ln faces",
                                                   nullptr, static_cast<int>(after.size())));
}

void rejectFaces(AnnotationDocument* document, const std::vector<int>& faces) {
    const auto after = edited(document, proposals(document, faces), rejected);
    if (!after.empty())
        document->setFaces(after, FaceCommands::tr("Reject the network's points on %Ln faces",
                                                   nullptr, static_cast<int>(after.size())));
}

void mendFaces(AnnotationDocument* document, const std::vector<Problem>& problems) {
    std::unordered_map<std::string, int> index_of;
    for (int i = 0; i < document->faceCount(); ++i)
        index_of.emplace(document->face(i).id, i);
    std::map<int, Sample> after;
    for (const Problem& problem : problems) {
        if (!problem.mend)
            continue;
        for (const FaceMend& mend : problem.mend->faces)
            if (const auto index = index_of.find(mend.sample_id); index != index_of.end())
                after.try_emplace(index->second, mended(document->face(index->second), mend));
    }
    std::erase_if(after, [document](const auto& entry) {
        return entry.second == document->face(entry.first);
    });
    if (!after.empty())
        document->setFaces({after.begin(), after.end()},
                           FaceCommands::tr("Put the points of %Ln faces right", nullptr,
                                            static_cast<int>(after.size())));
}

}  // namespace rudolph
