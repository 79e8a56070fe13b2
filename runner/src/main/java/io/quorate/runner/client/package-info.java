/**
 * Executes client sessions in real time: moves their bytes, keeps their timers.
 *
 * <p>One virtual thread a worker owns its session, so that a session needs no lock; each connection
 * has one thread that reads and one that writes, so that a link cut by the nemesis stalls nobody
 * else. This package must never know what the bytes mean, nor judge an answer.
 *
 * <p>Start reading at {@link io.quorate.runner.client.ClientPool}.
 */
@NullMarked
package io.quorate.runner.client;

import org.jspecify.annotations.NullMarked;
