/**
 * The checker's vocabulary: models of objects, what is asked about a history, what is answered.
 *
 * <p>A history of one object is linearizable when every operation can be given one moment inside
 * its interval such that the object, fed in the order of those moments, answers as recorded
 * (Herlihy and Wing, 1990). Objects (keys) are independent: a history is linearizable when each of
 * its subhistories is, so everything here works key by key.
 *
 * <p>This package and its children must never know who made the history, and hold no clock, no
 * thread, no file. Start reading at {@link io.quorate.checker.Model}, then {@link
 * io.quorate.checker.Verdict}; the door is {@code io.quorate.checker.judge.Checker}.
 */
@NullMarked
package io.quorate.checker;

import org.jspecify.annotations.NullMarked;
