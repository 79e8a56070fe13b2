/** Zones against brute force, and why each of their conditions is there. */
@NullMarked
package io.quorate.checker.zones;

import org.jspecify.annotations.NullMarked;
