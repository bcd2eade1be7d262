package lingbao.run;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lingbao.aggregate.InstitutionDay;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Who was expected, who reported, who is late, blank or missing. */
@Command(name = "status", description = "查看某一天各单位各报表的报送情况。")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Option(names = "--date", required = true, paramLabel = "日期", description = "例如 2020-06-17。")
    @Nullable
    LocalDate date;

    @Option(names = "--json", description = "每个单位的每张报表输出一行 JSON。")
    boolean json;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        LocalDate day = Objects.requireNonNull(date);
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            Catalogue catalogue = house.getBean(Catalogue.class);
            ReportContents contents = house.getBean(ReportContents.class);
            List<InstitutionDay> states = contents.status(day, line.clock.instant());
            JsonLines lines = new JsonLines(line.out);
            for (InstitutionDay state : states) {
                ZoneId zone = contents.zoneOf(state.region());
                if (json) {
                    lines.object(asObject(day, state, zone));
                } else {
                    line.out.println(Visible.of(asText(catalogue, state, zone)));
                }
            }
            if (states.isEmpty()) {
                line.err.println(day + " 没有应报的单位：请核对日期，或先载入登记册。");
            }
            return Lingbao.DONE;
        }
    }

    private static Map<String, @Nullable Object> asObject(LocalDate day, InstitutionDay state, ZoneId zone) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        object.put("date", day.toString());
        object.put("region", state.region().code());
        object.put("institution", state.institution().code());
        object.put("form", state.form());
        object.put("state", state.state().word());
        object.put("timeliness", state.timeliness().word());
        object.put("receivedAt", JsonLines.moment(state.receivedAt(), zone));
        return object;
    }

    private static String asText(Catalogue catalogue, InstitutionDay state, ZoneId zone) {
        String form = catalogue.form(state.form()).map(known -> known.name()).orElse(state.form());
        String received = JsonLines.moment(state.receivedAt(), zone);
        return state.region().name() + "　" + state.institution().code() + "　"
                + state.institution().name() + "　" + form + "　" + state.state().label()
                + (received == null ? "" : "　" + state.timeliness().label() + "　" + received);
    }
}
