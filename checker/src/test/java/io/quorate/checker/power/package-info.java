/** Damage against registers that are really broken, and its counts against brute force. */
@NullMarked
package io.quorate.checker.power;

import org.jspecify.annotations.NullMarked;
