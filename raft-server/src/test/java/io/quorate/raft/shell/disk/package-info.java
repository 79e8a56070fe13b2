/** Tests of the disk room of the shell. */
@NullMarked
package io.quorate.raft.shell.disk;

import org.jspecify.annotations.NullMarked;
