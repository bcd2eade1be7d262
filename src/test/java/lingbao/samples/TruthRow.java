package lingbao.samples;

import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One data row: its cells by column id. */
record TruthRow(Map<String, TruthCell> cells) {

    TruthRow {
        cells = new LinkedHashMap<>(cells);
    }

    private @Nullable Object value(String column) {
        return cells.getOrDefault(column, TruthCell.EMPTY).value();
    }

    boolean isFilled(Collection<String> columns) {
        return columns.stream()
                .anyMatch(column -> cells.getOrDefault(column, TruthCell.EMPTY).written() != null);
    }

    String text(String column) {
        return value(column) instanceof String text ? text : "";
    }

    int count(String column) {
        return value(column) instanceof Integer count ? count : 0;
    }

    boolean yes(String column) {
        return Boolean.TRUE.equals(value(column));
    }

    @Nullable
    BigDecimal decimal(String column) {
        return (BigDecimal) value(column);
    }

    @Nullable
    LocalTime time(String column) {
        return (LocalTime) value(column);
    }

    List<String> words(String column) {
        return value(column) instanceof List<?> words
                ? words.stream().map(Object::toString).toList()
                : List.of();
    }
}
