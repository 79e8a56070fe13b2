/** Histories in Clojure's notation: read as they say, refused with their place, never a crash. */
@NullMarked
package io.quorate.jepsen.edn;

import org.jspecify.annotations.NullMarked;
