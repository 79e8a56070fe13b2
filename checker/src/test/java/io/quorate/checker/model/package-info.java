/** The models beside slow twins of theirs, written in other words. */
@NullMarked
package io.quorate.checker.model;

import org.jspecify.annotations.NullMarked;
