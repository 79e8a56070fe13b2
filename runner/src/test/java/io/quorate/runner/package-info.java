/** What tests of several rooms of the runner share: a system that is right, at loopback. */
@NullMarked
package io.quorate.runner;

import org.jspecify.annotations.NullMarked;
