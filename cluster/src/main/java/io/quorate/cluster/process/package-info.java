/**
 * Processes on hosts: started as daemons, signalled, looked at; a process is its pid and its start
 * time, so that a pid used again by another process is never touched.
 *
 * <p>Works over any host with {@code sh}, {@code kill} and either {@code /proc} or {@code ps}. It
 * must never know what the processes do.
 *
 * <p>Start reading at {@link io.quorate.cluster.process.Daemon}, then {@code Processes}.
 */
@NullMarked
package io.quorate.cluster.process;

import org.jspecify.annotations.NullMarked;
