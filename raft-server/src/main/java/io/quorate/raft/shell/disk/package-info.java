/**
 * Files: the server's disk over one directory, the lock on it, its trace.
 *
 * <p>Must never know what the bytes mean.
 *
 * <p>Start reading at {@link io.quorate.raft.shell.disk.DirectoryDisk}.
 */
@NullMarked
package io.quorate.raft.shell.disk;

import org.jspecify.annotations.NullMarked;
