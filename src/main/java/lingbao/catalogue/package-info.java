/** Reads all of {@code jobs/} once into immutable records, or stops the start with everything that is wrong. Start at {@link lingbao.catalogue.Catalogue}. */
@NullMarked
package lingbao.catalogue;

import org.jspecify.annotations.NullMarked;
