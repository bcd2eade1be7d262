/**
 * Asks the stored rows a report's questions and the day checks. The only arithmetic. Leaf rows of the mappers come in,
 * finished {@link lingbao.aggregate.StateContent} goes out.
 */
@NullMarked
package lingbao.aggregate;

import org.jspecify.annotations.NullMarked;
