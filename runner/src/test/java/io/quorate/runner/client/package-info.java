/** Tests of client sessions moved over real loopback sockets. */
@NullMarked
package io.quorate.runner.client;

import org.jspecify.annotations.NullMarked;
