/** Outer door: the batch jobs and the command line. The only room that sees the whole line. */
@NullMarked
package lingbao.run;

import org.jspecify.annotations.NullMarked;
