/**
 * The systems that come with the toolkit, by name.
 *
 * <p>Start reading at {@link io.quorate.systems.catalogue.Systems}.
 */
@NullMarked
package io.quorate.systems.catalogue;

import org.jspecify.annotations.NullMarked;
