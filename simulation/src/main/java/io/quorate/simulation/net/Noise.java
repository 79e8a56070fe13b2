package io.quorate.simulation.net;

/**
 * What a bad network does to single messages.
 *
 * @param lostPerMille how many are lost
 * @param doubledPerMille how many arrive twice
 * @param latePerMille how many arrive later, overtaken by others
 * @param lateNanos how much later at most
 */
public record Noise(int lostPerMille, int doubledPerMille, int latePerMille, long lateNanos) {}
