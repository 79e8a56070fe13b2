/**
 * Generators that say which workers do what: some for this and the rest for that, groups at keys of
 * their own, fair turns.
 *
 * <p>This package must never know what an operation means. Start reading at {@link
 * io.quorate.workload.sharing.Sharing}.
 */
@NullMarked
package io.quorate.workload.sharing;

import org.jspecify.annotations.NullMarked;
