package lingbao.catalogue;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the places of a form where one of its columns is named. */
final class ColumnReferences {

    private final Map<String, Column> columns = new HashMap<>();

    ColumnReferences(Collection<Column> columns) {
        columns.forEach(column -> this.columns.put(column.id(), column));
    }

    /** The id under a key, of a column of one of these types. */
    String one(Outline outline, String key, Collection<ColumnType> types) {
        String id = outline.text(key);
        judge(outline, key, id, types);
        return id;
    }

    /** The ids in the list under a key, at least one. */
    List<String> some(Outline outline, String key, Collection<ColumnType> types) {
        List<String> ids = outline.someTexts(key);
        ids.forEach(id -> judge(outline, key, id, types));
        return ids;
    }

    /** The word under a key: one of those printed for a choice column, or a writing of yes or no. */
    String wordOf(String columnId, Outline outline, String key) {
        String word = outline.text(key);
        Column column = columns.get(columnId);
        if (column != null && !word.isEmpty() && !words(column).contains(word)) {
            outline.fault(key, "列“" + columnId + "”没有可选的词“" + word + "”");
        }
        return word;
    }

    /** Each of these must be a word of the column. */
    void judgeWords(Outline outline, String key, String columnId, List<String> wanted) {
        Column column = columns.get(columnId);
        if (column != null && !words(column).containsAll(wanted)) {
            outline.fault(key, "列“" + columnId + "”可选的词里要有“" + String.join("”“", wanted) + "”");
        }
    }

    private static List<String> words(Column column) {
        List<String> words = new ArrayList<>(column.yesWords());
        words.addAll(column.noWords());
        column.choices().forEach(choice -> words.add(choice.word()));
        return words;
    }

    /** Null for a column that there is not. */
    @Nullable
    ColumnType typeOf(String columnId) {
        Column column = columns.get(columnId);
        return column == null ? null : column.type();
    }

    private void judge(Outline outline, String key, String id, Collection<ColumnType> types) {
        Column column = columns.get(id);
        if (column == null) {
            if (!id.isEmpty()) {
                outline.fault(key, "没有列“" + id + "”");
            }
        } else if (!types.contains(column.type())) {
            outline.fault(key, "列“" + id + "”的类型用不到这里");
        }
    }
}
