/** The bad-input matrix as cases: each variant of each row, what comes and exactly what is answered. */
@NullMarked
package lingbao.matrix;

import org.jspecify.annotations.NullMarked;
