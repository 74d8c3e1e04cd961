#pragma once

#include <utility>

#include "core/base/cancel_token.h"

namespace rudolph {

/// While it lives, what parses files on this thread, far below whoever has the token, looks at it
/// (throw_if_scope_cancelled), so that cancelling ends the reading of one large file. For jobs that
/// only read: what tidies up after a cancel must not be stopped by it. Scopes may nest, the
/// innermost counts; threads that are started within one are not in it.
class CancelScope {
public:
    explicit CancelScope(CancelToken token)
        : token_(std::move(token)), before_(std::exchange(innermost_, this)) {}
    ~CancelScope() { innermost_ = before_; }
    CancelScope(const CancelScope&) = delete;
    CancelScope& operator=(const CancelScope&) = delete;

    /// That of this thread; null outside of all.
    static const CancelScope* innermost() { return innermost_; }
    const CancelToken& token() const { return token_; }

private:
    static inline thread_local const CancelScope* innermost_ = nullptr;

    CancelToken token_;
    const CancelScope* before_;
};

/// Throws Cancelled where this thread is in a scope whose token is cancelled. Cheap enough for each
/// value of a file.
inline void throw_if_scope_cancelled() {
    if (const CancelScope* scope = CancelScope::innermost())
        scope->token().throw_if_cancelled();
}

}  // namespace rudolph
