/**
 * The workloads that come with the toolkit, by name.
 *
 * <p>This package must never know a system or a fault. Start reading at {@link
 * io.quorate.workload.library.Workloads}; to add a workload, see there.
 */
@NullMarked
package io.quorate.workload.library;

import org.jspecify.annotations.NullMarked;
