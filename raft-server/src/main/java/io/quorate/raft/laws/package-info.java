/**
 * The laws of Raft over a whole cluster, apart from the algorithm that keeps them.
 *
 * <p>Looks at servers from outside, after each of their steps; knows nothing of how they work.
 *
 * <p>Start reading at {@link io.quorate.raft.laws.ClusterLaws}.
 */
@NullMarked
package io.quorate.raft.laws;

import org.jspecify.annotations.NullMarked;
