/** Writes checked rows and findings, makes the new version current, keeps the trace, gives the receipt. One transaction a file. */
@NullMarked
package lingbao.store;

import org.jspecify.annotations.NullMarked;
