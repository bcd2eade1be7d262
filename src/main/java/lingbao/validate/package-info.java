/** Turns raw rows into typed rows and findings by the form's sheet rules. Pure: no files, no database, no clock. */
@NullMarked
package lingbao.validate;

import org.jspecify.annotations.NullMarked;
