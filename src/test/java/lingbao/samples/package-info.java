/**
 * The invented district: what its institutions really sent (the truth), the files that say so with all their oddities,
 * and the figures computed from the truth alone. Nothing here knows a production class, so that two ways of knowing can
 * be held against one another. Start at {@link lingbao.samples.SampleDays} for the demo's three days and at
 * {@link lingbao.samples.RandomDays} for days without end.
 */
@NullMarked
package lingbao.samples;

import org.jspecify.annotations.NullMarked;
