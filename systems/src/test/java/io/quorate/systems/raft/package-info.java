/** Tests of the Raft server as a system under test. */
@NullMarked
package io.quorate.systems.raft;

import org.jspecify.annotations.NullMarked;
