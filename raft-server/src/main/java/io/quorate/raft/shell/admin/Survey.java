package io.quorate.raft.shell.admin;

import io.quorate.raft.Configuration;
import io.quorate.raft.protocol.ClientResponse.Status;
import io.quorate.raft.server.Counts;
import io.quorate.raft.shell.disk.SyncTimes;
import io.quorate.raft.shell.net.Refusal;
import java.util.Map;
import java.util.SortedMap;

/**
 * What one server is and did, at one moment.
 *
 * @param status its role, term and indices
 * @param serving whether it has recovered and takes requests
 * @param counts what it was asked since it started
 * @param syncs how long its disk took to make writes durable
 * @param refusals connections of others that were closed, by reason; absent for none
 * @param matches at a leader, for each peer the last index known to be durable there; else empty
 * @param configuration who takes part as far as it knows
 */
public record Survey(
    Status status,
    boolean serving,
    Counts counts,
    SyncTimes syncs,
    Map<Refusal, Long> refusals,
    SortedMap<String, Long> matches,
    Configuration configuration) {}
