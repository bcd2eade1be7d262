package lingbao.domain;

/**
 * One that sends sheets, as the register knew it on some date.
 *
 * @param region the code of the region it stands in
 */
public record Institution(String code, String name, InstitutionKind kind, String region) implements Sender {}
