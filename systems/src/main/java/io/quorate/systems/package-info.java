/**
 * Systems under test as the toolkit sees them: how to install, start, observe and probe one, and
 * how a client speaks to it.
 *
 * <p>Must never know a trial, a checker or a report, nor the inside of any system.
 *
 * <p>Start reading at {@link io.quorate.systems.SystemUnderTest}; {@code raft} is the one that
 * comes with the toolkit, {@code catalogue} finds systems by name.
 */
@NullMarked
package io.quorate.systems;

import org.jspecify.annotations.NullMarked;
