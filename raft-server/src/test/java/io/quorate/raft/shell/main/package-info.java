/** Tests of the main room of the shell. */
@NullMarked
package io.quorate.raft.shell.main;

import org.jspecify.annotations.NullMarked;
