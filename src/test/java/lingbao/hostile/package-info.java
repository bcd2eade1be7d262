/** Files made to harm whoever opens them: builders with seeds, what their answers cost, and the campaign over all of them. */
@NullMarked
package lingbao.hostile;

import org.jspecify.annotations.NullMarked;
