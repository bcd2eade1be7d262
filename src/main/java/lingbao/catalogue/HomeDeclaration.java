package lingbao.catalogue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.io.FileSystemResource;

/**
 * What an operator decides of a home in its {@code home.yaml}.
 *
 * @param migration whether old sheets are moved in, each with the time at which it really came; decided before the home's
 *     first use
 */
public record HomeDeclaration(boolean migration) {

    /**
     * What the home's file says; without a file, what holds for every home.
     *
     * @throws CatalogueFaultsException where the file says something else
     */
    public static HomeDeclaration of(Path home) {
        Path file = home.resolve("home.yaml");
        if (!Files.exists(file)) {
            return new HomeDeclaration(false);
        }
        List<CatalogueFaultsException.Fault> faults = new ArrayList<>();
        DeclaredFile declared =
                new DeclaredFile("home.yaml", file.toString(), new FileSystemResource(file), true, false);
        boolean migration = Outline.of(declared, faults)
                .map(outline -> {
                    boolean said = outline.flag("migration", false);
                    outline.nothingElse();
                    return said;
                })
                .orElse(false);
        if (!faults.isEmpty()) {
            throw new CatalogueFaultsException(faults);
        }
        return new HomeDeclaration(migration);
    }
}
