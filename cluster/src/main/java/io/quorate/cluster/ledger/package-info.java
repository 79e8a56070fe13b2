/**
 * The ledger of a run: whatever must be undone stands in it, on disk, before it is done.
 *
 * <p>It must never know how anything is undone, only that it is not yet; and it never holds a
 * secret, only paths to them.
 *
 * <p>Start reading at {@link io.quorate.cluster.ledger.Ledger}.
 */
@NullMarked
package io.quorate.cluster.ledger;

import org.jspecify.annotations.NullMarked;
