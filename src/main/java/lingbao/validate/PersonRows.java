package lingbao.validate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import lingbao.catalogue.Column;
import lingbao.catalogue.ColumnType;
import lingbao.catalogue.Form;
import lingbao.catalogue.PersonColumns;
import org.jspecify.annotations.Nullable;

/** The persons of one sheet and the first row of each, to find those who stand in it twice. */
final class PersonRows {

    private static final String BY_NUMBER = "id:";
    private static final String BY_NAME = "name:";
    private static final Pattern MIDDLE_DOT = Pattern.compile("[•・‧．.]");

    private final Column name;
    private final Column idNumber;
    private final @Nullable Column className;
    private final List<Column> once;
    private final Map<String, FirstRow> firstRows = new HashMap<>();
    private final Map<String, FirstName> firstNames = new HashMap<>();

    /** The first telephone column; null where the form has none. */
    private final @Nullable Column phone;

    private final Map<Long, FirstNumber> firstNumbers = new HashMap<>();

    PersonRows(Form form, PersonColumns person) {
        name = form.columns().get(form.indexOf(person.name()));
        idNumber = form.columns().get(form.indexOf(person.idNumber()));
        className = person.className() == null ? null : form.columns().get(form.indexOf(person.className()));
        phone = form.columns().stream()
                .filter(column -> column.type() == ColumnType.PHONE)
                .findFirst()
                .orElse(null);
        once = person.once().stream()
                .map(id -> form.columns().get(form.indexOf(id)))
                .toList();
    }

    /** The name that a person first had in the sheet, by its hash. */
    private record FirstName(int row, int name) {}

    /** The identity number that first stood beside a name and telephone, by its hash. */
    private record FirstNumber(int row, int number) {}

    /** The first row in which a person stood; a few dozen bytes, for there may be 200,000. */
    static final class FirstRow {
        private final int number;
        private final int place;
        private final long content;
        private boolean accepted;
        private boolean contradicted;

        private FirstRow(int number, int place, long content) {
            this.number = number;
            this.place = place;
            this.content = content;
        }

        int number() {
            return number;
        }

        /** Where the identity number stands, from 0: the tables of a sheet may have their columns in other places. */
        int place() {
            return place;
        }

        boolean isAccepted() {
            return accepted;
        }

        /** True for the first row that says otherwise; the row that came first is told once only. */
        boolean contradict() {
            boolean first = !contradicted;
            contradicted = true;
            accepted = false;
            return first;
        }

        boolean isContradicted() {
            return contradicted;
        }

        void accept() {
            accepted = true;
        }
    }

    /**
     * What tells this person from another: {@code id:} and the normalised number, or {@code name:class|name}, white space
     * and the kinds of middle dot folded; of the class also full-width forms, of the name nothing else. Null where the row has
     * neither.
     */
    @Nullable
    String key(TypedRow row) {
        if (row.value(idNumber) instanceof String number) {
            return BY_NUMBER + number;
        }
        if (row.isFilled(idNumber) || !(row.value(name) instanceof String typed)) {
            return null;
        }
        Object group = className == null ? null : row.value(className);
        return BY_NAME + (group == null ? "" : matching(Writing.halfWidth(group.toString()))) + "|" + matching(typed);
    }

    static boolean isByNumber(String key) {
        return key.startsWith(BY_NUMBER);
    }

    /** The row in which the person stood before; null, and remembered, where this row is the first. */
    @Nullable
    FirstRow before(String key, TypedRow row) {
        String place = place(key, row);
        FirstRow first = firstRows.get(place);
        if (first == null) {
            firstRows.put(place, new FirstRow(row.number(), row.layout().place(idNumber), content(row)));
        }
        return first;
    }

    /** The earlier row in which this identity number stood beside another name. Where a person has one row, there is none. */
    Optional<Integer> otherName(String key, TypedRow row) {
        if (once.isEmpty() || !isByNumber(key) || !(row.value(name) instanceof String typed)) {
            return Optional.empty();
        }
        int hash = matching(typed).hashCode();
        FirstName first = firstNames.putIfAbsent(key, new FirstName(row.number(), hash));
        return first == null || first.name() == hash ? Optional.empty() : Optional.of(first.row());
    }

    /** The earlier row in which the same name and telephone stood beside another identity number. */
    Optional<Integer> otherNumber(String key, TypedRow row) {
        if (phone == null
                || !isByNumber(key)
                || !(row.value(name) instanceof String typed)
                || !(row.value(phone) instanceof String telephone)) {
            return Optional.empty();
        }
        long both = (long) matching(typed).hashCode() << 32 | telephone.hashCode() & 0xFFFFFFFFL;
        FirstNumber first = firstNumbers.putIfAbsent(both, new FirstNumber(row.number(), key.hashCode()));
        return first == null || first.number() == key.hashCode() ? Optional.empty() : Optional.of(first.row());
    }

    /** What may stand in the sheet once: the person, or the person with the values in which two rows must differ. */
    private String place(String key, TypedRow row) {
        StringBuilder place = new StringBuilder(key);
        once.forEach(column -> place.append('|').append(row.value(column)));
        return place.toString();
    }

    boolean hasSameContent(FirstRow first, TypedRow row) {
        return first.content == content(row);
    }

    void accept(String key, TypedRow row) {
        FirstRow first = firstRows.get(place(key, row));
        if (first != null && first.number == row.number()) {
            first.accept();
        }
    }

    Column idNumber() {
        return idNumber;
    }

    Column name() {
        return name;
    }

    private static String matching(String text) {
        return MIDDLE_DOT.matcher(Writing.withoutSpace(text)).replaceAll("·");
    }

    /** 64 bits over all the values, what is at fault as it was typed. */
    private static long content(TypedRow row) {
        long content = 0;
        for (Column column : row.layout().form().columns()) {
            Object value = row.value(column);
            int hash = value != null ? value.hashCode() : row.isFilled(column) ? Objects.hash(row.typed(column)) : 0;
            content = Long.rotateLeft((content ^ hash) * 0x9E3779B97F4A7C15L, 29);
        }
        return content;
    }
}
