/**
 * YAML read strictly: every key known, every value of its kind and within its bounds, else one
 * sentence with the place, the nearest known word and the remedy.
 *
 * <p>Knows nothing of schedules: whatever people write for the toolkit is read with it. No type is
 * ever constructed from a tag. This package must never know a file. Start reading at {@link
 * io.quorate.nemesis.yaml.Item}.
 */
@NullMarked
package io.quorate.nemesis.yaml;

import org.jspecify.annotations.NullMarked;
