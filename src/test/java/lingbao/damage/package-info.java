/** Damaged files by the thousand, and what must be true of the answer to each of them. */
@NullMarked
package lingbao.damage;

import org.jspecify.annotations.NullMarked;
