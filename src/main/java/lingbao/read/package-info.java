/** Turns bytes into a stream of rows of raw text with addresses; finds the form and the columns by their headings. Knows formats, no rules. Start at {@link lingbao.read.WorkbookReader}. */
@NullMarked
package lingbao.read;

import org.jspecify.annotations.NullMarked;
