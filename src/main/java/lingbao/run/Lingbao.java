package lingbao.run;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.stream.Collectors;
import lingbao.catalogue.CatalogueFaultsException;
import lingbao.render.BrokenTemplateException;
import lingbao.seal.KeysUnusableException;
import lingbao.seal.SealBrokenException;
import lingbao.store.HomeInUseException;
import lingbao.store.TablesDifferException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line. Exit status: 0 done and everything accepted; 1 could not run; 2 ran, and some file was rejected or
 * partly accepted.
 */
@Command(
        name = "lingbao",
        description = "零报：收取各单位的报表，指出错在哪里，每天早上送出一份真实的汇总表。",
        synopsisHeading = "用法：",
        descriptionHeading = "%n",
        optionListHeading = "%n选项：%n",
        commandListHeading = "%n命令：%n",
        synopsisSubcommandLabel = "命令",
        subcommands = {
            DemoCommand.class,
            LoadCommand.class,
            CheckCommand.class,
            IngestCommand.class,
            RunCommand.class,
            StatusCommand.class,
            ExportCommand.class,
            TemplateCommand.class
        })
public final class Lingbao implements Runnable {

    static final int DONE = 0;
    static final int COULD_NOT_RUN = 1;
    static final int SOME_REFUSED = 2;

    @Option(
            names = "--home",
            scope = ScopeType.INHERIT,
            paramLabel = "目录",
            description = "数据目录，默认取 LINGBAO_HOME，否则为 ./lingbao-home。")
    @Nullable
    Path home;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "显示用法。")
    boolean help;

    @Spec
    @Nullable
    CommandSpec spec;

    final PrintStream out;
    final PrintStream err;
    final Clock clock;
    final Map<String, String> environment;

    Lingbao(PrintStream out, PrintStream err, Clock clock, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.clock = clock;
        this.environment = environment;
    }

    public static void main(String[] arguments) {
        // Chinese leaves as UTF-8 whatever the terminal's locale was when the virtual machine started.
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int status = new Lingbao(out, err, Clock.systemUTC(), System.getenv()).execute(arguments);
        out.flush();
        System.exit(status);
    }

    int execute(String... arguments) {
        CommandLine commandLine = new CommandLine(this);
        commandLine.setParameterExceptionHandler(this::complainOfArguments);
        commandLine.setExecutionExceptionHandler((fault, line, result) -> complain(fault));
        return commandLine.execute(arguments);
    }

    /** Called where no command is named. */
    @Override
    public void run() {
        throw new CommandFault("请写明要做什么，例如 ./lingbao demo；用 --help 查看全部命令。");
    }

    Home home() {
        return Home.of(home, environment);
    }

    /** Faults whose message is made for the operator. */
    static boolean isToldAsItIs(Throwable fault) {
        return fault instanceof CommandFault
                || fault instanceof CatalogueFaultsException
                || fault instanceof HomeInUseException
                || fault instanceof BrokenTemplateException
                || fault instanceof TablesDifferException
                || fault instanceof KeysUnusableException
                || fault instanceof SealBrokenException;
    }

    private int complainOfArguments(ParameterException fault, String[] arguments) {
        String what;
        if (fault instanceof UnmatchedArgumentException unmatched) {
            what = "不认识的参数：" + String.join(" ", unmatched.getUnmatched());
        } else if (fault instanceof MissingParameterException missing) {
            what = "缺少参数："
                    + missing.getMissing().stream()
                            .map(argument -> argument.isOption()
                                    ? ((CommandLine.Model.OptionSpec) argument).longestName()
                                    : argument.paramLabel())
                            .collect(Collectors.joining("、"));
        } else if (fault.getCause() instanceof CommandFault cause) {
            what = String.valueOf(cause.getMessage());
        } else {
            what = "参数的写法不对" + (fault.getValue() == null ? "" : "：" + fault.getValue());
        }
        String command = fault.getCommandLine().getParent() == null
                ? ""
                : fault.getCommandLine().getCommandName() + " ";
        err.println(Visible.of(what) + "。用法见 ./lingbao " + command + "--help");
        return COULD_NOT_RUN;
    }

    private int complain(Exception fault) {
        Exception told = fault instanceof BeansException beans ? House.told(beans) : fault;
        if (isToldAsItIs(told)) {
            // Its lines are ours; what stands in them may be others'.
            String.valueOf(told.getMessage()).lines().map(Visible::of).forEach(err::println);
        } else {
            String number = new FaultLog(home(), clock).record(fault);
            err.println("程序出错，没有做完；请把数据目录下 logs/faults.log 里编号 " + number + " 的记录交给维护人员。");
        }
        return COULD_NOT_RUN;
    }
}
