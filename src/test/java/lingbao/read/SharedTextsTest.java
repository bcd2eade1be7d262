package lingbao.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import lingbao.domain.FindingCode;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class SharedTextsTest {

    private static final String UNUSED = "没有单元格用到的文字条数";
    private static final String TEXTS = "各不相同的文字";

    @Test
    void textsThatNoCellAsksForAreAsManyAsThoseAskedForAndALeftover() {
        assertThatCode(asked(101_004, 3, 502)::unlessInVain).doesNotThrowAnyException();
        assertRefused(asked(101_005, 3, 502)::unlessInVain, FindingCode.TOO_LARGE, List.of(UNUSED, "100503", "100502"));
    }

    @Test
    void oneTextThatManyCellsAskForIsOne() {
        SharedTexts texts = table(100_003, 3);
        for (int cell = 0; cell < 10; cell++) {
            texts.ask(7);
        }
        assertRefused(texts::unlessInVain, FindingCode.TOO_LARGE, List.of(UNUSED, "100002", "100001"));
    }

    @Test
    void longTextsAreForCellsThatAskForThem() {
        assertThatCode(asked(30_000, 500, 20_000)::unlessInVain).doesNotThrowAnyException();
        assertRefused(
                asked(30_000, 500, 10_000)::unlessInVain,
                FindingCode.TOO_LARGE,
                List.of(TEXTS, "30000 条共 31680000 字节", "27017216 字节"));
    }

    @Test
    void aTextThatIsNotThereMakesTheFileCorrupt() {
        SharedTexts texts = table(3, 3);
        texts.ask(2);
        assertThatCode(texts::unlessInVain).doesNotThrowAnyException();
        texts.ask(Integer.MAX_VALUE);
        assertRefused(texts::unlessInVain, FindingCode.CORRUPT, List.of("缺少共享文字"));
    }

    @Test
    void cellsMayBeSeenBeforeTheirTexts() {
        SharedTexts texts = new SharedTexts(Limits.standard());
        texts.ask(0);
        SharedTexts.Table table = texts.new Table();
        table.add(1);
        table.end();
        assertThatCode(texts::unlessInVain).doesNotThrowAnyException();
    }

    /** A table of which the first texts are asked for. */
    private static SharedTexts asked(int texts, int length, int asked) {
        SharedTexts table = table(texts, length);
        for (int number = 0; number < asked; number++) {
            table.ask(number);
        }
        return table;
    }

    private static SharedTexts table(int texts, int length) {
        SharedTexts shared = new SharedTexts(Limits.within(256L << 20));
        SharedTexts.Table table = shared.new Table();
        for (int number = 0; number < texts; number++) {
            table.add(length);
        }
        table.end();
        return shared;
    }

    private static void assertRefused(ThrowingCallable asking, FindingCode code, List<String> details) {
        assertThatThrownBy(asking).isInstanceOfSatisfying(UnreadableFileException.class, e -> {
            assertThat(e.finding().code()).isEqualTo(code);
            assertThat(e.finding().details()).isEqualTo(details);
        });
    }
}
