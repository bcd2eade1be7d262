package lingbao.damage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import lingbao.run.CheckLine;
import lingbao.samples.Grid;

/**
 * A good file and what became of it. The same seed always gives the same.
 *
 * @param damages their names, in the order in which they happened
 * @param harmless whether every row's data are as they were
 */
public record DamagedFile(
        int seed, String name, byte[] bytes, String goodName, byte[] good, List<String> damages, boolean harmless) {

    private static final List<String> ENDINGS = List.of("xlsx", "xls", "csv", "txt", "et", "XLSX");

    public static DamagedFile of(int seed) {
        // Neighbouring seeds of this generator begin alike.
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        FileKind kind = FileKind.values()[random.nextInt(FileKind.values().length)];
        boolean harmless = random.nextInt(100) < 45;
        int paperSeed = random.nextInt();
        byte[] good = kind.saved(grids(kind, paperSeed, List.of(), random));

        List<String> names = new ArrayList<>();
        List<PaperDamage> onPaper = new ArrayList<>();
        List<ByteDamage> onBytes = new ArrayList<>();
        int count = random.nextInt(3) == 0 ? 2 + random.nextInt(3) : 1;
        boolean endingDiffers = false;
        while (names.size() < count) {
            PaperDamage onThePaper = oneOf(random, PaperDamage.values());
            ByteDamage onTheBytes = oneOf(random, ByteDamage.values());
            if (random.nextInt(12) == 0) {
                endingDiffers = true;
                names.add("WRONG_ENDING");
            } else if (!harmless && random.nextInt(5) < 3) {
                if (onTheBytes.happensTo(kind)) {
                    onBytes.add(onTheBytes);
                    names.add(onTheBytes.name());
                }
            } else if (onThePaper.isHarmless() || !harmless) {
                onPaper.add(onThePaper);
                names.add(onThePaper.name());
            }
        }
        byte[] bytes = onPaper.isEmpty() ? good : kind.saved(grids(kind, paperSeed, onPaper, random));
        for (ByteDamage damage : onBytes) {
            bytes = damage.to(bytes, kind, random);
        }
        String stem = CheckLine.INSTITUTION + "_" + CheckLine.DAY + "_" + seed + ".";
        String ending = endingDiffers ? ENDINGS.get(random.nextInt(ENDINGS.size())) : kind.ending();
        return new DamagedFile(seed, stem + ending, bytes, stem + kind.ending(), good, names, harmless);
    }

    private static List<Grid> grids(FileKind kind, int seed, List<PaperDamage> damages, Random random) {
        Random ofPaper = new Random(seed);
        List<Paper> papers =
                FileKind.TEXTS.contains(kind) ? List.of(GoodPapers.any(ofPaper)) : GoodPapers.workbook(ofPaper);
        for (PaperDamage damage : damages) {
            damage.to(papers.get(random.nextInt(papers.size())), random);
        }
        List<Grid> grids = new ArrayList<>();
        for (Paper paper : papers) {
            grids.add(paper.grid("表" + (grids.size() + 1)));
        }
        return grids;
    }

    private static <T> T oneOf(Random random, T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** Without what stands in it. */
    @Override
    public String toString() {
        return "seed " + seed + " " + name + " " + Arrays.toString(damages.toArray());
    }
}
