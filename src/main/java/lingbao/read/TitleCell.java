package lingbao.read;

/** A filled cell above the heading, as typed. */
public record TitleCell(int row, int column, String text) {}
