/** The depth-first search by itself: how far it came, and what memory it takes. */
@NullMarked
package io.quorate.checker.search;

import org.jspecify.annotations.NullMarked;
