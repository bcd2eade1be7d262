package lingbao.run;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lingbao.aggregate.Edition;
import lingbao.aggregate.Editions;
import lingbao.aggregate.FigureChange;
import lingbao.aggregate.ReportContent;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.ProgressReport;
import lingbao.catalogue.Report;
import lingbao.domain.Directory;
import lingbao.domain.Period;
import lingbao.domain.Region;
import lingbao.register.Registers;
import lingbao.render.ReportPages;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.launch.NoSuchJobException;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes one report for one period: aggregates, lays each region's figures on its page, issues it. One region that fails
 * does not stop the others. The same figures are the same edition, and an issued edition never changes.
 */
final class ReportJob {

    private static final String NAME = "ReportJob";

    /** What to make; {@code region} null for every reporting region. */
    record Order(Report report, Period period, @Nullable String region, Instant cutOff) {}

    /**
     * One region's issued edition.
     *
     * @param figures as {@link ReportContent#objects}
     * @param name of its files, without the ending
     */
    record Issued(
            Region region, List<Map<String, @Nullable Object>> figures, Edition edition, ZoneId zone, String name) {

        /** As scripts read them, each with the edition. */
        List<Map<String, @Nullable Object>> objects() {
            return figures.stream()
                    .map(each -> {
                        Map<String, @Nullable Object> object = new LinkedHashMap<>(each);
                        object.put("edition", edition.number());
                        object.put("cutOff", JsonLines.moment(edition.cutOff(), zone));
                        return object;
                    })
                    .toList();
        }
    }

    /**
     * @param failed the regions of which no page was made, each with its number in the fault log
     * @param without the regions of which the edition that was asked for was never issued
     */
    record Outcome(List<Issued> issued, List<String> failed, List<Region> without) {
        Outcome() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private final JobOperator operator;
    private final JobRepository repository;
    private final PlatformTransactionManager transactions;
    private final TransactionTemplate savepoint;
    private final Registers registers;
    private final ReportContents contents;
    private final ReportPages pages;
    private final Editions editions;
    private final FaultLog faults;
    private final Clock clock;
    private final EditionArchive archive;

    ReportJob(
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Registers registers,
            ReportContents contents,
            ReportPages pages,
            Editions editions,
            FaultLog faults,
            Clock clock,
            EditionArchive archive) {
        this.operator = operator;
        this.repository = repository;
        this.transactions = transactions;
        this.savepoint = new TransactionTemplate(transactions);
        this.savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.registers = registers;
        this.contents = contents;
        this.pages = pages;
        this.editions = editions;
        this.faults = faults;
        this.clock = clock;
        this.archive = archive;
    }

    /** @throws CommandFault where the region is unknown, nobody is registered, or the period has not begun */
    Outcome run(Order order) {
        requireKnown(order);
        requireBegun(order);
        Outcome outcome = new Outcome();
        JobExecution execution;
        try {
            execution = operator.start(
                    new JobBuilder(NAME, repository)
                            .start(issueEach(order, outcome))
                            .build(),
                    attempt(order));
        } catch (Exception e) {
            throw new IllegalStateException("the report job did not start; nothing was issued", e);
        }
        if (execution.getStatus() != BatchStatus.COMPLETED) {
            throw new IllegalStateException(
                    "the report job ended " + execution.getStatus() + "; what was issued before stays",
                    execution.getAllFailureExceptions().stream().findFirst().orElse(null));
        }
        return outcome;
    }

    /**
     * The files of an edition issued before, as they were issued.
     *
     * @throws CommandFault where the region is unknown, or none has this edition
     */
    Outcome fetch(Order order, int number) {
        requireKnown(order);
        Outcome outcome = new Outcome();
        for (Region region : contents.regions(order.report(), order.period(), order.region())) {
            editions.numbered(order.report().id(), order.period(), region.code(), number)
                    .ifPresentOrElse(
                            edition -> outcome.issued().add(issued(order, region, edition, edition.objects())),
                            () -> outcome.without().add(region));
        }
        if (outcome.issued().isEmpty()) {
            throw new CommandFault(order.period().label() + "没有签发过第 " + number + " 版；不写 --edition 可以生成最新一版。");
        }
        return outcome;
    }

    private void requireKnown(Order order) {
        boolean ofDistricts = order.report() instanceof ProgressReport;
        Directory directory =
                registers.on(ofDistricts ? order.period().end() : order.period().start());
        if (directory.regions().isEmpty()) {
            throw new CommandFault("还没有载入登记册：请先运行 load regions 和 load institutions。");
        }
        if (order.region() != null && directory.region(order.region()).isEmpty()) {
            throw new CommandFault("登记册里没有区域“" + order.region() + "”，请核对区域代码。");
        }
        List<Region> districts = ofDistricts ? contents.regions(order.report(), order.period(), null) : List.of();
        if (ofDistricts
                && order.region() != null
                && districts.stream().noneMatch(each -> each.code().equals(order.region()))) {
            throw new CommandFault("报告 " + order.report().id() + " 按区编制，各单位都在区的报告里；--region 可以写："
                    + districts.stream()
                            .map(each -> each.code() + "（" + each.name() + "）")
                            .collect(Collectors.joining("、"))
                    + "。");
        }
    }

    /** The period begins where the region is: in its policy's zone. */
    private void requireBegun(Order order) {
        for (Region region : contents.regions(order.report(), order.period(), order.region())) {
            LocalDate today = LocalDate.now(clock.withZone(contents.zoneOf(region)));
            if (order.period().start().isAfter(today)) {
                throw new CommandFault(order.period().label() + "还没有到，没有可汇总的数据；请核对时段。");
            }
        }
    }

    /** Running again is another attempt, never a restart: what was issued is found again by its figures. */
    private JobParameters attempt(Order order) throws NoSuchJobException {
        long before = repository.getJobNames().contains(NAME) ? repository.getJobInstanceCount(NAME) : 0;
        return new JobParametersBuilder()
                .addString("report", order.report().id())
                .addString("period", order.period().text())
                .addString("region", order.region() == null ? "all" : order.region())
                .addString("cutOff", order.cutOff().toString(), false)
                .addLong("attempt", before + 1)
                .toJobParameters();
    }

    private Step issueEach(Order order, Outcome outcome) {
        List<Iterator<? extends ReportContent>> asked = new ArrayList<>(1);
        return new StepBuilder("issue", repository)
                .<ReportContent, ReportContent>chunk(1)
                .transactionManager(transactions)
                .reader(() -> {
                    if (asked.isEmpty()) {
                        asked.add(contents.of(order.report(), order.period(), order.region(), order.cutOff())
                                .iterator());
                    }
                    return asked.get(0).hasNext() ? asked.get(0).next() : null;
                })
                .writer(chunk -> chunk.forEach(content -> issueOrTell(order, content, outcome)))
                .build();
    }

    private void issueOrTell(Order order, ReportContent content, Outcome outcome) {
        try {
            savepoint.executeWithoutResult(status -> outcome.issued().add(issue(order, content)));
        } catch (RuntimeException e) {
            outcome.failed().add(content.region().name() + "（编号 " + faults.record(e) + "）");
        }
    }

    private Issued issue(Order order, ReportContent content) {
        Optional<Edition> same = editions.saying(content);
        if (same.isPresent()) {
            return issued(order, content.region(), same.get(), content.objects());
        }
        int number = editions.nextNumber(content);
        List<FigureChange> changes = editions.changesSinceLast(content);
        byte[] pdf = pages.pdf(content, number, changes);
        byte[] xlsx = pages.xlsx(content, number, changes);
        // The files first: an edition that the database knows is one whose files are there.
        Edition edition = editions.issue(content, number, clock.instant(), archive.keep(pdf), archive.keep(xlsx));
        return issued(order, content.region(), edition, content.objects());
    }

    private Issued issued(Order order, Region region, Edition edition, List<Map<String, @Nullable Object>> figures) {
        String name = order.report().id() + "-" + order.period().text() + "-" + region.code()
                + (edition.number() == 1 ? "" : "-e" + edition.number());
        return new Issued(region, figures, edition, contents.zoneOf(region), name);
    }
}
