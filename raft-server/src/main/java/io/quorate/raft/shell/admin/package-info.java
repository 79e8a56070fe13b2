/**
 * The admin port: what a running server tells of itself over HTTP, to people and to a monitoring
 * system. It only reads; it must never know how a request of a client is served.
 *
 * <p>Start reading at {@link io.quorate.raft.shell.admin.AdminPort}.
 */
@NullMarked
package io.quorate.raft.shell.admin;

import org.jspecify.annotations.NullMarked;
