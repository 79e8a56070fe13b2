/** Tests through the door. */
@NullMarked
package io.quorate.checker.judge;

import org.jspecify.annotations.NullMarked;
