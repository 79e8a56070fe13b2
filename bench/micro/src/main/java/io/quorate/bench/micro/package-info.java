/**
 * What the parts of the register server cost by themselves, under JMH: no socket, no disk. It knows
 * them by their public faces only.
 *
 * <p>Start reading at {@link io.quorate.bench.micro.CoreBenchmark}.
 */
@NullMarked
package io.quorate.bench.micro;

import org.jspecify.annotations.NullMarked;
