package lingbao.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.support.ParameterDeclarations;

/** Opens each database when its turn comes; JUnit closes it after the test. */
final class BothDatabases implements ArgumentsProvider {

    @Override
    public Stream<? extends Arguments> provideArguments(ParameterDeclarations parameters, ExtensionContext context) {
        List<Callable<TestDatabase>> databases = new ArrayList<>();
        databases.add(TestDatabase::embedded);
        if (MariaDbServer.isForThisMachine()) {
            databases.add(TestDatabase::server);
        } else {
            context.publishReportEntry("notice", "no MariaDB server for this machine: tried on H2 only");
        }
        return databases.stream().map(BothDatabases::open).map(Arguments::of);
    }

    private static TestDatabase open(Callable<TestDatabase> database) {
        try {
            return database.call();
        } catch (Exception e) {
            throw new IllegalStateException("the test's database cannot be opened", e);
        }
    }
}
