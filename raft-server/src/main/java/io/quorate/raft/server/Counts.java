package io.quorate.raft.server;

/**
 * What a server was asked since it started, for monitoring.
 *
 * @param proposals writes, compare-and-sets and the like that were taken
 * @param reads reads that were taken
 * @param refused requests refused for load, size or form
 * @param open requests taken and not answered yet
 * @param logBytes length of its log
 */
public record Counts(long proposals, long reads, long refused, long open, long logBytes) {}
