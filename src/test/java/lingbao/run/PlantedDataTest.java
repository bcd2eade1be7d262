package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.ContextInitializer;
import ch.qos.logback.core.joran.spi.JoranException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import lingbao.run.Launcher.Ended;
import lingbao.store.Database;
import lingbao.testing.OnBothDatabases;
import lingbao.testing.TestDatabase;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * More than a thousand names and numbers, and what is said of the health of these persons, go in by good and bad rows of
 * sheets of each kind, by files that can't be read and by faults of the store, while an operator asks for all that can be
 * logged. They then stand in those places alone that are listed here, each with its reason.
 */
class PlantedDataTest {

    private static final String DAY = "2020-06-17";
    private static final String HEALTH = "姓名,证件号码,人员类别,班级,体温,症状,备注\n";

    /** Where what may stand in clear, and why. Each place must be met, so that none is listed in vain. */
    private enum Allowed {
        MARKED_COPY("copies/", true, "the sender's own file, written because he asked for it"),
        OWN_ROWS("printed: check --rows", true, "the rows of the caller's own file"),
        ANSWER("printed: ingest", false, "what was typed in a cell that is refused; personal columns are masked"),
        CHECK_ANSWER("printed: check", false, "as for ingest"),
        STORED_ROWS("table form_health_check.", false, "figures are made of it; whose it is is sealed"),
        FINDINGS("table finding.", false, "what was typed in a cell that is refused; personal columns are masked"),
        DATABASE_FILE("home/database/lingbao.mv.db", false, "the two tables before"),
        TEMPLATE("out/template.xlsx", true, "the sender's own people, for him to type their temperatures"),
        EXPORT("out/health-check.", false, "the stored rows, which were asked for");

        private final String place;
        private final boolean persons;

        /** @param persons whether names and numbers may stand there too, not only what is said of somebody's health */
        Allowed(String place, boolean persons, String reason) {
            assertThat(reason).isNotBlank();
            this.place = place;
            this.persons = persons;
        }
    }

    private final PlantedData planted = new PlantedData();
    private final Map<String, byte[]> places = new TreeMap<>();
    private final PrintStream standardOut = System.out;
    private final PrintStream standardError = System.err;
    private final ByteArrayOutputStream streams = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    /** As the program is started, and not as its tests are. */
    @BeforeEach
    void logEverything() throws IOException, JoranException {
        JoranConfigurator shipped = new JoranConfigurator();
        shipped.setContext(logging());
        logging().reset();
        shipped.doConfigure("src/main/resources/logback.xml");
        Path settings =
                Files.writeString(folder.resolve("everything.xml"), """
                <configuration>
                  <appender name="file" class="ch.qos.logback.core.FileAppender">
                    <file>%s</file>
                    <encoder><pattern>%%level %%logger %%msg%%n%%ex</pattern></encoder>
                  </appender>
                  <root level="TRACE"><appender-ref ref="file"/></root>
                </configuration>
                """.formatted(folder.resolve("everything.log")));
        System.setProperty("logging.config", settings.toString());
        PrintStream both = new PrintStream(streams, true, StandardCharsets.UTF_8);
        System.setOut(both);
        System.setErr(both);
    }

    @AfterEach
    void logAsInOtherTests() throws JoranException {
        System.clearProperty("logging.config");
        System.setOut(standardOut);
        System.setErr(standardError);
        logging().reset();
        new ContextInitializer(logging()).autoConfig();
    }

    private static LoggerContext logging() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }

    @OnBothDatabases
    void standsInTheListedPlacesAlone(TestDatabase database) throws IOException {
        Desk desk = Desk.ofMigration(folder, database.environment()).at("2020-06-17T08:00:00+08:00");
        register(desk);
        breakTheStore(desk, database);
        call(desk, 2, "ingest", "ingest", halfWay(desk));
        sql(desk, "alter table form_health_check drop column half");
        Path sheets = sheets();
        call(desk, 2, "ingest --json", "ingest", sheets, "--annotated", folder.resolve("copies"), "--json");
        call(desk, 2, "ingest again", "ingest", sheets);
        call(desk, 2, "check", "check", sheets, "--annotated", folder.resolve("copies/tried"));
        call(desk, 2, "check --rows", "check", sheets, "--json", "--rows");
        read(desk);
        breakTheReport(desk, database);

        everyTable(desk);
        places.putAll(ClearText.filesIn(folder, file -> !file.startsWith("sent/") && !file.startsWith("register/")));
        places.put("standard streams", streams.toByteArray());

        assertThat(planted.identifiers().size()).isGreaterThan(1000);
        assertThat(planted.ofHealth().size()).isGreaterThan(200);
        assertThat(places.keySet())
                .anyMatch(place -> place.startsWith("table batch_step_execution."))
                .anyMatch(place -> place.startsWith("home/received/"))
                .anyMatch(place -> place.startsWith("home/editions/"))
                .contains("home/logs/faults.log", "out/template.xlsx");
        Set<Allowed> met = new TreeSet<>();
        assertThat(outOfPlace(met)).isEmpty();
        if (!database.database().isServer()) {
            assertThat(met).containsExactly(Allowed.values());
        }
    }

    private Set<String> outOfPlace(Set<Allowed> met) {
        ClearText persons = new ClearText(planted.identifiers());
        ClearText health = new ClearText(planted.ofHealth());
        Set<String> found = new TreeSet<>();
        places.forEach((place, bytes) -> {
            Set<String> ofPersons = persons.in(bytes);
            Set<String> ofHealth = health.in(bytes);
            for (Allowed allowed : Allowed.values()) {
                if (place.startsWith(allowed.place)) {
                    if (!ofHealth.isEmpty() || allowed.persons && !ofPersons.isEmpty()) {
                        met.add(allowed);
                    }
                    ofHealth = Set.of();
                    ofPersons = allowed.persons ? Set.of() : ofPersons;
                }
            }
            ofPersons.forEach(word -> found.add(place + ": " + word));
            ofHealth.forEach(word -> found.add(place + ": " + word));
        });
        return found;
    }

    private void register(Desk desk) throws IOException {
        desk.registered(
                Desk.REGIONS,
                "机构编码,机构名称,机构类型,所属街道代码,负责人,填报人,联系电话,邮箱\n"
                        + "3301900101,新程职业培训学校,培训机构,330190001," + planted.name() + "," + planted.name() + ","
                        + planted.phone() + "," + planted.identifier("qiyu.lanfan@example.com") + "\n"
                        + "3301900102,青石第一小学,学校,330190001," + planted.name() + "," + planted.name() + ","
                        + planted.phone() + ",\n");
        Path wrong = desk.file(
                "register/wrong.csv",
                "机构编码,机构名称,机构类型,所属街道代码,负责人,联系电话\n" + "3301900103,知行会计培训学校,培训机构,330190001," + planted.name() + "9,"
                        + planted.phone() + "77\n");
        call(desk, 1, "load", "load", "institutions", wrong);
    }

    /** More rows than are written at once; the database refuses one of the last, and tells its driver what stood in it. */
    private Path halfWay(Desk desk) throws IOException {
        StringBuilder rows = new StringBuilder(HEALTH);
        for (int row = 0; row < 1100; row++) {
            rows.append("甲一,,学员,二班,36.5,无,\n");
        }
        for (int row = 0; row < 20; row++) {
            rows.append(planted.name() + "," + planted.idNumber() + ",学员,二班,36.5,无," + planted.remark() + "\n");
        }
        return desk.file("sent/half-way/3301900101_2020-06-17.csv", rows.toString());
    }

    private static void breakTheStore(Desk desk, TestDatabase database) {
        sql(
                desk,
                database.database().isServer()
                        ? "alter table form_health_check add column half varchar(2) generated always as (remark) stored"
                        : "alter table form_health_check add column half varchar(2) generated always as (remark)");
    }

    private static void sql(Desk desk, String statement) {
        try (ConfigurableApplicationContext house = desk.open()) {
            house.getBean(PreparedTables.class);
            new JdbcTemplate(house.getBean(DataSource.class)).execute(statement);
        }
    }

    private Path sheets() throws IOException {
        Path sheets = Files.createDirectories(folder.resolve("sent/sheets"));
        Workbooks.write(
                sheets.resolve("3301900101_2020-06-17.xlsx"),
                "健康监测",
                HEALTH + goodRows(120) + badRows(10),
                "考勤",
                "班级,应到人数,实到人数,填报人\n一班,120,120," + planted.name() + "\n",
                "消毒",
                "日期,场所,作业类型,开始时间,责任人,检查人\n2020-06-17,101教室,消毒,07:30," + planted.name() + "," + planted.name() + "\n");
        oldWorkbook(sheets.resolve("3301900102_2020-06-17.xls"), HEALTH + goodRows(120) + badRows(10));
        String text = HEALTH + goodRows(60) + badRows(10);
        Files.writeString(sheets.resolve("3301900102_2020-06-17_a.csv"), text);
        Files.write(
                sheets.resolve("3301900102_2020-06-17_b.csv"),
                (HEALTH + goodRows(20)).getBytes(Charset.forName("GB18030")));
        Files.writeString(
                sheets.resolve("3301900102_2020-06-17_unclosed.csv"),
                HEALTH + goodRows(2) + "\"" + planted.name() + "," + planted.idNumber() + ",学员\n");
        StringBuilder roster = new StringBuilder("姓名,身份证号,企业名称,所属街道,人员类别,培训日期,学时,操作证号,证书有效期\n");
        for (int row = 0; row < 30; row++) {
            String certificate = "T" + planted.idNumber();
            roster.append(planted.name() + "," + planted.idNumber() + ",甲公司,青石街道,从业人员,2020-06-01,24,"
                    + planted.identifier(certificate + (row % 5 == 0 ? "0".repeat(100) : "")) + ",2023-06-01\n");
        }
        Files.writeString(sheets.resolve("3301900101_2020年6月.csv"), roster);
        Files.writeString(
                sheets.resolve("address-list.csv"), "称呼,号码\n" + planted.name() + "," + planted.phone() + "\n");
        Files.writeString(sheets.resolve("prose.xlsx"), planted.name() + "老师：请打" + planted.phone() + "。\n");
        truncated(Workbooks.write(sheets.resolve("truncated.xlsx"), "健康监测", HEALTH + goodRows(3)));
        Path spoiled = oldWorkbook(sheets.resolve("spoiled.xls"), HEALTH + goodRows(3));
        byte[] bytes = Files.readAllBytes(spoiled);
        Arrays.fill(bytes, bytes.length / 3, bytes.length / 3 + 600, (byte) 0xfd);
        Files.write(spoiled, bytes);
        return sheets;
    }

    private String goodRows(int count) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < count; row++) {
            rows.append(planted.name() + "," + planted.idNumber() + ",学员,一班,36.5,无,"
                    + (row % 2 == 0 ? planted.remark() : "") + "\n");
        }
        return rows.toString();
    }

    /** Each thing that can be wrong with a row, with persons in every column that one may slip into. */
    private String badRows(int ofEach) {
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < ofEach; row++) {
            String twice = planted.idNumber();
            String shortened = planted.identifier(planted.idNumber().substring(0, 17));
            rows.append(planted.name() + "," + twice + ",学员,二班,36.5,无,\n")
                    .append(planted.name() + "," + twice + ",学员,二班,38.5,无,\n")
                    .append(planted.name() + "," + shortened + ",学员,二班,36.5,无,\n")
                    .append(planted.name() + "9," + planted.idNumber() + ",学员,二班,36.5,无,\n")
                    .append(planted.name() + "," + planted.idNumber() + ",学员,二班," + planted.temperature() + ",无,\n")
                    .append(planted.name() + "," + planted.idNumber() + ",学员,二班,36.5," + planted.symptom() + ",\n")
                    .append(planted.name() + "," + planted.idNumber() + ",学员,二班," + planted.phone() + ",无,\n");
        }
        return rows.toString();
    }

    private static Path oldWorkbook(Path file, String lines) throws IOException {
        try (HSSFWorkbook workbook = new HSSFWorkbook();
                OutputStream out = Files.newOutputStream(file)) {
            Sheet sheet = workbook.createSheet("健康监测");
            for (String line : lines.lines().toList()) {
                Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
                for (String cell : line.split(",", -1)) {
                    row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(cell);
                }
            }
            workbook.write(out);
        }
        return file;
    }

    private static void truncated(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
    }

    /** Everything that gives back what was stored. */
    private void read(Desk desk) {
        Path out = folder.resolve("out");
        call(desk, 0, "run", "run", "zero-report", "--date", DAY, "--out", out, "--json");
        call(desk, 0, "status", "status", "--date", DAY);
        for (String format : List.of("csv", "xlsx", "json")) {
            Path file = out.resolve("health-check." + format);
            call(desk, 0, "export", "export", "health-check", "--date", DAY, "--format", format, "--out", file);
        }
        Path roster = out.resolve("training-roster.csv");
        call(desk, 0, "export", "export", "training-roster", "--month", "2020-06", "--out", roster);
        Path template = out.resolve("template.xlsx");
        call(
                desk,
                0,
                "template",
                "template",
                "health-check",
                "--institution",
                "3301900101",
                "--date",
                "2020-06-18",
                "--out",
                template);
    }

    /** A question that ends in an exception whose message holds what stood in the row; the server only warns. */
    private void breakTheReport(Desk desk, TestDatabase database) throws IOException {
        if (database.database().isServer()) {
            return;
        }
        desk.declare("mappers/local.xml", """
                        <?xml version="1.0" encoding="UTF-8"?>
                        <!DOCTYPE mapper PUBLIC "-//mybatis.org//DTD Mapper 3.0//EN" "https://mybatis.org/dtd/mybatis-3-mapper.dtd">
                        <mapper namespace="local">
                          <select id="remarks" resultType="map">
                            select sheet.institution, count(*) as persons
                            from (<include refid="sheets.inForce"><property name="form" value="health-check"/></include>) sheet
                            join form_health_check h on h.submission_id = sheet.id
                            where h.remark is not null and cast(h.remark as int) > 0
                            group by sheet.institution
                          </select>
                        </mapper>
                        """).declare("jobs/checks/remarks.yml", """
                        id: remarks
                        name: 备注
                        severity: warning
                        statement: local.remarks
                        forms: [health-check]
                        clauses: {default: 本地设定}
                        message: "{institution}有{persons}条备注。"
                        remedy: 请核实。
                        """);
        call(desk, 1, "run that fails", "run", "zero-report", "--date", DAY, "--out", folder.resolve("out"));
    }

    private void call(Desk desk, int status, String command, Object... arguments) {
        Ended ended = desk.call(arguments);
        assertThat(ended.status()).as(command + ended.err()).isEqualTo(status);
        places.merge(
                "printed: " + command,
                (ended.out() + ended.err()).getBytes(StandardCharsets.UTF_8),
                (before, more) -> (new String(before, StandardCharsets.UTF_8)
                                + new String(more, StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** Every column of every table, whatever its type, as it reads as text. */
    private void everyTable(Desk desk) {
        try (ConfigurableApplicationContext house = desk.open()) {
            JdbcTemplate jdbc = new JdbcTemplate(house.getBean(DataSource.class));
            String own = "information_schema.tables where table_schema = "
                    + (house.getBean(Database.class).isServer() ? "database()" : "schema()");
            List<String> tables = jdbc.queryForList("select table_name from " + own, String.class);
            assertThat(tables).hasSizeGreaterThan(20);
            for (String table : tables) {
                Map<String, StringBuilder> columns = new LinkedHashMap<>();
                for (Map<String, Object> row : jdbc.queryForList("select * from " + table)) {
                    row.forEach((column, value) -> columns.computeIfAbsent(column, name -> new StringBuilder())
                            .append(value instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : value)
                            .append('\n'));
                }
                columns.forEach((column, text) -> places.put(
                        ("table " + table + "." + column).toLowerCase(Locale.ROOT),
                        text.toString().getBytes(StandardCharsets.UTF_8)));
            }
        }
    }
}
