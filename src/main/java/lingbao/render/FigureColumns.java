package lingbao.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import net.sf.jasperreports.components.table.BaseColumn;
import net.sf.jasperreports.components.table.Cell;
import net.sf.jasperreports.components.table.DesignCell;
import net.sf.jasperreports.components.table.StandardColumn;
import net.sf.jasperreports.components.table.StandardColumnGroup;
import net.sf.jasperreports.components.table.StandardTable;
import net.sf.jasperreports.engine.JRBand;
import net.sf.jasperreports.engine.JRElement;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRLineBox;
import net.sf.jasperreports.engine.JRTextElement;
import net.sf.jasperreports.engine.design.JRDesignComponentElement;
import net.sf.jasperreports.engine.design.JRDesignDataset;
import net.sf.jasperreports.engine.design.JRDesignElement;
import net.sf.jasperreports.engine.design.JRDesignExpression;
import net.sf.jasperreports.engine.design.JRDesignField;
import net.sf.jasperreports.engine.design.JRDesignStaticText;
import net.sf.jasperreports.engine.design.JRDesignTextElement;
import net.sf.jasperreports.engine.design.JRDesignTextField;
import net.sf.jasperreports.engine.design.JasperDesign;
import org.jspecify.annotations.Nullable;

/**
 * Repeats the template's one pattern group of columns for each group and figure of a page, and shares the pattern's
 * width among them. A heading stands on one line where all of them can; else it breaks between its words.
 */
final class FigureColumns {

    /** As parts of the type size, the widest in the fonts used, also in bold. */
    private static final double DIGIT_WIDTH = 0.6;

    private static final double POINT_WIDTH = 0.4;

    /** Points left over beside the longest text, so that measuring never breaks it. */
    private static final int PLAY = 2;

    /** Where a table needs more width than there is, its type gives way in steps of so many points … */
    private static final float SMALLER = 0.5f;

    /** … down to this one. */
    private static final float SMALLEST_TYPE = 7;

    private final String dataset;
    private final List<FigureTable.Group> groups;
    private final List<FigureTable.Line> lines;

    FigureColumns(FigureTable table) {
        this.dataset = table.dataset();
        this.groups = table.groups();
        this.lines = table.lines();
    }

    void layOut(JasperDesign design) throws JRException {
        StandardTable table = table(design);
        if (table == null) {
            return;
        }
        List<BaseColumn> columns = new ArrayList<>();
        for (BaseColumn column : table.getColumns()) {
            if (column instanceof StandardColumnGroup pattern) {
                Widths widths = new Widths(pattern, (StandardColumn) columns.get(columns.size() - 1));
                columns.addAll(repeated(pattern, widths));
            } else {
                columns.add(column);
            }
        }
        table.setColumns(columns);
        JRDesignDataset fields =
                (JRDesignDataset) Objects.requireNonNull(design.getDatasetMap().get(dataset));
        for (FigureTable.Column column :
                groups.stream().flatMap(group -> group.columns().stream()).toList()) {
            JRDesignField field = new JRDesignField();
            field.setName(column.field());
            field.setValueClass(String.class);
            fields.addField(field);
        }
    }

    private @Nullable StandardTable table(JasperDesign design) {
        for (JRBand band : design.getDetailSection().getBands()) {
            for (JRElement element : band.getElements()) {
                if (element instanceof JRDesignComponentElement component
                        && component.getComponent() instanceof StandardTable table
                        && dataset.equals(table.getDatasetRun().getDatasetName())) {
                    return table;
                }
            }
        }
        return null;
    }

    private List<StandardColumnGroup> repeated(StandardColumnGroup pattern, Widths widths) {
        StandardColumn patternColumn = (StandardColumn) pattern.getColumns().get(0);
        List<StandardColumnGroup> repeated = new ArrayList<>();
        int next = 0;
        for (FigureTable.Group group : groups) {
            StandardColumnGroup columnGroup = (StandardColumnGroup) pattern.clone();
            List<BaseColumn> columns = new ArrayList<>();
            int groupWidth = 0;
            for (FigureTable.Column column : group.columns()) {
                int width = widths.of(next++);
                groupWidth += width;
                columns.add(figureColumn(patternColumn, column, widths.heading(column), width));
            }
            columnGroup.setColumns(columns);
            columnGroup.setWidth(groupWidth);
            head(columnGroup.getColumnHeader(), widths.groupHeading(group.heading(), groupWidth), groupWidth);
            repeated.add(columnGroup);
        }
        return repeated;
    }

    private static StandardColumn figureColumn(
            StandardColumn pattern, FigureTable.Column column, String heading, int width) {
        StandardColumn figureColumn = (StandardColumn) pattern.clone();
        figureColumn.setWidth(width);
        head(figureColumn.getColumnHeader(), heading, width);
        JRDesignTextField field = (JRDesignTextField) text(figureColumn.getDetailCell());
        field.setWidth(width);
        field.setExpression(new JRDesignExpression("$F{" + column.field() + "}"));
        return figureColumn;
    }

    private static void head(Cell cell, String heading, int width) {
        JRDesignStaticText text = (JRDesignStaticText) text(cell);
        text.setText(heading);
        ((JRDesignElement) text).setWidth(width);
    }

    private static JRTextElement text(Cell cell) {
        return (JRTextElement) ((DesignCell) cell).getElements()[0];
    }

    /** The widths of all figure columns, which fill the pattern's width to the point. */
    private final class Widths {

        private final List<FigureTable.Column> columns =
                groups.stream().flatMap(group -> group.columns().stream()).toList();

        private final JRTextElement groupText;
        private final JRTextElement headingText;
        private final JRTextElement cellText;
        private final boolean broken;
        private final int[] widths;

        /** @param names the column before the figures, which is widened first where a name needs it */
        Widths(StandardColumnGroup pattern, StandardColumn names) {
            StandardColumn patternColumn = (StandardColumn) pattern.getColumns().get(0);
            this.groupText = text(pattern.getColumnHeader());
            this.headingText = text(patternColumn.getColumnHeader());
            this.cellText = text(patternColumn.getDetailCell());
            int available = pattern.getWidth();
            int namesLack = lines.stream()
                    .mapToInt(line -> width(line.name(), text(names.getDetailCell())) - names.getWidth())
                    .max()
                    .orElse(0);
            int[] onOneLine = needed(false);
            this.broken = Arrays.stream(onOneLine).sum() + Math.max(namesLack, 0) > available;
            this.widths = broken ? fitting(available) : onOneLine;
            available -= widen(
                    names, Math.min(namesLack, available - Arrays.stream(widths).sum()));
            giveGroupsRoom(widths, heading -> heading, available);
            shareOut(available - Arrays.stream(widths).sum());
        }

        /** The columns with broken headings, in smaller type where they need more than there is. */
        private int[] fitting(int available) {
            int[] fitting = needed(true);
            while (Arrays.stream(fitting).sum() > available && headingText.getFontSize() > SMALLEST_TYPE) {
                for (JRTextElement text : List.of(groupText, headingText, cellText)) {
                    ((JRDesignTextElement) text).setFontSize(text.getFontSize() - SMALLER);
                }
                fitting = needed(true);
            }
            return fitting;
        }

        int of(int column) {
            return widths[column];
        }

        String heading(FigureTable.Column column) {
            return headed(column, broken);
        }

        String groupHeading(String heading, int groupWidth) {
            return width(heading, groupText) > groupWidth ? inTwo(heading) : heading;
        }

        /** For the widest cell and for the headings, those of the groups with their unit below them. */
        private int[] needed(boolean breaking) {
            int[] needed = IntStream.range(0, columns.size())
                    .map(index -> Math.max(
                            width(headed(columns.get(index), breaking), headingText),
                            lines.stream()
                                    .mapToInt(line ->
                                            width(line.cells().get(index).text(), cellText))
                                    .max()
                                    .orElse(0)))
                    .toArray();
            giveGroupsRoom(needed, FigureColumns::inTwo, Integer.MAX_VALUE);
            return needed;
        }

        private static int widen(StandardColumn names, int by) {
            int given = Math.max(by, 0);
            names.setWidth(names.getWidth() + given);
            for (Cell cell : List.of(names.getColumnHeader(), names.getDetailCell())) {
                JRTextElement text = text(cell);
                ((JRDesignElement) text).setWidth(text.getWidth() + given);
            }
            return given;
        }

        /** Widens the columns of a group that is narrower than its own heading, as far as there is room. */
        private void giveGroupsRoom(int[] given, UnaryOperator<String> printed, int available) {
            int first = 0;
            for (FigureTable.Group group : groups) {
                int last = first + group.columns().size();
                int lacking = width(printed.apply(group.heading()), groupText)
                        - Arrays.stream(given, first, last).sum();
                int room = available - Arrays.stream(given).sum();
                for (int point = 0; point < Math.min(lacking, room) && last > first; point++) {
                    given[first + point % (last - first)]++;
                }
                first = last;
            }
        }

        /** Shares the rest evenly; where it is negative, the widest give way. */
        private void shareOut(int rest) {
            for (int given = 0; given < rest && widths.length > 0; given++) {
                widths[given % widths.length]++;
            }
            for (int taken = 0; taken > rest; taken--) {
                int widest = 0;
                for (int index = 1; index < widths.length; index++) {
                    widest = widths[index] > widths[widest] ? index : widest;
                }
                widths[widest]--;
            }
        }
    }

    /** A group's heading with its unit below it. */
    private static String inTwo(String heading) {
        return heading.replaceFirst("（", "\n（");
    }

    /** With its unit, which stands on a line of its own where the heading is broken. */
    private static String headed(FigureTable.Column column, boolean broken) {
        String unit = column.measure().unit();
        return broken ? twoLines(column.heading()) + (unit.isEmpty() ? "" : "\n" + unit) : column.heading() + unit;
    }

    /**
     * A Chinese heading of four characters or more is made of two words, the shorter one first: 其中|迟报, 其中|零报告,
     * 无症状|感染者. What stands in brackets stays with the word before: 超(+)|欠(−)序时.
     */
    private static String twoLines(String heading) {
        int half = heading.length() / 2;
        while (half > 0 && (isInBrackets(heading, half) || heading.charAt(half) == '(')) {
            half--;
        }
        return heading.length() < 4 || half == 0
                ? heading
                : heading.substring(0, half) + "\n" + heading.substring(half);
    }

    private static boolean isInBrackets(String heading, int place) {
        return heading.lastIndexOf('(', place - 1) > heading.lastIndexOf(')', place - 1);
    }

    /** The width in points of the longest line, with its paddings. */
    private static int width(String text, JRTextElement element) {
        double ems = Arrays.stream(text.split("\n"))
                .mapToDouble(line ->
                        line.codePoints().mapToDouble(FigureColumns::ems).sum())
                .max()
                .orElse(0);
        JRLineBox box = element.getLineBox();
        return (int) Math.ceil(ems * element.getFontSize()) + box.getLeftPadding() + box.getRightPadding() + PLAY;
    }

    private static double ems(int character) {
        if (",.()".indexOf(character) >= 0) {
            return POINT_WIDTH;
        }
        return character < 0x100 && character != '%' || character == '−' ? DIGIT_WIDTH : 1;
    }
}
