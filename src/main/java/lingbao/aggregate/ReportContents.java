package lingbao.aggregate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.Report;
import lingbao.catalogue.StateReport;
import lingbao.domain.Directory;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.register.Registers;
import org.apache.ibatis.session.SqlSession;
import org.jspecify.annotations.Nullable;

/** What the reports say, region by region. */
public final class ReportContents {

    private final Registers registers;
    private final DayStates dayStates;
    private final StateContents states;
    private final ProgressContents progress;

    public ReportContents(Catalogue catalogue, Registers registers, SqlSession sql) {
        this.registers = registers;
        SubmissionMapper submissions = sql.getMapper(SubmissionMapper.class);
        Questions questions = new Questions(sql, catalogue.thresholds().keySet());
        this.dayStates = new DayStates(catalogue.policies(), submissions);
        this.states = new StateContents(catalogue, registers, submissions, dayStates, questions);
        this.progress = new ProgressContents(catalogue, registers, submissions, dayStates, questions);
    }

    /**
     * One content for each reporting region, those below before the one above.
     *
     * @param region the code of the region to report; null for every district
     * @param cutOff what was received later does not count; taken to the millisecond
     * @throws IllegalArgumentException where the register has no such region
     */
    public List<? extends ReportContent> of(Report report, Period period, @Nullable String region, Instant cutOff) {
        return report instanceof ProgressReport ofProgress
                ? of(ofProgress, period, region, cutOff)
                : of((StateReport) report, period, region, cutOff);
    }

    /** As above: the subdistricts, then their district. */
    public List<StateContent> of(StateReport report, Period period, @Nullable String region, Instant cutOff) {
        return states.of(report, period, region, cutOff.truncatedTo(ChronoUnit.MILLIS));
    }

    /** As above: the districts of which anything is known, or all where nothing is known of any. */
    public List<ProgressContent> of(ProgressReport report, Period period, @Nullable String region, Instant cutOff) {
        return progress.of(report, period, region, cutOff.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The regions of which {@link #of} may tell, in its order. */
    public List<Region> regions(Report report, Period period, @Nullable String region) {
        boolean ofProgress = report instanceof ProgressReport;
        Directory directory = registers.on(ofProgress ? period.end() : period.start());
        return ofProgress
                ? ReportingRegions.districts(directory, region)
                : ReportingRegions.topsOwing(directory, region).stream()
                        .flatMap(top -> directory.withAllBelow(top).stream())
                        .toList();
    }

    /** Every expected institution and form of that day, by region, institution and form. */
    public List<InstitutionDay> status(LocalDate day, Instant cutOff) {
        return states.status(day, cutOff.truncatedTo(ChronoUnit.MILLIS));
    }

    /** The zone in which the region's policy counts. */
    public ZoneId zoneOf(Region region) {
        return dayStates.policyOf(region).zone();
    }
}
