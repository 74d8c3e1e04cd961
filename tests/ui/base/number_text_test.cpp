#include "ui/base/number_text.h"
#include "core/base/nan.h"

#include <gtest/gtest.h>

#include <QLocale>
#include <cmath>

namespace rudolph {
namespace {

TEST(NumberText, WritesFiguresAsPeopleReadThem) {
    QLocale::setDefault(QLocale(QLocale::English));
    EXPECT_EQ(percentText(0.0403), "4.03 %");
    EXPECT_EQ(pixelText(5.234), "5.2 px");
    EXPECT_EQ(pixelText(0.837), "0.84 px");
    EXPECT_EQ(lossText(0.021345), "0.0213");
    EXPECT_EQ(countText(62474), "62,474");
    EXPECT_EQ(ratioText(0.41234), "0.412");
}

TEST(NumberText, WritesTimesInTheUnitsThatMatter) {
    EXPECT_EQ(durationText(0.3), "under 1 s");
    EXPECT_EQ(durationText(42), "42 s");
    EXPECT_EQ(timeLeftText(130), "2 min 10 s left");
    EXPECT_EQ(durationText(3900), "1 h 5 min");
}

TEST(NumberText, SaysWhatIsLeftOnceThereIsSomethingToGoBy) {
    EXPECT_EQ(withTimeLeft("12 of 240", 2, 12, 240), "12 of 240 · 38 s left");
    EXPECT_EQ(withTimeLeft("12 of 240", 1, 12, 240), "12 of 240");
    EXPECT_EQ(withTimeLeft("0 of 240", 5, 0, 240), "0 of 240");
    EXPECT_EQ(withTimeLeft("240 of 240", 5, 240, 240), "240 of 240");
    EXPECT_EQ(withTimeLeft("Writing…", 5, 3, 0), "Writing…");
}

TEST(NumberText, SaysByHowMuchAConstantAnswerIsBeaten) {
    EXPECT_EQ(advantageText(10, 42), "4.2× better");
    EXPECT_EQ(advantageText(1, 42), "42× better");
    EXPECT_EQ(advantageText(10, 10.2), "no better");
    EXPECT_EQ(advantageText(10, 5), "no better");
}

TEST(NumberText, ShowsADashForWhatIsNotKnown) {
    const double nan = kNaN;
    for (const QString& text : {percentText(nan), pixelText(nan), lossText(nan), ratioText(nan),
                                durationText(nan), durationText(-1), advantageText(nan, 1)})
        EXPECT_EQ(text, "–");
}

TEST(NumberText, FollowsTheLocaleOfThePerson) {
    QLocale::setDefault(QLocale(QLocale::German));
    EXPECT_EQ(percentText(0.0403), "4,03 %");
    QLocale::setDefault(QLocale(QLocale::English));
}

}  // namespace
}  // namespace rudolph
