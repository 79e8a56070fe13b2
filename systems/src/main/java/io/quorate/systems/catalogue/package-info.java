/**
 * The systems that come with the toolkit, by name.
 *
 * <p>Must never know how a system is deployed or spoken to, only who does.
 *
 * <p>Start reading at {@link io.quorate.systems.catalogue.Systems}.
 */
@NullMarked
package io.quorate.systems.catalogue;

import org.jspecify.annotations.NullMarked;
