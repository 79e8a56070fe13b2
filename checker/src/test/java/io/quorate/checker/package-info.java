/** Laws of the checker, and what they need: histories as text or at random, and brute force. */
@NullMarked
package io.quorate.checker;

import org.jspecify.annotations.NullMarked;
