package lingbao.domain;

/**
 * A company whose people are trained, as the register knew it on some date.
 *
 * @param creditCode its 统一社会信用代码
 * @param region the code of the region it stands in
 */
public record Company(String creditCode, String name, String region) {}
