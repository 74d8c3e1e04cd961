#include "core/video/video_reader.h"

#include <gtest/gtest.h>

namespace rudolph {
namespace {

TEST(HasVideoExtension, LooksAtTheEndOfTheNameInEitherCase) {
    for (const char* name : {"a.mp4", "a.MOV", "ä.b.avi", "a.mkv", "a.WebM", "a.m4v"})
        EXPECT_TRUE(has_video_extension(name)) << name;
    for (const char* name : {"a", "mp4", ".mp4", "a.mp4.txt", "a.jpg", ""})
        EXPECT_FALSE(has_video_extension(name)) << name;
}

}  // namespace
}  // namespace rudolph
