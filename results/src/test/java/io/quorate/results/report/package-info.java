/** Tests of {@code io.quorate.results.report}. */
@NullMarked
package io.quorate.results.report;

import org.jspecify.annotations.NullMarked;
