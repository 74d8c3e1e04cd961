# Writes a C++ source that holds FILES (names joined by |, relative to FOLDER): JSON as its text,
# models by names that the assembler gives to their bytes in MODELS.
string(REPLACE "|" ";" names "${FILES}")
set(entries "")
set(count 0)
set(models "")
set(bytes "")
foreach(name IN LISTS names)
  if(name MATCHES "\\.safetensors$")
    set(symbol "rudolph_model_${count}")
    string(APPEND bytes "    .balign 64\n    .global ${symbol}\n${symbol}:\n"
                        "    .incbin \"${FOLDER}/${name}\"\n"
                        "    .global ${symbol}_end\n${symbol}_end:\n    .byte 0\n")
    string(APPEND models "extern \"C\" const char ${symbol}[];\n"
                         "extern \"C\" const char ${symbol}_end[];\n")
    string(APPEND entries "    {\"${name}\", {${symbol}, static_cast<std::size_t>(${symbol}_end - ${symbol})}},\n")
    math(EXPR count "${count} + 1")
    continue()
  endif()
  file(READ ${FOLDER}/${name} text)
  string(APPEND entries "    {\"${name}\", R\"~json~(${text})~json~\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${MODELS} "    .section .rodata\n${bytes}    .section .note.GNU-stack,\"\",%progbits\n")
file(WRITE ${OUTPUT}
"#include <cstddef>
#include <string_view>

${models}
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
