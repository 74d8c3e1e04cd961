#include "core/eval/diagnosis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "core/base/nan.h"
#include "core/geometry/shape.h"
#include "tests/support/turning_heads.h"

namespace rudolph {
namespace {

/// Faces of a made-up run, predicted with errors that go with nothing until a test plants a cause.
struct MadeUpRun {
    explicit MadeUpRun(int faces, std::uint64_t seed = 1) {
        Random random(seed);
        for (int i = 0; i < faces; ++i) {
            const double yaw = random.uniform(-40, 40);
            truths.push_back(test::photographed(test::turned_head(yaw), random));
            factors.push_back(std::exp(0.3 * random.normal()));
            noise.push_back(random.next());
            FaceAttributes face;
            face.light = {random.uniform(30, 200), random.uniform(10, 60)};
            face.pose = {random.normal(), random.uniform(-25, 25), random.uniform(50, 200)};
            attributes.push_back(face);
        }
    }

    /// Off by 3 % of the eyes' distance times the factors of the face and of the point.
    std::vector<FaceResult> results() const {
        std::vector<FaceResult> all;
        for (size_t i = 0; i < truths.size(); ++i) {
            const double distance = scheme.normalising_distance(truths[i]);
            Random random(noise[i]);
            Landmarks predicted = truths[i];
            for (size_t point = 0; point < predicted.points.size(); ++point) {
                const double size = 0.03 * distance * factors[i] * point_factors[point];
                predicted.points[point] += Point(size * random.normal(), size * random.normal());
            }
            all.push_back(face_result("face" + std::to_string(i), predicted, truths[i], distance,
                                      {}, {160, 120}));
        }
        return all;
    }
    std::vector<Finding> diagnosis() const { return diagnose(results(), attributes, scheme); }

    LandmarkScheme scheme = test::head_scheme();
    std::vector<Landmarks> truths;
    std::vector<double> factors;  ///< of each face's errors
    std::vector<double> point_factors = std::vector<double>(9, 1.0);
    std::vector<std::uint64_t> noise;
    std::vector<FaceAttributes> attributes;
};

TEST(Diagnosis, FindsNothingWhereNothingIsWrong) {
    int found = 0;
    for (std::uint64_t seed = 1; seed <= 40; ++seed)
        found += static_cast<int>(MadeUpRun(200, seed).diagnosis().size());
    // One in a hundred sets has a finding by chance.
    EXPECT_LE(found, 2);
}

TEST(Diagnosis, FindsDarkFacesWithTheirLimitAndFactor) {
    MadeUpRun run(300);
    for (size_t i = 0; i < run.factors.size(); ++i)
        if (run.attributes[i].light.brightness < 60)
            run.factors[i] *= 3;
    const auto findings = run.diagnosis();
    ASSERT_EQ(findings.size(), 1U);
    const Finding& dark = findings.front();
    EXPECT_EQ(dark.kind, FindingKind::Dark);
    EXPECT_EQ(dark.limit, 60);
    EXPECT_NEAR(dark.factor, 3, 0.5);
    EXPECT_GT(dark.failing, 2 * dark.others_failing);
    EXPECT_EQ(dark.faces + dark.others, 300);
    ASSERT_EQ(static_cast<int>(dark.rows.size()), dark.faces);
    const auto results = run.results();
    for (size_t i = 0; i < dark.rows.size(); ++i) {
        EXPECT_LT(run.attributes[static_cast<size_t>(dark.rows[i])].light.brightness, 60);
        if (i == 0)
            continue;
        EXPECT_LE(results[static_cast<size_t>(dark.rows[i])].nme,
                  results[static_cast<size_t>(dark.rows[i - 1])].nme);
    }
}

TEST(Diagnosis, FindsHeadsTurnedEitherWay) {
    MadeUpRun run(200);
    for (size_t i = 0; i < run.factors.size(); ++i)
        if (std::abs(run.attributes[i].pose.yaw) > 1)
            run.factors[i] *= 2;
    const auto findings = run.diagnosis();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, FindingKind::Turned);
    EXPECT_EQ(findings.front().limit, 1);
    EXPECT_NEAR(findings.front().factor, 2, 0.4);
    EXPECT_LT(findings.front().p, 1e-6);
}

TEST(Diagnosis, NamesACauseOnceWhereAnotherAttributeGoesWithIt) {
    MadeUpRun run(300);
    for (size_t i = 0; i < run.factors.size(); ++i) {
        // Dark pictures have little contrast, too.
        FaceLight& light = run.attributes[i].light;
        light.contrast = light.brightness < 60 ? 10 : 50;
        if (light.brightness < 60)
            run.factors[i] *= 3;
    }
    EXPECT_EQ(run.diagnosis().size(), 1U);
}

TEST(Diagnosis, OrdersTwoCausesByHowMuchTheyMatter) {
    MadeUpRun run(400);
    for (size_t i = 0; i < run.factors.size(); ++i) {
        if (run.attributes[i].pose.size < 80)
            run.factors[i] *= 1.8;
        if (run.attributes[i].light.brightness > 160)
            run.factors[i] *= 3;
    }
    const auto findings = run.diagnosis();
    ASSERT_EQ(findings.size(), 2U);
    EXPECT_EQ(findings[0].kind, FindingKind::Bright);
    EXPECT_EQ(findings[1].kind, FindingKind::Small);
    EXPECT_GT(findings[0].weight, findings[1].weight);
}

TEST(Diagnosis, FindsThePartThatIsOffMost) {
    MadeUpRun run(60);
    for (const size_t jaw : {0, 1, 2})
        run.point_factors[jaw] = 3;
    const auto findings = run.diagnosis();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, FindingKind::Part);
    EXPECT_EQ(findings.front().worst, FacePart::Jaw);
    EXPECT_NE(findings.front().best, FacePart::Jaw);
    EXPECT_NEAR(findings.front().factor, 3, 0.5);
    EXPECT_FALSE(findings.front().rows.empty());
}

TEST(Diagnosis, FindsTheFacesThatAreFarWorseThanAllOthers) {
    MadeUpRun run(100);
    run.factors[17] = 20;
    run.factors[42] = 30;
    const auto findings = run.diagnosis();
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, FindingKind::Outliers);
    EXPECT_EQ(findings.front().rows, std::vector<int>({42, 17}));
    EXPECT_GT(findings.front().factor, 10);
}

TEST(Diagnosis, PutsANetworkThatDrawsOneFaceFirst) {
    MadeUpRun run(120);
    auto results = run.results();
    std::vector<const Landmarks*> shapes;
    for (const Landmarks& truth : run.truths)
        shapes.push_back(&truth);
    const Landmarks mean = mean_shape(shapes);
    for (size_t i = 0; i < results.size(); ++i)
        results[i].predicted_in_image = transformed(*align(mean, run.truths[i]), mean);
    const auto findings = diagnose(results, run.attributes, run.scheme);
    ASSERT_FALSE(findings.empty());
    EXPECT_EQ(findings.front().kind, FindingKind::Collapsed);
    EXPECT_LT(findings.front().factor, 0.1);
}

TEST(Diagnosis, FindsHeadsThatAreTurnedTheWrongWay) {
    MadeUpRun run(120);
    auto results = run.results();
    Random random(5);
    for (size_t i = 0; i < results.size(); ++i)
        results[i].predicted_in_image = mirrored(run.truths[i], run.scheme);
    const auto findings = diagnose(results, run.attributes, run.scheme);
    const auto wrong = std::find_if(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.kind == FindingKind::WrongTurns;
    });
    ASSERT_NE(wrong, findings.end());
    EXPECT_GT(wrong->factor, 0.9);
    EXPECT_EQ(static_cast<int>(wrong->rows.size()), wrong->faces);
}

TEST(Diagnosis, SaysNothingOfTooFewFaces) {
    EXPECT_TRUE(diagnose({}, {}, test::head_scheme()).empty());
    MadeUpRun run(12);
    for (size_t i = 0; i < 5; ++i) {
        run.attributes[i].light.brightness = 30;
        run.factors[i] *= 4;
    }
    for (size_t i = 5; i < 12; ++i)
        run.attributes[i].light.brightness = 120;
    EXPECT_TRUE(run.diagnosis().empty());
}

TEST(Diagnosis, StandsWhatIsNotKnown) {
    MadeUpRun run(50);
    for (FaceAttributes& face : run.attributes)
        face = {};
    auto results = run.results();
    results[3].nme = results[3].error_px = kNaN;
    results[4].nme = results[4].error_px = INFINITY;
    results[4].predicted_in_image.points[0].x = kNaN;
    for (const Finding& finding : diagnose(results, run.attributes, run.scheme))
        EXPECT_TRUE(std::isfinite(finding.weight));
    // As many attributes as faces, or it is not asked at all.
    EXPECT_TRUE(diagnose(results, {}, run.scheme).empty());
}

TEST(Diagnosis, JudgesRunsOfOnePoint) {
    MadeUpRun run(100);
    run.scheme = subset(run.scheme, {7});
    for (Landmarks& truth : run.truths)
        truth = subset(truth, {7});
    run.point_factors.resize(1);
    std::vector<FaceResult> results;
    for (size_t i = 0; i < run.truths.size(); ++i) {
        Landmarks predicted = run.truths[i];
        const bool dark = run.attributes[i].light.brightness < 80;
        predicted.points[0].x += run.factors[i] * (dark ? 9 : 2);
        results.push_back(face_result("", predicted, run.truths[i], 60, {}, {80, 60}));
    }
    const auto findings = diagnose(results, run.attributes, run.scheme);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, FindingKind::Dark);
    EXPECT_EQ(findings.front().limit, 80);
}

TEST(Diagnosis, TakesOnePersonInTheDarkForOnePerson) {
    MadeUpRun run(120);
    std::vector<std::string> persons;
    for (size_t i = 0; i < run.attributes.size(); ++i) {
        run.attributes[i].light.brightness = i < 20 ? 30 : 120;
        run.factors[i] *= i < 20 ? 3 : 1;
        persons.push_back(i < 20 ? "one" : "p" + std::to_string(i));
    }
    ASSERT_EQ(run.diagnosis().size(), 1U);
    EXPECT_EQ(run.diagnosis().front().kind, FindingKind::Dark);
    EXPECT_TRUE(diagnose(run.results(), run.attributes, run.scheme, persons).empty());
}

TEST(Diagnosis, FindsWhatIsWorseWithinEveryPerson) {
    MadeUpRun run(160);
    std::vector<std::string> persons;
    for (size_t i = 0; i < run.attributes.size(); ++i) {
        run.attributes[i].light.brightness = i % 4 == 0 ? 30 : 120;
        run.factors[i] *= i % 4 == 0 ? 3 : 1;
        persons.push_back("p" + std::to_string(i / 8));
    }
    const auto findings = diagnose(run.results(), run.attributes, run.scheme, persons);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings.front().kind, FindingKind::Dark);
    EXPECT_NEAR(findings.front().factor, 3, 0.5);
}

}  // namespace
}  // namespace rudolph
