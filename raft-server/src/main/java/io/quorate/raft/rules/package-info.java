/**
 * The decisions of the Raft paper, each in a small named family, to be read beside the paper.
 *
 * <p>A method's body is the correct rule; a seeded bug replaces single methods. Rules are pure:
 * what they decide on is handed to them. They must never know the core that asks them.
 *
 * <p>Start reading at {@link io.quorate.raft.rules.Rules}.
 */
@NullMarked
package io.quorate.raft.rules;

import org.jspecify.annotations.NullMarked;
