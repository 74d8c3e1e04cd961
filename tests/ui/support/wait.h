#pragma once

#include <QTest>

namespace rudolph::test {

/// So long a test waits at most for what is to come, also on a machine with much else to do.
inline constexpr int kWaitMs = 60000;

/// Lets events come until the condition holds. Whether it did in time.
template <class Condition>
bool waitFor(Condition condition) {
    return QTest::qWaitFor(condition, kWaitMs);
}

}  // namespace rudolph::test
