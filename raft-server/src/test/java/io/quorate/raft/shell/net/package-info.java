/** Tests of the net room of the shell. */
@NullMarked
package io.quorate.raft.shell.net;

import org.jspecify.annotations.NullMarked;
