package io.quorate.checker.laws;

/**
 * A law that the traces show broken.
 *
 * @param law which
 * @param sentence what was seen, for people
 * @param node in whose trace it was seen
 * @param boot which boot of it
 * @param sequence which line of that boot: its {@code seq}
 */
public record BrokenLaw(Law law, String sentence, String node, long boot, long sequence) {}
