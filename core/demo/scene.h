#pragma once

#include <cstdint>

#include "core/demo/demo_math.h"

namespace rudolph::demo {

/// Lengths of a head are in pixels of the picture at scale 1 (an adult head is about 300 high);
/// the origin is between the ears at the height of the eyes.

enum class HairStyle { Bald, Ring, Short, Curly, Tied, Bob, Long };
enum class Neckline { Crew, VShape, Collar };

/// What makes a person, the same in all six pictures. Sizes are factors of the average, 1.
struct Person {
    bool female = false;
    Vec3 skin;
    float face_width = 1, face_length = 1, jaw_width = 1, chin_size = 1, cheekbones = 1;
    float nose_length = 1, nose_width = 1, nose_height = 1;
    float eye_size = 1, eye_spacing = 1, eye_tilt = 0, eye_depth = 1;
    Vec3 iris;
    float brow_height = 0, brow_thickness = 1, brow_arch = 1;
    float mouth_width = 1, lip_fullness = 1;
    Vec3 lips;
    float ear_size = 1, ear_angle = 0.5F;
    HairStyle hair_style = HairStyle::Short;
    Vec3 hair;
    float hair_volume = 1;
    float hairline = 90;  ///< height of the forehead above the eyes
    float fringe = 0;     ///< how far hair hangs into the forehead
    float parting = 0;
    float beard = 0, moustache = 0;  ///< 0 shaven to 1 full
    float freckles = 0;
    float age = 0;  ///< 0 young to 1 wrinkled
    bool glasses = false;
    Vec3 frames;
    Neckline neckline = Neckline::Crew;
    Vec3 cloth;
    std::uint32_t texture_seed = 0;
};

/// 0 is the resting face; amounts are about 1 at most.
struct Expression {
    float smile = 0, sadness = 0, open = 0, pucker = 0, bared_teeth = 0, lopsided = 0;
    float brow_raise = 0, brow_frown = 0;
    float eye_open[2] = {1, 1};  ///< viewer's left, viewer's right
    float gaze_x = 0, gaze_y = 0;
};

struct Pose {
    float yaw = 0, pitch = 0, roll = 0;  ///< radians, see rotation()
    float body_yaw = 0;
    float shift_x = 0, shift_y = 0, scale = 1;
};

struct Lighting {
    Vec3 key_direction{0, 0, 1};  ///< towards the lamp, of length 1
    Vec3 key, fill, ambient;
};

enum class BackdropKind { Plain, Gradient, Blotchy };

struct Backdrop {
    BackdropKind kind = BackdropKind::Plain;
    Vec3 first, second;
    float angle = 0;
    std::uint32_t seed = 0;
};

/// All that decides one picture.
struct Scene {
    Person person;
    Expression expression;
    Pose pose;
    Lighting lighting;
    Backdrop backdrop;
    float blur = 0.5F;   ///< standard deviation in pixels
    float grain = 2.5F;  ///< standard deviation in grey levels of 255
    std::uint32_t grain_seed = 0;
};

/// person from 1, view 1 to 6 as in IMM: 1 neutral, 2 happy, 3 turned to the person's right, 4 to
/// the left, 5 light from the person's left side, 6 a grimace.
Scene make_scene(std::uint64_t seed, int person, int view);

}  // namespace rudolph::demo
