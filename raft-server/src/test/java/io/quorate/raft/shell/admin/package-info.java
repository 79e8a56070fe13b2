@NullMarked
package io.quorate.raft.shell.admin;

import org.jspecify.annotations.NullMarked;
