package lingbao.register;

import java.time.LocalDate;
import lingbao.catalogue.Form;
import lingbao.validate.CheckedRow;
import org.jspecify.annotations.Nullable;

/** A row of a register's sheet, its cells asked by column id. */
record RegisterRow(Form layout, CheckedRow cells) {

    int number() {
        return cells.row();
    }

    @Nullable
    String text(String columnId) {
        return (String) value(columnId);
    }

    @Nullable
    Integer number(String columnId) {
        return (Integer) value(columnId);
    }

    @Nullable
    LocalDate date(String columnId) {
        return (LocalDate) value(columnId);
    }

    RegisterProblem problem(String columnId, String message, String remedy) {
        Object value = value(columnId);
        return new RegisterProblem(number(), columnId, value == null ? "" : value.toString(), message, remedy);
    }

    private @Nullable Object value(String columnId) {
        return cells.values().get(layout.indexOf(columnId));
    }
}
