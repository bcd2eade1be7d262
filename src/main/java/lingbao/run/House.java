package lingbao.run;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import lingbao.aggregate.Editions;
import lingbao.aggregate.ReportContents;
import lingbao.catalogue.Catalogue;
import lingbao.catalogue.CatalogueReader;
import lingbao.catalogue.DeclaredFile;
import lingbao.catalogue.DeclaredFiles;
import lingbao.domain.Companies;
import lingbao.domain.Directory;
import lingbao.read.Limits;
import lingbao.read.WorkbookReader;
import lingbao.register.Registers;
import lingbao.render.ReportPages;
import lingbao.seal.Keys;
import lingbao.seal.Seal;
import lingbao.store.Database;
import lingbao.store.LastSheets;
import lingbao.store.MapperSettings;
import lingbao.store.Predecessors;
import lingbao.store.Rows;
import lingbao.store.Submissions;
import lingbao.upload.Uploads;
import org.apache.ibatis.builder.xml.XMLMapperBuilder;
import org.apache.ibatis.exceptions.PersistenceException;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.mybatis.spring.SqlSessionTemplate;
import org.mybatis.spring.transaction.SpringManagedTransactionFactory;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Where each part of the house gets what it needs, in the order in which the data go. */
@Configuration(proxyBeanMethods = false)
@Import(BatchTables.class)
class House {

    /**
     * Starts the house: nothing that a command does not ask for is made.
     *
     * @throws lingbao.catalogue.CatalogueFaultsException where something declared is wrong
     * @throws lingbao.store.HomeInUseException where another process works on the home
     */
    static ConfigurableApplicationContext open(Home home, Clock clock) {
        ConfigurableApplicationContext house = started(home, clock, false);
        try {
            house.getBean(Catalogue.class);
            // Whatever the command: what the home may do, and with which key, is decided at its first use.
            house.getBean(HomeSettings.class);
            return house;
        } catch (BeansException e) {
            house.close();
            throw told(e);
        }
    }

    /** The same for a dry run: it makes no table, no key and no folder, and where no database is, it goes without. */
    static ConfigurableApplicationContext openForDryRun(Home home, Clock clock) {
        return started(home, clock, true);
    }

    private static ConfigurableApplicationContext started(Home home, Clock clock, boolean dryRun) {
        // What libraries log may hold a person's data: no setting of an operator turns it on.
        System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
        System.clearProperty("logback.configurationFile");
        try {
            return new SpringApplicationBuilder(House.class)
                    .web(WebApplicationType.NONE)
                    .bannerMode(Banner.Mode.OFF)
                    .logStartupInfo(false)
                    .lazyInitialization(true)
                    .registerShutdownHook(false)
                    .properties(Map.of("lingbao.dry-run", dryRun))
                    .initializers(context -> {
                        context.getBeanFactory().registerSingleton("home", home);
                        context.getBeanFactory().registerSingleton("clock", clock);
                    })
                    .run();
        } catch (BeansException e) {
            throw told(e);
        }
    }

    /** What the maker of a part had to say, not that a part could not be made. */
    static RuntimeException told(BeansException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (Lingbao.isToldAsItIs(cause)) {
                return (RuntimeException) cause;
            }
        }
        return fault;
    }

    @Bean
    DeclaredFiles declaredFiles(Home home) {
        return new DeclaredFiles(home.root());
    }

    @Bean
    Catalogue catalogue(DeclaredFiles files) {
        return new CatalogueReader().read(files);
    }

    @Bean
    FaultLog faultLog(Home home, Clock clock) {
        return new FaultLog(home, clock);
    }

    @Bean
    Seal seal(Home home) {
        return new Seal(home.keyFile() == null ? Keys.inHome(home.root()) : Keys.readOrMake(home.keyFile()));
    }

    @Bean
    Uploads uploads(Home home, Seal seal, Clock clock) {
        return new Uploads(home.root(), seal, clock);
    }

    @Bean
    Database database(Home home) {
        return home.databaseUrl() == null
                ? Database.embedded(home.root())
                : Database.mysql(
                        home.databaseUrl(),
                        home.databaseUser() == null ? "" : home.databaseUser(),
                        home.databasePassword() == null ? "" : home.databasePassword());
    }

    @Bean(destroyMethod = "close")
    HikariDataSource dataSource(Database database, Environment settings) {
        if (isDryRun(settings)) {
            return database.openToRead();
        }
        try {
            HikariDataSource dataSource = database.open();
            database.migrate(dataSource);
            return dataSource;
        } catch (UncheckedIOException e) {
            throw new CommandFault("无法写入数据目录，请核对路径和权限，或用 --home 指定别的目录。");
        } catch (HikariPool.PoolInitializationException e) {
            throw new CommandFault(
                    "连不上数据库 " + database + "，请确认它在运行，并核对 LINGBAO_DB_URL、LINGBAO_DB_USER 和 LINGBAO_DB_PASSWORD。");
        }
    }

    @Bean
    PlatformTransactionManager transactionManager(DataSource dataSource) {
        return new JdbcTransactionManager(dataSource);
    }

    @Bean
    SqlSessionFactory sqlSessionFactory(DataSource dataSource, DeclaredFiles files) {
        org.apache.ibatis.session.Configuration configuration = MapperSettings.configuration();
        configuration.setEnvironment(new org.apache.ibatis.mapping.Environment(
                "lingbao", new SpringManagedTransactionFactory(), dataSource));
        files.in("mappers").values().forEach(file -> parse(file, configuration));
        return new SqlSessionFactoryBuilder().build(configuration);
    }

    private static void parse(DeclaredFile file, org.apache.ibatis.session.Configuration configuration) {
        try (InputStream xml = file.content().getInputStream()) {
            new XMLMapperBuilder(xml, configuration, file.origin(), configuration.getSqlFragments()).parse();
        } catch (IOException | PersistenceException e) {
            throw new CommandFault("读不懂 " + file.origin() + "，程序没有启动，数据没有改动：" + e.getMessage());
        }
    }

    @Bean
    SqlSessionTemplate sqlSession(SqlSessionFactory factory) {
        return new SqlSessionTemplate(factory);
    }

    @Bean
    HomeSettings homeSettings(Home home, SqlSessionTemplate sql, Seal seal) {
        return HomeSettings.of(home.root(), sql.getMapper(HomeSettingMapper.class), seal);
    }

    @Bean
    Registers registers(
            Catalogue catalogue,
            SqlSessionTemplate sql,
            PlatformTransactionManager transactions,
            ObjectProvider<Seal> seal) {
        return new Registers(
                catalogue,
                sql,
                new TransactionTemplate(transactions),
                clear -> seal.getObject().seal(clear),
                kept -> seal.getObject().unseal(kept));
    }

    @Bean
    WorkbookReader workbookReader(Catalogue catalogue) {
        return new WorkbookReader(catalogue.forms().values(), Limits.standard(), catalogue.fileRules());
    }

    @Bean
    Intake intake(
            Catalogue catalogue,
            WorkbookReader reader,
            Database database,
            ObjectProvider<Registers> registers,
            Environment settings) {
        boolean registered = !isDryRun(settings) || database.isThere();
        return new Intake(
                catalogue,
                reader,
                day -> registered ? registers.getObject().on(day) : new Directory(day, List.of(), List.of(), List.of()),
                day -> registered ? registers.getObject().companiesOn(day) : Companies.NONE);
    }

    /** The tables of the forms, made where they are missing, and every declared statement tried on them. */
    @Bean
    PreparedTables preparedTables(
            Catalogue catalogue, Database database, DataSource dataSource, SqlSessionFactory sessions) {
        return PreparedTables.of(catalogue, database, dataSource, sessions);
    }

    @Bean
    Submissions submissions(
            PreparedTables prepared,
            HomeSettings settings,
            DataSource dataSource,
            SqlSessionTemplate sql,
            PlatformTransactionManager transactions,
            Seal seal,
            Clock clock) {
        return new Submissions(dataSource, sql, transactions, seal, clock);
    }

    @Bean
    Predecessors predecessors(DataSource dataSource, SqlSessionTemplate sql, Seal seal) {
        return new Predecessors(dataSource, sql, seal);
    }

    @Bean
    LastSheets lastSheets(DataSource dataSource, SqlSessionTemplate sql, Seal seal) {
        return new LastSheets(dataSource, sql, seal);
    }

    @Bean
    Rows rows(PreparedTables prepared, Database database, DataSource dataSource, Seal seal) {
        return new Rows(database, dataSource, seal);
    }

    @Bean
    IngestJob ingestJob(
            JobOperator operator,
            JobRepository repository,
            PlatformTransactionManager transactions,
            Uploads uploads,
            Submissions submissions,
            Intake intake,
            FaultLog faults) {
        return new IngestJob(operator, repository, transactions, uploads, submissions, intake, faults);
    }

    @Bean
    ReportContents reportContents(
            PreparedTables prepared, Catalogue catalogue, Registers registers, SqlSessionTemplate sql) {
        return new ReportContents(catalogue, registers, sql);
    }

    @Bean
    Editions editions(SqlSessionTemplate sql) {
        return new Editions(sql);
    }

    @Bean
    EditionArchive editionArchive(Home home) {
        return new EditionArchive(home);
    }

    @Bean
    ReportPages reportPages(Catalogue catalogue, DeclaredFiles files) {
        Map<String, byte[]> ofHome = new TreeMap<>();
        files.in("report-templates").forEach((name, file) -> {
            if (name.endsWith(".jrxml") && file.ofHome()) {
                ofHome.put(name.substring(0, name.length() - ".jrxml".length()), bytes(file));
            }
        });
        return new ReportPages(catalogue.forms(), ofHome);
    }

    private static byte[] bytes(DeclaredFile file) {
        try {
            return file.content().getContentAsByteArray();
        } catch (IOException e) {
            throw new CommandFault("读不到 " + file.origin() + "，程序没有启动，数据没有改动。");
        }
    }

    @Bean
    ReportJob reportJob(
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
        return new ReportJob(
                operator, repository, transactions, registers, contents, pages, editions, faults, clock, archive);
    }

    private static boolean isDryRun(Environment settings) {
        return settings.getRequiredProperty("lingbao.dry-run", Boolean.class);
    }
}
