package lingbao.run;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.run.SheetFiles.SheetFile;
import lingbao.store.Database;
import lingbao.store.Predecessors;
import lingbao.upload.NotReceivedException;
import lingbao.upload.Received;
import lingbao.upload.Uploads;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Gives the answers that {@code ingest} would give; nothing is stored. */
@Command(name = "check", description = "试读报表：只指出错在哪里，不接收，也不保存。")
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Mixin
    SheetArguments arguments = new SheetArguments();

    @Option(names = "--rows", description = "与 --json 同用：连同可接收的各行一起输出。")
    boolean rows;

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        arguments.requireReceivedBy(line.clock.instant());
        try (ConfigurableApplicationContext house = House.openForDryRun(line.home(), line.clock)) {
            Intake intake = house.getBean(Intake.class);
            Predecessors predecessors =
                    house.getBean(Database.class).isThere() ? house.getBean(Predecessors.class) : null;
            Map<String, Form> forms = house.getBean(Catalogue.class).forms();
            arguments.requireKnownForm(forms);
            Answering answering = new Answering(line, forms, arguments.json, true);
            MarkedCopies copies = arguments.copies(house);
            List<SheetFile> files = arguments.files(line.err);
            try (Progress progress =
                    new Progress(line.err, "试读报表", files.size(), Progress.isWatched() && !arguments.json)) {
                for (SheetFile file : files) {
                    answering.accept(answers(intake, file, predecessors, copies, line.clock.instant()));
                    progress.step();
                }
            }
            return answering.status();
        }
    }

    private List<SheetAnswer> answers(
            Intake intake,
            SheetFile file,
            @Nullable Predecessors predecessors,
            @Nullable MarkedCopies copies,
            Instant now) {
        Instant receivedAt = file.receivedAt() == null ? now : file.receivedAt();
        try {
            Received received = Uploads.inPlace(file.path(), receivedAt);
            List<SheetAnswer> answers = intake.dryRun(
                    received,
                    file.shown(),
                    arguments.asked(),
                    new DryRun(rows && arguments.json, predecessors, received));
            return copies == null ? answers : copies.annotated(received, file, arguments.asked(), true, answers);
        } catch (NotReceivedException e) {
            return List.of(SheetAnswer.refusedFile(file.shown(), null, null, List.of(e.finding())));
        }
    }
}
