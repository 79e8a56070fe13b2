/** Tests of the loop in real time, on fakes of the world. */
@NullMarked
package io.quorate.runner.live;

import org.jspecify.annotations.NullMarked;
