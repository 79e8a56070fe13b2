/**
 * Loads that show what the register server costs, beside etcd and SOFAJRaft, on one machine in one
 * run. It knows servers only as processes and by their client protocols.
 *
 * <p>Start reading at {@link io.quorate.bench.raft.RaftVsEtcd}.
 */
@NullMarked
package io.quorate.bench.raft;

import org.jspecify.annotations.NullMarked;
