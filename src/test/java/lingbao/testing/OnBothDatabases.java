package lingbao.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * A test that runs twice, on a fresh {@link TestDatabase} each: the embedded one and a MariaDB server, which stands in for
 * MySQL. It never skips where the server can run; elsewhere a notice says that only the embedded one was tried.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedTest(name = "{0}")
@ArgumentsSource(BothDatabases.class)
public @interface OnBothDatabases {}
