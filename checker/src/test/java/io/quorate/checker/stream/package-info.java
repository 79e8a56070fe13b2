/** The check that reads along, against brute force and against the full check. */
@NullMarked
package io.quorate.checker.stream;

import org.jspecify.annotations.NullMarked;
