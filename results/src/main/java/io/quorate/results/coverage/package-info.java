/**
 * Which cuts a run had, up to the names of followers: how many nodes were on the leader's side, in
 * which direction nothing arrived, and how many of these landed.
 *
 * <p>It must never know the schedule that asked for them. Start reading at {@link
 * io.quorate.results.coverage.CutShape}, then {@link io.quorate.results.coverage.CutWalk}.
 */
@NullMarked
package io.quorate.results.coverage;

import org.jspecify.annotations.NullMarked;
