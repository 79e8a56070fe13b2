/**
 * Reaches a host over SSH by JSch: commands, files by SFTP, tunnels. The only place that knows
 * JSch.
 *
 * <p>It must never know whether the host is a virtual machine or a directory with a server of our
 * own before it.
 *
 * <p>Start reading at {@link io.quorate.cluster.ssh.SshRemote}.
 */
@NullMarked
package io.quorate.cluster.ssh;

import org.jspecify.annotations.NullMarked;
