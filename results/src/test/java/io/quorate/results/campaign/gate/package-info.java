/** Tests of the package of the same name. */
@NullMarked
package io.quorate.results.campaign.gate;

import org.jspecify.annotations.NullMarked;
