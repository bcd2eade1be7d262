package lingbao.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

class SamplesTest {

    private static final Path FOLDER = Path.of("samples");

    @Test
    void theCommittedFilesAreWhatTheGeneratorMakes() throws IOException {
        Map<String, byte[]> made = new SampleFolder().contents();
        assertThat(committedPaths()).isEqualTo(new TreeSet<>(made.keySet()));
        for (Map.Entry<String, byte[]> file : made.entrySet()) {
            assertThat(content(Files.readAllBytes(FOLDER.resolve(file.getKey()))))
                    .as(file.getKey())
                    .isEqualTo(content(file.getValue()));
        }
    }

    @Test
    void theReadmeListsEachFileOnce() throws IOException {
        List<String> listed =
                new ArrayList<>(List.of("README.md", "regions.csv", "institutions.xlsx", "companies.csv"));
        SamplesTable.read(FOLDER.resolve("README.md")).forEach(line -> listed.add(line.path()));
        assertThat(listed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(committedPaths());
        assertThat(Files.readString(FOLDER.resolve("README.md")))
                .contains("| regions.csv |")
                .contains("| institutions.xlsx |")
                .contains("| companies.csv |");
    }

    @Test
    void theFilesStandInTheOrderOfReceipt() throws IOException {
        assertThat(SamplesTable.read(FOLDER.resolve("README.md")))
                .extracting(SamplesTable.Line::receivedAt)
                .isSorted();
    }

    @Test
    void theThreeDaysShowEveryKindOfInstitutionAndEveryState() {
        SampleDays days = new SampleDays();
        assertThat(days.district().institutions())
                .hasSizeGreaterThanOrEqualTo(24)
                .extracting(TruthInstitution::kind)
                .containsOnly("培训机构", "评价机构", "学校", "幼儿园")
                .containsAll(Set.of("培训机构", "评价机构", "学校", "幼儿园"));
        for (LocalDate day : List.of(SampleDays.MONDAY, SampleDays.TUESDAY, SampleDays.WEDNESDAY)) {
            Map<String, Integer> total = new PlainFigures(
                            day, days.district().regions(), days.district().institutions(), days.files())
                    .byRegion()
                    .getOrDefault("330190", Map.of());
            assertThat(total.entrySet().stream()
                            .filter(figure -> figure.getValue() > 0)
                            .map(Map.Entry::getKey)
                            .toList())
                    .as("%s", day)
                    .contains("onTime", "late", "missing", "zero", "withCases", "fever", "symptomatic");
        }
    }

    @Test
    void identityNumbersCarryTheCheckDigitOfTheStandard() {
        assertThat(InventedPeople.checkDigit("11010519491231002")).isEqualTo('X');
        Stream<String> ofSchools = new SampleDays()
                .district().institutions().stream()
                        .map(TruthInstitution::code)
                        .map(new SampleDistrict()::member)
                        .map(SampleDistrict.Member::people)
                        .flatMap(Collection::stream)
                        .map(Person::idNumber);
        Stream<String> trained = new SampleMonths()
                .trainings(OffsetDateTime.parse("2021-01-01T00:00:00+08:00")).stream()
                        .map(PlainProgress.Training::person)
                        .distinct();
        assertThat(Stream.concat(ofSchools, trained).toList())
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(weighedSum(number) % 11).isEqualTo(1));
    }

    @Test
    void creditCodesCarryTheCheckCharacterOfTheStandard() {
        // The example of GB 32100-2015.
        assertThat(TrainingDistrict.checkCharacter("91350100M000100Y4")).isEqualTo('3');
        assertThat(new TrainingDistrict().companies())
                .extracting(TrainingDistrict.Company::creditCode)
                .doesNotHaveDuplicates()
                .allSatisfy(code -> assertThat(code).hasSize(18).matches("[0-9A-HJ-NPQRTUWXY]{18}"));
    }

    /** The standard's own way: weights from the left. */
    private static int weighedSum(String number) {
        int[] weights = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2, 1};
        int sum = 0;
        for (int index = 0; index < 18; index++) {
            sum += weights[index] * "0123456789X".indexOf(number.charAt(index));
        }
        return sum;
    }

    private static Set<String> committedPaths() throws IOException {
        try (Stream<Path> files = Files.walk(FOLDER)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> FOLDER.relativize(file).toString().replace('\\', '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** The bytes, or of a whole deflated workbook its parts: how small they get depends on the machine. */
    private static Map<String, String> content(byte[] bytes) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        boolean deflatedZip = bytes.length > 8 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[8] == ZipEntry.DEFLATED;
        if (!deflatedZip) {
            return Map.of("", new String(bytes, StandardCharsets.ISO_8859_1));
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry part = zip.getNextEntry(); part != null; part = zip.getNextEntry()) {
                parts.put(part.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }
}
