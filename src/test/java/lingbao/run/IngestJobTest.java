package lingbao.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import lingbao.catalogue.Catalogue;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.domain.Finding;
import lingbao.domain.FindingCode;
import lingbao.domain.SheetState;
import lingbao.read.WorkbookReader;
import lingbao.register.Registers;
import lingbao.store.Submissions;
import lingbao.upload.Uploads;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

class IngestJobTest {

    private static final String SHEET = "班级,应到人数,实到人数\n一班,30,30\n";

    @TempDir
    Path folder;

    @Test
    void aFaultOfTheProgramRefusesTheFileAndNoOther() throws IOException {
        Desk desk = Desk.in(folder).at("2020-06-17T08:00:00+08:00").registered();
        List<SheetAnswer> answers = new ArrayList<>();
        try (ConfigurableApplicationContext house = desk.open()) {
            Registers registers = house.getBean(Registers.class);
            int[] asked = {0};
            Intake failing = new Intake(
                    house.getBean(Catalogue.class),
                    house.getBean(WorkbookReader.class),
                    day -> asked[0]++ == 0 ? failed() : registers.on(day),
                    day -> Companies.NONE);
            new IngestJob(
                            house.getBean(JobOperator.class),
                            house.getBean(JobRepository.class),
                            house.getBean(PlatformTransactionManager.class),
                            house.getBean(Uploads.class),
                            house.getBean(Submissions.class),
                            failing,
                            house.getBean(FaultLog.class))
                    .run(new IngestJob.Batch(
                            List.of(
                                    Desk.arriving(desk.file("3301900101_2020-06-17.csv", SHEET), null),
                                    Desk.arriving(desk.file("3301900102_2020-06-17.csv", SHEET), null)),
                            new Intake.Asked(null, null, null),
                            answers::addAll));
        }

        assertThat(answers).extracting(SheetAnswer::state).containsExactly(SheetState.REJECTED, SheetState.ACCEPTED);
        assertThat(answers.get(0).receipt()).isNotNull();
        assertThat(answers.get(0).findings()).extracting(Finding::code).containsExactly(FindingCode.PROCESSING_FAILED);
    }

    private static Directory failed() {
        throw new IllegalStateException("a fault of the program");
    }
}
