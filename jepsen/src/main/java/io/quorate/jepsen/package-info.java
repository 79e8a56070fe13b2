/**
 * Operations as Jepsen and Knossos have them, Clojure maps of {@code :process}, {@code :type},
 * {@code :f} and {@code :value}, and the checker as the namespaces {@code quorate.model} and {@code
 * quorate.competition} offer it.
 *
 * <p>Nothing of a foreign history is ever evaluated. This package must never know a file.
 *
 * <p>Start reading at {@link io.quorate.jepsen.Op}, then {@link io.quorate.jepsen.OpsHistory}.
 */
@NullMarked
package io.quorate.jepsen;

import org.jspecify.annotations.NullMarked;
