#include "core/dataset/face_ids.h"

#include <gmock/gmock.h>

#include "core/dataset/names.h"

namespace rudolph {
namespace {

using testing::ElementsAre;

/// The ids of faces in these pictures of /set, one after the other; a name that comes again is the
/// picture's next face.
std::vector<std::string> ids_of(const std::vector<std::string>& pictures) {
    std::vector<Sample> faces;
    std::map<std::string, int> seen;
    for (const std::string& name : pictures) {
        Sample face;
        face.image = "/set/" + name;
        face.id = face_id(sample_id("/set", face.image), ++seen[name]);
        faces.push_back(face);
    }
    settle_face_ids(faces, "/set");
    std::vector<std::string> ids;
    for (const Sample& face : faces)
        ids.push_back(face.id);
    return ids;
}

TEST(FaceIds, StayWhatTheyWereWhereTheyAreFree) {
    EXPECT_THAT(ids_of({"a.jpg", "a.jpg", "sub/a.jpg", "a#7.png"}),
                ElementsAre("a", "a#2", "sub/a", "a#7"));
}

TEST(FaceIds, PicturesThatDifferInTheirExtensionAreTwo) {
    EXPECT_THAT(ids_of({"anna.jpg", "anna.png", "anna.png", "anna.gif"}),
                ElementsAre("anna", "anna.png", "anna.png#2", "anna.gif"));
}

TEST(FaceIds, ANumberSignInANameIsNoFace) {
    EXPECT_THAT(ids_of({"shot #1.jpg", "shot #1.jpg", "shot #2.jpg"}),
                ElementsAre("shot #1", "shot #1#2", "shot #2"));
    EXPECT_THAT(ids_of({"team.jpg", "team.jpg", "team#2.jpg"}),
                ElementsAre("team", "team#2", "team#2.jpg"));
    EXPECT_THAT(ids_of({"team#2.jpg", "team.jpg", "team.jpg"}),
                ElementsAre("team#2", "team.jpg", "team.jpg#2"));
}

TEST(FaceIds, NothingIsSharedWhateverTheNamesAre) {
    EXPECT_THAT(ids_of({"a.png.jpg", "a.jpg", "a.png"}), ElementsAre("a.png", "a", "a.png~2"));
    EXPECT_THAT(ids_of({"b.jpg", "b.png", "b.png.gif", "b.png~2.jpg"}),
                ElementsAre("b", "b.png", "b.png.gif", "b.png~2"));
}

TEST(FaceIds, APersonsOwnIdsStayAndRepeatedOnesGetTheNextNumber) {
    std::vector<Sample> faces(3);
    for (Sample& face : faces)
        face.image = "/set/a.jpg";
    faces[0].id = "bride";
    faces[1].id = "bride";
    faces[2].id = "bride#2";
    settle_face_ids(faces, "/set");
    EXPECT_EQ(faces[0].id, "bride");
    EXPECT_EQ(faces[1].id, "bride#3");
    EXPECT_EQ(faces[2].id, "bride#2");
}

}  // namespace
}  // namespace rudolph
