package lingbao.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.platform.commons.annotation.Testable;
import org.junit.platform.commons.support.AnnotationSupport;

/** A test named by its class and method: {@code lingbao.upload.UploadsTest#refusesWhatIsNoReadableFile}. */
final class NamedTest {

    private NamedTest() {}

    static void isThere(String name) {
        String[] parts = name.split("#");
        assertThat(Arrays.stream(declaringClass(parts[0]).getDeclaredMethods())
                        .filter(method -> method.getName().equals(parts[1])))
                .as(name)
                .anyMatch(method -> AnnotationSupport.isAnnotated(method, Testable.class), "a test");
    }

    private static Class<?> declaringClass(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no class " + name, e);
        }
    }
}
