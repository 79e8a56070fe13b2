/**
 * Histories in the notation of Clojure: Jepsen's {@code history.edn}, and Knossos' data files.
 *
 * <p>They are read operation by operation through Clojure's EdnReader, which builds data and runs
 * nothing; tags are kept as data. Every limit has a name and is kept while the characters come in.
 * This package must never know a model, and never use LispReader.
 *
 * <p>Start reading at {@link io.quorate.jepsen.edn.EdnHistory} and {@link
 * io.quorate.jepsen.edn.EdnWriter}.
 */
@NullMarked
package io.quorate.jepsen.edn;

import org.jspecify.annotations.NullMarked;
