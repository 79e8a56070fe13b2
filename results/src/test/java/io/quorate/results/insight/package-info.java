/** What stands behind a verdict, in words and as a rule. */
@NullMarked
package io.quorate.results.insight;

import org.jspecify.annotations.NullMarked;
