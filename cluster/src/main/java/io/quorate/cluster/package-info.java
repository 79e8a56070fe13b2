/**
 * Hosts as the toolkit sees them: commands run on them, files sent to them, links between them.
 *
 * <p>This package is the vocabulary; its children do the work: {@code ssh} reaches a host, {@code
 * local} makes hosts out of directories, {@code hosts} takes them from a file, {@code proxy}
 * carries and cuts links, {@code process} runs daemons, {@code fault} breaks and proves, {@code
 * ledger} remembers what must be undone. This package must never know a particular system under
 * test, a protocol, or how a history is judged.
 *
 * <p>Start reading at {@link io.quorate.cluster.Remote} and {@link io.quorate.cluster.World}.
 */
@NullMarked
package io.quorate.cluster;

import org.jspecify.annotations.NullMarked;
