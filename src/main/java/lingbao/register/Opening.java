package lingbao.register;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One time that an institution was open.
 *
 * @param closedOn the first day on which it was not open; null while it still is
 */
record Opening(LocalDate openedOn, @Nullable LocalDate closedOn) {}
