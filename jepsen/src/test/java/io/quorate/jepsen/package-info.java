/** Clojure's own tests of the face it sees, and the conversion of its data. */
@NullMarked
package io.quorate.jepsen;

import org.jspecify.annotations.NullMarked;
