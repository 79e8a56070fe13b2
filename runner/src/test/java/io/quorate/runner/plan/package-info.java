/** Tests of the plan of a run: read, written, refused. */
@NullMarked
package io.quorate.runner.plan;

import org.jspecify.annotations.NullMarked;
