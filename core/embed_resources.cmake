# Writes a C++ source that holds the text of FILES (names joined by |, relative to FOLDER).
string(REPLACE "|" ";" names "${FILES}")
set(entries "")
set(count 0)
foreach(name IN LISTS names)
  file(READ ${FOLDER}/${name} text)
  string(APPEND entries "    {\"${name}\", R\"~json~(${text})~json~\"},\n")
  math(EXPR count "${count} + 1")
endforeach()
file(WRITE ${OUTPUT}
"#include <string_view>

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
