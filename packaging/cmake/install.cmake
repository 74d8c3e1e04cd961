# What `cmake --install` puts beside the programs, in three components: runtime (the command line and its
# libraries, no Qt), studio, development (headers, and what find_package(Rudolph) reads).
include(CMakePackageConfigHelpers)

# The headers of the engine's insides and of what reads XML show others' types: nobody else's business.
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/rudolph
        COMPONENT development FILES_MATCHING PATTERN "*.h"
        REGEX "/(torch|dnn|videoio|curl|dlib_hog)_[^/]*$" EXCLUDE
        PATTERN "onnx_graph.h" EXCLUDE
        PATTERN "dlib_xml_image.h" EXCLUDE)
set(config_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Rudolph)
install(EXPORT RudolphTargets NAMESPACE Rudolph:: DESTINATION ${config_folder} COMPONENT development)
configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/RudolphConfig.cmake.in
                              ${PROJECT_BINARY_DIR}/RudolphConfig.cmake INSTALL_DESTINATION ${config_folder})
# Before version 1 any minor version may change a header.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/RudolphConfigVersion.cmake
                                 COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/RudolphConfig.cmake ${PROJECT_BINARY_DIR}/RudolphConfigVersion.cmake
        DESTINATION ${config_folder} COMPONENT development)

# The programs print their manual pages and what shells complete, so that these are true of them. A home
# folder that nobody has stands for everybody's.
find_program(GZIP gzip)
function(install_completion program component)
  set(folder ${PROJECT_BINARY_DIR}/completion)
  set(ask ${CMAKE_COMMAND} -E env --unset=XDG_DATA_HOME HOME=~ LC_ALL=C.UTF-8 $<TARGET_FILE:${program}> ${ARGN})
  add_custom_command(
    OUTPUT ${folder}/${program}.1 ${folder}/${program} ${folder}/_${program}
    COMMAND ${ask} man > ${folder}/${program}.1
    COMMAND ${ask} bash > ${folder}/${program}
    COMMAND ${ask} zsh > ${folder}/_${program}
    COMMAND ${GZIP} -9nkf ${folder}/${program}.1
    DEPENDS ${program} VERBATIM)
  add_custom_target(${program}-completion ALL DEPENDS ${folder}/${program}.1)
  install(FILES ${folder}/${program}.1.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man1 COMPONENT ${component})
  install(FILES ${folder}/${program} COMPONENT ${component}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
  install(FILES ${folder}/_${program} COMPONENT ${component}
          DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/vendor-completions)
endfunction()
if(UNIX AND GZIP)
  file(MAKE_DIRECTORY ${PROJECT_BINARY_DIR}/completion)
  install_completion(rudolph runtime completion)
  if(TARGET rudolph-studio)
    install_completion(rudolph-studio studio --completion)
  endif()
endif()

if(TARGET rudolph-studio AND UNIX AND NOT APPLE)
  # The day of the release is that of the source.
  execute_process(COMMAND git -C ${PROJECT_SOURCE_DIR} log -1 --format=%cs OUTPUT_VARIABLE RUDOLPH_DATE
                  OUTPUT_STRIP_TRAILING_WHITESPACE ERROR_QUIET)
  if(NOT RUDOLPH_DATE)
    string(TIMESTAMP RUDOLPH_DATE "%Y-%m-%d" UTC)
  endif()
  set(linux ${PROJECT_SOURCE_DIR}/packaging/linux)
  set(share ${CMAKE_INSTALL_DATADIR})
  configure_file(${linux}/rudolph-studio.metainfo.xml.in
                 ${PROJECT_BINARY_DIR}/org.rudolph.studio.metainfo.xml @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/org.rudolph.studio.metainfo.xml DESTINATION ${share}/metainfo
          COMPONENT studio)
  install(FILES ${linux}/rudolph-studio.desktop DESTINATION ${share}/applications COMPONENT studio)
  install(FILES ${linux}/rudolph.xml DESTINATION ${share}/mime/packages COMPONENT studio)
  install(FILES ${PROJECT_SOURCE_DIR}/resources/icons/mark.svg RENAME rudolph-studio.svg
          DESTINATION ${share}/icons/hicolor/scalable/apps COMPONENT studio)
  install(FILES ${linux}/rudolph-project.svg RENAME application-x-rudolph-project.svg
          DESTINATION ${share}/icons/hicolor/scalable/mimetypes COMPONENT studio)
endif()
