/**
 * What a run came to: the words in which a verdict, its reasons and its doubts are said.
 *
 * <p>These types are the vocabulary; the packages below them take measures, weigh the evidence,
 * draw, write and keep. This package must never know a host, a client or a nemesis: the history and
 * the checker's analysis are all that is judged, so that a file read back years later is judged as
 * the live run was.
 *
 * <p>Start reading at {@link io.quorate.results.Outcome}, then {@link io.quorate.results.Finding}.
 */
@NullMarked
package io.quorate.results;

import org.jspecify.annotations.NullMarked;
