/** Tests of finding systems by name. */
@NullMarked
package io.quorate.systems.catalogue;

import org.jspecify.annotations.NullMarked;
