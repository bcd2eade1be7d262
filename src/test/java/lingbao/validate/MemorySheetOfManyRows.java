package lingbao.validate;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.read.RawRow;
import lingbao.read.RawSheet;
import lingbao.read.RecognisedForm;
import lingbao.read.RowsBelow;
import lingbao.read.TitleCell;
import org.jspecify.annotations.Nullable;

/** A health check of many people, each row made when it is read. */
final class MemorySheetOfManyRows implements RawSheet {

    private final MemorySheet empty;
    private final int people;

    MemorySheetOfManyRows(Form form, int people) {
        this.empty = MemorySheet.of(form);
        this.people = people;
    }

    @Override
    public String name() {
        return empty.name();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public @Nullable RecognisedForm recognised() {
        return empty.recognised();
    }

    @Override
    public List<Finding> findings() {
        return List.of();
    }

    @Override
    public String formId() {
        return empty.formId();
    }

    @Override
    public int headingRow() {
        return 1;
    }

    @Override
    public List<TitleCell> titles() {
        return List.of();
    }

    @Override
    public void rows(RowsBelow each) {
        for (int person = 0; person < people; person++) {
            each.row(new RawRow(
                    person + 2,
                    false,
                    Stream.of(person + 1, "张三", idNumber(person), "学生", "一班", 36.5, 36.6, "无")
                            .map(MemorySheet::cell)
                            .toList()));
        }
    }

    @Override
    public void everyRow(Consumer<RawRow> each) {
        rows(each::accept);
    }

    /** An identity number of the person's own. */
    private static String idNumber(int person) {
        String body = String.format("%06d19900101%03d", 110_000 + person / 1000, person % 1000);
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
        int sum = 0;
        for (int index = 0; index < weights.length; index++) {
            sum += weights[index] * Character.digit(body.charAt(index), 10);
        }
        return body + "10X98765432".charAt(sum % 11);
    }
}
