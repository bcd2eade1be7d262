package lingbao.domain;

import java.time.LocalDate;

/**
 * A name that an institution no longer bears.
 *
 * @param code the institution's
 * @param until the day from which it bore another
 */
public record FormerName(String code, String name, LocalDate until) {}
