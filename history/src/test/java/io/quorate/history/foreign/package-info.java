/** Foreign forms: read as they say, refused with their place, and never a crash. */
@NullMarked
package io.quorate.history.foreign;

import org.jspecify.annotations.NullMarked;
