package lingbao.catalogue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One column of a form, as declared.
 *
 * @param id lowerCamelCase; a contract that never changes name or type
 * @param heading the heading that our templates print
 * @param aliases further headings seen in the wild
 * @param required ★: an empty cell is an error, unless nothing in the row is answered
 * @param personal ●: encrypted at rest, masked on screen
 * @param answer a filled cell here is an answer: a row with none is not answered
 * @param unit of a decimal or integer, as printed (℃); null where there is none
 * @param min smallest value taken, in the unit; null where there is no limit
 * @param max largest value taken, in the unit; null where there is no limit
 * @param decimals digits kept after the point, for a decimal
 * @param maxLength most characters of a text
 * @param pattern regular expression that the whole normalised text must match; null for none
 * @param patternSays the pattern as people are told it; null where the expression itself will do
 * @param checkDigit of a text column, the standard by whose check digit its codes are judged; null for none
 * @param choices the words of a choice or choices column, in printed order
 * @param exclusive of a choices column, the word that stands alone (无); null for none
 * @param otherWord of a choices column, the word that stands for whatever the list lacks (其他); null where such words refuse the row
 * @param blankWords writings that mean an empty cell here ({@code /}, {@code -})
 * @param yesWords writings of yes, of a yes-no column
 * @param noWords writings of no, of a yes-no column
 * @param fillDown whether a merged cell speaks for all the rows it covers
 * @param fromLabel whether a label above the rows (班级：三2班) speaks for them all in a table without the column
 */
public record Column(
        String id,
        String heading,
        List<String> aliases,
        ColumnType type,
        boolean required,
        boolean personal,
        boolean answer,
        @Nullable String unit,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        int decimals,
        int maxLength,
        @Nullable String pattern,
        @Nullable String patternSays,
        @Nullable CheckDigit checkDigit,
        List<Choice> choices,
        @Nullable String exclusive,
        @Nullable String otherWord,
        List<String> blankWords,
        List<String> yesWords,
        List<String> noWords,
        boolean fillDown,
        boolean fromLabel) {

    /** The standards of codes that carry a check digit. */
    public enum CheckDigit {
        /** 统一社会信用代码: 18 characters. */
        GB_32100
    }

    public Column {
        aliases = List.copyOf(aliases);
        choices = List.copyOf(choices);
        blankWords = List.copyOf(blankWords);
        yesWords = List.copyOf(yesWords);
        noWords = List.copyOf(noWords);
    }

    /** Its name in the derived table: {@code morningTemperature} is {@code morning_temperature}. */
    public String sqlName() {
        return sqlName(id);
    }

    static String sqlName(String id) {
        return id.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
