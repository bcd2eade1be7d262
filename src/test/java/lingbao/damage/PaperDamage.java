package lingbao.damage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What happens to a sheet while people work on it. */
enum PaperDamage {
    // These leave every row's data as they were.
    TITLE_ROWS(true) {
        @Override
        void to(Paper paper, Random random) {
            for (int count = 0; count <= random.nextInt(4); count++) {
                paper.titles.add(
                        random.nextInt(paper.titles.size() + 1),
                        oneOf(random, "附件3", "说明：请如实填写，谢谢配合。", "本表一式两份", "内部资料 注意保管"));
            }
        }
    },
    BLANK_ROWS(true) {
        @Override
        void to(Paper paper, Random random) {
            for (int count = 0; count <= random.nextInt(6); count++) {
                paper.rows.add(random.nextInt(paper.rows.size() + 1), paper.blankRow());
            }
        }
    },
    SHUFFLED_COLUMNS(true) {
        @Override
        void to(Paper paper, Random random) {
            paper.reorder(random);
        }
    },
    CHANGED_TYPES(true) {
        @Override
        void to(Paper paper, Random random) {
            for (List<@Nullable Object> row : paper.rows) {
                row.replaceAll(cell -> random.nextInt(3) == 0 ? ofAnotherType(cell, random) : cell);
            }
        }
    },
    DECORATED_HEADINGS(true) {
        @Override
        void to(Paper paper, Random random) {
            paper.heads.replaceAll(head -> new Paper.Head(head.group(), decorated(head.text(), random)));
        }
    },
    UNKNOWN_COLUMN(true) {
        @Override
        void to(Paper paper, Random random) {
            paper.heads.add(new Paper.Head(null, oneOf(random, "家长微信", "车牌", "宿舍楼")));
            paper.rows.forEach(row -> row.add(random.nextBoolean() ? "x" + random.nextInt(100) : null));
            paper.foot.replaceAll(row -> new ArrayList<>(row));
        }
    },
    REPEATED_HEADING(true) {
        @Override
        void to(Paper paper, Random random) {
            if (!paper.isGrouped()) {
                List<@Nullable Object> heading = new ArrayList<>();
                paper.heads.forEach(head -> heading.add(head.text()));
                paper.rows.add(random.nextInt(paper.rows.size() + 1), heading);
            }
        }
    },

    // These may cost rows, or the whole sheet.
    MOVED_HEADING(false) {
        @Override
        void to(Paper paper, Random random) {
            paper.rowsAboveTheHeading = random.nextInt(paper.rows.size() + 1);
        }
    },
    RENAMED_HEADING(false) {
        @Override
        void to(Paper paper, Random random) {
            int place = random.nextInt(paper.heads.size());
            Paper.Head head = paper.heads.get(place);
            paper.heads.set(
                    place,
                    new Paper.Head(head.group(), oneOf(random, "姓明", "体温℉", "", head.text() + "2", "备注", "日期", "合计")));
        }
    },
    DELETED_COLUMN(false) {
        @Override
        void to(Paper paper, Random random) {
            List<Integer> places = new ArrayList<>(
                    IntStream.range(0, paper.heads.size()).boxed().toList());
            if (places.size() > 1) {
                places.remove(random.nextInt(places.size()));
            }
            paper.keep(places);
        }
    },
    DUPLICATED_COLUMN(false) {
        @Override
        void to(Paper paper, Random random) {
            List<Integer> places = new ArrayList<>(
                    IntStream.range(0, paper.heads.size()).boxed().toList());
            places.add(random.nextInt(places.size() + 1), random.nextInt(places.size()));
            paper.keep(places);
        }
    },
    DUPLICATED_ROWS(false) {
        @Override
        void to(Paper paper, Random random) {
            for (int count = 0; count <= random.nextInt(3); count++) {
                List<@Nullable Object> row = paper.rows.get(random.nextInt(paper.rows.size()));
                paper.rows.add(random.nextInt(paper.rows.size() + 1), new ArrayList<>(row));
            }
        }
    },
    MERGED_CELLS(false) {
        @Override
        void to(Paper paper, Random random) {
            for (int count = 0; count <= random.nextInt(3); count++) {
                int row = random.nextInt(paper.rows.size());
                int column = random.nextInt(paper.heads.size());
                Paper.Merge merge = new Paper.Merge(
                        row, row + random.nextInt(4), column, column + (random.nextBoolean() ? 0 : random.nextInt(3)));
                boolean oneCell = merge.firstRow() == merge.lastRow() && merge.firstColumn() == merge.lastColumn();
                if (!oneCell && paper.merges.stream().noneMatch(merge::overlaps)) {
                    paper.merges.add(merge);
                }
            }
        }
    },
    SPOILED_CELLS(false) {
        @Override
        void to(Paper paper, Random random) {
            for (int count = 0; count <= random.nextInt(5); count++) {
                List<@Nullable Object> row = paper.rows.get(random.nextInt(paper.rows.size()));
                if (!row.isEmpty()) {
                    row.set(random.nextInt(row.size()), oneOf(random, NOISE));
                }
            }
        }
    },
    WORDS_FOR_ROWS(false) {
        @Override
        void to(Paper paper, Random random) {
            List<@Nullable Object> row = paper.blankRow();
            row.set(random.nextInt(row.size()), oneOf(random, "合计", "小计", "备注：以上属实", "填表人：", "总计", "同上"));
            paper.rows.add(random.nextInt(paper.rows.size() + 1), row);
        }
    };

    private static final @Nullable Object[] NOISE = {
        null,
        "",
        " ",
        "#REF!",
        "#N/A",
        "365",
        365,
        -1,
        1e308,
        "同上",
        "〃",
        "/",
        "合计",
        "姓名",
        "\u200b",
        "a\u0001b",
        "😀",
        "\ufffd",
        "36.5-36.8",
        "2020-02-30",
        "是否",
        "=1+1",
        "张三、李四",
        "x".repeat(600),
        43999,
        0.5,
        "\"",
        "a\nb",
        "，",
        "说明：无"
    };

    private final boolean harmless;

    PaperDamage(boolean harmless) {
        this.harmless = harmless;
    }

    /** Whether each row's data are left as they were. */
    boolean isHarmless() {
        return harmless;
    }

    abstract void to(Paper paper, Random random);

    private static @Nullable Object ofAnotherType(@Nullable Object cell, Random random) {
        if (cell instanceof Integer || cell instanceof BigDecimal) {
            return cell.toString();
        }
        if (cell instanceof LocalDate day) {
            return random.nextBoolean()
                    ? day.toString()
                    : "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        }
        if (cell instanceof LocalTime time) {
            return time.toString();
        }
        return cell instanceof String text && text.matches("[1-9][0-9]{0,4}") ? Integer.valueOf(text) : cell;
    }

    private static String decorated(String text, Random random) {
        if (text.isEmpty()) {
            return text;
        }
        return switch (random.nextInt(6)) {
            case 0 -> "*" + text;
            case 1 -> text + "（必填）";
            case 2 -> " " + text + "　";
            case 3 -> text.substring(0, 1) + "\n" + text.substring(1);
            case 4 -> "\ufeff" + text;
            default -> text;
        };
    }

    @SafeVarargs
    private static <T extends @Nullable Object> T oneOf(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
