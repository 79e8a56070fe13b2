package io.quorate.simulation.net;

/**
 * What a bad network does to single messages.
 *
 * @param lostPerMille how many are lost
 * @param doubledPerMille how many arrive twice
 * @param lateNanos how much later some arrive, overtaken by others
 */
public record Noise(int lostPerMille, int doubledPerMille, long lateNanos) {}
