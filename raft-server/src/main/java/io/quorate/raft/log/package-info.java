/**
 * The write-ahead log: what a server must never forget, in one append-only file over the port Disk.
 *
 * <p>Nothing in it is ever rewritten: a term, a vote, an entry and even the cut of a conflicting
 * suffix is a record appended. Its form is told in docs/raft-log.md. It must never know the core.
 *
 * <p>Start reading at {@link io.quorate.raft.log.WriteAheadLog}.
 */
@NullMarked
package io.quorate.raft.log;

import org.jspecify.annotations.NullMarked;
