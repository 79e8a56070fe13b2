package io.quorate.raft.server;

import io.quorate.raft.Configuration;
import io.quorate.raft.LogEntry;
import io.quorate.raft.Role;
import io.quorate.raft.rules.LogPosition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an observer inside the process may see of a running server. Used by simulations to check the
 * laws of Raft after each step.
 *
 * @param boot how often it had started before
 * @param votedFor its vote in this term, or null
 * @param durable last index of its log that is durable
 * @param configuration the one in force
 * @param before what comes before the first entry of its log; a snapshot stands for all up to it
 * @param log its log from there on; a view, to be read before the next step
 */
public record Sight(
    String node,
    long boot,
    Role role,
    long term,
    @Nullable String votedFor,
    long commit,
    long applied,
    long durable,
    Configuration configuration,
    LogPosition before,
    List<LogEntry> log) {}
