/** The words that all rooms share: institution, region, period, cell address, severity, finding. */
@NullMarked
package lingbao.domain;

import org.jspecify.annotations.NullMarked;
