# Writes a C++ source that holds FILES (names joined by |, relative to FOLDER): JSON as its text, models by
# names that the assembler gives to their bytes in MODELS. Without MODELS everything is arrays of bytes,
# as some compilers take no long texts.
string(REPLACE "|" ";" names "${FILES}")
set(entries "")
set(count 0)
set(assembly "")
set(bytes "")
foreach(name IN LISTS names)
  set(symbol "rudolph_resource_${count}")
  if(NOT MODELS)
    file(READ ${FOLDER}/${name} hexadecimal HEX)
    string(REGEX REPLACE "(..)" "'\\\\x\\1'," array "${hexadecimal}")
    string(APPEND bytes "alignas(64) const char ${symbol}[] = {${array}0};\n")
    string(APPEND entries "    {\"${name}\", {${symbol}, sizeof(${symbol}) - 1}},\n")
  elseif(name MATCHES "\\.safetensors$")
    string(APPEND assembly "    .balign 64\n    .global ${symbol}\n${symbol}:\n"
                           "    .incbin \"${FOLDER}/${name}\"\n"
                           "    .global ${symbol}_end\n${symbol}_end:\n    .byte 0\n")
    string(APPEND bytes "extern \"C\" const char ${symbol}[];\n"
                        "extern \"C\" const char ${symbol}_end[];\n")
    string(APPEND entries "    {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
  else()
    file(READ ${FOLDER}/${name} text)
    string(APPEND entries "    {\"${name}\", R\"~json~(${text})~json~\"},\n")
  endif()
  math(EXPR count "${count} + 1")
endforeach()
if(MODELS)
  file(WRITE ${MODELS} "    .section .rodata\n${assembly}    .section .note.GNU-stack,\"\",%progbits\n")
endif()
file(WRITE ${OUTPUT}
"#include <cstddef>
#include <string_view>

${bytes}
namespace rudolph {
struct EmbeddedResource {
    std::string_view name;
    std::string_view text;
};
extern const EmbeddedResource kEmbeddedResources[];
extern const unsigned long kEmbeddedResourceCount;
const EmbeddedResource kEmbeddedResources[] = {
${entries}};
const unsigned long kEmbeddedResourceCount = ${count};
}  // namespace rudolph
")
