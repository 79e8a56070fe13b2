/** Tests of what a server process is told and how it says what it does. */
@NullMarked
package io.quorate.raft.shell;

import org.jspecify.annotations.NullMarked;
