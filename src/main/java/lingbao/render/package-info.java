/** Lays finished figures on a template. Computes nothing. */
@NullMarked
package lingbao.render;

import org.jspecify.annotations.NullMarked;
