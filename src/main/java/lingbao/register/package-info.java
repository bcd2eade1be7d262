/** Who exists, where, of which kind, open on which days: as it was on any date. */
@NullMarked
package lingbao.register;

import org.jspecify.annotations.NullMarked;
