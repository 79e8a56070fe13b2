/**
 * Scripted clusters: a command, then the whole cluster's reaction, as text to be read.
 *
 * <p>Start reading at the scripts themselves, src/test/resources/scripts.
 */
@NullMarked
package io.quorate.raft.script;

import org.jspecify.annotations.NullMarked;
