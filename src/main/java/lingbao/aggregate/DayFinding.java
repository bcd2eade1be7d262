package lingbao.aggregate;

import lingbao.catalogue.Check;
import lingbao.domain.Institution;
import lingbao.domain.Region;

/**
 * One finding of a day check.
 *
 * @param clause the clause of the region's policy that asks it
 * @param message one Chinese sentence, without any person's name
 */
public record DayFinding(Check check, Region region, Institution institution, String clause, String message) {}
