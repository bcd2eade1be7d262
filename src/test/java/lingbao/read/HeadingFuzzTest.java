package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.Column;
import lingbao.catalogue.DeclaredFiles;
import lingbao.catalogue.Form;
import lingbao.domain.Finding;
import lingbao.domain.Severity;

/**
 * Any texts as the head of a sheet. A line is a row, a tab parts two cells, and a cell that begins with {@code >} is merged
 * with the one to its left, with {@code ^} with the one above.
 */
class HeadingFuzzTest {

    private static final FormFinder FINDER = new FormFinder(
            new CatalogueReader().read(new DeclaredFiles(null)).forms().values());

    @DictionaryEntries({
        "姓名", "*姓名", "姓名（必填）", "证件号码", "人员类别", "班级", "体温", "体温(℃)", "体温（℉）", "晨检", "午检", "上午", "下午", "症状",
        "应到人数", "实到人数", "学生", "教职工", "合计", "日期", "场所", "作业类型", "开始时间", "责任人", "单位", "企业主要负责人", "学时", "所属街道",
        "企业名称", "培训日期", "序号", "\\x09", "\\x0a", ">", "^"
    })
    @FuzzTest(maxDuration = "5m")
    void heading(byte[] input) {
        String[] lines = new String(input, StandardCharsets.UTF_8).split("\n", 12);
        List<RawRow> head = new ArrayList<>();
        List<MergedRange> merges = new ArrayList<>();
        for (int row = 0; row < lines.length; row++) {
            List<RawCell> cells = new ArrayList<>();
            String[] texts = lines[row].split("\t", 40);
            for (int column = 0; column < texts.length; column++) {
                boolean besides = texts[column].startsWith(">") && column > 0;
                boolean below = texts[column].startsWith("^") && row > 0;
                cells.add(besides || below ? RawCell.NOTHING : RawCell.ofText(texts[column]));
                if (besides) {
                    merges.add(new MergedRange(row + 1, column - 1, row + 1, column));
                } else if (below) {
                    merges.add(new MergedRange(row, column, row + 1, column));
                }
            }
            RawRow read = new RawRow(row + 1, false, cells);
            if (!read.isBlank()) {
                head.add(read);
            }
        }
        FormFinder.Found found = FINDER.find("表", head, merges);
        assertThat(FINDER.find("表", head, merges)).isEqualTo(found);
        Form form = found.form();
        if (form == null) {
            assertThat(found.columns()).isEmpty();
            return;
        }
        isSound(form, found);
        boolean refused = refused(found);
        if (!refused && found.groups().isEmpty()) {
            isFoundAgainByItsOwnHeadings(form, found.columns());
        }
        if (head.size() == 1 && merges.isEmpty()) {
            isTheSameBackwards(form, head.get(0), found, refused);
        }
    }

    private static void isSound(Form form, FormFinder.Found found) {
        assertThat(found.topRow()).isBetween(1, found.headingRow());
        assertThat(form.columns()).containsAll(found.columns().values());
        assertThat(found.headed()).containsAll(found.columns().keySet());
        boolean allRequired = form.columns().stream()
                .filter(Column::required)
                .allMatch(column ->
                        found.columns().containsValue(column) || column.id().equals(form.groups()));
        if (!found.missing()) {
            assertThat(allRequired).isTrue();
        } else {
            assertThat(refused(found)).isTrue();
        }
        if (!refused(found) && found.groups().isEmpty()) {
            assertThat(new HashSet<>(found.columns().values()))
                    .hasSize(found.columns().size());
        }
    }

    private static boolean refused(FormFinder.Found found) {
        return found.findings().stream().map(Finding::severity).anyMatch(Severity.ERROR::equals);
    }

    private static void isFoundAgainByItsOwnHeadings(Form form, SortedMap<Integer, Column> columns) {
        RawCell[] cells = new RawCell[columns.lastKey() + 1];
        Arrays.fill(cells, RawCell.NOTHING);
        columns.forEach((place, column) -> cells[place] = RawCell.ofText(column.heading()));
        FormFinder.Found again = FINDER.find("表", List.of(new RawRow(1, false, List.of(cells))), List.of());
        assertThat(again.form()).isEqualTo(form);
        assertThat(again.columns()).isEqualTo(columns);
        assertThat(refused(again)).isFalse();
    }

    private static void isTheSameBackwards(Form form, RawRow row, FormFinder.Found found, boolean refused) {
        List<RawCell> cells = new ArrayList<>(row.cells());
        Collections.reverse(cells);
        FormFinder.Found backwards = FINDER.find("表", List.of(new RawRow(row.number(), false, cells)), List.of());
        assertThat(backwards.form()).isEqualTo(form);
        assertThat(refused(backwards)).isEqualTo(refused);
        if (!refused) {
            SortedMap<Integer, Column> mirrored = new TreeMap<>();
            found.columns().forEach((place, column) -> mirrored.put(cells.size() - 1 - place, column));
            assertThat(backwards.columns()).isEqualTo(mirrored);
        }
    }
}
