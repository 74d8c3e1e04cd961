#include "core/model/pth.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "core/base/error.h"
#include "core/base/file.h"
#include "core/model/weights_file.h"
#include "tests/support/error_of.h"
#include "tests/support/pth_bytes.h"
#include "tests/support/python.h"

namespace rudolph {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
namespace pickled = test::pickled;
using Members = test::ZipMembers;

/// The floats 1, 2, 3, …
std::string counted(int count) {
    std::string bytes;
    for (int i = 1; i <= count; ++i)
        bytes += test::bytes_of(static_cast<float>(i));
    return bytes;
}

std::vector<float> floats_of(const StoredTensor& tensor) {
    std::vector<float> numbers(tensor.bytes.size() / sizeof(float));
    tensor.bytes.copy(reinterpret_cast<char*>(numbers.data()), tensor.bytes.size());
    return numbers;
}

std::string state_of(const pickled::Tensor& tensor, const std::string& name = "w") {
    return pickled::whole(pickled::dict({{name, pickled::tensor(tensor)}}));
}

std::string pth_error(const std::string& bytes) {
    return test::error_of("w.pth", [&] { parse_pth(bytes, "w.pth"); }).message();
}

/// One tensor of six numbers stored as 1 to 6, in both forms of files.
std::vector<StoredTensor> read_both(pickled::Tensor tensor) {
    tensor.numbers = 6;
    const Safetensors zip = parse_pth(test::zip_pth(state_of(tensor), {counted(6)}), "w");
    const Safetensors legacy =
        parse_pth(test::legacy_pth(state_of(tensor), {{6, counted(6)}}), "w");
    EXPECT_EQ(zip, legacy);
    return zip.tensors;
}

TEST(Pth, HoldsTensorsAsTheyLieInTheirNumbers) {
    const auto numbers = [](const pickled::Tensor& tensor) {
        return floats_of(read_both(tensor).at(0));
    };
    EXPECT_THAT(numbers({.shape = {2, 3}, .strides = {3, 1}}), ElementsAre(1, 2, 3, 4, 5, 6));
    EXPECT_THAT(numbers({.shape = {3, 2}, .strides = {1, 3}}), ElementsAre(1, 4, 2, 5, 3, 6));
    EXPECT_THAT(numbers({.offset = 2, .shape = {4}, .strides = {1}}), ElementsAre(3, 4, 5, 6));
    EXPECT_THAT(numbers({.offset = 1, .shape = {3}, .strides = {2}}), ElementsAre(2, 4, 6));
    EXPECT_THAT(numbers({.offset = 5, .shape = {3}, .strides = {0}}), ElementsAre(6, 6, 6));
    EXPECT_THAT(numbers({.offset = 4, .shape = {}, .strides = {}}), ElementsAre(5));
    EXPECT_THAT(numbers({.shape = {1, 2}, .strides = {99, 1}}), ElementsAre(1, 2));
    EXPECT_THAT(numbers({.offset = 9, .shape = {0, 2}, .strides = {2, 1}}), ElementsAre());
    EXPECT_THAT(read_both({.shape = {2, 3}, .strides = {3, 1}}).at(0).shape, ElementsAre(2, 3));
}

TEST(Pth, FindsTheDictionaryInsideACheckpoint) {
    const std::string tensor = pickled::tensor({.numbers = 1, .shape = {1}, .strides = {1}});
    for (const char* key : {"state_dict", "model_state_dict", "model", "net"}) {
        const std::string state =
            pickled::dict({{"epoch", pickled::integer(3)},
                           {key, pickled::dict({{"module.a", tensor}, {"module.b", tensor}})}});
        const Safetensors read = parse_pth(test::zip_pth(pickled::whole(state), {counted(1)}), "w");
        ASSERT_EQ(read.tensors.size(), 2U);
        EXPECT_EQ(read.tensors[0].name, "a");
        EXPECT_EQ(read.tensors[1].name, "b");
    }
}

TEST(Pth, KeepsAPrefixThatOnlySomeNamesHave) {
    const std::string tensor = pickled::tensor({.numbers = 1, .shape = {1}, .strides = {1}});
    const std::string state = pickled::dict({{"module.a", tensor}, {"b", tensor}});
    const Safetensors read = parse_pth(test::zip_pth(pickled::whole(state), {counted(1)}), "w");
    EXPECT_EQ(read.tensors.at(0).name, "module.a");
}

TEST(Pth, ThatReachesPastItsNumbersIsAnError) {
    for (const pickled::Tensor& tensor :
         {pickled::Tensor{.shape = {7}, .strides = {1}},
          pickled::Tensor{.offset = 6, .shape = {1}, .strides = {1}},
          pickled::Tensor{.offset = -1, .shape = {1}, .strides = {1}},
          pickled::Tensor{.shape = {-1}, .strides = {1}},
          pickled::Tensor{.shape = {2}, .strides = {-1}},
          pickled::Tensor{.shape = {2}, .strides = {}},
          pickled::Tensor{.shape = {2}, .strides = {2147483647}},
          pickled::Tensor{.shape = std::vector<std::int32_t>(33, 1),
          .strides = std::vector<std::int32_t>(33, 1)},
          pickled::Tensor{.storage = "Size", .shape = {1}, .strides = {1}},
          pickled::Tensor{.storage = "DoubleStorage", .shape = {6}, .strides = {1}},
          pickled::Tensor{.key = "1", .shape = {1}, .strides = {1}}}) {
        EXPECT_NE(pth_error(test::zip_pth(state_of(tensor), {counted(6)})), "no error");
        EXPECT_NE(pth_error(test::legacy_pth(state_of(tensor), {{6, counted(6)}})), "no error");
    }
}

TEST(Pth, TakesNoMoreMemoryThanTheFileDeserves) {
    const pickled::Tensor repeated{.shape = {2147483647}, .strides = {0}};
    EXPECT_THAT(pth_error(test::zip_pth(state_of(repeated), {counted(6)})), HasSubstr("larger"));
    const pickled::Tensor plain{.shape = {6}, .strides = {1}};
    EXPECT_THAT(pth_error(test::zip_of({{"a/data.pkl", state_of(plain)}}, 0x7fffffff)),
                HasSubstr("zip archive"));
    EXPECT_THAT(pth_error(test::legacy_pth(state_of(plain), {{1ULL << 62U, counted(6)}})),
                HasSubstr("cut off"));
}

TEST(Pth, ThatIsNoneSaysSo) {
    const pickled::Tensor plain{.shape = {6}, .strides = {1}};
    const std::string good = state_of(plain);
    EXPECT_THAT(pth_error(test::zip_of({{"readme.txt", "hello"}})), HasSubstr("torch.save"));
    EXPECT_THAT(pth_error(test::zip_of({{"a/data.pkl", good}, {"a/constants.pkl", ""}})),
                HasSubstr("TorchScript"));
    EXPECT_THAT(pth_error(test::zip_of({{"a/data.pkl", good}, {"a/byteorder", "big"}})),
                HasSubstr("big-endian"));
    EXPECT_THAT(pth_error(test::zip_of({{"a/data.pkl", good}})), HasSubstr("a/data/0"));
    EXPECT_THAT(pth_error(pickled::whole("N")), HasSubstr("torch.save"));
    EXPECT_THAT(pth_error(test::zip_pth(pickled::whole("N"), {})), HasSubstr("no dictionary"));
    EXPECT_THAT(pth_error(test::zip_pth(pickled::whole("}"), {})), HasSubstr("no weights"));
    std::string damaged = test::zip_pth(good, {counted(6)});
    damaged[damaged.find(counted(6)) + 3] = 'x';
    EXPECT_THAT(pth_error(damaged), HasSubstr("damaged"));
}

TEST(WeightsFile, KnowsItsKindByWhatItHolds) {
    const test::TempDir dir;
    const Safetensors contents{{{"w", NumberType::F32, {6}, counted(6)}}, {}};
    const pickled::Tensor plain{.numbers = 6, .shape = {6}, .strides = {1}};
    write_file(dir / "a", safetensors_bytes(contents));
    write_file(dir / "b", test::zip_pth(state_of(plain), {counted(6)}));
    write_file(dir / "c", test::legacy_pth(state_of(plain), {{6, counted(6)}}));
    for (const char* name : {"a", "b", "c"})
        EXPECT_EQ(read_weights(dir / name), contents);
    // A header of 640 bytes begins like a pickle, one of 67 MB like a zip.
    const std::string header = R"({"w":{"dtype":"U8","shape":[0],"data_offsets":[0,0]}})";
    const std::string padded = header + std::string(640 - header.size(), ' ');
    EXPECT_EQ(parse_weights(std::string("\x80\x02\0\0\0\0\0\0", 8) + padded, "w").tensors.size(),
              1U);
    EXPECT_FALSE(looks_like_pth(std::string("PK\x03\x04\0\0\0\0{", 9)));
    EXPECT_THROW(read_weights(dir / "none"), Error);
}

/// Writes the same tensors as .safetensors, without that library.
constexpr const char* kSaveBoth = R"(
import collections, json, struct, torch
def save_both(name, state, **options):
    torch.save(state, name + '.pth', **options)
    torch.save(state, name + '-legacy.pth', _use_new_zipfile_serialization=False, **options)
    header, data = {}, b''
    for key, tensor in state.items():
        types = {torch.float32: 'F32', torch.float64: 'F64', torch.float16: 'F16',
                 torch.bfloat16: 'BF16', torch.int64: 'I64', torch.int32: 'I32',
                 torch.int16: 'I16', torch.int8: 'I8', torch.uint8: 'U8', torch.bool: 'BOOL'}
        plain = tensor.detach().contiguous()
        if plain.dtype == torch.bfloat16:
            plain = plain.view(torch.int16)
        part = plain.numpy().tobytes()
        header[key] = {'dtype': types[tensor.dtype], 'shape': list(tensor.shape),
                       'data_offsets': [len(data), len(data) + len(part)]}
        data += part
    text = json.dumps(header).encode()
    open(name + '.safetensors', 'wb').write(struct.pack('<Q', len(text)) + text + data)
torch.manual_seed(5)
)";

void expect_the_same(const std::filesystem::path& pth, const std::filesystem::path& safetensors) {
    SCOPED_TRACE(pth);
    const Safetensors read = read_weights(pth);
    const Safetensors expected = read_weights(safetensors);
    ASSERT_EQ(read.tensors.size(), expected.tensors.size());
    ASSERT_FALSE(read.tensors.empty());
    for (const StoredTensor& tensor : expected.tensors) {
        ASSERT_NE(read.find(tensor.name), nullptr) << tensor.name;
        EXPECT_TRUE(*read.find(tensor.name) == tensor) << tensor.name;
    }
}

TEST(PthOfTorchvision, HoldsTheTensorsOfResNet18) {
    const std::string python = test::python_with("torchvision");
    if (python.empty())
        GTEST_SKIP() << "needs Debian's python3-torchvision";
    const test::TempDir dir;
    const std::string failure = test::run_python(
        python,
        std::string(kSaveBoth) +
            "import torchvision\nsave_both('resnet', torchvision.models.resnet18().state_dict())\n",
        dir.path());
    ASSERT_EQ(failure, "");
    for (const char* name : {"resnet.pth", "resnet-legacy.pth"}) {
        expect_the_same(dir / name, dir / "resnet.safetensors");
        const Safetensors read = read_weights(dir / name);
        EXPECT_EQ(read.tensors.size(), 122U);
        EXPECT_EQ(read.tensors.front().name, "conv1.weight");
        EXPECT_EQ(read.tensors.back().name, "fc.bias");
        EXPECT_THAT(read.find("fc.weight")->shape, ElementsAre(1000, 512));
    }
}

TEST(PthOfPyTorch, HoldsTensorsOfEveryTypeAndForm) {
    const std::string python = test::python_with("torch");
    if (python.empty())
        GTEST_SKIP() << "needs Debian's python3-torch";
    const test::TempDir dir;
    const std::string script = R"(
base = torch.randn(4, 5, 6)
state = collections.OrderedDict()
for dtype in [torch.float32, torch.float64, torch.float16, torch.bfloat16]:
    state[str(dtype)] = torch.randn(3, 4).to(dtype)
for dtype in [torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8, torch.bool]:
    state[str(dtype)] = torch.arange(7).to(dtype)
state['Näse'] = torch.tensor(4.5)
state['none'] = torch.zeros(0, 3)
state['transposed'] = base.transpose(0, 2)
state['part'] = base[1:3, ::2, 1:]
state['shared'] = base
state['expanded'] = torch.randn(3, 1).expand(3, 4)
state['channels last'] = torch.randn(2, 3, 4, 5).contiguous(memory_format=torch.channels_last)
state['parameter'] = torch.nn.Parameter(torch.randn(2, 2))
for protocol in [2, 3, 4, 5]:
    save_both('all' + str(protocol), state, pickle_protocol=protocol)
save_both('plain', {'a': torch.ones(2)})
)";
    ASSERT_EQ(test::run_python(python, kSaveBoth + script, dir.path()), "");
    for (const std::string name : {"all2", "all3", "all4", "all5", "plain"})
        for (const char* ending : {".pth", "-legacy.pth"})
            expect_the_same(dir / (name + ending), dir / (name + ".safetensors"));
}

TEST(PthOfPyTorch, OfWholeModelsAndCheckpointsIsToldApart) {
    const std::string python = test::python_with("torch");
    if (python.empty())
        GTEST_SKIP() << "needs Debian's python3-torch";
    const test::TempDir dir;
    const std::string script = R"(
model = torch.nn.DataParallel(torch.nn.Linear(2, 3))
optimiser = torch.optim.Adam(model.parameters())
model(torch.ones(1, 2)).sum().backward()
optimiser.step()
checkpoint = {'epoch': 3, 'best': 0.25, 'name': None, 'state_dict': model.state_dict(),
              'optimizer': optimiser.state_dict()}
torch.save(checkpoint, 'checkpoint.pth')
torch.save(model.module, 'whole.pth')
torch.save(model.module, 'whole-legacy.pth', _use_new_zipfile_serialization=False)
torch.jit.trace(model.module, torch.ones(1, 2)).save('script.pth')
)";
    ASSERT_EQ(test::run_python(python, kSaveBoth + script, dir.path()), "");
    const Safetensors read = read_weights(dir / "checkpoint.pth");
    ASSERT_EQ(read.tensors.size(), 2U);
    EXPECT_EQ(read.tensors[0].name, "weight");
    for (const char* name : {"whole.pth", "whole-legacy.pth"})
        EXPECT_THAT(pth_error(read_file(dir / name)), HasSubstr("torch.nn.modules.linear.Linear"));
    EXPECT_THAT(pth_error(read_file(dir / "script.pth")), HasSubstr("TorchScript"));
}

TEST(Pth, OneListMadeADictionaryManyTimesIsRefused) {
    // Memoised, and made a dictionary of its own by a few bytes each time.
    std::string pairs = "]q\x01(";
    for (int i = 0; i < 1000; ++i)
        pairs += pickled::tuple({pickled::integer(i), pickled::integer(i)});
    std::string many = "(" + pairs + "e";
    for (int i = 0; i < 5000; ++i)
        many += pickled::global("collections", "OrderedDict") + "h\x01\x85R";
    EXPECT_THAT(pth_error(test::zip_pth(pickled::whole(many + "t"), {counted(1)})),
                HasSubstr("more entries than a file of its size can hold"));
}

TEST(Pth, AnEntryThatIsRepeatedIsReadOnce) {
    const pickled::Tensor tensor{.numbers = 1, .shape = {1}, .strides = {1}};
    std::string state = pickled::global("collections", "OrderedDict") + ")R(";
    state += pickled::text("w") + "q\x01" + pickled::tensor(tensor) + "q\x02";
    for (int i = 0; i < 10; ++i)
        state += "h\x01h\x02";
    const Safetensors read =
        parse_pth(test::zip_pth(pickled::whole(state + "u"), {counted(1)}), "w");
    EXPECT_EQ(read.tensors.size(), 1U);
    const std::string long_name(5000, 'w');
    EXPECT_THAT(pth_error(test::zip_pth(state_of(tensor, long_name), {counted(1)})),
                HasSubstr("a name that is too long"));
}

}  // namespace
}  // namespace rudolph
