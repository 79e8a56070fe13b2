/** Tests of the laws over traces: small clusters told line by line. */
@org.jspecify.annotations.NullMarked
package io.quorate.checker.laws;
