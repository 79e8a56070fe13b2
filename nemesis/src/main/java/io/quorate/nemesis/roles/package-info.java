/**
 * From roles to names: who is the leader, and which fault a schedule's words mean just now.
 *
 * <p>Pure; draws come from a stream that is handed in. This package must never know a world.
 *
 * <p>Start reading at {@link io.quorate.nemesis.roles.Resolver}.
 */
@NullMarked
package io.quorate.nemesis.roles;

import org.jspecify.annotations.NullMarked;
