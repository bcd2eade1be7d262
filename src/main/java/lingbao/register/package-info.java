/**
 * Who exists, where, of which kind, open on which days: as it was on any date. Checked register rows come in, dated rows
 * are kept, a {@link lingbao.domain.Directory} of any day goes out. Start at {@link lingbao.register.Registers}.
 */
@NullMarked
package lingbao.register;

import org.jspecify.annotations.NullMarked;
