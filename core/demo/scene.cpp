#include "core/demo/scene.h"

#include <numbers>

#include "core/base/random.h"
#include "core/demo/hair.h"

namespace rudolph::demo {
namespace {

float between(Random& random, double low, double high) {
    return static_cast<float>(random.uniform(low, high));
}

/// A factor about 1 that rarely leaves 1 ± 2·spread.
float about_one(Random& random, double spread) {
    return static_cast<float>(1 + spread * std::clamp(random.normal(), -2.2, 2.2));
}

bool chance(Random& random, double probability) {
    return random.uniform() < probability;
}

Vec3 from_srgb(float red, float green, float blue) {
    const auto linear = [](float v) { return std::pow(v / 255, 2.2F); };
    return {linear(red), linear(green), linear(blue)};
}

/// tone 0 the lightest, 1 the darkest.
Vec3 skin_colour(float tone, Random& random) {
    static const Vec3 tones[] = {from_srgb(243, 208, 190), from_srgb(232, 188, 160),
                                 from_srgb(212, 162, 128), from_srgb(180, 126, 92),
                                 from_srgb(136, 90, 64),   from_srgb(92, 60, 45)};
    const float place = clamp01(tone) * 4.999F;
    const int index = static_cast<int>(place);
    const Vec3 colour = mix(tones[index], tones[index + 1], place - static_cast<float>(index));
    const float red = between(random, -0.05, 0.05), light = between(random, 0.95, 1.05);
    return colour * Vec3{light * (1 + red), light, light * (1 - red)};
}

Vec3 hair_colour(float tone, float age, Random& random) {
    static const Vec3 colours[] = {from_srgb(34, 28, 26),    from_srgb(62, 43, 32),
                                   from_srgb(98, 66, 44),    from_srgb(140, 100, 62),
                                   from_srgb(196, 158, 104), from_srgb(142, 74, 40)};
    const int darkest = tone > 0.55F ? 1 : tone > 0.38F ? 3 : 6;
    const Vec3 pigment = colours[random.below(darkest)];
    const Vec3 colour = pigment * between(random, 0.85, 1.2);
    const bool grey = chance(random, age > 0.7F ? 0.7 : 0.03);
    return grey ? mix(colour, from_srgb(178, 176, 174), between(random, 0.5, 0.95)) : colour;
}

HairStyle hair_style(bool female, Random& random) {
    const double u = random.uniform();
    if (female) {
        if (u < 0.42)
            return HairStyle::Long;
        if (u < 0.65)
            return HairStyle::Bob;
        if (u < 0.82)
            return HairStyle::Tied;
        return u < 0.92 ? HairStyle::Curly : HairStyle::Short;
    }
    if (u < 0.1)
        return HairStyle::Bald;
    if (u < 0.17)
        return HairStyle::Ring;
    if (u < 0.78)
        return HairStyle::Short;
    return u < 0.93 ? HairStyle::Curly : HairStyle::Bob;
}

void choose_face(Person& person, Random& random) {
    const float strong = person.female ? 0.F : 1.F;
    person.face_width = about_one(random, 0.035);
    person.face_length = about_one(random, 0.04) + 0.015F * strong;
    person.jaw_width = about_one(random, 0.04) + 0.05F * strong - 0.02F;
    person.chin_size = about_one(random, 0.16) + 0.15F * strong;
    person.cheekbones = about_one(random, 0.3);
    person.nose_length = about_one(random, 0.06);
    person.nose_width = about_one(random, 0.1) + 0.05F * strong;
    person.nose_height = about_one(random, 0.12) + 0.06F * strong;
    person.eye_size = about_one(random, 0.05) + 0.05F * (1 - strong);
    person.eye_spacing = about_one(random, 0.03);
    person.eye_tilt = between(random, -1.2, 2.2);
    person.eye_depth = about_one(random, 0.25) + 0.15F * strong;
    person.brow_height = between(random, -3, 3) + 2.5F * (1 - strong);
    person.brow_thickness = about_one(random, 0.2) - 0.28F * (1 - strong);
    person.brow_arch = about_one(random, 0.35);
    person.mouth_width = about_one(random, 0.06);
    person.lip_fullness = about_one(random, 0.16) + 0.2F * (1 - strong);
    person.ear_size = about_one(random, 0.07);
    person.ear_angle = between(random, 0.35, 0.75);
}

void choose_colours(Person& person, float tone, Random& random) {
    static const Vec3 irises[] = {from_srgb(74, 46, 28), from_srgb(104, 74, 40),
                                  from_srgb(96, 104, 66), from_srgb(88, 120, 148)};
    static const Vec3 cloths[] = {from_srgb(38, 44, 58),   from_srgb(150, 46, 42),
                                  from_srgb(52, 94, 70),   from_srgb(198, 194, 186),
                                  from_srgb(86, 110, 160), from_srgb(92, 82, 100),
                                  from_srgb(196, 150, 70), from_srgb(70, 66, 62)};
    person.skin = skin_colour(tone, random);
    person.hair = hair_colour(tone, person.age, random);
    person.iris = irises[tone > 0.5F ? random.below(2) : random.below(4)];
    const Vec3 natural = person.skin * Vec3{0.86F, 0.55F, 0.56F};
    const Vec3 painted = mix(natural, from_srgb(160, 44, 52), between(random, 0.25, 0.75));
    person.lips = person.female && chance(random, 0.5) ? painted : natural;
    person.cloth = cloths[random.below(8)];
    person.cloth = person.cloth * between(random, 0.7, 1.15);
    person.frames = chance(random, 0.6) ? from_srgb(26, 24, 24) : from_srgb(98, 64, 40);
}

void choose_hair(Person& person, Random& random) {
    person.hair_style = hair_style(person.female, random);
    person.hair_volume = between(random, 0.7, 1.35);
    person.hairline = between(random, 84, 96) + (person.female ? 0.F : 6 * person.age);
    const bool can_hang = person.hair_style == HairStyle::Short ||
                          person.hair_style == HairStyle::Bob ||
                          person.hair_style == HairStyle::Long;
    person.fringe = can_hang && chance(random, 0.4) ? between(random, 18, 42) : 0;
    person.parting = between(random, -1, 1);
    if (person.female)
        return;
    if (chance(random, 0.32))
        person.beard = between(random, 0.25, 1);
    person.moustache = person.beard > 0 ? person.beard : chance(random, 0.1) ? 0.9F : 0.F;
}

Person make_person(std::uint64_t seed, int number) {
    // Tones go round by the golden ratio, so that few people already span the human range.
    Random offset(seed, 0, 0x50);
    Random random(seed, static_cast<std::uint64_t>(number), 0);
    const float turns =
        static_cast<float>(offset.uniform()) + 0.618034F * static_cast<float>(number);
    const float tone = turns - std::floor(turns);
    Person person;
    person.texture_seed = static_cast<std::uint32_t>(random.next());
    person.female = chance(random, 0.5);
    person.age = static_cast<float>(std::pow(random.uniform(), 1.5));
    choose_face(person, random);
    choose_colours(person, tone, random);
    choose_hair(person, random);
    person.freckles = tone < 0.3F && chance(random, 0.3) ? between(random, 0.4, 1) : 0;
    person.glasses = chance(random, 0.15);
    person.neckline = static_cast<Neckline>(random.below(3));
    return person;
}

void make_grimace(Expression& face, Random& random) {
    const float strength = between(random, 0.75, 1.1);
    switch (random.below(6)) {
        case 0:  // shouting
            face.open = strength;
            face.brow_frown = 0.8F * strength;
            face.eye_open[0] = face.eye_open[1] = 0.75F;
            break;
        case 1:  // surprise
            face.open = 0.7F * strength;
            face.pucker = 0.55F;
            face.brow_raise = strength;
            face.eye_open[0] = face.eye_open[1] = 1.35F;
            break;
        case 2:  // a kiss
            face.pucker = strength;
            face.brow_raise = 0.4F;
            break;
        case 3:  // sulking
            face.sadness = strength;
            face.brow_frown = strength;
            face.eye_open[0] = face.eye_open[1] = 0.8F;
            break;
        case 4:  // bared teeth
            face.bared_teeth = strength;
            face.brow_frown = 0.5F * strength;
            face.smile = 0.3F;
            face.eye_open[0] = face.eye_open[1] = 0.6F;
            break;
        default: {  // a wink with a lopsided mouth
            const int side = random.below(2);
            face.eye_open[side] = 0.05F;
            face.lopsided = (side == 0 ? -1.F : 1.F) * strength;
            face.smile = 0.35F;
            face.brow_raise = 0.3F;
        }
    }
}

Expression make_expression(int view, Random& random) {
    Expression face;
    const float lids = between(random, 0.78, 0.98);
    face.eye_open[0] = face.eye_open[1] = lids;
    face.gaze_x = between(random, -0.6, 0.6);
    face.gaze_y = between(random, -0.4, 0.4);
    face.smile = between(random, -0.05, 0.12);
    face.brow_raise = between(random, -0.1, 0.15);
    if (view == 2) {
        face.smile = between(random, 0.75, 1.1);
        face.bared_teeth = chance(random, 0.65) ? between(random, 0.45, 0.9) : 0;
        face.eye_open[0] = face.eye_open[1] = lids * 0.85F;
    }
    if (view == 6)
        make_grimace(face, random);
    return face;
}

Pose make_pose(int view, Random& random) {
    constexpr float kDegree = std::numbers::pi_v<float> / 180;
    Pose pose;
    pose.yaw = between(random, -4, 4) * kDegree;
    if (view == 3)
        pose.yaw = -between(random, 25, 36) * kDegree;
    if (view == 4)
        pose.yaw = between(random, 25, 36) * kDegree;
    pose.body_yaw = 0.45F * pose.yaw;
    pose.pitch = between(random, -5, 4) * kDegree;
    pose.roll = between(random, -4, 4) * kDegree;
    pose.shift_x = static_cast<float>(std::clamp(random.normal(), -2.2, 2.2) * 18);
    pose.shift_y = static_cast<float>(std::clamp(random.normal(), -2.2, 2.2) * 11);
    pose.scale = about_one(random, 0.035);
    return pose;
}

Lighting make_lighting(int view, Random& random) {
    Lighting light;
    const Vec3 warm{1.04F, 1, 0.94F};
    const float side = chance(random, 0.5) ? 1.F : -1.F;
    light.key_direction = normalised(
        {side * between(random, 0.2, 0.75), between(random, 0.45, 0.75), between(random, 0.7, 1)});
    light.key = warm * between(random, 0.95, 1.25);
    light.fill = Vec3{0.9F, 0.97F, 1.06F} * between(random, 0.16, 0.3);
    light.ambient = Vec3{0.98F, 1, 1.03F} * between(random, 0.34, 0.46);
    if (view == 5) {
        light.key_direction = normalised(
            {between(random, 0.95, 1.1), between(random, 0.15, 0.4), between(random, 0.2, 0.4)});
        light.key = warm * between(random, 1.9, 2.4);
        light.fill = light.fill * 0.25F;
        light.ambient = light.ambient * 0.32F;
    }
    return light;
}

Backdrop make_backdrop(std::uint64_t seed, int person, Random& random) {
    // One wall for all pictures of a person, with small differences, as in a studio.
    Random wall(seed, static_cast<std::uint64_t>(person), 0x77);
    Backdrop backdrop;
    backdrop.kind = static_cast<BackdropKind>(wall.below(3));
    const float light = between(wall, 0.06, 0.55);
    backdrop.first =
        Vec3{light, light, light} *
        Vec3{between(wall, 0.7, 1.2), between(wall, 0.8, 1.1), between(wall, 0.7, 1.25)};
    backdrop.second = backdrop.first * between(wall, 0.35, 0.75);
    backdrop.angle = between(wall, 0, 6.28) + between(random, -0.2, 0.2);
    backdrop.first = backdrop.first * between(random, 0.92, 1.08);
    backdrop.seed = static_cast<std::uint32_t>(random.next());
    return backdrop;
}

}  // namespace

Scene make_scene(std::uint64_t seed, int person, int view) {
    Random random(seed, static_cast<std::uint64_t>(person), static_cast<std::uint64_t>(view));
    Scene scene;
    scene.person = make_person(seed, person);
    scene.expression = make_expression(view, random);
    scene.pose = make_pose(view, random);
    scene.lighting = make_lighting(view, random);
    scene.backdrop = make_backdrop(seed, person, random);
    if (view == 5) {
        scene.backdrop.first = scene.backdrop.first * 0.45F;
        scene.backdrop.second = scene.backdrop.second * 0.45F;
    }
    scene.blur = between(random, 0.35, 0.75);
    scene.grain = between(random, 1.5, 4);
    scene.grain_seed = static_cast<std::uint32_t>(random.next());
    return scene;
}

}  // namespace rudolph::demo
