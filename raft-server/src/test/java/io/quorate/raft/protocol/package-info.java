/** The laws of the wire: round trip, golden bytes, strictness under mutation. */
@NullMarked
package io.quorate.raft.protocol;

import org.jspecify.annotations.NullMarked;
