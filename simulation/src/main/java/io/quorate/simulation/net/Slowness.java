package io.quorate.simulation.net;

/** How much later everything on a wire arrives. */
record Slowness(long delayNanos, long jitterNanos) {}
