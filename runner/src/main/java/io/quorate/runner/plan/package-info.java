/**
 * The plan of a run: what a user may set, with its defaults, read from YAML and written back as
 * resolved.
 *
 * <p>This package must never know a host, a thread or a checker.
 *
 * <p>Start reading at {@link io.quorate.runner.plan.Plan}.
 */
@NullMarked
package io.quorate.runner.plan;

import org.jspecify.annotations.NullMarked;
