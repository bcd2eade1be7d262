package lingbao.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All the times that one institution was open, oldest first, never overlapping, and what a register row's two dates mean
 * for them. {@code closedOn} is the first day on which it is not open.
 *
 * <ul>
 *   <li>A blank {@code openedOn} speaks of the last opening.
 *   <li>An {@code openedOn} that is known speaks of that opening; its {@code closedOn} becomes the row's. A blank one
 *       takes the closing back: it never closed. A real reopening states a new {@code openedOn}.
 *   <li>An {@code openedOn} on or after the last closing is a reopening.
 *   <li>An {@code openedOn} before the last opening, or any other one while that is not closed, corrects when the last
 *       opening began.
 *   <li>Any other pair of dates would make two openings overlap and is refused.
 * </ul>
 */
record Openings(List<Opening> list) {

    Openings {
        list = List.copyOf(list);
    }

    /** These openings after a register row said its dates; empty where the dates contradict what is known. */
    Optional<Openings> told(@Nullable LocalDate openedOn, @Nullable LocalDate closedOn) {
        Opening last = list.get(list.size() - 1);
        Opening stated = new Opening(openedOn == null ? last.openedOn() : openedOn, closedOn);
        List<Opening> openings = new ArrayList<>(list);
        int known = positionOf(stated.openedOn());
        if (known >= 0) {
            openings.set(known, stated);
        } else if (last.closedOn() != null && !stated.openedOn().isBefore(last.closedOn())) {
            openings.add(stated);
        } else if (last.closedOn() == null || stated.openedOn().isBefore(last.openedOn())) {
            openings.set(openings.size() - 1, stated);
        } else {
            return Optional.empty();
        }
        return apart(openings) ? Optional.of(new Openings(openings)) : Optional.empty();
    }

    private int positionOf(LocalDate openedOn) {
        for (int position = 0; position < list.size(); position++) {
            if (list.get(position).openedOn().equals(openedOn)) {
                return position;
            }
        }
        return -1;
    }

    private static boolean apart(List<Opening> openings) {
        for (int position = 0; position < openings.size(); position++) {
            Opening opening = openings.get(position);
            LocalDate closedOn = opening.closedOn();
            if (closedOn != null && closedOn.isBefore(opening.openedOn())) {
                return false;
            }
            boolean last = position == openings.size() - 1;
            if (!last
                    && (closedOn == null
                            || closedOn.isAfter(openings.get(position + 1).openedOn()))) {
                return false;
            }
        }
        return true;
    }
}
