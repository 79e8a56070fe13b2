/** Tests of bringing up, taking down and the ways a run ends. */
@NullMarked
package io.quorate.runner.conduct;

import org.jspecify.annotations.NullMarked;
