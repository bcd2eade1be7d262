package lingbao.register;

/**
 * What keeps a register from being loaded.
 *
 * @param row the row number in the register's sheet
 * @param column the column's id
 * @param value as understood; empty where the cell is blank
 * @param message what is wrong, in one Chinese sentence
 * @param remedy what to do, in one Chinese sentence
 */
public record RegisterProblem(int row, String column, String value, String message, String remedy) {}
