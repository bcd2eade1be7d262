package lingbao.domain;

/** Whose a sheet is: an institution, or a region whose bureau sends it. */
public sealed interface Sender permits Institution, Region {

    String code();

    String name();

    /** The code of the region that it stands in; of a region its own. */
    String region();
}
