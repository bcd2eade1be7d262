package lingbao.run;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.Form;
import lingbao.run.SheetFiles.SheetFile;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Takes sheets in and answers each. */
@Command(name = "ingest", description = "接收报表：指出错在哪里，能接收的入库，给出回执。")
final class IngestCommand implements Callable<Integer> {

    @ParentCommand
    @Nullable
    Lingbao lingbao;

    @Mixin
    SheetArguments arguments = new SheetArguments();

    @Override
    public Integer call() {
        Lingbao line = Objects.requireNonNull(lingbao);
        arguments.requireReceivedBy(line.clock.instant());
        try (ConfigurableApplicationContext house = House.open(line.home(), line.clock)) {
            if (arguments.receivedAt != null
                    && !house.getBean(HomeSettings.class).migration()) {
                throw new CommandFault("--received-at 只能用于迁移数据的目录：home.yaml 须在首次使用之前写有 migration: true。");
            }
            Map<String, Form> forms = house.getBean(Catalogue.class).forms();
            arguments.requireKnownForm(forms);
            Answering answering = new Answering(line, forms, arguments.json, false);
            MarkedCopies copies = arguments.copies(house);
            List<SheetFile> files = arguments.files(line.err);
            try (Progress progress =
                    new Progress(line.err, "接收报表", files.size(), Progress.isWatched() && !arguments.json)) {
                house.getBean(IngestJob.class).run(new IngestJob.Batch(files, arguments.asked(), copies, answers -> {
                    answering.accept(answers);
                    progress.step();
                }));
            }
            return answering.status();
        }
    }
}
