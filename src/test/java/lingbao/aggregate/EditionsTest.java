package lingbao.aggregate;

import static lingbao.aggregate.StoredDay.CUT_OFF;
import static lingbao.aggregate.StoredDay.DAY;
import static lingbao.aggregate.StoredDay.REPORT;
import static lingbao.aggregate.StoredDay.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import lingbao.domain.Period;
import lingbao.domain.PeriodKind;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;

class EditionsTest {

    private static final Period PERIOD = new Period(PeriodKind.DAY, DAY);
    private static final Instant NOON = at("2020-06-17T12:00:00");
    private static final String HASH = "0".repeat(64);

    private static final String WELL = "person_key=p1 morningTemperature=36.5";
    private static final String SECOND = "person_key=p2 morningTemperature=36.5";

    @OnBothDatabases
    void isTheSameEditionWhileTheFiguresAreTheSame(TestDatabase database) {
        StoredDay day = day(database);
        Editions editions = new Editions(database.session());
        StateContent noon = content(day, NOON);
        assertThat(editions.saying(noon)).isEmpty();
        Edition first = editions.issue(noon, editions.nextNumber(noon), NOON, HASH, HASH);
        assertThat(first.number()).isEqualTo(1);
        assertThat(editions.saying(content(day, NOON.plusSeconds(60)))).contains(first);
        assertThat(editions.numbered("zero-report", PERIOD, "D", 1)).contains(first);
    }

    @OnBothDatabases
    void tellsWhatALaterEditionChanged(TestDatabase database) {
        StoredDay day = day(database);
        Editions editions = new Editions(database.session());
        StateContent noon = content(day, NOON);
        Edition first = editions.issue(noon, 1, NOON, HASH, HASH);
        day.sheet("health-check", "E1", "15:00:00", WELL, SECOND);
        StateContent evening = content(day, CUT_OFF);
        assertThat(editions.saying(evening)).isEmpty();
        assertThat(editions.changesSinceLast(evening))
                .containsExactly(
                        new FigureChange("E1", "甲学校", "checked", "1", "2"),
                        new FigureChange("E1", "甲学校", "persons", "1", "2"),
                        new FigureChange("D", "试验区", "checked", "1", "2"),
                        new FigureChange("D", "试验区", "persons", "1", "2"));
        Edition second = editions.issue(evening, editions.nextNumber(evening), CUT_OFF, HASH, HASH);
        assertThat(second.number()).isEqualTo(2);
        assertThat(editions.saying(content(day, NOON))).contains(first);
    }

    @OnBothDatabases
    void makesAnotherEditionOfFiguresThatChangedBack(TestDatabase database) {
        StoredDay day = day(database);
        Editions editions = new Editions(database.session());
        editions.issue(content(day, NOON), 1, NOON, HASH, HASH);
        day.sheet("health-check", "E1", "15:00:00", WELL, SECOND);
        editions.issue(content(day, at("2020-06-17T16:00:00")), 2, NOON, HASH, HASH);
        day.sheet("health-check", "E1", "17:00:00", WELL);
        StateContent again = content(day, CUT_OFF);
        assertThat(again.figuresHash()).isEqualTo(content(day, NOON).figuresHash());
        assertThat(editions.saying(again)).isEmpty();
        assertThat(editions.nextNumber(again)).isEqualTo(3);
    }

    @OnBothDatabases
    void refusesASecondEditionOfTheSameNumber(TestDatabase database) {
        StoredDay day = day(database);
        Editions editions = new Editions(database.session());
        StateContent noon = content(day, NOON);
        Edition first = editions.issue(noon, 1, NOON, HASH, HASH);
        assertThatThrownBy(() -> editions.issue(noon, 1, CUT_OFF, HASH, HASH)).isInstanceOf(RuntimeException.class);
        assertThat(editions.of("zero-report", PERIOD, "D")).isEqualTo(List.of(first));
    }

    private static StoredDay day(TestDatabase database) {
        return StoredDay.afresh(database)
                .regions("D,试验区,,district,yimei")
                .institutions("E1,甲学校,学校,D,,")
                .sheet("health-check", "E1", "08:00:00", WELL);
    }

    private static StateContent content(StoredDay day, Instant cutOff) {
        return day.contents().of(REPORT, PERIOD, "D", cutOff).get(0);
    }
}
