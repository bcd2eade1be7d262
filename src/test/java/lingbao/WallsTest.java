package lingbao;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The walls of the house: which room may know which, and which library each room alone touches. */
class WallsTest {

    /** What each room may import of the others; a room that stands here with nothing knows nobody. */
    private static final Map<String, Set<String>> MAY_KNOW = new TreeMap<>(Map.ofEntries(
            Map.entry("domain", Set.of()),
            Map.entry("seal", Set.of()),
            Map.entry("catalogue", Set.of("domain")),
            Map.entry("upload", Set.of("domain", "seal")),
            Map.entry("read", Set.of("domain", "catalogue", "upload")),
            Map.entry("validate", Set.of("domain", "catalogue", "read")),
            Map.entry("register", Set.of("domain", "catalogue", "seal", "validate")),
            Map.entry("store", Set.of("domain", "catalogue", "seal", "upload", "validate")),
            Map.entry("aggregate", Set.of("domain", "catalogue", "register")),
            Map.entry("render", Set.of("domain", "catalogue", "aggregate")),
            Map.entry(
                    "run",
                    Set.of(
                            "domain",
                            "seal",
                            "catalogue",
                            "upload",
                            "read",
                            "validate",
                            "register",
                            "store",
                            "aggregate",
                            "render"))));

    /** Which rooms may touch a library; everywhere else it is forbidden. */
    private static final Map<String, Set<String>> LIBRARY_IN = new TreeMap<>(Map.ofEntries(
            Map.entry("org.yaml.snakeyaml..", Set.of("catalogue")),
            Map.entry("org.dhatim.fastexcel..", Set.of("read")),
            Map.entry("com.fasterxml.aalto..", Set.of("read")),
            Map.entry("org.codehaus.stax2..", Set.of("read")),
            Map.entry("org.apache.commons.compress..", Set.of("read", "render")),
            Map.entry("org.apache.commons.text..", Set.of("read", "validate")),
            Map.entry("com.opencsv..", Set.of("read", "render")),
            Map.entry("org.apache.poi..", Set.of("read", "render")),
            Map.entry("net.sf.jasperreports..", Set.of("render")),
            Map.entry("org.apache.ibatis..", Set.of("register", "store", "aggregate", "run")),
            Map.entry("org.mybatis..", Set.of("run")),
            Map.entry("org.springframework.batch..", Set.of("run")),
            Map.entry("org.springframework.boot..", Set.of("run")),
            Map.entry("org.springframework.jdbc..", Set.of("store", "register", "run")),
            Map.entry("picocli..", Set.of("run")),
            Map.entry("tools.jackson..", Set.of("run", "aggregate")),
            Map.entry("java.sql..", Set.of("store", "aggregate", "run")),
            Map.entry("com.zaxxer.hikari..", Set.of("store", "run")),
            Map.entry("org.flywaydb..", Set.of("store")),
            Map.entry("javax.crypto..", Set.of("seal"))));

    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("lingbao");

    @Test
    void noRoomIsPartOfACycle() {
        slices().matching("lingbao.(*)..").should().beFreeOfCycles().check(HOUSE);
    }

    @Test
    void everyClassStandsInARoomOfTheList() {
        classes()
                .should()
                .resideInAnyPackage(MAY_KNOW.keySet().stream()
                        .map(room -> "lingbao." + room)
                        .toArray(String[]::new))
                .check(HOUSE);
    }

    @TestFactory
    Stream<DynamicTest> eachRoomKnowsOnlyTheRoomsItIsAllowed() {
        return MAY_KNOW.entrySet().stream()
                .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
                    List<String> strangers = new ArrayList<>(MAY_KNOW.keySet());
                    strangers.remove(room.getKey());
                    strangers.removeAll(room.getValue());
                    DescribedPredicate<JavaClass> stranger = resideInAnyPackage(
                            strangers.stream().map(name -> "lingbao." + name).toArray(String[]::new));
                    noClasses()
                            .that()
                            .resideInAPackage("lingbao." + room.getKey())
                            .should()
                            .dependOnClassesThat(stranger)
                            .allowEmptyShould(true)
                            .check(HOUSE);
                }));
    }

    @TestFactory
    Stream<DynamicTest> eachLibraryIsTouchedOnlyInItsRooms() {
        return LIBRARY_IN.entrySet().stream()
                .map(library -> DynamicTest.dynamicTest(library.getKey(), () -> noClasses()
                        .that(resideOutsideOfPackages(library.getValue().stream()
                                .map(room -> "lingbao." + room)
                                .toArray(String[]::new)))
                        .should()
                        .dependOnClassesThat(resideInAnyPackage(library.getKey()))
                        .check(HOUSE)));
    }

    @Test
    void everyPackageOpensWithASentenceAndIsNullMarked() throws IOException {
        for (String room : MAY_KNOW.keySet()) {
            String packageInfo = Files.readString(Path.of("src/main/java/lingbao", room, "package-info.java"));
            assertThat(packageInfo).as(room).startsWith("/**").contains("@NullMarked");
        }
    }

    @Test
    void noIdOfAFormStandsInJava() throws IOException {
        Set<String> formIds = new TreeSet<>();
        try (Stream<Path> forms = Files.list(Path.of("jobs/forms"))) {
            forms.map(file -> file.getFileName().toString().replace(".yml", "")).forEach(formIds::add);
        }
        assertThat(formIds).isNotEmpty();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            for (Path source :
                    sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                String text = Files.readString(source);
                for (String id : formIds) {
                    assertThat(text)
                            .as("%s names the form %s", source, id)
                            .doesNotContain("\"" + id + "\"")
                            .doesNotContain("form_" + id.replace('-', '_'));
                }
            }
        }
    }
}
