package lingbao.validate;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Choice;
import lingbao.catalogue.Column;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.domain.FindingCode;
import lingbao.domain.Severity;
import lingbao.read.RawCell;

/**
 * Any content of a cell, for each way to read one. An input's first letter says what the file calls the cell: {@code n} a
 * number, {@code d} one with a date format, {@code p} one with a percent format, {@code b} a truth value, {@code e} an
 * error, {@code f} a formula's text, anything else a text, the letter included.
 */
class CellFuzzTest {

    private static final Catalogue CATALOGUE = new CatalogueReader().read(new DeclaredFiles(null));
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:\\.[0-9]+)?");

    private static final ColumnUnderTest INTEGER = form("attendance", "expected");
    private static final ColumnUnderTest DECIMAL = form("training-roster", "hours");
    private static final ColumnUnderTest TEMPERATURE = form("health-check", "morningTemperature");
    private static final ColumnUnderTest DATE = form("disinfection", "date");
    private static final ColumnUnderTest TIME = form("disinfection", "startTime");
    private static final ColumnUnderTest YES_NO = form("health-check", "contactHistory");
    private static final ColumnUnderTest CHOICE = form("health-check", "personCategory");
    private static final ColumnUnderTest CHOICES = form("health-check", "symptoms");
    private static final ColumnUnderTest NAME = form("health-check", "name");
    private static final ColumnUnderTest ID_NUMBER = form("health-check", "idNumber");
    private static final ColumnUnderTest PHONE =
            ColumnUnderTest.of(Objects.requireNonNull(CATALOGUE.registers().get("institutions")), "phone");
    private static final ColumnUnderTest CREDIT_CODE = form("training-roster", "creditCode");
    private static final ColumnUnderTest TEXT = form("health-check", "remark");
    private static final ColumnUnderTest PATTERNED_TEXT = form("training-roster", "result");

    /** What stands in a name unseen and is told. */
    private static final Pattern ZERO_WIDTH = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

    private record ColumnUnderTest(Column column, ColumnReading reading) {

        static ColumnUnderTest of(Form form, String id) {
            Column column = form.column(id).orElseThrow();
            return new ColumnUnderTest(column, ColumnReading.of(form, column, CheckedCell.DAY));
        }
    }

    private static ColumnUnderTest form(String form, String column) {
        return ColumnUnderTest.of(CATALOGUE.form(form).orElseThrow(), column);
    }

    @DictionaryEntries({"1,234", "人", "名", "+", "-", "．", "１２", "n12", "n-0.0", "nNaN", "e#REF!", "f12"})
    @FuzzTest(maxDuration = "5m")
    void integer(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(INTEGER, cell) instanceof Integer value) {
            assertThat(value).isBetween(0, 100_000);
            assertThat(new BigDecimal(value)).isEqualByComparingTo(numberIn(cell, 0));
        }
    }

    @DictionaryEntries({"1,234.5", "学时", "课时", "小时", "h", "。", "．", "n4.5", "p0.5", "4,5"})
    @FuzzTest(maxDuration = "5m")
    void decimal(byte[] input) {
        isTheNumberTyped(DECIMAL, cell(input));
    }

    @DictionaryEntries({"36.5", "℃", "°C", "度", "摄氏度", "36。5", "３６．５", "n36.5", "n365", "d36.5", "36,5", "正常"})
    @FuzzTest(maxDuration = "5m")
    void temperature(byte[] input) {
        isTheNumberTyped(TEMPERATURE, cell(input));
    }

    @DictionaryEntries({
        "2020-06-17",
        "2020年6月17日",
        "二〇二〇年六月十七日",
        "20200617",
        "17/06/2020",
        "6月17日",
        "43999",
        "n43999",
        "d43999.5",
        "T08:30",
        "星期三",
        "廿七",
        "Z",
        "+08:00"
    })
    @FuzzTest(maxDuration = "5m")
    void date(byte[] input) {
        RawCell cell = cell(input);
        Reading reading = understood(DATE, cell);
        if (reading.value() instanceof LocalDate day) {
            assertThat(day.getYear()).isBetween(1990, 2099);
            boolean yearTaken =
                    reading.remarks().stream().anyMatch(remark -> remark.code() == FindingCode.DATE_YEAR_TAKEN);
            assertThat(saysTheDay(cell, day, yearTaken))
                    .as("the day is what the cell says, and nothing is guessed")
                    .isTrue();
        }
    }

    @DictionaryEntries({
        "8:30",
        "08:30:15",
        "8点半",
        "8时30分",
        "上午",
        "下午",
        "晚上",
        "中午",
        "凌晨",
        "am",
        "p.m.",
        "0830",
        "n0.354166",
        "d43999.354166",
        "2020-06-17 08:30",
        "整"
    })
    @FuzzTest(maxDuration = "5m")
    void time(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(TIME, cell) instanceof LocalTime time && cell.number() == null) {
            String plain = Writing.plain(cell.text());
            List<Integer> said = new java.util.ArrayList<>();
            DIGITS.matcher(plain)
                    .results()
                    .map(MatchResult::group)
                    .filter(group -> group.length() <= 4)
                    .forEach(group -> {
                        int number = Integer.parseInt(group);
                        said.add(number);
                        said.add(number / 100);
                        said.add(number % 100);
                    });
            boolean fraction = plain.matches("0?\\.[0-9]+");
            assertThat(fraction
                            || said.contains(time.getHour())
                            || said.contains(time.getHour() - 12)
                            || time.getHour() == 0 && said.contains(12))
                    .as("the hour is what the cell says")
                    .isTrue();
            assertThat(fraction
                            || said.contains(time.getMinute())
                            || time.getMinute() == 0
                            || time.getMinute() == 30 && plain.contains("半"))
                    .as("the minute is what the cell says")
                    .isTrue();
        }
    }

    @DictionaryEntries({"是", "否", "有", "无", "√", "×", "Y", "n1", "bTRUE", "bFALSE", "TRUE", "0"})
    @FuzzTest(maxDuration = "5m")
    void yesNo(byte[] input) {
        valueOf(YES_NO, cell(input));
    }

    @DictionaryEntries({"学员", "学生", "教职工", "工作人员", "考生", "其他", "其它", " ", "、", "己", "已"})
    @FuzzTest(maxDuration = "5m")
    void choice(byte[] input) {
        Object value = valueOf(CHOICE, cell(input));
        assertThat(value == null || words(CHOICE).contains(value)).isTrue();
    }

    @DictionaryEntries({"无", "发热", "咳嗽", "干咳", "嗅味觉减退", "嗅觉、味觉减退", "、", "，", ";", "/", "+", "。", " "})
    @FuzzTest(maxDuration = "5m")
    void choices(byte[] input) {
        if (valueOf(CHOICES, cell(input)) instanceof List<?> chosen) {
            List<String> words = words(CHOICES);
            assertThat(chosen).isNotEmpty().doesNotHaveDuplicates();
            assertThat(chosen.stream().map(words::indexOf).toList())
                    .doesNotContain(-1)
                    .isSorted();
            assertThat(chosen.contains("无") && chosen.size() > 1).isFalse();
        }
    }

    @DictionaryEntries({"张三", "𠮷", "㙓", "·", "•", "、", "测试", "阿卜杜拉·买买提", "\u200b", "n12", "f张三"})
    @FuzzTest(maxDuration = "5m")
    void name(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(NAME, cell) instanceof String name) {
            assertThat(name)
                    .isEqualTo(Writing.trimmed(ZERO_WIDTH.matcher(cell.text()).replaceAll("")));
            assertThat(Writing.length(name)).isLessThanOrEqualTo(NAME.column().maxLength());
            assertThat(name.codePoints()).noneMatch(Character::isDigit);
        }
    }

    @DictionaryEntries({
        "11010519491231002X",
        "110105491231002",
        "x",
        "Ｘ",
        "×",
        "Х",
        "1.10105E+17",
        "n110105194912310020",
        "81000019491231",
        "E12345678",
        "１１０１０５"
    })
    @FuzzTest(maxDuration = "5m")
    void idNumber(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(ID_NUMBER, cell) instanceof String number) {
            assertThat(number).matches("[0-9A-Z]{5,18}");
            if (number.length() == 18) {
                int sum = 0;
                for (int place = 0; place < 18; place++) {
                    int digit = number.charAt(place) == 'X' ? 10 : number.charAt(place) - '0';
                    sum += digit * ((1 << (17 - place)) % 11);
                }
                assertThat(sum % 11).isEqualTo(1);
            }
            String typed = Writing.withoutSpace(Writing.plain(cell.text())).toUpperCase(Locale.ROOT);
            assertThat(
                            typed.length() == 15 && number.length() == 18
                                    ? number.substring(0, 6) + number.substring(8, 17)
                                    : number)
                    .isEqualTo(typed);
        }
    }

    @DictionaryEntries({
        "13800138000",
        "+86",
        "0086",
        "0571-87654321",
        "(0571)",
        "转",
        "ext.",
        "-8001",
        "n13800138000",
        "—"
    })
    @FuzzTest(maxDuration = "5m")
    void phone(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(PHONE, cell) instanceof String number) {
            assertThat(number).matches("1[3-9][0-9]{9}|0[0-9]{9,11}(?:-[0-9]{1,6})?");
            assertThat(digits(Writing.plain(cell.text())))
                    .endsWith(digits(number).replaceFirst("^0", ""));
        }
    }

    @DictionaryEntries({"91350211M000100Y43", "91350211m000100y43", "９１", "I", "O", "n913502110001000", " "})
    @FuzzTest(maxDuration = "5m")
    void creditCode(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(CREDIT_CODE, cell) instanceof String code) {
            String characters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
            assertThat(code).matches("[" + characters + "]{18}");
            long sum = 0;
            long weight = 1;
            for (int place = 0; place < 17; place++) {
                sum += weight * characters.indexOf(code.charAt(place));
                weight = weight * 3 % 31;
            }
            assertThat((sum + characters.indexOf(code.charAt(17))) % 31).isZero();
        }
    }

    @DictionaryEntries({
        "=cmd|'/c calc'!A1",
        "＝1+1",
        "<script>",
        "\\x0d\\x0a",
        "\\x09",
        "\\x00",
        "\ufffd",
        "😀",
        "n102.0",
        "f备注"
    })
    @FuzzTest(maxDuration = "5m")
    void text(byte[] input) {
        RawCell cell = cell(input);
        if (valueOf(TEXT, cell) instanceof String text) {
            assertThat(Writing.length(text)).isLessThanOrEqualTo(TEXT.column().maxLength());
            if (cell.number() == null) {
                assertThat(text).isEqualTo(Writing.trimmed(cell.text()));
            }
        }
        if (valueOf(PATTERNED_TEXT, cell) instanceof String text) {
            assertThat(text).matches(PATTERNED_TEXT.column().pattern());
        }
    }

    private static void isTheNumberTyped(ColumnUnderTest under, RawCell cell) {
        Column column = under.column();
        if (valueOf(under, cell) instanceof BigDecimal value) {
            assertThat(value.scale()).isBetween(0, column.decimals());
            assertThat(value).isBetween(column.min(), column.max());
            assertThat(value).isEqualByComparingTo(numberIn(cell, column.decimals()));
        }
    }

    /** The one number that stands in the cell, its sign left out, as a column of so many decimals keeps it. */
    private static BigDecimal numberIn(RawCell cell, int decimals) {
        Double number = cell.number();
        if (number != null) {
            // As two roundings, as the column has it.
            return BigDecimal.valueOf(number)
                    .setScale(9, RoundingMode.HALF_UP)
                    .setScale(decimals, RoundingMode.HALF_UP);
        }
        String plain = Writing.plain(cell.text()).replaceAll("(?<=[0-9]),(?=[0-9]{3})", "");
        List<String> numbers =
                NUMBER.matcher(plain).results().map(MatchResult::group).toList();
        assertThat(numbers).hasSize(1);
        return new BigDecimal(numbers.get(0))
                .setScale(9, RoundingMode.HALF_UP)
                .setScale(decimals, RoundingMode.HALF_UP);
    }

    /** A second way to read a day: by its groups of digits alone. */
    private static boolean saysTheDay(RawCell cell, LocalDate day, boolean yearTaken) {
        Double serial = cell.number();
        String text = WrittenDate.arabic(Writing.plain(cell.text()));
        if (serial != null && isSerialOf(serial, day)) {
            return true;
        }
        List<String> groups =
                DIGITS.matcher(text).results().map(MatchResult::group).toList();
        if (groups.isEmpty()) {
            return false;
        }
        String first = groups.get(0);
        if (first.length() == 8) {
            return first.equals(day.toString().replace("-", ""));
        }
        if (first.length() == 5) {
            return isSerialOf(Double.parseDouble(first), day);
        }
        if (groups.size() >= 3 && first.length() == 4) {
            return is(day, first, groups.get(1), groups.get(2));
        }
        if (groups.size() >= 3 && groups.get(2).length() == 4) {
            boolean monthFirst = is(day, groups.get(2), first, groups.get(1));
            boolean dayFirst = is(day, groups.get(2), groups.get(1), first);
            boolean onlyOne = Integer.parseInt(first) > 12
                    || Integer.parseInt(groups.get(1)) > 12
                    || Integer.parseInt(first) == Integer.parseInt(groups.get(1));
            return (monthFirst || dayFirst) && onlyOne;
        }
        return yearTaken
                && groups.size() == 2
                && is(day, String.valueOf(CheckedCell.DAY.start().getYear()), first, groups.get(1));
    }

    private static boolean isSerialOf(double serial, LocalDate day) {
        return LocalDate.of(1899, 12, 30).plusDays((long) Math.floor(serial)).equals(day);
    }

    private static boolean is(LocalDate day, String year, String month, String dayOfMonth) {
        try {
            return LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(dayOfMonth))
                    .equals(day);
        } catch (DateTimeException noSuchDay) {
            return false;
        }
    }

    private static @org.jspecify.annotations.Nullable Object valueOf(ColumnUnderTest under, RawCell cell) {
        return understood(under, cell).value();
    }

    /**
     * What holds for every type: a value or an error (of words that are left out, the warning), never both; the value of the type's Java class, readable; and written
     * as it is stored, the same value again without an error.
     */
    private static Reading understood(ColumnUnderTest under, RawCell cell) {
        Reading reading = under.reading().read(cell);
        long errors = reading.remarks().stream()
                .filter(remark -> remark.code().severity() == Severity.ERROR)
                .count();
        Object value = reading.value();
        boolean leftOut = value == null
                && reading.remarks().stream().anyMatch(remark -> remark.code() == FindingCode.CHOICE_LEFT_OUT);
        assertThat(errors).isEqualTo(reading.isFilled() && value == null && !leftOut ? 1 : 0);
        if (!reading.isFilled()) {
            assertThat(value).isNull();
            assertThat(reading.remarks()).isEmpty();
        }
        if (value == null) {
            return reading;
        }
        assertThat(value).isInstanceOf(javaType(under.column()));
        String written = written(under.column(), value);
        assertThat(Writing.hasImpossibleCharacter(written)).isFalse();
        assertThat(written).isNotBlank();
        Reading again = under.reading().read(RawCell.ofText(written));
        assertThat(again.value()).isEqualTo(value);
        return reading;
    }

    private static Class<?> javaType(Column column) {
        return switch (column.type()) {
            case TEXT, CHOICE, PERSON, ID, PHONE -> String.class;
            case INTEGER -> Integer.class;
            case DECIMAL -> BigDecimal.class;
            case DATE -> LocalDate.class;
            case TIME -> LocalTime.class;
            case YES_NO -> Boolean.class;
            case CHOICES -> List.class;
        };
    }

    private static String written(Column column, Object value) {
        return switch (column.type()) {
            case DECIMAL -> ((BigDecimal) value).toPlainString();
            case YES_NO ->
                (Boolean) value ? column.yesWords().get(0) : column.noWords().get(0);
            case CHOICES ->
                String.join("、", ((List<?>) value).stream().map(String::valueOf).toList());
            case TEXT, INTEGER, DATE, TIME, CHOICE, PERSON, ID, PHONE -> value.toString();
        };
    }

    private static List<String> words(ColumnUnderTest under) {
        return under.column().choices().stream().map(Choice::word).toList();
    }

    private static String digits(String text) {
        return text.replaceAll("[^0-9]", "");
    }

    private static RawCell cell(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        String rest = text.isEmpty() ? "" : text.substring(1);
        return switch (text.isEmpty() ? ' ' : text.charAt(0)) {
            case 'n' -> number(input, rest, false, false);
            case 'd' -> number(input, rest, true, false);
            case 'p' -> number(input, rest, false, true);
            case 'b' ->
                new RawCell(RawCell.Kind.BOOLEAN, rest.equals("TRUE") ? "TRUE" : "FALSE", null, false, false, false);
            case 'e' -> new RawCell(RawCell.Kind.ERROR, rest, null, false, false, false);
            case 'f' ->
                new RawCell(rest.isEmpty() ? RawCell.Kind.EMPTY : RawCell.Kind.TEXT, rest, null, false, false, true);
            default -> RawCell.ofText(text);
        };
    }

    /** As the reader would give it: any double that a file may hold. */
    private static RawCell number(byte[] input, String typed, boolean date, boolean percent) {
        double number = 0;
        try {
            number = Double.parseDouble(typed);
        } catch (NumberFormatException e) {
            if (input.length >= 9) {
                number = ByteBuffer.wrap(input, 1, 8).getDouble();
            }
        }
        String shown = Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
        return new RawCell(RawCell.Kind.NUMBER, shown, number, date, percent, false);
    }
}
