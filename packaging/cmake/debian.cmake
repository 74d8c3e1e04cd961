# Debian's packages, one of each component: packaging/make_packages.sh calls cpack with this.
set(RUDOLPH_PACKAGE_CONTACT "Rudolph maintainers <maintainers@rudolph.example>" CACHE STRING
    "Whom the Debian packages name as their maintainer")

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME rudolph)
# CPack's own summary, which it leaves out: the descriptions below begin with theirs.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "${CMAKE_PROJECT_NAME} built using CMake")
set(CPACK_PACKAGE_CONTACT "${RUDOLPH_PACKAGE_CONTACT}")
set(CPACK_COMPONENTS_ALL runtime development)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_COMPRESSION_TYPE xz)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# What the studio needs of the command line's package is not installed where the packages are made.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_LIBRARY_OUTPUT_DIRECTORY})
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY "=")

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME rudolph)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION science)
# LibTorch takes any BLAS, and works with the reference one, 20 to 40 times slower.
set(CPACK_DEBIAN_RUNTIME_PACKAGE_RECOMMENDS libopenblas0-openmp)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SUGGESTS rudolph-studio)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"facial keypoints: command line and library
Opens annotated faces of IMM, iBUG, dlib, CSV, COCO, YOLO and other sets, says
what is wrong with them and converts them; trains networks that find their
points, measures and exports them, and finds the points in photographs and
videos.")
# Each library's cache is brought up to date by Debian, when all packages are unpacked.
file(WRITE ${PROJECT_BINARY_DIR}/debian/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_RUNTIME_PACKAGE_CONTROL_EXTRA ${PROJECT_BINARY_DIR}/debian/triggers)

set(CPACK_DEBIAN_STUDIO_PACKAGE_NAME rudolph-studio)
set(CPACK_DEBIAN_STUDIO_PACKAGE_SECTION science)
set(CPACK_DEBIAN_STUDIO_PACKAGE_DEPENDS "rudolph (= ${PROJECT_VERSION})")
# Qt's own texts in other languages, and a font where the system has none.
set(CPACK_DEBIAN_STUDIO_PACKAGE_RECOMMENDS "qt6-translations-l10n, fonts-dejavu-core, qt6-wayland")
set(CPACK_COMPONENT_STUDIO_DESCRIPTION
"facial keypoints: studio
Shows annotated faces and annotates more, trains networks while their loss is
drawn, compares trainings, shows what they get wrong, and finds the points on
one's own photographs, videos and the camera.")
if(TARGET rudolph-studio)
  list(APPEND CPACK_COMPONENTS_ALL studio)
endif()

set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_NAME librudolph-dev)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEVELOPMENT_PACKAGE_DEPENDS
    "rudolph (= ${PROJECT_VERSION}), libopencv-dev, nlohmann-json3-dev")
set(CPACK_COMPONENT_DEVELOPMENT_DESCRIPTION
"facial keypoints: headers of the library
What programs in C++ need that use Rudolph's library: its headers, and what
CMake's find_package(Rudolph) reads.")

# The papers that Debian wants beside each package.
set(papers ${PROJECT_BINARY_DIR}/debian)
execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} log -1 --format=%cD OUTPUT_VARIABLE RUDOLPH_DATE_LONG
                OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
if(NOT RUDOLPH_DATE_LONG)
  string(TIMESTAMP RUDOLPH_DATE_LONG "%a, %d %b %Y %H:%M:%S +0000" UTC)
endif()
find_program(GZIP gzip)
if(GZIP)
  configure_file(packaging/debian/changelog.in ${papers}/changelog @ONLY)
  configure_file(CHANGELOG.md ${papers}/CHANGELOG.md COPYONLY)
  execute_process(COMMAND ${GZIP} -9nf changelog CHANGELOG.md WORKING_DIRECTORY ${papers})
  foreach(component ${CPACK_COMPONENTS_ALL})
    string(TOUPPER ${component} name)
    set(name ${CPACK_DEBIAN_${name}_PACKAGE_NAME})
    install(FILES packaging/debian/copyright ${papers}/changelog.gz ${papers}/CHANGELOG.md.gz
            DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component})
    if(EXISTS ${PROJECT_SOURCE_DIR}/packaging/debian/${name}.lintian-overrides)
      install(FILES packaging/debian/${name}.lintian-overrides RENAME ${name}
              DESTINATION ${CMAKE_INSTALL_DATADIR}/lintian/overrides COMPONENT ${component})
    endif()
  endforeach()
endif()
include(CPack)
