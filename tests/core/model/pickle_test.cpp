#include "core/model/pickle.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

#include "core/base/error.h"
#include "tests/support/error_of.h"
#include "tests/support/pth_bytes.h"

namespace rudolph {
namespace {

using testing::HasSubstr;
namespace pickled = test::pickled;

constexpr std::array<std::string_view, 2> kGlobals = {"collections.OrderedDict", "torch.Size"};

Pickle unpickled(const std::string& bytes) {
    // Texts lie in the bytes.
    static std::vector<std::string> kept;
    kept.push_back(bytes);
    return read_pickle(kept.back(), kGlobals, "w.pth");
}

std::string pickle_error(const std::string& bytes) {
    return test::error_of("w.pth", [&] { unpickled(bytes); }).message();
}

TEST(Pickles, HoldNumbersAndTexts) {
    using namespace std::string_literals;
    const Pickle pickle =
        unpickled("\x80\x02(K\xffM\xff\xff"s + pickled::integer(-2) + "\x8a\x02\x00\x80"s +
                  "\x8a\x00"s + "G\x3f\xf8\0\0\0\0\0\0"s + "N\x88" + "U\x01y" + "\x8c\x01zt."s);
    const PickleValue& tuple = pickle.root();
    ASSERT_EQ(tuple.kind, PickleKind::Tuple);
    ASSERT_EQ(tuple.items.size(), 10U);
    std::vector<std::int64_t> integers;
    for (std::size_t i = 0; i < 5; ++i)
        integers.push_back(pickle.item(tuple, i).integer);
    EXPECT_THAT(integers, testing::ElementsAre(255, 65535, -2, -32768, 0));
    EXPECT_EQ(pickle.item(tuple, 5).number, 1.5);
    EXPECT_EQ(pickle.item(tuple, 6).kind, PickleKind::None);
    EXPECT_EQ(pickle.item(tuple, 7).integer, 1);
    EXPECT_EQ(pickle.item(tuple, 8).text, "y");
    EXPECT_EQ(pickle.item(tuple, 9).text, "z");
}

TEST(Pickles, ThatContainThemselvesDoNoHarm) {
    const Pickle pickle =
        unpickled("\x80\x02]q" + std::string(1, '\0') + "h" + std::string(1, '\0') + "a.");
    EXPECT_EQ(pickle.root().kind, PickleKind::List);
    EXPECT_EQ(&pickle.item(pickle.root(), 0), &pickle.root());
}

TEST(Pickles, TakeTheLastOfEntriesOfOneName) {
    const Pickle pickle = unpickled(
        pickled::whole(pickled::dict({{"a", pickled::integer(1)}, {"a", pickled::integer(2)}})));
    ASSERT_NE(pickle.find(pickle.root(), "a"), nullptr);
    EXPECT_EQ(pickle.find(pickle.root(), "a")->integer, 2);
    EXPECT_EQ(pickle.find(pickle.root(), "b"), nullptr);
}

TEST(Pickles, OfPythonTwosDictionariesAreRead) {
    const std::string pairs = "](](" + pickled::text("a") + pickled::integer(7) + "ee";
    const Pickle pickle =
        unpickled(pickled::whole(pickled::global("collections", "OrderedDict") + pairs + "\x85R"));
    ASSERT_NE(pickle.find(pickle.root(), "a"), nullptr);
    EXPECT_EQ(pickle.find(pickle.root(), "a")->integer, 7);
}

TEST(Pickles, EndWhereTheySay) {
    const std::string one = pickled::whole("N");
    EXPECT_EQ(unpickled(one + "more").length(), one.size());
}

TEST(Pickles, ThatCouldRunSomethingAreRefusedByName) {
    EXPECT_THAT(pickle_error(pickled::whole(pickled::global("posix", "system") +
                                            pickled::text("true") + "\x85R")),
                HasSubstr("posix.system"));
    EXPECT_THAT(pickle_error("\x80\x04\x8c\x05posix\x8c\x06system\x93."),
                HasSubstr("posix.system"));
    // Python's other ways to get at a class, by number or by a text of its own.
    for (const std::string instruction :
         {"\x82\x01", "\x83\x01\x01", "iposix\nsystem\n", "o", "P1\n"})
        EXPECT_THAT(pickle_error(pickled::whole(instruction)), HasSubstr("instruction"));
}

TEST(Pickles, ThatAreBrokenAreErrors) {
    for (const std::string bytes : {"",
                                    "\x80",
                                    "\x80\x02",
                                    "N",
                                    ".",
                                    "t.",
                                    "(",
                                    "a.",
                                    "]a.",
                                    "K",
                                    "X\xff\xff\xff\xffx",
                                    "R.",
                                    "NNR.",
                                    "N)R.",
                                    "Nb.",
                                    "NNb.",
                                    "h\x01.",
                                    "(h\x01.",
                                    "q\x01.",
                                    "Q.",
                                    "NNs.",
                                    "}Ns.",
                                    "}(Nu.",
                                    "](u.",
                                    "}(e.",
                                    "\x93.",
                                    "NN\x93.",
                                    "\x8d\xff\xff\xff\xff\xff\xff\xff\xff.",
                                    "ccollections\nOrderedDict",
                                    "ccollections\nOrderedDict\n](Nee\x85R.",
                                    "\x8a\xff."})
        EXPECT_NE(pickle_error(bytes), "no error") << testing::PrintToString(bytes);
}

}  // namespace
}  // namespace rudolph
