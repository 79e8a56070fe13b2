/**
 * Two campaigns on the same seeds side by side: what the second found more and less than the first.
 *
 * <p>It must never know how a trial is played. Start reading at {@link
 * io.quorate.results.campaign.versus.Difference}.
 */
@NullMarked
package io.quorate.results.campaign.versus;

import org.jspecify.annotations.NullMarked;
