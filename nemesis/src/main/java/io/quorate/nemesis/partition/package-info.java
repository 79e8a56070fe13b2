/**
 * The geometry of partitions: which directed links a shape cuts, and which sides a cut leaves.
 *
 * <p>Pure functions over names of places. The clients beside node {@code nK} are the group {@code
 * cK}. This package must never know a role, a schedule or a world.
 *
 * <p>Start reading at {@link io.quorate.nemesis.partition.Grudges}, then {@link
 * io.quorate.nemesis.partition.Sides}.
 */
@NullMarked
package io.quorate.nemesis.partition;

import org.jspecify.annotations.NullMarked;
