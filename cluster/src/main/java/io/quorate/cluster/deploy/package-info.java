/**
 * A system under test put onto a world: installed, started, stopped, its logs fetched.
 *
 * <p>This package must never know which system it is; a system says what it needs as a {@link
 * io.quorate.cluster.deploy.Database}.
 *
 * <p>Start reading at {@link io.quorate.cluster.deploy.Deployment}.
 */
@NullMarked
package io.quorate.cluster.deploy;

import org.jspecify.annotations.NullMarked;
