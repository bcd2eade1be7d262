/**
 * Lays finished figures on a template. Computes nothing. A {@link lingbao.aggregate.ReportContent} comes in, the bytes of a
 * PDF or a workbook go out; start at {@link lingbao.render.ReportPages}.
 */
@NullMarked
package lingbao.render;

import org.jspecify.annotations.NullMarked;
